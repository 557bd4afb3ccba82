import { z } from 'zod';
import installed from '../../../resources/pki/authorities.json';
import { isSelfIssued, type Certificate } from './certificate';
import { partNamed } from './distinguished-name';

const dateSchema = z.iso.date().nullable();

/** What is known of an authority beforehand; what is null is not known (pki.md, 3). */
export const authoritySchema = z.object({
  key: z.string().regex(/^[a-z0-9-]+$/),
  commonName: z.string(),
  organization: z.string().nullable(),
  country: z.string().nullable(),
  isRoot: z.boolean().nullable(),
  serialDecimal: z.string().regex(/^\d+$/).nullable(),
  notBefore: dateSchema,
  notAfter: dateSchema,
  /** Issues certificates of BSrE's development server: worth nothing outside it. */
  isForTests: z.boolean(),
});
export type KnownAuthority = z.infer<typeof authoritySchema>;

/** The authorities of BSrE's chains that came with the program. */
export const knownAuthorities: readonly KnownAuthority[] = z
  .array(authoritySchema)
  .parse(installed.authorities);

const DAY = 24 * 60 * 60 * 1000;
/** Days before its end at which an authority is mentioned. */
const NOTICE_DAYS = 180;

/** The known authority that bears a certificate's name; null for another one. */
export function authorityOf(
  certificate: Certificate,
  known: readonly KnownAuthority[] = knownAuthorities,
): KnownAuthority | null {
  const name = partNamed(certificate.subject, 'CN');
  return known.find(({ commonName }) => commonName === name) ?? null;
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** Dates are quoted by day, in whatever zone: a day more or less is no difference. */
function isNearDay(milliseconds: number, day: string): boolean {
  return Math.abs(Date.parse(dayOf(milliseconds)) - Date.parse(day)) <= DAY;
}

/** Fields in which a certificate differs from what is known of the authority of its name. */
export function differencesFromKnown(
  certificate: Certificate,
  known: KnownAuthority,
): readonly string[] {
  const { organization, country, serialDecimal, notBefore, notAfter, isRoot } = known;
  return [
    ...(organization !== null && partNamed(certificate.subject, 'O') !== organization
      ? ['organization']
      : []),
    ...(country !== null && partNamed(certificate.subject, 'C') !== country ? ['country'] : []),
    ...(serialDecimal !== null && certificate.serialDecimal !== serialDecimal ? ['serial'] : []),
    ...(notBefore !== null && !isNearDay(certificate.notBefore, notBefore) ? ['notBefore'] : []),
    ...(notAfter !== null && !isNearDay(certificate.notAfter, notAfter) ? ['notAfter'] : []),
    ...(isRoot !== null && isSelfIssued(certificate) !== isRoot ? ['isRoot'] : []),
  ];
}

/**
 * What is to be said of an authority's end at a moment, by its certificate where the office has
 * it, else by what is known. OSD LU Kelas 2 ended on 18 August 2026: signatures under it without a
 * timestamp can no longer be relied on.
 */
export function expiryNotice(
  notAfter: number | string | null,
  now: number,
): 'expired' | 'expires-soon' | null {
  if (notAfter === null) return null;
  const end = typeof notAfter === 'number' ? notAfter : Date.parse(notAfter) + DAY - 1;
  if (now > end) return 'expired';
  return now > end - NOTICE_DAYS * DAY ? 'expires-soon' : null;
}
