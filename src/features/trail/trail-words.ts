import { placeOf } from '../../domain/numbering/letter-book';
import { backupFailureSchema } from '../../contract/backup';
import { SYSTEM_AUTHOR } from '../../domain/event';
import type { OfficeEvent } from '../../domain/office/office-event';
import type { RequestEvent } from '../../domain/request/request-event';
import type { Sop, SopReference } from '../../domain/sop/sop';
import { OFFICE_STREAM } from '../../domain/office/office-event';
import { INCIDENT_STREAM, type IncidentEvent } from '../../domain/incident/incident-event';
import { RETENTION_STREAM, type RetentionEvent } from '../../domain/retention/retention-event';
import { TRAIL_STREAM, type TrailEvent } from '../../domain/trail/trail-event';
import { letterDateOfIso } from '../../domain/numbering/local-date';
import { isKnownAction } from '../../domain/trail/trail-kind';
import { translate, type Locale } from '../../messages/catalogue';
import type { TrailRow } from '../../store/trail-store';
import { maskNiksIn } from '../../ui/format/numbers';
import { describeEvent } from '../request/describe-event';
import { documentLabel, letterTitle } from '../shared/sop-words';

/** What the words of a row are made with. */
export interface TrailSpeech {
  readonly locale: Locale;
  readonly findSop: (reference: SopReference) => Sop | undefined;
  /** The name of a member of staff by id; undefined for one the office does not know. */
  readonly staffName: (id: string) => string | undefined;
}

/** A row as the list, the CSV and the PDF tell it. */
export interface TrailWords {
  /** Null where the row does not open. */
  readonly at: string | null;
  readonly who: string;
  readonly desk: string;
  readonly title: string;
  readonly details: readonly string[];
}

/** Who did what, in the reader's language. Never a whole NIK, also not one searched for. */
export function trailWords({ event, subject }: TrailRow, speech: TrailSpeech): TrailWords {
  const { locale } = speech;
  if (event === null) {
    const title = translate(locale, 'trail.unreadable');
    return { at: null, who: '', desk: '', title, details: [] };
  }
  const isSystem = event.by.id === SYSTEM_AUTHOR.id;
  const who = isSystem ? translate(locale, 'request.event.system') : event.by.name;
  const sop = subject === null ? undefined : speech.findSop(subject.sop);
  return { at: event.at, who, desk: event.desk, ...told(event, sop, speech) };
}

type Told = Pick<TrailWords, 'title' | 'details'>;

function told(event: NonNullable<TrailRow['event']>, sop: Sop | undefined, speech: TrailSpeech) {
  if (event.stream === TRAIL_STREAM) return toldNote(event as TrailEvent, sop, speech);
  if (event.stream === OFFICE_STREAM) return toldOffice(event as OfficeEvent, speech);
  if (event.stream === RETENTION_STREAM) return toldRetention(event as RetentionEvent, speech);
  if (event.stream === INCIDENT_STREAM) return toldIncident(event as IncidentEvent, speech);
  return toldRequest(event as RequestEvent, sop, speech);
}

/** That it happened; what it says is on its own page. */
function toldIncident(event: IncidentEvent, { locale }: TrailSpeech): Told {
  const details = 'to' in event ? [translate(locale, `incident.to.${event.to}`)] : [];
  return { title: translate(locale, `trail.incident.${event.type}`), details };
}

function toldRetention(event: RetentionEvent, { locale }: TrailSpeech): Told {
  const details = 'reason' in event ? [event.reason] : [];
  switch (event.type) {
    case 'destruction-proposed': {
      const count = event.items.length;
      return { title: translate(locale, `trail.retention.${event.type}`, { count }), details };
    }
    case 'records-destroyed': {
      const { items, reportNumber: number, reportDate } = event;
      const facts = { count: items.length, number, date: letterDateOfIso(reportDate) };
      return { title: translate(locale, `trail.retention.${event.type}`, facts), details };
    }
    default:
      return { title: translate(locale, `trail.retention.${event.type}`), details };
  }
}

function toldRequest(event: RequestEvent, sop: Sop | undefined, { locale }: TrailSpeech): Told {
  if (event.type === 'document-removed') {
    return { title: translate(locale, 'trail.event.removed'), details: [event.reason] };
  }
  // What a person asks to be corrected is told by the request itself: it may hold a NIK.
  const told = event.type === 'correction-asked' ? { ...event, wrong: '', evidence: '' } : event;
  // Without the changes of a correction: they may hold a NIK.
  const words = describeEvent(told, { locale, sop, events: [event], changes: new Map() });
  return { title: words.title, details: words.details.filter((detail) => detail !== '') };
}

function toldOffice(event: OfficeEvent, { locale, staffName }: TrailSpeech): Told {
  const title = (): string => {
    switch (event.type) {
      case 'office-configured':
        return translate(locale, `trail.office.${event.type}`);
      case 'staff-added':
      case 'staff-renamed':
        return translate(locale, `trail.office.${event.type}`, { name: event.name });
      case 'staff-disabled': {
        const name = staffName(event.staffId) ?? event.staffId;
        return translate(locale, `trail.office.${event.type}`, { name });
      }
      case 'sop-published': {
        const name = `${event.sop.identity.title} v${String(event.sop.version)}`;
        return translate(locale, `trail.office.${event.type}`, { name });
      }
      case 'notice-published':
        return translate(locale, `trail.office.${event.type}`, { version: event.version });
      case 'letter-number-reserved':
        return translate(locale, `trail.office.${event.type}`, { number: event.number });
      case 'letter-number-returned':
      case 'letter-number-spent': {
        const place = event.counter ? placeOf(event.counter) : null;
        const number = place === null ? '' : `${place.value}/${place.year}`;
        return translate(locale, `trail.office.${event.type}`, { number });
      }
      case 'letter-template-published': {
        const facts = { letter: letterTitle(event.template.key), version: event.version };
        return translate(locale, `trail.office.${event.type}`, facts);
      }
      case 'letter-template-reset': {
        const facts = { letter: letterTitle(event.letter), version: event.version };
        return translate(locale, `trail.office.${event.type}`, facts);
      }
      default:
        return otherOffice(event, locale);
    }
  };
  const details = 'note' in event && event.note !== '' ? [maskNiksIn(event.note)] : [];
  return { title: title(), details };
}

/** A setting of another version of the program. */
function otherOffice(event: { readonly type: string }, locale: Locale): string {
  return translate(locale, 'trail.office.other', { type: event.type });
}

function toldNote(event: TrailEvent, sop: Sop | undefined, speech: TrailSpeech): Told {
  const { locale, staffName } = speech;
  const { action, details } = event;
  const title = isKnownAction(action)
    ? translate(locale, `trail.action.${action}`)
    : translate(locale, 'trail.action.unknown', { action });
  const { copies, text, hits, count, staffId, reason, code, fingerprint } = details;
  const failure = backupFailureSchema.safeParse(code);
  const facts = [
    whatOf(details, sop, locale),
    copies !== undefined && translate(locale, 'trail.detail.copies', { count: copies }),
    text !== undefined && translate(locale, 'trail.detail.text', { text: maskNiksIn(text) }),
    hits !== undefined && hitsOf(hits, details['more'] === true, locale),
    count !== undefined && translate(locale, 'trail.detail.count', { count }),
    // Its beginning is enough to tell which of few authorities it was.
    fingerprint !== undefined &&
      translate(locale, 'trail.detail.fingerprint', { fingerprint: fingerprint.slice(0, 16) }),
    staffId !== undefined &&
      translate(locale, 'trail.detail.staff', { name: staffName(staffId) ?? staffId }),
    reason !== undefined && translate(locale, 'trail.detail.reason', { reason }),
    failure.success && translate(locale, `backup.failed.${failure.data}`),
  ];
  return { title, details: facts.filter((fact) => typeof fact === 'string') };
}

function hitsOf(count: number, more: boolean, locale: Locale): string {
  return translate(locale, more ? 'trail.detail.hitsMore' : 'trail.detail.hits', { count });
}

const whats = [
  'chart',
  'submission',
  'trail-csv',
  'trail-pdf',
  'daily-report',
  'destruction-report',
  'privacy-notice',
  'import-row',
  'person-copy',
  'incident-letter',
  'register',
  'number-book',
  'transmittal',
  'labels',
  'blank-disposition',
] as const;

function whatOf(
  { letter, document, what }: TrailEvent['details'],
  sop: Sop | undefined,
  locale: Locale,
): string | null {
  if (letter !== undefined) {
    return translate(locale, 'trail.what.letter', { name: letterTitle(letter) });
  }
  if (document !== undefined) {
    const name = documentLabel(sop, document, locale);
    return translate(locale, 'trail.what.document', { name });
  }
  const known = whats.find((one) => one === what);
  return known === undefined ? null : translate(locale, `trail.what.${known}`);
}
