import { fail, succeed, type Result } from '../../contract/result';
import { assertNever } from '../assert-never';
import type { Occasion } from '../event';
import { permissionRefusal, type Authority } from '../office/permissions';
import type { IncidentCommand, IncidentRefusal } from './incident-command';
import { INCIDENT_STREAM, type IncidentEvent, type IncidentFacts } from './incident-event';
import type { IncidentState } from './incident-state';

/** Longest texts taken, in characters. */
export const LONGEST_INCIDENT_TEXT = 4000;
/** A clock that is a little fast must not make "just now" the future, in milliseconds. */
const CLOCK_SLACK = 60_000;

type Decision = Result<readonly IncidentEvent[], IncidentRefusal>;

/** Events of a command about an incident, or why it is refused; pure. */
export function decideIncident(
  state: IncidentState | null,
  command: IncidentCommand,
  authority: Authority,
  occasion: Occasion,
): Decision {
  const forbidden = permissionRefusal(authority, [command.command]);
  if (forbidden) return fail(forbidden);
  if (command.command === 'report-incident') {
    if (state !== null) return fail({ code: 'incident-exists' });
    return decideFacts('incident-reported', command, occasion);
  }
  if (state === null) return fail({ code: 'incident-unknown' });
  if (state.closed !== null) return fail({ code: 'incident-closed' });
  switch (command.command) {
    case 'revise-incident':
      return decideRevision(state, command, occasion);
    case 'make-incident-letter': {
      const { incidentId, letterId, to, requestId, file } = command;
      const addressee = command.addressee.trim();
      if (addressee === '') return fail({ code: 'addressee-missing' });
      const made = { incidentId, letterId, to, requestId, addressee, file };
      return succeed([{ ...envelope(occasion), type: 'incident-letter-made', ...made }]);
    }
    case 'notify-incident':
      return decideNotice(state, command, occasion);
    case 'close-incident':
      return decideClosing(state, command, occasion);
    default:
      return assertNever(command);
  }
}

/** Fields that are missing or too long; what is not known yet is written so, never left blank. */
export function incompleteFields(facts: IncidentFacts): readonly (keyof IncidentFacts)[] {
  const texts = ['title', 'occurred', 'how', 'measures'] as const;
  const isOdd = (text: string) => text.trim() === '' || text.length > LONGEST_INCIDENT_TEXT;
  const hasOther = facts.kinds.includes('other');
  return [
    ...texts.filter((name) => isOdd(facts[name])),
    ...(facts.kinds.length === 0 ? ['kinds' as const] : []),
    ...(hasOther && isOdd(facts.otherKinds) ? ['otherKinds' as const] : []),
    ...(facts.affected.kind === 'requests' && facts.affected.requestIds.length === 0
      ? ['affected' as const]
      : []),
  ];
}

function decideFacts(
  type: 'incident-reported' | 'incident-revised',
  { incidentId, facts }: { readonly incidentId: string; readonly facts: IncidentFacts },
  occasion: Occasion,
): Decision {
  const known = instant(facts.knownAt, occasion);
  if (!known.ok) return known;
  const fields = incompleteFields(facts);
  if (fields.length > 0) return fail({ code: 'incident-incomplete', fields });
  const kept = { ...trimmed(facts), knownAt: known.value };
  return succeed([{ ...envelope(occasion), type, incidentId, facts: kept }]);
}

/** The clock of article 46 begins at `knownAt`: later facts never move it past what is on record. */
function decideRevision(
  { facts, reportedAt, notices }: IncidentState,
  command: Extract<IncidentCommand, { command: 'revise-incident' }>,
  occasion: Occasion,
): Decision {
  const known = instant(command.facts.knownAt, occasion);
  if (!known.ok) return known;
  if (known.value > facts.knownAt) {
    const given = [notices.agency, notices.persons].filter((notice) => notice !== null);
    if (known.value > reportedAt) return fail({ code: 'known-after-report' });
    if (given.some(({ givenAt }) => known.value > givenAt)) {
      return fail({ code: 'known-after-notice' });
    }
  }
  return decideFacts('incident-revised', command, occasion);
}

function decideNotice(
  state: IncidentState,
  command: Extract<IncidentCommand, { command: 'notify-incident' }>,
  occasion: Occasion,
): Decision {
  const { incidentId, to } = command;
  if (state.notices[to] !== null) return fail({ code: 'notice-given-already' });
  const how = command.how.trim();
  if (how === '' || how.length > LONGEST_INCIDENT_TEXT) return fail({ code: 'notice-way-missing' });
  const given = instant(command.givenAt, occasion);
  if (!given.ok) return given;
  if (given.value < state.facts.knownAt) return fail({ code: 'notice-too-early' });
  const notice = { incidentId, to, givenAt: given.value, how };
  return succeed([{ ...envelope(occasion), type: 'incident-notified', ...notice }]);
}

function decideClosing(
  state: IncidentState,
  command: Extract<IncidentCommand, { command: 'close-incident' }>,
  occasion: Occasion,
): Decision {
  const conclusion = command.conclusion.trim();
  if (conclusion === '') return fail({ code: 'conclusion-missing' });
  const owed = (['agency', 'persons'] as const).filter((to) => state.notices[to] === null);
  const why = command.withoutNotice?.trim() ?? '';
  if (owed.length > 0 && why === '') return fail({ code: 'notices-owed', to: owed });
  const withoutNotice = owed.length > 0 ? why : null;
  const { incidentId } = command;
  const closed = { incidentId, conclusion, withoutNotice };
  return succeed([{ ...envelope(occasion), type: 'incident-closed', ...closed }]);
}

/** A typed moment as RFC 3339 UTC, refused when it is none or has not come. */
function instant(typed: string, { at }: Occasion): Result<string, IncidentRefusal> {
  const moment = Date.parse(typed);
  if (Number.isNaN(moment)) return fail({ code: 'incident-time-invalid' });
  if (moment > Date.parse(at) + CLOCK_SLACK) return fail({ code: 'incident-time-ahead' });
  return succeed(new Date(moment).toISOString());
}

function trimmed(facts: IncidentFacts): IncidentFacts {
  const { title, occurred, how, measures, otherKinds, kinds } = facts;
  return {
    ...facts,
    title: title.trim(),
    occurred: occurred.trim(),
    how: how.trim(),
    measures: measures.trim(),
    otherKinds: kinds.includes('other') ? otherKinds.trim() : '',
  };
}

function envelope({ newId, ...moment }: Occasion) {
  return { ...moment, id: newId(), stream: INCIDENT_STREAM } as const;
}
