import { fail, succeed } from '../../contract/result';
import { assertNever } from '../assert-never';
import type { Occasion } from '../event';
import { isRealIsoDate } from '../identifiers/calendar-date';
import { localDate } from '../numbering/local-date';
import { dispositionHolder } from '../sop/progress';
import { dispositionReturnsTo, stepAfter } from '../sop/route';
import type { Decision, DecisionContext } from './decide';
import { openStepOf, stepShortage } from './decide-steps';
import type { RequestCommand } from './request-command';
import type { Party } from './request-event';
import type { RequestState } from './request-state';

export type DispositionCommand = Extract<
  RequestCommand,
  { command: 'give-disposition' | 'forward-disposition' | 'return-disposition' }
>;
type GiveCommand = Extract<DispositionCommand, { command: 'give-disposition' }>;

/**
 * What officials do with the sheet (letters.md 4.3; Ciamis 003, steps 2 to 4): a disposition
 * passes the step and goes on the sheet, forwarding hands the open step to another official,
 * returning opens the step before it in the chain. Whoever records it is the event's author;
 * `medium` says whether the official wrote on paper.
 */
export function decideDisposition(
  state: RequestState,
  command: DispositionCommand,
  context: DecisionContext,
  { at }: Pick<Occasion, 'at'>,
): Decision {
  const { sop, office } = context;
  const step = openStepOf(sop, state, command.step);
  if ('code' in step) return fail(step);
  if (step.kind !== 'dispose') return fail({ code: 'step-no-disposition' });
  const { medium } = command;
  const from = cleaned(command.from);
  if (isNobody(from)) return fail({ code: 'disposition-from-nobody' });
  switch (command.command) {
    case 'give-disposition': {
      const shortage = stepShortage(context, state, step);
      const today = localDate(at, office.timeZone).isoDate;
      return shortage
        ? fail(shortage)
        : decideGiven(command, { opens: stepAfter(sop, step.key)?.key ?? null, today });
    }
    case 'forward-disposition': {
      const to = cleaned(command.to);
      if (isNobody(to)) return fail({ code: 'disposition-nobody' });
      const holder = dispositionHolder(sop, state)?.actor ?? step.actor;
      if (to.actor === holder) return fail({ code: 'disposition-to-holder' });
      const note = command.note?.trim() || null;
      return succeed([{ type: 'disposition-forwarded', step: step.key, from, to, note, medium }]);
    }
    case 'return-disposition': {
      const reason = command.reason.trim();
      const opens = dispositionReturnsTo(sop, step)?.key;
      if (opens === undefined) return fail({ code: 'disposition-no-way-back' });
      if (reason === '') return fail({ code: 'reason-missing' });
      return succeed([
        { type: 'disposition-returned', step: step.key, opens, from, reason, medium },
      ]);
    }
    default:
      return assertNever(command);
  }
}

function decideGiven(
  command: GiveCommand,
  { opens, today }: { readonly opens: string | null; readonly today: string },
): Decision {
  const { dispositionId, step, urgency, deadline, writtenOn, medium } = command;
  const from = cleaned(command.from);
  const to = cleaned(command.to);
  const asked = command.instructions.map((one) => one.trim()).filter((one) => one !== '');
  const instructions = [...new Set(asked)];
  const note = command.note?.trim() || null;
  if (isNobody(to)) return fail({ code: 'disposition-nobody' });
  if (instructions.length === 0 && note === null) return fail({ code: 'disposition-blank' });
  const dates = [writtenOn, ...(deadline === null ? [] : [deadline])];
  if (!dates.every(isRealIsoDate)) return fail({ code: 'disposition-date-invalid' });
  if (writtenOn > today) return fail({ code: 'disposition-date-ahead' });
  if (deadline !== null && deadline < writtenOn)
    return fail({ code: 'disposition-deadline-early' });
  const written = { from, to, instructions, note, urgency, deadline, writtenOn, medium };
  return succeed([
    { type: 'disposition-given', dispositionId, step, ...written },
    { type: 'step-completed', step, opens, note: null, actedBy: from.name || from.title || null },
  ]);
}

function isNobody({ name, title }: Party): boolean {
  return name === '' && title === '';
}

function cleaned({ actor, name, title }: Party): Party {
  return { actor, name: name.trim(), title: title.trim() };
}
