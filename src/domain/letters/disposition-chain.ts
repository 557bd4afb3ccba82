import { letterDateOfIso, localDate } from '../numbering/local-date';
import { endSentence, startSentence } from './letter-formats';
import { holderOn } from '../office/acting';
import type { Official, TimeZone } from '../office/office-event';
import type { Party } from '../request/request-event';
import type { Disposition, SheetEntry } from '../request/request-state';
import { findStep, mainRoute } from '../sop/route';
import type { Sop, SopStep } from '../sop/sop';

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
  /** The open step; null once the request has ended. */
  readonly step: string | null;
  readonly office: { readonly officials: readonly Official[]; readonly timeZone: TimeZone };
  /** Day yyyy-mm-dd of the sheet: who then holds the place of an official. */
  readonly day: string;
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
 * far in its order, then the levels still ahead of the open step, to be written on by hand,
 * and one row more for whoever gets it last.
 */
export function dispositionChain(sources: ChainSources): readonly ChainRow[] {
  const { sheet } = sources;
  const holder = namedLast(sheet);
  const recorded = sheet.map((entry) => recordedRow(entry, sources.office.timeZone));
  const ahead = levelsAhead(sources).map(({ actor, disposesTo }, index) =>
    blankRow((index === 0 && holder) || titleOf(sources, actor), disposesTo?.label ?? ''),
  );
  return [...recorded, ...ahead, blankRow(ahead.at(-1)?.to ?? holder ?? '', '')];
}

/** Dispose steps from the open one on; a return or a refusal brings back those it reopens. */
function levelsAhead({ sop, step }: ChainSources): readonly SopStep[] {
  const route = mainRoute(sop);
  if (step === null) return [];
  return route.slice(Math.max(0, route.indexOf(step))).flatMap((key) => {
    const found = findStep(sop, key);
    return found?.kind === 'dispose' ? [found] : [];
  });
}

/** Whom the last line names; null where there is none, or it gave the sheet back. */
function namedLast(sheet: readonly SheetEntry[]): string | null {
  const last = sheet.at(-1);
  if (last === undefined || last.kind === 'returned') return null;
  return last.to.title || last.to.name;
}

function blankRow(from: string, to: string): ChainRow {
  return { from, to, instruction: '', dated: '' };
}

function recordedRow(entry: SheetEntry, timeZone: TimeZone): ChainRow {
  const from = partyText(entry.from);
  const by = entry.medium === 'paper' ? WORDS.recordedBy(entry.recordedBy) : from;
  const day = entry.kind === 'given' ? entry.writtenOn : isoDateOf(entry.recordedAt, timeZone);
  const dated = `${letterDateOfIso(day)}\n${by}`;
  switch (entry.kind) {
    case 'given':
      return {
        from,
        to: partyText(entry.to),
        instruction: instructionText(entry),
        dated,
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

/** A line without a date of its own bears the day it was recorded. */
function isoDateOf(instant: string, timeZone: TimeZone): string {
  return localDate(instant, timeZone).isoDate;
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
function titleOf({ sop, office, day }: ChainSources, actor: string): string {
  const official = office.officials.find((one) => one.actor === actor);
  return (
    (official && holderOn(official, day).position) ||
    (sop.actors.find(({ key }) => key === actor)?.label ?? actor)
  );
}
