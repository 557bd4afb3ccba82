import type { LetterRun, LetterText } from './letter-content';
import { isKnownPlaceholder, type LetterData } from './letter-data';

export interface FilledText {
  readonly text: LetterText;
  /** Placeholders that name no field, in their order. */
  readonly unknown: readonly string[];
  /** Placeholders that had neither a value nor words of their own, in their order. */
  readonly empty: readonly string[];
  /** Placeholders in whose place a line of dots stands, to be written on by hand, in their order. */
  readonly byHand: readonly string[];
}

/** A line of dots to write on, whatever else the words say. */
const DOTS = /…{3,}|\.{6,}|_{4,}/;

const TOKENS = /\{([^{}|]+)(?:\|([^{}]*))?\}|\*\*|\*/g;

/**
 * A template's text with its placeholders filled and its marks turned into runs. The marks
 * are read before the values are put in, so that a name with an asterisk prints as typed.
 */
export function fillLetterText(template: string, data: LetterData): FilledText {
  const runs: LetterRun[] = [];
  const unknown: string[] = [];
  const empty: string[] = [];
  const byHand: string[] = [];
  let bold = false;
  let italic = false;
  let read = 0;
  const add = (text: string): void => {
    if (text !== '') runs.push({ text, bold, italic });
  };
  for (const token of template.matchAll(TOKENS)) {
    add(template.slice(read, token.index));
    read = token.index + token[0].length;
    const [mark, placeholder, standIn] = token;
    if (placeholder === undefined) {
      if (mark === '**') bold = !bold;
      else italic = !italic;
      continue;
    }
    const value = data.get(placeholder);
    const words = standIn?.trim() ? standIn : null;
    // An official the request's SOP does not have is one without a value, not a slip of the pen.
    if (value === undefined && !isKnownPlaceholder(placeholder)) unknown.push(placeholder);
    else if (!value && words === null) empty.push(placeholder);
    else if (!value && isByHand(words ?? '')) byHand.push(placeholder);
    add(value || (words ?? ''));
  }
  add(template.slice(read));
  return { text: runs, unknown, empty, byHand };
}

/** Whether a text has a line of dots to write on. */
export function isByHand(text: string): boolean {
  return DOTS.test(text);
}

/** What a text of a template is written with, whatever its values. */
export interface LetterMarks {
  /** Names in braces, in their order; also those that stand twice. */
  readonly placeholders: readonly string[];
  /** Those whose words for an empty field say nothing: `{reason.note|}`. */
  readonly blankStandIns: readonly string[];
  /** A brace without its other half would be printed as it stands. */
  readonly looseBrace: boolean;
  /** A mark of type without its other half holds to the end of the text. */
  readonly looseMark: '**' | '*' | null;
}

/** Reads a template's text without filling it; pure. */
export function readLetterMarks(template: string): LetterMarks {
  const placeholders: string[] = [];
  const blankStandIns: string[] = [];
  const count = { '**': 0, '*': 0 };
  for (const [mark, placeholder, standIn] of template.matchAll(TOKENS)) {
    if (placeholder === undefined) {
      count[mark === '**' ? '**' : '*'] += 1;
      continue;
    }
    placeholders.push(placeholder);
    if (standIn?.trim() === '') blankStandIns.push(placeholder);
  }
  const looseMark = count['**'] % 2 === 1 ? '**' : count['*'] % 2 === 1 ? '*' : null;
  const looseBrace = /[{}]/.test(template.replace(TOKENS, ''));
  return { placeholders, blankStandIns, looseBrace, looseMark };
}

/** A stretch of a template's text: words as they stand, or a field with its words when empty. */
export type LetterTextPiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'field'; readonly placeholder: string; readonly standIn: string | null };

/** A template's text taken apart at its fields, to be read; marks of type are left out. Pure. */
export function splitLetterText(template: string): readonly LetterTextPiece[] {
  const pieces: LetterTextPiece[] = [];
  let read = 0;
  const add = (text: string): void => {
    if (text !== '') pieces.push({ kind: 'words', text });
  };
  for (const token of template.matchAll(TOKENS)) {
    add(template.slice(read, token.index));
    read = token.index + token[0].length;
    const [, placeholder, standIn] = token;
    if (placeholder === undefined) continue;
    pieces.push({ kind: 'field', placeholder, standIn: standIn ?? null });
  }
  add(template.slice(read));
  return pieces;
}
