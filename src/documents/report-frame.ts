import type { LetterKop, LetterRow, LetterSignature } from '../domain/letters/letter-content';
import { letterDate, localDate } from '../domain/numbering/local-date';
import type { OfficeProfile } from '../domain/office/office-event';
import { plain } from './layout/text-lines';

const WORDS = {
  unsignedName: '……………………………',
  headOfOffice: 'Kepala,',
  nip: (nip: string) => `NIP ${nip}`,
  postalCode: (code: string) => `Kode Pos ${code}`,
  phone: (phone: string) => `Telepon ${phone}`,
} as const;

/** The letterhead as the settings have it; empty lines are left out. */
export function officeKop({
  government,
  name,
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
    contact: filled(lines).map((line) => plain(line)),
  };
  return kop;
}

/** Who signs: the head of the office as the settings name him, else a line to write on. */
export function officeSignature(profile: OfficeProfile, madeAt: string): LetterSignature {
  const official = profile.officials.find(({ actor }) => actor === 'office-head');
  const date = letterDate(localDate(madeAt, profile.timeZone));
  return {
    actor: 'office-head',
    column: 'right',
    dateline: plain(`${profile.place}, ${date}`),
    position: plain(official === undefined ? WORDS.headOfOffice : `${official.position},`),
    name: plain(official?.name ?? WORDS.unsignedName),
    details: official?.nip ? [plain(WORDS.nip(official.nip))] : [],
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
