import { fail, succeed, type Result } from '../../contract/result';
import {
  numberBookPaper,
  paperDay,
  registerPaper,
  transmittalPaper,
  type NumberLine,
  type PaperBasis,
  type RequestLine,
  type TransmittalLine,
} from '../../documents/batch-papers';
import type { LetterLogo } from '../../documents/letter-options';
import type { LetterError } from '../../domain/letters/letter-error';
import { prepareBlankLetter } from '../../domain/letters/prepare-letter';
import { letterDateOfIso, localDate } from '../../domain/numbering/local-date';
import type { OfficeProfile } from '../../domain/office/office-event';
import { mainRoute } from '../../domain/sop/route';
import type { Sop } from '../../domain/sop/sop';
import { translate } from '../../messages/catalogue';
import type { CommandFailure, RegisterRow, Store } from '../../store/store';
import type { Loket } from '../shared/loket-context';
import { readLogo } from '../shared/read-logo';
import { letterTitle, serviceLabel } from '../shared/sop-words';
import type { BookLine } from './book-lines';
import { transmittalNumber, type TransmittalNumber } from './transmittal-number';
import { readNumberBook } from './use-number-book';

/** A paper over several requests, or an empty form. Days are yyyy-mm-dd. */
export type SheetAsked =
  | { readonly kind: 'register'; readonly from: string; readonly until: string }
  | { readonly kind: 'number-book'; readonly year: number }
  | {
      readonly kind: 'transmittal';
      readonly rows: readonly RegisterRow[];
      readonly to: string;
      /** A number set aside before that it takes; null for the next of the book. */
      readonly reservationId: string | null;
    }
  | { readonly kind: 'labels'; readonly rows: readonly RegisterRow[] }
  | { readonly kind: 'blank-disposition' };

/** A paper that was made, to be looked at, printed or saved. */
export interface MadeSheet {
  readonly kind: SheetAsked['kind'];
  readonly bytes: Uint8Array;
  /** Set aside for it until it leaves; null for a paper without one of its own. */
  readonly number: TransmittalNumber | null;
}

/** Why none was made. */
export type SheetFailure =
  /** `number` was set aside for it and waits for another try. */
  | {
      readonly kind: 'letter';
      readonly error: LetterError;
      readonly number: TransmittalNumber | null;
    }
  | { readonly kind: 'command'; readonly failure: CommandFailure }
  | { readonly kind: 'not-signed-in' }
  /** No SOP is installed whose officials the form could name. */
  | { readonly kind: 'no-sop' };

/** A page of the register that is read at a time. */
const PAGE = 200;

/** Makes the paper; one that takes a number of the outgoing book sets it aside, no more. */
export async function makeSheet(
  loket: Loket,
  profile: OfficeProfile,
  asked: SheetAsked,
): Promise<Result<MadeSheet, SheetFailure>> {
  const { newId, now, staff } = loket;
  if (staff === null) return fail({ kind: 'not-signed-in' });
  const basis: PaperBasis = { id: newId(), profile, madeAt: now(), madeBy: staff.name };
  if (asked.kind !== 'transmittal') {
    const made = await plainSheet(loket, basis, asked);
    return made.ok ? succeed({ kind: asked.kind, bytes: made.value, number: null }) : made;
  }
  const { rows, to, reservationId } = asked;
  const taken = await transmittalNumber(loket, profile, { to, count: rows.length, reservationId });
  if (!taken.ok) return fail({ kind: 'command', failure: taken.error });
  const number = taken.value;
  const made = await renderTransmittal(loket, basis, asked, number);
  return made.ok
    ? succeed({ kind: asked.kind, bytes: made.value, number })
    : fail({ kind: 'letter', error: made.error, number });
}

/** Whatever goes wrong from here on, the number that was set aside is told. */
async function renderTransmittal(
  loket: Loket,
  basis: PaperBasis,
  { rows, to }: Extract<SheetAsked, { kind: 'transmittal' }>,
  { number }: TransmittalNumber,
): Promise<Result<Uint8Array, LetterError>> {
  try {
    const lines = await withPapers(loket, basis.profile, rows);
    return await renderReport(
      loket,
      basis,
      transmittalPaper({ ...basis, number, to: to.trim(), lines }),
    );
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.name : 'unknown';
    return fail({ code: 'renderer-failed', detail });
  }
}

async function plainSheet(
  loket: Loket,
  basis: PaperBasis,
  asked: Exclude<SheetAsked, { kind: 'transmittal' }>,
): Promise<Result<Uint8Array, SheetFailure>> {
  const { store, letters, host } = loket;
  const { profile } = basis;
  switch (asked.kind) {
    case 'register': {
      const rows = await rowsBetween(store, profile, asked);
      const lines = rows.map((row) => lineOf(row, profile));
      return told(await renderReport(loket, basis, registerPaper({ ...basis, ...asked, lines })));
    }
    case 'number-book': {
      const book = await readNumberBook(store, asked.year, Number.MAX_SAFE_INTEGER);
      const lines = book.lines.toReversed().map(numberLine);
      const paper = numberBookPaper({ ...basis, year: asked.year, lines });
      return told(await renderReport(loket, basis, paper));
    }
    case 'labels': {
      const content = { id: basis.id, labels: asked.rows.map((row) => labelOf(row, profile)) };
      return told(await letters.renderLabels(content, basis.madeAt));
    }
    case 'blank-disposition':
      return blankDisposition(loket, basis, await readLogo(host, profile));
  }
}

async function renderReport(
  { letters, host }: Loket,
  { profile, madeAt }: PaperBasis,
  content: Parameters<Loket['letters']['renderReport']>[0],
): Promise<Result<Uint8Array, LetterError>> {
  const logo = await readLogo(host, profile);
  return letters.renderReport(content, { createdAt: madeAt, logo });
}

function told(made: Result<Uint8Array, LetterError>): Result<Uint8Array, SheetFailure> {
  return made.ok ? made : fail({ kind: 'letter', error: made.error, number: null });
}

/** Requests that arrived in a period of the office's days, first arrival first. */
export async function rowsBetween(
  store: Pick<Store, 'requests'>,
  profile: OfficeProfile,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly RegisterRow[]> {
  const found: RegisterRow[] = [];
  let cursor: string | null = null;
  for (;;) {
    const page: Awaited<ReturnType<Store['requests']['page']>> = await store.requests.page(
      cursor,
      PAGE,
    );
    const days = page.rows.map((row) => ({ row, day: paperDay(row.arrivedAt, profile) }));
    found.push(...days.filter(({ day }) => day >= from && day <= until).map(({ row }) => row));
    // The register goes back in time: what comes next is older still.
    if (page.next === null || days.some(({ day }) => day < from)) return found.toReversed();
    cursor = page.next;
  }
}

function lineOf(row: RegisterRow, profile: OfficeProfile): RequestLine {
  return {
    registerNumber: row.registerNumber,
    receivedOn: paperDay(row.arrivedAt, profile),
    name: row.summary.name,
    unit: row.summary.unit,
    service: serviceLabel(row.service, 'id'),
    state: translate('id', `letterDesk.state.${row.status}`),
  };
}

/** Only what goes along is counted: it needs every request to be opened. */
function withPapers(
  { store }: Loket,
  profile: OfficeProfile,
  rows: readonly RegisterRow[],
): Promise<readonly TransmittalLine[]> {
  return Promise.all(
    rows.map(async (row) => {
      const state = await store.requests.get(row.id);
      const papers = state?.attachments.filter(({ superseded }) => !superseded).length ?? 0;
      return { ...lineOf(row, profile), papers };
    }),
  );
}

function labelOf(row: RegisterRow, profile: OfficeProfile) {
  return {
    requestId: row.id,
    registerNumber: row.registerNumber,
    service: serviceLabel(row.service, 'id'),
    received: translate('id', 'letterDesk.label.received', {
      date: letterDateOfIso(paperDay(row.arrivedAt, profile)),
    }),
    name: row.summary.name,
    unit: row.summary.unit,
  };
}

function numberLine(line: BookLine): NumberLine {
  const { place } = line;
  if (line.kind === 'letter') {
    const { number, date, letter, registerNumber } = line.row;
    return { place, number, date, what: letterTitle(letter), state: registerNumber };
  }
  if (line.kind === 'gone') {
    return {
      place,
      number: '—',
      date: '',
      what: '',
      state: translate('id', 'letterDesk.book.state.gone'),
    };
  }
  const { number, date, purpose, note, status } = line.reservation;
  return {
    place,
    number,
    date,
    what: note === null ? purpose : `${purpose} · ${note}`,
    state: translate('id', `letterDesk.book.state.${status}`),
  };
}

async function blankDisposition(
  { store, letters, now, newId, staff }: Loket,
  { profile, madeAt }: PaperBasis,
  logo: LetterLogo | null,
): Promise<Result<Uint8Array, SheetFailure>> {
  const template = store.templates.inUse('disposition-sheet')?.template;
  const sop = sheetSop(store.sops.inUse());
  if (template === undefined || sop === undefined) return fail({ kind: 'no-sop' });
  const content = prepareBlankLetter(template, {
    data: BLANK_DATA,
    sop,
    office: profile,
    registerNumber: '',
    receivedOn: localDate(now(), profile.timeZone).isoDate,
    letterId: newId(),
    letterNumber: null,
    letterDate: null,
    sheet: [],
    step: mainRoute(sop)[0] ?? null,
    clerk: staff?.name ?? '',
    papers: { held: [], missing: [] },
    steps: [],
    receipt: null,
    noticeVersion: null,
    incomingLetter: null,
  });
  if (!content.ok) return fail({ kind: 'letter', error: content.error, number: null });
  const options = { paper: profile.paper, final: true, createdAt: madeAt, logo };
  return told(await letters.render(content.value, options));
}

/** The SOP whose chain of officials the form shows: one with dispositions where there is one. */
function sheetSop(sops: readonly Sop[]): Sop | undefined {
  return sops.find(({ steps }) => steps.some(({ kind }) => kind === 'dispose')) ?? sops[0];
}

const BLANK_DATA = {
  applicant: {
    name: '',
    nik: '',
    personnel: 'pns',
    nip: null,
    rank: null,
    position: '',
    unit: '',
    email: '',
    phone: '',
  },
  superior: null,
  certificate: { subjectDn: null, serialNumber: null, notAfter: null },
  reason: { key: null, note: null },
} as const;
