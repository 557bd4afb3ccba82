import type { LetterKop, LetterRow, LetterSignature } from '../domain/letters/letter-content';
import { letterDate, localDate } from '../domain/numbering/local-date';
import { signerOn } from '../domain/office/acting';
import type { OfficeProfile } from '../domain/office/office-event';
import { plain } from './layout/text-lines';

const HEAD = 'office-head';

const WORDS = {
  unsignedName: '……………………………',
  headOfOffice: 'Kepala',
  nip: (nip: string) => `NIP ${nip}`,
  postalCode: (code: string) => `Kode Pos ${code}`,
  phone: (phone: string) => `Telepon ${phone}`,
} as const;

/** The letterhead as the settings have it; empty lines are left out. */
export function officeKop({
  government,
  name,
  unit,
  address,
  postalCode,
  phone,
  email,
  website,
}: OfficeProfile) {
  const filled = (parts: readonly string[]) => parts.filter((part) => part.trim() !== '');
  const lines = [
    filled([address, postalCode === '' ? '' : WORDS.postalCode(postalCode)]).join(', '),
    filled([phone === '' ? '' : WORDS.phone(phone), email, website]).join(' · '),
  ];
  const kop: LetterKop = {
    government: plain(government),
    name: plain(name),
    ...(unit && { unit: plain(unit) }),
    contact: filled(lines).map((line) => plain(line)),
  };
  return kop;
}

/** Who signs: the head of the office as the settings name him, or who acts for him that day. */
export function officeSignature(profile: OfficeProfile, madeAt: string): LetterSignature {
  const official = profile.officials.find(({ actor }) => actor === HEAD);
  const local = localDate(madeAt, profile.timeZone);
  const signer = official && signerOn(official, local.isoDate, WORDS.headOfOffice);
  return {
    actor: HEAD,
    column: 'right',
    dateline: plain(`${profile.place}, ${letterDate(local)}`),
    position: plain(`${signer?.position ?? WORDS.headOfOffice},`),
    name: plain(signer?.name ?? WORDS.unsignedName),
    details: signer?.nip ? [plain(WORDS.nip(signer.nip))] : [],
  };
}

/** Label and text of each fact, plain. */
export function factRows(
  facts: readonly (readonly [label: string, text: string])[],
): readonly LetterRow[] {
  return facts.map(([label, text]) => ({ label: plain(label), text: plain(text) }));
}

/** "12.345", as papers in Indonesian write numbers. */
export function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, '.');
}
