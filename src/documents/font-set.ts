import { create, type FontkitPathCommand } from 'fontkit';
import type { LetterRun } from '../domain/letters/letter-content';
import { readTrueType, type TrueType } from './fonts/true-type';

export const FONT_STYLES = ['regular', 'bold', 'italic', 'bold-italic'] as const;
export type FontStyle = (typeof FONT_STYLES)[number];

/** The bytes of the four TTF files. */
export type FontFiles = Readonly<Record<FontStyle, Uint8Array>>;

/** One step of an outline; coordinates run rightward and up, curves are quadratic or cubic. */
export interface OutlineStep {
  readonly command: FontkitPathCommand['command'];
  readonly args: readonly number[];
}

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
  /** The outline of a text at size 1, for letters that are drawn but not read. */
  readonly outlineOf: (text: string, style: FontStyle) => readonly OutlineStep[];
  readonly hasGlyph: (character: string, style: FontStyle) => boolean;
}

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
    nameOf: (style) => opened[style].name,
    widthOf: (text, style) => {
      let width = 0;
      for (const character of text) width += opened[style].glyphOf(character).width;
      return width;
    },
    outlineOf: (text, style) => {
      const steps: OutlineStep[] = [];
      let start = 0;
      for (const character of text) {
        steps.push(...opened[style].outlineOf(character, start));
        start += opened[style].glyphOf(character).width;
      }
      return steps;
    },
    hasGlyph: (character, style) => opened[style].glyphOf(character).present,
  };
}

export function styleOf({ bold, italic }: Pick<LetterRun, 'bold' | 'italic'>): FontStyle {
  if (bold) return italic ? 'bold-italic' : 'bold';
  return italic ? 'italic' : 'regular';
}

interface OpenGlyph {
  readonly id: number;
  /** In points at size 1. */
  readonly width: number;
  readonly present: boolean;
}

interface OpenFont {
  readonly name: string;
  readonly program: TrueType;
  readonly glyphOf: (character: string) => OpenGlyph;
  /** Moved right by `start`. */
  readonly outlineOf: (character: string, start: number) => readonly OutlineStep[];
}

/**
 * One font, its glyphs looked up once per character. Shaping is left out: Latin text needs
 * none, and it is most of the time a letter takes.
 */
function openFont(bytes: Uint8Array): OpenFont {
  const parsed = create(bytes);
  const known = new Map<string, OpenGlyph>();
  const glyphOf = (character: string): OpenGlyph => {
    const found = known.get(character);
    if (found) return found;
    const codePoint = character.codePointAt(0) ?? 0;
    const { id, advanceWidth } = parsed.glyphForCodePoint(codePoint);
    const opened = {
      id,
      width: advanceWidth / parsed.unitsPerEm,
      present: parsed.hasGlyphForCodePoint(codePoint),
    };
    known.set(character, opened);
    return opened;
  };
  const outlineOf = (character: string, start: number): readonly OutlineStep[] =>
    parsed.glyphForCodePoint(character.codePointAt(0) ?? 0).path.commands.map((step) => ({
      command: step.command,
      args: step.args.map((at, index) => at / parsed.unitsPerEm + (index % 2 === 0 ? start : 0)),
    }));
  return { name: parsed.postscriptName, program: readTrueType(bytes), glyphOf, outlineOf };
}
