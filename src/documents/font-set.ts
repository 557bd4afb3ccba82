import { assertNever } from '../domain/assert-never';
import type { LetterRun } from '../domain/letters/letter-content';
import { readCharacterMap } from './fonts/character-map';
import { outlineOf, type OutlineStep, type Point } from './fonts/outline';
import { readTrueType, type TrueType } from './fonts/true-type';

export const FONT_STYLES = ['regular', 'bold', 'italic', 'bold-italic'] as const;
export type FontStyle = (typeof FONT_STYLES)[number];

/** The bytes of the four TTF files. */
export type FontFiles = Readonly<Record<FontStyle, Uint8Array>>;

/** Fonts opened once and used for every letter: opening them costs more than a letter. */
export interface FontSet {
  /** The tables of a style's font, to write some of its glyphs into a document. */
  readonly programOf: (style: FontStyle) => TrueType;
  /** Number of the glyph of a character; 0 where the font has none. */
  readonly glyphOf: (character: string, style: FontStyle) => number;
  /** PostScript name of a style. */
  readonly nameOf: (style: FontStyle) => string;
  /** Width of a text in points at size 1. */
  readonly widthOf: (text: string, style: FontStyle) => number;
  /** The outline of plain capitals at size 1, for words that are drawn but not read. */
  readonly outlineOf: (text: string, style: FontStyle) => readonly OutlineStep[];
  /** Whether a character comes out right; not the mark of a letter that has none of its own. */
  readonly hasGlyph: (character: string, style: FontStyle) => boolean;
}

/** Marks that no letter of their own holds: they are not placed, and would stand beside it. */
const LOOSE_MARK = /\p{Mn}/u;

/** Opens the four fonts; throws when the bytes are no TrueType font. */
export function openFontSet(files: FontFiles): FontSet {
  const opened: Record<FontStyle, OpenFont> = {
    regular: openFont(files.regular),
    bold: openFont(files.bold),
    italic: openFont(files.italic),
    'bold-italic': openFont(files['bold-italic']),
  };
  return {
    programOf: (style) => opened[style].program,
    glyphOf: (character, style) => opened[style].glyphOf(character).id,
    nameOf: (style) => opened[style].program.name,
    widthOf: (text, style) => {
      let width = 0;
      for (const character of text) width += opened[style].glyphOf(character).width;
      return width;
    },
    outlineOf: (text, style) => {
      const { program, glyphOf } = opened[style];
      let start = 0;
      return Array.from(text).flatMap((character) => {
        const { id, width } = glyphOf(character);
        const place = ([x, y]: Point): Point => [
          start + x / program.unitsPerEm,
          y / program.unitsPerEm,
        ];
        const steps = outlineOf(program, id).map((step) => placedStep(step, place));
        start += width;
        return steps;
      });
    },
    hasGlyph: (character, style) =>
      !LOOSE_MARK.test(character) && opened[style].glyphOf(character).id !== 0,
  };
}

export function styleOf({ bold, italic }: Pick<LetterRun, 'bold' | 'italic'>): FontStyle {
  if (bold) return italic ? 'bold-italic' : 'bold';
  return italic ? 'italic' : 'regular';
}

function placedStep(step: OutlineStep, place: (point: Point) => Point): OutlineStep {
  switch (step.kind) {
    case 'close':
      return step;
    case 'curve':
      return { kind: 'curve', control: place(step.control), to: place(step.to) };
    case 'move':
    case 'line':
      return { kind: step.kind, to: place(step.to) };
    default:
      return assertNever(step);
  }
}

interface OpenGlyph {
  /** 0 where the font has none. */
  readonly id: number;
  /** In points at size 1. */
  readonly width: number;
}

/** Looks like a hyphen, and word processors paste it; the fonts know it only as the hyphen. */
const UNBROKEN_HYPHEN = '\u2011';

interface OpenFont {
  readonly program: TrueType;
  readonly glyphOf: (character: string) => OpenGlyph;
}

/**
 * One font, its glyphs looked up once per character. Shaping is left out: Latin text needs
 * none.
 */
function openFont(bytes: Uint8Array): OpenFont {
  const program = readTrueType(bytes);
  const glyphNumber = readCharacterMap(program);
  const known = new Map<string, OpenGlyph>();
  const glyphOf = (character: string): OpenGlyph => {
    const found = known.get(character);
    if (found) return found;
    const drawn = character === UNBROKEN_HYPHEN ? '-' : character;
    const id = glyphNumber(drawn.codePointAt(0) ?? 0);
    const opened = { id, width: program.advanceOf(id) / program.unitsPerEm };
    known.set(character, opened);
    return opened;
  };
  return { program, glyphOf };
}
