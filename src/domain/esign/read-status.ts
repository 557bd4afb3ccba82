import { z } from 'zod';
import type { EscStatus } from '../../contract/esign';
import { shownText } from './esc-codes';

/** BSrE's manual, page 35: the words of version 2, which version 1 uses too. */
const statuses: Readonly<Record<string, EscStatus>> = {
  ISSUE: 'issue',
  EXPIRED: 'expired',
  RENEW: 'renew',
  WAITING_FOR_VERIFICATION: 'waiting-for-verification',
  NEW: 'new',
  NO_CERTIFICATE: 'no-certificate',
  NOT_REGISTERED: 'not-registered',
  SUSPEND: 'suspend',
  REVOKE: 'revoke',
};

/** Codes that say the same where the word is missing (esign-client-service.md, 1.2 and 1.3). */
const statusOfCode: Readonly<Record<string, EscStatus>> = {
  '1111': 'issue',
  '1110': 'not-registered',
  '2011': 'not-registered',
  '2021': 'no-certificate',
};

export interface EscStatusReading {
  readonly status: EscStatus;
  readonly code: string | null;
  /** The word as it came. */
  readonly word: string;
  /** The sentence, any NIK masked. */
  readonly text: string;
}

const optionalText = z.string().nullish().catch(null);
const statusSchema = z.object({
  status: optionalText,
  status_code: z.union([z.string(), z.number()]).transform(String).nullish().catch(null),
  message: optionalText,
});

/**
 * A status of version 1 or 2. Null when the answer has neither a word nor a known code: then
 * something else answered. A word that is not in the manual is `unknown`, never guessed.
 */
export function readStatus(value: unknown): EscStatusReading | null {
  const parsed = statusSchema.safeParse(value);
  if (!parsed.success) return null;
  const code = parsed.data.status_code ?? null;
  const word = parsed.data.status ?? '';
  const byCode = code === null ? undefined : statusOfCode[code];
  if (word === '' && byCode === undefined) return null;
  const plain = word
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_');
  const status = word === '' ? (byCode ?? 'unknown') : (statuses[plain] ?? 'unknown');
  return { status, code, word: shownText(word), text: shownText(parsed.data.message ?? '') };
}
