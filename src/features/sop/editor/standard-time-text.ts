import { fail, succeed, type Result } from '../../../contract/result';
import type { StandardTime } from '../../../domain/sop/sop';

/** At most four digits before and two behind the comma: "1.000" is refused, not guessed. */
const AMOUNT = /^\d{1,4}(?:[.,]\d{1,2})?$/;

/**
 * A standard time as typed: "30", "0,5" or "0.5". Nothing typed, or a dash as SOPs write it,
 * is none (null). Refused: anything else, and zero, which no SOP means.
 */
export function parseStandardTime(
  typed: string,
  unit: StandardTime['unit'],
): Result<StandardTime | null, 'not-an-amount'> {
  const text = typed.trim();
  if (text === '' || /^[-–—]$/.test(text)) return succeed(null);
  const amount = AMOUNT.test(text) ? Number(text.replace(',', '.')) : 0;
  return amount > 0 ? succeed({ amount, unit }) : fail('not-an-amount');
}

/** The amount as it is typed: 0.5 gives "0,5"; no time gives "". */
export function standardTimeText(time: StandardTime | null): string {
  return time === null ? '' : String(time.amount).replace('.', ',');
}

/** The lines of a text field as a list: trimmed, without empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
