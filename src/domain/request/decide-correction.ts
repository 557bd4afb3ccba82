import { fail, succeed } from '../../contract/result';
import { assertNever } from '../assert-never';
import type { Occasion } from '../event';
import { longestTexts } from './check-request-data';
import { openCorrections } from './correction-ticket';
import type { Decision } from './decide';
import type { RequestCommand } from './request-command';
import type { RequestState } from './request-state';

export type CorrectionCommand = Extract<
  RequestCommand,
  { command: 'ask-correction' | 'refuse-correction' }
>;

/** A clock that is a little fast must not make "just now" the future, in milliseconds. */
const CLOCK_SLACK = 60_000;

/**
 * What a person asks to be corrected, and its refusal. Both are possible after the request
 * has ended too: the right lasts as long as the data are held.
 */
export function decideCorrectionTicket(
  state: RequestState,
  command: CorrectionCommand,
  occasion: Occasion,
): Decision {
  switch (command.command) {
    case 'ask-correction':
      return decideAsk(state, command, occasion);
    case 'refuse-correction': {
      const { ticketId } = command;
      const reason = command.reason.trim();
      if (!isOpenTicket(state, ticketId)) return fail({ code: 'correction-unknown' });
      if (reason === '') return fail({ code: 'reason-missing' });
      return succeed([{ type: 'correction-refused', ticketId, reason }]);
    }
    default:
      return assertNever(command);
  }
}

/** Whether a ticket of this request still waits. */
export function isOpenTicket(state: RequestState, ticketId: string): boolean {
  return openCorrections(state).some(({ id }) => id === ticketId);
}

function decideAsk(
  state: RequestState,
  command: Extract<CorrectionCommand, { command: 'ask-correction' }>,
  occasion: Occasion,
): Decision {
  const { ticketId } = command;
  const texts = {
    askedBy: command.askedBy.trim(),
    wrong: command.wrong.trim(),
    evidence: command.evidence.trim(),
  };
  if (state.corrections.some(({ id }) => id === ticketId)) {
    return fail({ code: 'correction-exists' });
  }
  if (texts.askedBy === '') return fail({ code: 'correction-nobody' });
  if (texts.wrong === '') return fail({ code: 'correction-blank' });
  const isLong = Object.values(texts).some((text) => text.length > longestTexts.note);
  if (isLong) return fail({ code: 'correction-too-long' });
  const asked = Date.parse(command.askedAt);
  if (Number.isNaN(asked)) return fail({ code: 'correction-time-invalid' });
  if (asked > Date.parse(occasion.at) + CLOCK_SLACK) return fail({ code: 'correction-time-ahead' });
  const askedAt = new Date(asked).toISOString();
  return succeed([{ type: 'correction-asked', ticketId, askedAt, ...texts }]);
}
