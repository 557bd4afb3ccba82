import { PDFHexString, PDFString, type PDFContext, type PDFRef } from 'pdf-lib';
import type { FontSet, FontStyle } from '../font-set';
import { stream } from '../streams';
import { subsetTrueType, type TrueType } from './true-type';

/** A font of a document: text is encoded first, its glyphs are written when the document is. */
export interface EmbeddedFont {
  readonly ref: PDFRef;
  /** The text as the font's codes; its glyphs become part of the font. */
  readonly encode: (text: string) => PDFHexString;
  /** Writes the font with the glyphs that were used; to be called once, at the end. */
  readonly finish: () => void;
}

/** Of a CMap: so many lines a block (Adobe technical note 5411). */
const LINES_A_BLOCK = 100;
/** Thickness of stems; the font does not tell, and readers use it for fonts they lack only. */
const STEM = 80;
const SYMBOLIC = 4;
const ITALIC = 64;
const THOUSAND = 1000;

/**
 * The font in a document as a composite font with the codes of its own subset (ISO 32000-1,
 * 9.7); `tag` are six capitals that name the subset. The same texts in the same order give the
 * same bytes.
 */
export function embedFont(
  context: PDFContext,
  fonts: FontSet,
  style: FontStyle,
  tag: string,
): EmbeddedFont {
  const font = fonts.programOf(style);
  const ref = context.nextRef();
  const glyphs: number[] = [0];
  const codes = new Map<string, string>();
  // A code for each character, not for each glyph: a no-break space is copied as one.
  const codeOf = (character: string): string => {
    const known = codes.get(character);
    if (known !== undefined) return known;
    const code = hex(glyphs.push(fonts.glyphOf(character, style)) - 1);
    codes.set(character, code);
    return code;
  };
  return {
    ref,
    encode: (text) => {
      let digits = '';
      for (const character of text) digits += codeOf(character);
      return PDFHexString.of(digits);
    },
    finish: () => {
      const name = `${tag}+${fonts.nameOf(style)}`;
      context.assign(ref, fontDictionary(context, font, { name, glyphs, codes }));
    },
  };
}

interface Subset {
  readonly name: string;
  readonly glyphs: readonly number[];
  readonly codes: ReadonlyMap<string, string>;
}

function fontDictionary(context: PDFContext, font: TrueType, { name, glyphs, codes }: Subset) {
  const scale = THOUSAND / font.unitsPerEm;
  const file = subsetTrueType(font, glyphs);
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: SYMBOLIC | (font.italicAngle === 0 ? 0 : ITALIC),
    FontBBox: font.box.map((edge) => edge * scale),
    ItalicAngle: font.italicAngle,
    Ascent: font.ascent * scale,
    Descent: font.descent * scale,
    CapHeight: font.capHeight * scale,
    StemV: STEM,
    FontFile2: stream(context, file, { Length1: file.length }),
  });
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDToGIDMap: 'Identity',
    CIDSystemInfo: {
      Registry: PDFString.of('Adobe'),
      Ordering: PDFString.of('Identity'),
      Supplement: 0,
    },
    FontDescriptor: context.register(descriptor),
    W: [0, glyphs.map((glyph) => font.advanceOf(glyph) * scale)],
  });
  return context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(descendant)],
    ToUnicode: stream(context, new TextEncoder().encode(toUnicode(codes))),
  });
}

/** The CMap that says what each code reads as. */
function toUnicode(codes: Subset['codes']): string {
  const lines = Array.from(codes, ([character, code]) => `<${code}> <${utf16(character)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += LINES_A_BLOCK) {
    const block = lines.slice(at, at + LINES_A_BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

/** The text in UTF-16, as hex digits. */
function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0');
}
