import { create, type FontkitFont, type FontkitGlyph, type FontkitPathCommand } from 'fontkit';
import type { PDFDocument } from 'pdf-lib';
import type { LetterRun } from '../domain/letters/letter-content';

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
  readonly files: FontFiles;
  /** What pdf-lib embeds with; hands back the opened font instead of parsing it again. */
  readonly fontkit: Parameters<PDFDocument['registerFontkit']>[0];
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
  const byBytes = new Map(FONT_STYLES.map((style) => [files[style], opened[style].font]));
  const handOut = (bytes: Uint8Array): FontkitFont => {
    const font = byBytes.get(bytes);
    if (!font) throw new Error('A font was asked for that this set does not hold');
    return font;
  };
  return {
    files,
    fontkit: { create: handOut } as unknown as FontSet['fontkit'],
    nameOf: (style) => opened[style].font.postscriptName,
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
  readonly glyph: Omit<FontkitGlyph, 'path'>;
  /** In points at size 1. */
  readonly width: number;
  readonly present: boolean;
}

interface OpenFont {
  readonly font: FontkitFont;
  readonly glyphOf: (character: string) => OpenGlyph;
  /** Moved right by `start`. */
  readonly outlineOf: (character: string, start: number) => readonly OutlineStep[];
}

/**
 * One font, its glyphs looked up once per character. Shaping is left out: Latin text needs
 * none, and it is most of the time a letter takes. Glyphs are handed out with the character
 * asked for, because fontkit remembers the first character of a glyph that serves several
 * (space and no-break space), which would make the bytes depend on earlier letters.
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
      glyph: { id, advanceWidth, codePoints: [codePoint] },
      width: advanceWidth / parsed.unitsPerEm,
      present: parsed.hasGlyphForCodePoint(codePoint),
    };
    known.set(character, opened);
    return opened;
  };
  const layout = (text: string) => ({
    glyphs: Array.from(text, (character) => glyphOf(character).glyph),
  });
  const font = Object.create(parsed, { layout: { value: layout } }) as FontkitFont;
  const outlineOf = (character: string, start: number): readonly OutlineStep[] =>
    parsed.glyphForCodePoint(character.codePointAt(0) ?? 0).path.commands.map((step) => ({
      command: step.command,
      args: step.args.map((at, index) => at / parsed.unitsPerEm + (index % 2 === 0 ? start : 0)),
    }));
  return { font, glyphOf, outlineOf };
}
