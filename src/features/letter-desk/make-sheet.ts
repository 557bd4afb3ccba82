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
import { readNumberBook } from './use-number-book';

/** A paper over several requests, or an empty form. Days are yyyy-mm-dd. */
export type SheetAsked =
  | { readonly kind: 'register'; readonly from: string; readonly until: string }
  | { readonly kind: 'number-book'; readonly year: number }
  | { readonly kind: 'transmittal'; readonly rows: readonly RegisterRow[]; readonly to: string }
  | { readonly kind: 'labels'; readonly rows: readonly RegisterRow[] }
  | { readonly kind: 'blank-disposition' };

/** Why none was made. */
export type SheetFailure =
  | { readonly kind: 'letter'; readonly error: LetterError }
  | { readonly kind: 'command'; readonly failure: CommandFailure }
  | { readonly kind: 'not-signed-in' }
  /** No SOP is installed whose officials the form could name. */
  | { readonly kind: 'no-sop' };

/** A page of the register that is read at a time. */
const PAGE = 200;

/** Makes the paper as PDF bytes; a transmittal takes its number from the outgoing book first. */
export async function makeSheet(
  loket: Loket,
  profile: OfficeProfile,
  asked: SheetAsked,
): Promise<Result<Uint8Array, SheetFailure>> {
  const { store, letters, host, now, newId, staff } = loket;
  if (staff === null) return fail({ kind: 'not-signed-in' });
  const basis: PaperBasis = { id: newId(), profile, madeAt: now(), madeBy: staff.name };
  const logo = await readLogo(host, profile);
  const report = async (content: Parameters<typeof letters.renderReport>[0]) =>
    told(await letters.renderReport(content, { createdAt: basis.madeAt, logo }));
  switch (asked.kind) {
    case 'register': {
      const rows = await rowsBetween(store, profile, asked);
      const lines = rows.map((row) => lineOf(row, profile));
      return report(registerPaper({ ...basis, ...asked, lines }));
    }
    case 'number-book': {
      const book = await readNumberBook(store, asked.year, Number.MAX_SAFE_INTEGER);
      const lines = book.lines.toReversed().map(numberLine);
      return report(numberBookPaper({ ...basis, year: asked.year, lines }));
    }
    case 'transmittal': {
      const number = await transmittalNumber(loket, profile, asked);
      if (!number.ok) return number;
      const lines = await withPapers(loket, profile, asked.rows);
      return report(
        transmittalPaper({ ...basis, number: number.value, to: asked.to.trim(), lines }),
      );
    }
    case 'labels': {
      const content = { id: basis.id, labels: asked.rows.map((row) => labelOf(row, profile)) };
      return told(await letters.renderLabels(content, basis.madeAt));
    }
    case 'blank-disposition':
      return blankDisposition(loket, basis, logo);
  }
}

function told(made: Result<Uint8Array, LetterError>): Result<Uint8Array, SheetFailure> {
  return made.ok ? made : fail({ kind: 'letter', error: made.error });
}

/**
 * The number is set aside and at once noted as used: it stands in the book with what it is
 * for, whatever becomes of the paper.
 */
async function transmittalNumber(
  { store, now, newId, staff }: Loket,
  profile: OfficeProfile,
  { rows, to }: Extract<SheetAsked, { kind: 'transmittal' }>,
): Promise<Result<string, SheetFailure>> {
  if (staff === null) return fail({ kind: 'not-signed-in' });
  const reservationId = newId();
  const date = localDate(now(), profile.timeZone).isoDate;
  const purpose = translate('id', 'letterDesk.transmittal.purpose', { count: rows.length });
  const reserved = await store.executeOffice(
    { command: 'reserve-letter-number', reservationId, date, purpose },
    staff,
  );
  if (!reserved.ok) return fail({ kind: 'command', failure: reserved.error });
  const spent = await store.executeOffice(
    { command: 'spend-letter-number', reservationId, use: to.trim() },
    staff,
  );
  if (!spent.ok) return fail({ kind: 'command', failure: spent.error });
  const number = spent.value.numbers.find(({ id }) => id === reservationId)?.number ?? '';
  return succeed(number);
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
  if (!content.ok) return fail({ kind: 'letter', error: content.error });
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
