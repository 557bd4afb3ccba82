import { letterDateOfIso } from '../numbering/local-date';
import { endSentence, startSentence } from './letter-formats';
import type { Official } from '../office/office-event';
import type { Party } from '../request/request-event';
import type { Disposition, SheetEntry } from '../request/request-state';
import { findStep, mainRoute } from '../sop/route';
import type { Sop } from '../sop/sop';

/** A row of the sheet's chain: what was recorded, or room to write it by hand. */
export interface ChainRow {
  readonly from: string;
  /** '' leaves it to be written. */
  readonly to: string;
  readonly instruction: string;
  /** Date and who recorded it; '' leaves room for date and initials. */
  readonly dated: string;
}

export interface ChainSources {
  readonly sop: Sop;
  /** Everything on the sheet so far. */
  readonly sheet: readonly SheetEntry[];
  readonly office: { readonly officials: readonly Official[] };
}

/** Words of the chain; the sheet is always Indonesian. */
const WORDS = {
  forwarded: 'Diteruskan.',
  returned: (reason: string) => `Dikembalikan: ${reason}`,
  until: (date: string) => `Batas waktu ${date}.`,
  recordedBy: (name: string) => `dicatat oleh ${name}`,
} as const;

/**
 * The chain of officials (letters.md 4.3; Ciamis 003, steps 2 to 4): every line recorded so
 * far in its order, then the levels the SOP still has, to be written on by hand, and one row
 * more for whoever gets it last.
 */
export function dispositionChain(sources: ChainSources): readonly ChainRow[] {
  const { sop, sheet } = sources;
  const recorded = sheet.map(recordedRow);
  const given = givenSteps(sheet);
  const ahead = mainRoute(sop)
    .map((key) => findStep(sop, key))
    .filter((step) => step?.kind === 'dispose' && !given.has(step.key))
    .map((step) => blankRow(titleOf(sources, step?.actor ?? ''), step?.disposesTo?.label ?? ''));
  const rows = [...recorded, ...ahead];
  return [...rows, blankRow(rows.at(-1)?.to ?? '', '')];
}

/** Steps whose disposition stands: given, and not opened again by a return. */
function givenSteps(sheet: readonly SheetEntry[]): ReadonlySet<string> {
  const given = new Set<string>();
  for (const entry of sheet) {
    if (entry.kind === 'given') given.add(entry.step);
    if (entry.kind === 'returned') given.delete(entry.opens);
  }
  return given;
}

function blankRow(from: string, to: string): ChainRow {
  return { from, to, instruction: '', dated: '' };
}

function recordedRow(entry: SheetEntry): ChainRow {
  const from = partyText(entry.from);
  const dated =
    entry.medium === 'paper' ? WORDS.recordedBy(entry.recordedBy) : partyText(entry.from);
  switch (entry.kind) {
    case 'given':
      return {
        from,
        to: partyText(entry.to),
        instruction: instructionText(entry),
        dated: `${letterDateOfIso(entry.writtenOn)}\n${dated}`,
      };
    case 'forwarded': {
      const note = entry.note === null ? [] : [endSentence(startSentence(entry.note))];
      const instruction = [WORDS.forwarded, ...note].join(' ');
      return { from, to: partyText(entry.to), instruction, dated };
    }
    case 'returned':
      return { from, to: '–', instruction: WORDS.returned(entry.reason), dated };
  }
}

function instructionText({ instructions, note, deadline }: Disposition): string {
  return [
    ...(instructions.length === 0 ? [] : [`${instructions.join('; ')}.`]),
    ...(note === null ? [] : [endSentence(startSentence(note))]),
    ...(deadline === null ? [] : [WORDS.until(letterDateOfIso(deadline))]),
  ].join(' ');
}

function partyText({ name, title }: Party): string {
  return [title, name].filter((word) => word !== '').join('\n');
}

/** The official's own position, else the SOP's word for the actor. */
function titleOf({ sop, office }: ChainSources, actor: string): string {
  const official = office.officials.find((one) => one.actor === actor);
  return official?.position || (sop.actors.find(({ key }) => key === actor)?.label ?? actor);
}
