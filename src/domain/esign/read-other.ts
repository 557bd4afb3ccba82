import { z } from 'zod';
import { shownText } from './esc-codes';

const said = z.object({
  success: z.boolean().nullish().catch(null),
  message: z.string().nullish().catch(null),
  totp: z.union([z.string(), z.number()]).transform(String).nullish().catch(null),
  expires: z.union([z.string(), z.number()]).transform(String).nullish().catch(null),
  result: z.boolean().nullish().catch(null),
  data: z.unknown().optional(),
});

/** What the seal verbs and the request for a one-time code answer. */
export interface EscSaid {
  readonly isDone: boolean;
  readonly text: string;
  readonly totp: string | null;
  readonly expires: string | null;
}

/**
 * `{success, message, data}` with the particulars in `data`, or the same flat; `isDone` is false
 * where the answer itself says so. Null for what is no such object (esign-client-service.md, 1.3).
 */
export function readSaid(value: unknown): EscSaid | null {
  const outer = said.safeParse(value);
  if (!outer.success) return null;
  const inner = said.safeParse(outer.data.data);
  const both = inner.success ? [inner.data, outer.data] : [outer.data];
  const has = both.some(
    ({ success, message, totp, result }) => (success ?? message ?? totp ?? result ?? null) !== null,
  );
  if (!has) return null;
  const first = <Value>(values: readonly (Value | null | undefined)[]): Value | null =>
    values.find((found) => found !== null && found !== undefined) ?? null;
  return {
    isDone: both.every(({ success, result }) => success !== false && result !== false),
    text: shownText(first(both.map(({ message }) => message)) ?? ''),
    totp: first(both.map(({ totp }) => totp)),
    expires: first(both.map(({ expires }) => expires)),
  };
}

const chainSchema = z.object({ data: z.array(z.unknown()).max(50) });

/** Base64 of a certificate inside whatever an entry of the chain is: PEM, plain, or an object. */
function certificateText(entry: unknown): string | null {
  if (typeof entry === 'string') {
    const plain = entry.replaceAll(/-----[A-Z ]+-----/g, '').replaceAll(/\s/g, '');
    return /^MI[A-Za-z0-9+/]{20,}={0,2}$/.test(plain) ? plain : null;
  }
  const fields = z.record(z.string(), z.unknown()).safeParse(entry);
  if (!fields.success) return null;
  const texts = Object.values(fields.data).filter((field) => typeof field === 'string');
  return texts.map(certificateText).find((found) => found !== null) ?? null;
}

/**
 * The certificates of `{success, data: […]}` as base64 of DER, and how many entries held none.
 * The shape of an entry is not documented: every text that looks like a certificate counts.
 */
export function readChain(
  value: unknown,
): { readonly certificates: readonly string[]; readonly unreadable: number } | null {
  const parsed = chainSchema.safeParse(value);
  if (!parsed.success) return null;
  const texts = parsed.data.data.map(certificateText);
  const certificates = texts.filter((text) => text !== null);
  return { certificates, unreadable: texts.length - certificates.length };
}
