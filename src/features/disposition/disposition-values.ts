import { z } from 'zod';
import { isRealIsoDate } from '../../domain/identifiers/calendar-date';
import type { Official } from '../../domain/office/office-event';
import { urgencySchema, type Medium, type Party } from '../../domain/request/request-event';
import type { RequestCommand } from '../../domain/request/request-command';
import type { OpenStep } from '../../domain/sop/progress';
import type { Sop, SopStep } from '../../domain/sop/sop';

/** What an official may do with the sheet at an open dispose step. */
export const sheetActions = ['give', 'forward', 'return'] as const;
export type SheetAction = (typeof sheetActions)[number];

const text = z.string().catch('');

/** Everything the form holds, as typed, so that a draft brings back exactly what stood there. */
export const dispositionValuesSchema = z.object({
  /** The step it is about: a draft of another step is another sheet. */
  step: text,
  action: z.enum(sheetActions).catch('give'),
  fromTitle: text,
  fromName: text,
  /** Id of a target, or `OTHER_TARGET`. */
  to: text,
  toTitle: text,
  toName: text,
  /** Ticked ones, in the words of the form. */
  instructions: z.array(z.string()).catch([]),
  ownInstruction: text,
  note: text,
  urgency: urgencySchema.catch('usual'),
  deadline: text,
  writtenOn: text,
  /** Why a disposition is returned. */
  reason: text,
});
export type DispositionValues = z.infer<typeof dispositionValuesSchema>;

/** Somebody whose name or title is typed. */
export const OTHER_TARGET = 'other';

/** Whom a disposition may go to: the SOP's own first, then the office's other actors. */
export interface DispositionTarget {
  readonly id: string;
  readonly party: Party;
}

type OfficeOfficials = { readonly officials: readonly Official[] } | null;

/** An actor of the SOP as the sheet names him: the settings' title and name where they have them. */
export function partyOf(sop: Sop, office: OfficeOfficials, actor: string): Party {
  const official = office?.officials.find((one) => one.actor === actor);
  const label = sop.actors.find(({ key }) => key === actor)?.label ?? actor;
  return { actor, name: official?.name ?? '', title: official?.position || label };
}

/** Who has the open disposition: somebody in the place of the step's own actor, else that one. */
export function holderOf(
  sop: Sop,
  { step, holder }: Pick<OpenStep, 'step' | 'holder'>,
  office: OfficeOfficials,
): Party {
  return holder ?? partyOf(sop, office, step.actor);
}

/**
 * The choices of "kepada", without who has the disposition. Forwarding stays on the level, so
 * that whom the SOP names next is not among its choices.
 */
export function dispositionTargets(
  sop: Sop,
  office: OfficeOfficials,
  { step, holder }: Pick<OpenStep, 'step' | 'holder'>,
  action: SheetAction,
): readonly DispositionTarget[] {
  const { disposesTo } = step;
  const named = disposesTo?.actor ?? null;
  const giver = holder === null ? step.actor : holder.actor;
  const own = sop.actors
    .filter(({ key, side }) => side === 'office' && key !== giver && key !== named)
    .map(({ key }) => ({ id: key, party: partyOf(sop, office, key) }));
  if (action !== 'give' || disposesTo === undefined || (named !== null && named === giver)) {
    return own;
  }
  const party =
    named === null
      ? { actor: null, name: '', title: disposesTo.label }
      : { ...partyOf(sop, office, named), title: titleOf(office, named) ?? disposesTo.label };
  return [{ id: 'sop', party }, ...own];
}

function titleOf(office: OfficeOfficials, actor: string): string | undefined {
  return office?.officials.find((one) => one.actor === actor)?.position || undefined;
}

/** The form as it opens: what the SOP says, ready to be recorded as it stands. */
export function freshValues(sources: {
  readonly step: SopStep;
  readonly action: SheetAction;
  readonly holder: Party;
  readonly targets: readonly DispositionTarget[];
  /** Words of the form's boxes; the usual request is the second (letters.md 4.3). */
  readonly choices: readonly string[];
  /** Date yyyy-mm-dd at the office. */
  readonly today: string;
}): DispositionValues {
  const { step, action, holder, targets, choices, today } = sources;
  const usual = choices[1] ?? choices[0];
  return {
    step: step.key,
    action,
    fromTitle: holder.title,
    fromName: holder.name,
    to: targets[0]?.id ?? OTHER_TARGET,
    toTitle: '',
    toName: '',
    instructions: usual === undefined ? [] : [usual],
    ownInstruction: '',
    note: '',
    urgency: 'usual',
    deadline: '',
    writtenOn: today,
    reason: '',
  };
}

export type DispositionField = 'from' | 'to' | 'instructions' | 'deadline' | 'writtenOn' | 'reason';

/** What is wrong with a field; each has a sentence in the catalogue. */
export type DispositionProblem =
  | 'from-missing'
  | 'to-missing'
  | 'blank'
  | 'date-invalid'
  | 'date-future'
  | 'deadline-before'
  | 'reason-missing';

/** Problems of the form, by field; none when it can be recorded. */
export function dispositionProblems(
  values: DispositionValues,
  today: string,
): Readonly<Partial<Record<DispositionField, DispositionProblem>>> {
  const { action, writtenOn, deadline } = values;
  const blank = (value: string) => value.trim() === '';
  const problems: Partial<Record<DispositionField, DispositionProblem>> = {};
  if (blank(values.fromName) && blank(values.fromTitle)) problems.from = 'from-missing';
  if (action === 'return') {
    if (blank(values.reason)) problems.reason = 'reason-missing';
    return problems;
  }
  if (values.to === OTHER_TARGET && blank(values.toName) && blank(values.toTitle)) {
    problems.to = 'to-missing';
  }
  if (action === 'forward') return problems;
  const asked = [...values.instructions, values.ownInstruction, values.note];
  if (asked.every(blank)) problems.instructions = 'blank';
  if (!isRealIsoDate(writtenOn)) problems.writtenOn = 'date-invalid';
  else if (writtenOn > today) problems.writtenOn = 'date-future';
  if (!blank(deadline) && !isRealIsoDate(deadline)) problems.deadline = 'date-invalid';
  else if (!blank(deadline) && isRealIsoDate(writtenOn) && deadline < writtenOn) {
    problems.deadline = 'deadline-before';
  }
  return problems;
}

/**
 * On screen when who sits at the desk is that official himself, else on paper for him.
 * `officialName` is the name of who sits there, null where he may not write as an official.
 */
export function mediumOf(
  values: Pick<DispositionValues, 'fromName'>,
  officialName: string | null,
): Medium {
  const from = values.fromName.trim().toLocaleLowerCase('id');
  return from !== '' && from === officialName?.trim().toLocaleLowerCase('id') ? 'screen' : 'paper';
}

/** The command the form stands for; the caller has made sure that it has no problems. */
export function sheetCommand(
  values: DispositionValues,
  sources: {
    readonly holder: Party;
    readonly targets: readonly DispositionTarget[];
    /** See `mediumOf`. */
    readonly officialName: string | null;
    /** A fresh UUID. */
    readonly dispositionId: string;
  },
): RequestCommand {
  const { step, action } = values;
  const medium = mediumOf(values, sources.officialName);
  const from = {
    actor: sources.holder.actor,
    name: values.fromName.trim(),
    title: values.fromTitle.trim(),
  };
  if (action === 'return') {
    return { command: 'return-disposition', step, from, reason: values.reason, medium };
  }
  const target = sources.targets.find(({ id }) => id === values.to)?.party;
  const to = target ?? { actor: null, name: values.toName.trim(), title: values.toTitle.trim() };
  const note = values.note.trim() || null;
  if (action === 'forward') {
    return { command: 'forward-disposition', step, from, to, note, medium };
  }
  const own = values.ownInstruction.trim();
  return {
    command: 'give-disposition',
    dispositionId: sources.dispositionId,
    step,
    from,
    to,
    instructions: [...values.instructions, ...(own === '' ? [] : [own])],
    note,
    urgency: values.urgency,
    deadline: values.deadline.trim() || null,
    writtenOn: values.writtenOn,
    medium,
  };
}
