import type { LetterKop } from '../domain/letters/letter-content';
import type { OfficeProfile } from '../domain/office/office-event';
import { plain } from './layout/text-lines';

const WORDS = {
  postalCode: (code: string) => `Kode Pos ${code}`,
  phone: (phone: string) => `Telepon ${phone}`,
} as const;

/** The office's own letterhead as its settings say, for papers that follow no template. */
export function officeKop(profile: OfficeProfile): LetterKop {
  const { government, name, address, postalCode, phone, email, website } = profile;
  const filled = (parts: readonly string[]) => parts.filter((part) => part.trim() !== '');
  const lines = [
    filled([address, postalCode === '' ? '' : WORDS.postalCode(postalCode)]).join(', '),
    filled([phone === '' ? '' : WORDS.phone(phone), email, website]).join(' · '),
  ];
  return {
    government: plain(government),
    name: plain(name),
    contact: filled(lines).map((line) => plain(line)),
  };
}
