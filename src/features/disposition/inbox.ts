import type { Urgency } from '../../domain/request/request-event';
import { findStep, stepAfter } from '../../domain/sop/route';
import type { Sop, SopStep } from '../../domain/sop/sop';
import { OTHER_HOLDER, type RegisterRow, type SopLibrary } from '../../store/store';

/** A request in an official's inbox: his disposition is awaited, or it was disposed to him. */
export interface InboxRow {
  readonly row: RegisterRow;
  readonly kind: 'to-dispose' | 'to-work-on';
  /** Actor key, or `OTHER_HOLDER`. */
  readonly official: string;
  /** Who had the sheet before: actor key, or `OTHER_HOLDER`; null where it is still blank. */
  readonly from: string | null;
}

/** Most urgent first; secret papers wait for nobody. */
const RANKS = {
  secret: 0,
  'very-urgent': 0,
  urgent: 1,
  usual: 2,
} as const satisfies Readonly<Record<Urgency, number>>;

/** The inboxes' rows, most urgent first, then the nearest deadline, then the longest waiting. */
export function inboxRows(
  rows: readonly RegisterRow[],
  sops: Pick<SopLibrary, 'find'>,
): readonly InboxRow[] {
  return rows.flatMap((row) => inboxRow(row, sops.find(row.sop)) ?? []).toSorted(byUrgency);
}

function inboxRow(row: RegisterRow, sop: Sop | undefined): InboxRow | null {
  const step = sop && findStep(sop, row.step);
  if (sop === undefined || step === undefined) return null;
  const from = row.lastOnSheet?.from ?? null;
  if (step.kind === 'dispose') {
    const official = row.holder ?? addressed(sop, row, step) ?? step.actor;
    return { row, kind: 'to-dispose', official, from };
  }
  const side = sop.actors.find(({ key }) => key === step.actor)?.side;
  // What is with the applicant or at BSrE is nobody's work in the office.
  if (row.disposition === null || side !== 'office') return null;
  const official = addressed(sop, row, step) ?? step.actor;
  return { row, kind: 'to-work-on', official, from };
}

/**
 * Whom the last disposition names for this step; null where it names nobody of the SOP, was
 * returned, or the SOP has meanwhile gone on to somebody else.
 */
function addressed(sop: Sop, { lastOnSheet }: RegisterRow, step: SopStep): string | null {
  if (lastOnSheet?.kind !== 'given' || lastOnSheet.to === null) return null;
  const first = stepAfter(sop, lastOnSheet.step);
  if (first?.actor !== step.actor) return null;
  const { to } = lastOnSheet;
  const sopNamesNobody = findStep(sop, lastOnSheet.step)?.disposesTo?.actor === null;
  return to === OTHER_HOLDER && sopNamesNobody ? null : to;
}

function byUrgency({ row: one }: InboxRow, { row: other }: InboxRow): number {
  const rank = ({ disposition }: RegisterRow) => RANKS[disposition?.urgency ?? 'usual'];
  // A date sorts before none.
  const deadline = ({ disposition }: RegisterRow) => disposition?.deadline ?? '9999-12-31';
  return (
    rank(one) - rank(other) ||
    deadline(one).localeCompare(deadline(other)) ||
    one.stepSince.localeCompare(other.stepSince)
  );
}

/**
 * Keys of the officials who take part in dispositions by the SOPs in use, in their order,
 * then those who have something all the same.
 */
export function inboxOfficials(sops: readonly Sop[], rows: readonly InboxRow[]): readonly string[] {
  const bySop = sops.flatMap(({ actors, steps }) => {
    const taking = steps
      .filter(({ kind }) => kind === 'dispose')
      .flatMap(({ actor, disposesTo }) => [
        actor,
        ...(disposesTo?.actor ? [disposesTo.actor] : []),
      ]);
    return actors
      .filter(({ key, side }) => side === 'office' && taking.includes(key))
      .map(({ key }) => key);
  });
  const all = new Set([...bySop, ...rows.map(({ official }) => official)]);
  const named = [...all].filter((key) => key !== OTHER_HOLDER);
  return all.has(OTHER_HOLDER) ? [...named, OTHER_HOLDER] : named;
}

/** Whether a deadline (yyyy-mm-dd) has passed; its own day still counts. */
export function isPastDeadline(deadline: string | null, today: string): boolean {
  return deadline !== null && deadline < today;
}
