import { placeOf } from '../numbering/letter-book';
import { plainFileName } from '../documents/file-name';
import { assertNever } from '../assert-never';
import { withCertificate, withCheck } from './evolve-certificate';
import type { CorrectionEnding, CorrectionTicket } from './correction-ticket';
import { withSigning } from './evolve-signing';
import type { RequestEvent } from './request-event';
import type {
  Attachment,
  Letter,
  LetterPrint,
  Pause,
  RequestState,
  SheetEntry,
  StepPassage,
  Submission,
} from './request-state';

/**
 * The request after one more event; pure. `null` before the first. An event that arrives
 * late or twice (another desk's, a replay) never throws: what it names and is not there
 * is left alone. An event before the request was recorded gives null.
 */
export function evolve(state: RequestState | null, event: RequestEvent): RequestState | null {
  if (event.type === 'request-recorded') return state ?? recorded(event);
  if (state === null) return null;
  return { ...apply(state, event), eventCount: state.eventCount + 1, updatedAt: event.at };
}

/** All events of one request in their order, folded. */
export function replay(events: Iterable<RequestEvent>): RequestState | null {
  let state: RequestState | null = null;
  for (const event of events) state = evolve(state, event);
  return state;
}

function recorded(event: Extract<RequestEvent, { type: 'request-recorded' }>): RequestState {
  return {
    id: event.stream,
    registerNumber: event.registerNumber,
    arrivedAt: event.arrivedAt,
    sop: event.sop,
    service: event.service,
    data: event.data,
    origin: event.origin,
    privacy: event.privacy ?? null,
    status: 'open',
    step: event.firstStep,
    stepSince: event.at,
    pauses: [],
    holder: null,
    sheet: [],
    passages: [],
    attachments: [],
    letters: [],
    prints: [],
    signings: [],
    submissions: [],
    corrections: [],
    certificates: [],
    certificateChecks: [],
    eventCount: 1,
    updatedAt: event.at,
  };
}

type LaterEvent = Exclude<RequestEvent, { type: 'request-recorded' }>;

function apply(state: RequestState, event: LaterEvent): RequestState {
  switch (event.type) {
    case 'request-corrected':
      return { ...state, data: event.data, corrections: answered(state.corrections, event) };
    case 'correction-asked':
    case 'correction-refused':
      return { ...state, corrections: withTicket(state.corrections, event) };
    case 'document-attached':
      return { ...state, attachments: withAttachment(state.attachments, event) };
    case 'document-removed':
      return {
        ...state,
        attachments: state.attachments.filter(({ id }) => id !== event.attachmentId),
      };
    case 'letter-drafted':
    case 'letter-issued':
      return { ...state, letters: withLetter(state.letters, event) };
    case 'letter-printed':
      return { ...state, prints: withPrint(state.prints, event) };
    case 'signing-begun':
    case 'signing-ended':
    case 'signing-reconciled':
      return { ...state, ...withSigning(state, event) };
    case 'step-completed':
    case 'step-refused':
    case 'step-skipped':
      return passed(state, event);
    case 'disposition-returned':
      return passed({ ...state, sheet: withEntry(state.sheet, event) }, event);
    case 'step-paused':
    case 'step-resumed':
      return withPause(state, event);
    case 'disposition-given':
      return { ...state, sheet: withEntry(state.sheet, event) };
    case 'disposition-forwarded': {
      const sheet = withEntry(state.sheet, event);
      return event.step === state.step
        ? { ...state, sheet, holder: event.to }
        : { ...state, sheet };
    }
    case 'certificate-read':
      return { ...state, certificates: withCertificate(state.certificates, event) };
    case 'certificate-checked':
      return { ...state, certificateChecks: withCheck(state.certificateChecks, event) };
    case 'request-cancelled':
      return { ...state, status: 'cancelled', step: null, stepSince: event.at };
    default:
      return { ...state, submissions: withSubmission(state.submissions, event) };
  }
}

function withAttachment(
  attachments: readonly Attachment[],
  event: Extract<LaterEvent, { type: 'document-attached' }>,
): readonly Attachment[] {
  return [
    ...attachments.filter(({ id }) => id !== event.attachmentId),
    {
      id: event.attachmentId,
      document: event.document,
      file: event.file,
      // Events of earlier versions have the name as it came.
      originalName: plainFileName(event.originalName),
      attachedAt: event.at,
      ...(event.scan && { scan: event.scan }),
      superseded: false,
    },
  ];
}

/** Ended once is ended: a later correction or refusal of the same ticket changes nothing. */
function endTickets(
  tickets: readonly CorrectionTicket[],
  ids: readonly string[],
  ending: CorrectionEnding,
): readonly CorrectionTicket[] {
  return tickets.map((one) =>
    one.ending === null && ids.includes(one.id) ? { ...one, ending } : one,
  );
}

function answered(
  tickets: readonly CorrectionTicket[],
  { id, at, answers }: Extract<RequestEvent, { type: 'request-corrected' }>,
): readonly CorrectionTicket[] {
  if (answers.length === 0) return tickets;
  return endTickets(tickets, answers, { how: 'corrected', at, eventId: id });
}

function withTicket(
  tickets: readonly CorrectionTicket[],
  event: Extract<RequestEvent, { type: 'correction-asked' | 'correction-refused' }>,
): readonly CorrectionTicket[] {
  const { ticketId, at } = event;
  if (event.type === 'correction-refused') {
    return endTickets(tickets, [ticketId], { how: 'refused', at, reason: event.reason });
  }
  if (tickets.some(({ id }) => id === ticketId)) return tickets;
  const { askedAt, askedBy, wrong, evidence, by } = event;
  const asked = { askedAt, askedBy, wrong, evidence };
  return [
    ...tickets,
    { id: ticketId, ...asked, recordedAt: at, recordedBy: by.name, ending: null },
  ];
}

type PassingEvent = Extract<
  RequestEvent,
  { type: 'step-completed' | 'step-refused' | 'step-skipped' | 'disposition-returned' }
>;

const outcomes = {
  'step-completed': 'completed',
  'step-refused': 'refused',
  'step-skipped': 'skipped',
  'disposition-returned': 'returned',
} as const satisfies Record<PassingEvent['type'], StepPassage['outcome']>;

function passed(state: RequestState, event: PassingEvent): RequestState {
  const passage: StepPassage = {
    step: event.step,
    outcome: outcomes[event.type],
    since: state.stepSince,
    at: event.at,
    pauses: ended(state.pauses, event.at),
  };
  const passages = [...state.passages, passage];
  const papers = event.type === 'step-refused' ? withSuperseded(state, event.supersedes) : state;
  // A request that was cancelled meanwhile stays cancelled when a late step arrives.
  if (state.status === 'cancelled') return { ...papers, passages };
  return {
    ...papers,
    passages,
    step: event.opens,
    stepSince: event.at,
    pauses: [],
    holder: null,
    status: event.opens === null ? 'completed' : 'open',
  };
}

/** A pause that still runs ends with its step. */
function ended(pauses: readonly Pause[], at: string): readonly Pause[] {
  return pauses.map((pause) => (pause.until === null ? { ...pause, until: at } : pause));
}

function withPause(
  state: RequestState,
  event: Extract<RequestEvent, { type: 'step-paused' | 'step-resumed' }>,
): RequestState {
  if (event.step !== state.step) return state;
  if (event.type === 'step-resumed') return { ...state, pauses: ended(state.pauses, event.at) };
  const running = state.pauses.some(({ until }) => until === null);
  return running ? state : { ...state, pauses: [...state.pauses, { from: event.at, until: null }] };
}

type SheetEvent = Extract<
  RequestEvent,
  { type: 'disposition-given' | 'disposition-forwarded' | 'disposition-returned' }
>;

function withEntry(sheet: readonly SheetEntry[], event: SheetEvent): readonly SheetEntry[] {
  return sheet.some(({ id }) => id === event.id) ? sheet : [...sheet, entryOf(event)];
}

function entryOf(event: SheetEvent): SheetEntry {
  const { id, step, from, medium, at: recordedAt, by } = event;
  const base = { id, step, from, medium, recordedAt, recordedBy: by.name };
  switch (event.type) {
    case 'disposition-given': {
      const { to, instructions, note, urgency, deadline, writtenOn } = event;
      const written = { to, instructions, note, urgency, deadline, writtenOn };
      return { ...base, kind: 'given', ...written };
    }
    case 'disposition-forwarded':
      return { ...base, kind: 'forwarded', to: event.to, note: event.note };
    case 'disposition-returned':
      return { ...base, kind: 'returned', opens: event.opens, reason: event.reason };
    default:
      return assertNever(event);
  }
}

function withSuperseded(state: RequestState, ids: readonly string[]): RequestState {
  if (ids.length === 0) return state;
  return {
    ...state,
    attachments: state.attachments.map((one) =>
      ids.includes(one.id) ? { ...one, superseded: true } : one,
    ),
    letters: state.letters.map((one) =>
      one.status === 'issued' && ids.includes(one.id) ? { ...one, superseded: true } : one,
    ),
  };
}

function withLetter(
  letters: readonly Letter[],
  event: Extract<RequestEvent, { type: 'letter-drafted' | 'letter-issued' }>,
): readonly Letter[] {
  const { letterId: id, letter, file } = event;
  const known = letters.find((other) => other.id === id);
  if (known?.status === 'issued') return letters;
  const next: Letter =
    event.type === 'letter-issued'
      ? {
          status: 'issued',
          id,
          letter,
          file,
          number: event.number,
          date: event.date,
          place: event.counter ? placeOf(event.counter) : null,
          versions: [{ file, signingId: null, at: event.at }],
          superseded: false,
        }
      : { status: 'draft', id, letter, file };
  // A new draft of the same kind takes the place of an older draft, never of an issued letter.
  const others = letters.filter(
    (other) => other.id !== id && !(other.status === 'draft' && other.letter === letter),
  );
  return [...others, next];
}

function withPrint(
  prints: readonly LetterPrint[],
  event: Extract<RequestEvent, { type: 'letter-printed' }>,
): readonly LetterPrint[] {
  if (prints.some(({ id }) => id === event.id)) return prints;
  const { id, letterId, at, copies, isCopy, reason } = event;
  return [...prints, { id, letterId, at, copies, isCopy, reason }];
}

type SubmissionEvent = Extract<LaterEvent, { submissionId: string }>;

function withSubmission(
  submissions: readonly Submission[],
  event: SubmissionEvent,
): readonly Submission[] {
  if (event.type === 'submission-queued') {
    if (submissions.some(({ id }) => id === event.submissionId)) return submissions;
    return [...submissions, queued(event)];
  }
  return submissions.map((submission) =>
    submission.id === event.submissionId
      ? { ...submission, ...changed(submission, event) }
      : submission,
  );
}

function queued(event: Extract<SubmissionEvent, { type: 'submission-queued' }>): Submission {
  return {
    id: event.submissionId,
    revision: event.revision,
    replaces: event.replaces,
    status: 'queued',
    queuedAt: event.at,
    body: event.body,
    files: event.files,
    receipt: null,
    remoteState: null,
    remoteNote: null,
    problem: null,
  };
}

function changed(
  submission: Submission,
  event: Exclude<SubmissionEvent, { type: 'submission-queued' }>,
): Partial<Submission> {
  switch (event.type) {
    case 'submission-held':
      return { status: 'held' };
    case 'submission-released':
      return { status: 'queued', problem: null };
    case 'submission-cancelled':
      return { status: 'cancelled' };
    case 'submission-stored':
      return {
        status: 'stored',
        receipt: event.receipt ?? submission.receipt,
        remoteState: event.state,
        problem: null,
      };
    case 'submission-parked':
      return { status: 'parked', problem: event.problem };
    case 'submission-reported':
      return { remoteState: event.state, remoteNote: event.note };
    default:
      return assertNever(event);
  }
}
