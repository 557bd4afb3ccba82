import type { OfficeProfile } from './office-event';

/** The code a letter's number begins with: its own where the office gave it one. */
export function classificationOf(
  { classificationCode, codes }: OfficeProfile['letters'],
  letter: string,
): string {
  return codes[letter] ?? classificationCode;
}
