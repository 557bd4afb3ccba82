import { fail, succeed, type Result } from '../../contract/result';
import { stamp, trailReport, type TrailLine } from '../../documents/trail-reports';
import type { LetterError } from '../../domain/letters/letter-error';
import { letterDateOfIso, localDate, timeZoneLabel } from '../../domain/numbering/local-date';
import type { OfficeProfile } from '../../domain/office/office-event';
import { spreadsheetCsv } from '../../domain/spreadsheet/spreadsheet-csv';
import { translate } from '../../messages/catalogue';
import type { TrailRow } from '../../store/trail-store';
import { parseTypedDate } from '../../ui/format/typed-date';
import type { Loket } from '../shared/loket-context';
import { readLogo } from '../shared/read-logo';
import type { FilterValues } from './trail-filter';
import { trailWords, type TrailSpeech } from './trail-words';

/** More lines than these make a PDF nobody reads: about a hundred and fifty pages. */
export const MOST_ON_PAPER = 5000;

export type TrailFormat = 'csv' | 'pdf';

/** The rows of an export, newest first as they were gathered, and what they were asked by. */
export interface TrailExport {
  readonly rows: readonly TrailRow[];
  readonly values: FilterValues;
  readonly reason: string;
  readonly profile: OfficeProfile;
  readonly speech: TrailSpeech;
}

/** The trail as CSV, oldest first; for columns and why semicolons see docs/trail.md. */
export function csvOfTrail({ rows, profile, speech }: TrailExport): Uint8Array {
  const column = (key: 'sequence' | 'who' | 'number' | 'what') =>
    translate('id', `trail.column.${key}`);
  const time = `${translate('id', 'trail.column.at')} (${timeZoneLabel(profile.timeZone)})`;
  const columns = [column('sequence'), time, column('who'), 'Loket', column('number')];
  const lines = rows.toReversed().map((row) => {
    const { at, who, desk, title, details } = trailWords(row, speech);
    const when = at === null ? '' : stamp(at, profile);
    const number = row.subject?.registerNumber ?? '';
    return [String(row.sequence), when, who, desk, number, title, details.join(' · ')];
  });
  const text = spreadsheetCsv([...columns, column('what'), 'Rincian'], lines);
  return new TextEncoder().encode(text);
}

/** The trail as a report to be signed; a failure says why it could not be made. */
export async function pdfOfTrail(
  loket: Loket,
  { rows, values, reason, profile, speech }: TrailExport,
): Promise<Result<Uint8Array, LetterError>> {
  const head = await loket.store.trail.head();
  if (!head.ok) return fail({ code: 'renderer-failed', detail: head.error.kind });
  const madeAt = loket.now();
  const content = trailReport({
    id: loket.newId(),
    profile,
    head: head.value,
    madeAt,
    madeBy: loket.staff?.name ?? '',
    period: periodOf(values, profile, madeAt),
    filter: filterWords(values, speech),
    reason,
    lines: rows.toReversed().map((row) => lineOf(row, speech)),
  });
  const made = await loket.letters.renderReport(content, {
    createdAt: madeAt,
    logo: await readLogo(loket.host, profile),
  });
  return made.ok ? succeed(made.value) : made;
}

/** Made of desk and day: a file's name never tells of a person. */
export function exportName(
  { desk, timeZone }: OfficeProfile,
  now: string,
  format: TrailFormat,
): string {
  return `jejak-${desk}-${localDate(now, timeZone).isoDate}.${format}`;
}

function lineOf(row: TrailRow, speech: TrailSpeech): TrailLine {
  const { at, who, title, details } = trailWords(row, speech);
  const registerNumber = row.subject?.registerNumber ?? '—';
  return { sequence: row.sequence, at, who, registerNumber, what: [title, ...details].join(' · ') };
}

function periodOf({ from, to }: FilterValues, { timeZone }: OfficeProfile, now: string): string {
  const begin = parseTypedDate(from);
  const end = parseTypedDate(to) ?? localDate(now, timeZone).isoDate;
  const until = letterDateOfIso(end);
  return begin === null
    ? `sejak catatan pertama sampai ${until}`
    : `${letterDateOfIso(begin)} sampai ${until}`;
}

function filterWords({ staffId, kind, number }: FilterValues, { staffName }: TrailSpeech): string {
  const key = `trail.kind.${kind}`;
  const kindWords = kind === '' ? null : translate('id', key as 'trail.kind.view');
  const staff = staffId === '' ? null : (staffName(staffId) ?? staffId);
  const parts = [kindWords, staff, number.trim() === '' ? null : number.trim().toUpperCase()];
  return parts.filter((part) => part !== null).join(' · ');
}
