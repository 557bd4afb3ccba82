import { plainFileName } from '../../domain/documents/file-name';
import { assertNever } from '../../domain/assert-never';
import { SYSTEM_AUTHOR } from '../../domain/event';
import type { RequestEvent } from '../../domain/request/request-event';
import { findStep } from '../../domain/sop/route';
import type { Sop } from '../../domain/sop/sop';
import { isMessageKey, translate, translateMessage, type Locale } from '../../messages/catalogue';
import { fieldLabelKey } from '../../messages/field-label-key';
import { jobReasonWords } from '../../sync/job-table';
import type { Tone } from '../../ui/feedback/tone';
import { formatDate } from '../../ui/format/date-time';
import { formatBytes, groupNip } from '../../ui/format/numbers';
import { actorLabel, documentLabel, letterTitle, partyWords } from '../shared/sop-words';
import type { FieldChange } from './correction-changes';
import { toldCertificate } from './describe-certificate';
import { toldSigning } from './describe-signing';
import { toldTicket } from './describe-ticket';
import { privacyWords } from './privacy-words';

/** One event as the timeline tells it. */
export interface EventWords {
  readonly title: string;
  readonly who: string;
  readonly details: readonly string[];
  readonly tone: Tone;
}

/** What the words are made with. */
export interface EventSpeech {
  readonly locale: Locale;
  readonly sop: Sop | undefined;
  /** All events of the request: a removal names its paper by its attachment. */
  readonly events: readonly RequestEvent[];
  readonly changes: ReadonlyMap<string, readonly FieldChange[]>;
}

type Told = Pick<EventWords, 'title'> & Partial<Pick<EventWords, 'details' | 'tone'>>;

/** An event with who, where and its facts, in the SOP's own words where it has some. */
export function describeEvent(event: RequestEvent, speech: EventSpeech): EventWords {
  const { locale } = speech;
  const who =
    event.by.id === SYSTEM_AUTHOR.id
      ? translate(locale, 'request.event.system')
      : translate(locale, 'request.event.who', { name: event.by.name, desk: event.desk });
  return { who, details: [], tone: 'neutral', ...told(event, speech) };
}

function told(event: RequestEvent, speech: EventSpeech): Told {
  switch (event.type) {
    case 'request-recorded':
      return toldRecording(event, speech);
    case 'request-corrected':
      return toldCorrection(event, speech);
    case 'correction-asked':
    case 'correction-refused':
      return toldTicket(event, speech.locale);
    case 'document-attached':
    case 'document-removed':
      return toldDocument(event, speech);
    case 'letter-drafted':
    case 'letter-issued':
      return toldLetter(event, speech);
    case 'letter-printed':
      return toldPrint(event, speech);
    case 'signing-begun':
    case 'signing-ended':
    case 'signing-reconciled':
      return toldSigning(event, speech.locale);
    case 'step-completed':
    case 'step-refused':
      return toldStep(event, speech);
    case 'step-skipped':
    case 'step-paused':
    case 'step-resumed':
      return toldPause(event, speech);
    case 'disposition-given':
    case 'disposition-forwarded':
    case 'disposition-returned':
      return toldDisposition(event, speech);
    case 'certificate-read':
    case 'certificate-checked':
      return toldCertificate(event, speech.locale);
    case 'request-cancelled':
      return {
        title: translate(speech.locale, 'request.event.cancelled'),
        details: [event.reason],
        tone: 'bad',
      };
    default:
      return toldSubmission(event, speech);
  }
}

type Of<Type extends RequestEvent['type']> = Extract<RequestEvent, { type: Type }>;

function toldRecording(event: Of<'request-recorded'>, { locale }: EventSpeech): Told {
  const { origin, besides, privacy } = event;
  const ref = origin.kind === 'import' ? (origin.ref ?? '—') : null;
  return {
    title: translate(locale, 'request.event.recorded', { number: event.registerNumber }),
    details: [
      ...(ref === null ? [] : [translate(locale, 'request.event.imported', { ref })]),
      ...(besides.length === 0
        ? []
        : [translate(locale, 'request.event.besides', { count: besides.length })]),
      ...(privacy === undefined ? [] : privacyWords(privacy, locale)),
    ],
    tone: 'info',
  };
}

function toldCorrection(event: Of<'request-corrected'>, { locale, changes }: EventSpeech): Told {
  // Never the NIK: masked it would tell nothing, so the history shows it apart.
  const changed = (changes.get(event.id) ?? [])
    .filter(({ field }) => field !== 'applicant.nik')
    .map(({ field, before, after }) =>
      translate(locale, 'request.event.change', {
        field: translateMessage(locale, { key: fieldLabelKey(field) }),
        before: readable(field, before),
        after: readable(field, after),
      }),
    );
  return {
    title: translate(locale, 'request.event.corrected'),
    details: [
      translate(locale, 'request.event.reason', { reason: event.reason }),
      ...(event.answers.length > 0 ? [translate(locale, 'rights.event.answers')] : []),
      ...changed,
    ],
    tone: 'warn',
  };
}

function readable(field: string, value: string | null): string {
  if (value === null || value === '') return '—';
  return field.endsWith('.nip') ? groupNip(value) : value;
}

function toldDocument(
  event: Of<'document-attached' | 'document-removed'>,
  { locale, sop, events }: EventSpeech,
): Told {
  if (event.type === 'document-attached') {
    const document = documentLabel(sop, event.document, locale);
    return {
      title: translate(locale, 'request.event.attached', { document }),
      details: [`${plainFileName(event.originalName)} · ${formatBytes(event.file.size, locale)}`],
    };
  }
  const removed = events.find(
    (one) => one.type === 'document-attached' && one.attachmentId === event.attachmentId,
  );
  const key = removed?.type === 'document-attached' ? removed.document : '';
  return {
    title: translate(locale, 'request.event.removed', {
      document: documentLabel(sop, key, locale),
    }),
    details: [event.reason],
    tone: 'warn',
  };
}

function toldLetter(event: Of<'letter-drafted' | 'letter-issued'>, { locale }: EventSpeech): Told {
  const letter = letterTitle(event.letter);
  if (event.type === 'letter-drafted') {
    return {
      title: translate(locale, 'request.event.drafted', { letter }),
      details: wordingOf(event, locale),
    };
  }
  const { number } = event;
  const date = formatDate(event.date, { locale, timeZone: 'UTC' });
  return {
    title: translate(locale, 'request.event.issued', { letter }),
    details: [
      translate(locale, 'request.event.numbered', { number, date }),
      ...wordingOf(event, locale),
    ],
    tone: 'good',
  };
}

/** Which text it was made from, where that is one of the office's own. */
function wordingOf(
  { templateVersion }: Of<'letter-drafted' | 'letter-issued'>,
  locale: Locale,
): readonly string[] {
  const version = templateVersion?.office ?? null;
  return version === null ? [] : [translate(locale, 'request.event.wording', { version })];
}

function toldPrint(event: Of<'letter-printed'>, { locale }: EventSpeech): Told {
  const { copies: count, isCopy, reason } = event;
  const letter = letterTitle(event.letter);
  const title = isCopy
    ? translate(locale, 'request.event.printedCopy', { letter })
    : translate(locale, 'request.event.printed', { letter });
  const why = reason === null ? [] : [translate(locale, 'request.event.reason', { reason })];
  return { title, details: [translate(locale, 'request.event.copies', { count }), ...why] };
}

function toldStep(
  event: Of<'step-completed' | 'step-refused'>,
  { locale, sop }: EventSpeech,
): Told {
  const step = sop === undefined ? undefined : findStep(sop, event.step);
  const number = step?.number ?? '';
  const activity = step?.activity ?? event.step;
  if (event.type === 'step-refused') {
    const opens = sop === undefined ? undefined : findStep(sop, event.opens);
    return {
      title: translate(locale, 'request.event.refused', { number, opens: opens?.number ?? '' }),
      details: [activity, translate(locale, 'request.event.reason', { reason: event.reason })],
      tone: 'warn',
    };
  }
  const { actedBy, note } = event;
  const actor = actorLabel(sop, step?.actor ?? null);
  return {
    title: translate(locale, 'request.event.completed', { number, activity }),
    details: [
      ...(actedBy === null
        ? []
        : [translate(locale, 'request.event.actedBy', { actor, name: actedBy })]),
      ...(note === null ? [] : [note]),
    ],
    tone: 'good',
  };
}

function toldPause(
  event: Of<'step-skipped' | 'step-paused' | 'step-resumed'>,
  { locale, sop }: EventSpeech,
): Told {
  const step = sop === undefined ? undefined : findStep(sop, event.step);
  const number = step?.number ?? '';
  switch (event.type) {
    case 'step-skipped': {
      const activity = step?.activity ?? event.step;
      const title = translate(locale, 'request.event.skipped', { number, activity });
      const { reason } = event;
      return { title, details: [translate(locale, 'request.event.reason', { reason })] };
    }
    case 'step-paused':
      return {
        title: translate(locale, 'request.event.paused', { number }),
        details: [event.reason],
        tone: 'warn',
      };
    case 'step-resumed':
      return { title: translate(locale, 'request.event.resumed', { number }) };
    default:
      return assertNever(event);
  }
}

function toldDisposition(
  event: Of<'disposition-given' | 'disposition-forwarded' | 'disposition-returned'>,
  { locale, sop }: EventSpeech,
): Told {
  const from = partyWords(event.from);
  const onPaper = event.medium === 'paper' ? [translate(locale, 'request.event.onPaper')] : [];
  switch (event.type) {
    case 'disposition-given': {
      const to = partyWords(event.to);
      return {
        title: translate(locale, 'request.event.disposed', { from, to }),
        details: [...event.instructions, ...(event.note === null ? [] : [event.note]), ...onPaper],
        tone: 'good',
      };
    }
    case 'disposition-forwarded': {
      const to = partyWords(event.to);
      return {
        title: translate(locale, 'request.event.forwarded', { from, to }),
        details: [...(event.note === null ? [] : [event.note]), ...onPaper],
      };
    }
    case 'disposition-returned': {
      const opens = sop === undefined ? undefined : findStep(sop, event.opens);
      const facts = { from, opens: opens?.number ?? '' };
      const reason = translate(locale, 'request.event.reason', { reason: event.reason });
      return {
        title: translate(locale, 'request.event.dispositionReturned', facts),
        details: [reason, ...onPaper],
        tone: 'warn',
      };
    }
    default:
      return assertNever(event);
  }
}

function toldSubmission(
  event: Of<
    | 'submission-queued'
    | 'submission-held'
    | 'submission-released'
    | 'submission-cancelled'
    | 'submission-stored'
    | 'submission-parked'
    | 'submission-reported'
  >,
  { locale, sop }: EventSpeech,
): Told {
  switch (event.type) {
    case 'submission-queued': {
      const { revision, files } = event;
      const facts = { revision, files: files.length };
      return {
        title: translate(locale, 'request.event.queued'),
        details: [translate(locale, 'request.event.queuedFacts', facts)],
        tone: 'info',
      };
    }
    case 'submission-held':
      return { title: translate(locale, 'request.event.held'), details: [event.reason] };
    case 'submission-released':
      return { title: translate(locale, 'request.event.released') };
    case 'submission-cancelled': {
      const title = translate(locale, 'request.event.submissionCancelled');
      return { title, details: [event.reason], tone: 'warn' };
    }
    case 'submission-stored': {
      const number = event.receipt?.number;
      const receipt =
        number === undefined ? [] : [translate(locale, 'request.event.receipt', { number })];
      const title = translate(locale, 'request.event.stored');
      return { title, details: receipt, tone: 'good' };
    }
    case 'submission-parked': {
      const title = translate(locale, 'request.event.parked');
      const reason = translateMessage(locale, { key: jobReasonWords[event.problem.code] });
      return { title, details: [capitalised(reason)], tone: 'bad' };
    }
    case 'submission-reported': {
      const state = remoteStateWords(event.state, locale);
      const missing = event.missingDocuments.map((key) => documentLabel(sop, key, locale));
      const details = [...(event.note === null ? [] : [event.note]), ...missing];
      return {
        title: translate(locale, 'request.event.reported', { state }),
        details,
        tone: 'info',
      };
    }
    default:
      return assertNever(event);
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The gateway's word for where a submission is; one this version does not know stays as it is. */
export function remoteStateWords(state: string, locale: Locale): string {
  const key = `request.remote.${state}`;
  return isMessageKey(key) ? translateMessage(locale, { key }) : state;
}
