import { fail, succeed, type Result } from '../../contract/result';

/** What keeps an SVG from being taken as a logo. */
export const svgProblemCodes = [
  /** Not one whole SVG drawing, or written in a way other programs read differently. */
  'svg-damaged',
  /** Holds a program, or something that starts one. */
  'svg-script',
  /** Names a file or an address outside of itself. */
  'svg-external',
  /** Holds a part that is no drawing: a web page, a film, a movement. */
  'svg-foreign',
  /** More parts than a logo has. */
  'svg-too-large',
] as const;
export interface SvgProblem {
  readonly code: (typeof svgProblemCodes)[number];
}

/** How wide a drawing is for its height; both greater than 0. */
export interface SvgSize {
  readonly width: number;
  readonly height: number;
}

const MOST_ELEMENTS = 20_000;
/** Elements that run or hold something that is no drawing, by their names without a prefix. */
const SCRIPTS = new Set(['script', 'handler', 'listener']);
const FOREIGN = new Set([
  ...['foreignobject', 'iframe', 'object', 'embed', 'audio', 'video', 'canvas', 'html', 'body'],
  ...['animate', 'animatecolor', 'animatemotion', 'animatetransform', 'set', 'discard', 'link'],
]);
/** Elements whose `href` may point to a part of the drawing or hold a picture itself. */
const OWN_PICTURE = /^data:image\/(png|jpeg);base64,[A-Za-z0-9+/=\s]*$/;

const NAME = '[A-Za-z_][\\w.:-]*';
/** One piece of XML: comment, CDATA, instruction, declaration, end tag, start tag, text. */
const PIECES = new RegExp(
  [
    '<!--[^]*?-->',
    '<!\\[CDATA\\[(?<data>[^]*?)\\]\\]>',
    '<\\?(?<instruction>[^]*?)\\?>',
    // One with definitions of its own is refused: they could stand for anything.
    '<!DOCTYPE[^<>\\[\\]]*>',
    `</(?<end>${NAME})\\s*>`,
    `<(?<start>${NAME})(?<attributes>(?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(?<empty>/?)>`,
    '(?<text>[^<]+)',
  ].join('|'),
  'gy',
);
const ATTRIBUTES = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'g');

/**
 * Looks through an SVG before it is drawn: one whole drawing, no program, nothing outside of
 * itself, no web page. Written for XML alone, without a parser's kindness: what it does not
 * understand it refuses. Drawn as a picture, a browser runs and fetches nothing either; this
 * is the first of two doors.
 */
export function inspectSvg(text: string): Result<SvgSize, SvgProblem> {
  const open: string[] = [];
  let elements = 0;
  let size: SvgSize | null = null;
  let read = 0;
  for (const { 0: whole, groups = {} } of text.matchAll(PIECES)) {
    read += whole.length;
    const problem = pieceProblem(groups, open.at(-1) ?? null);
    if (problem) return fail(problem);
    const { start, end, empty } = groups;
    if (start !== undefined) {
      elements += 1;
      if (elements > MOST_ELEMENTS) return fail({ code: 'svg-too-large' });
      if (open.length === 0) {
        // A second drawing beside the first, or none at all.
        if (size !== null || localName(start) !== 'svg') return fail({ code: 'svg-damaged' });
        size = sizeOf(attributesOf(groups['attributes'] ?? ''));
        if (size === null) return fail({ code: 'svg-damaged' });
      }
      if (empty !== '/') open.push(start);
    }
    if (end !== undefined && open.pop() !== end) return fail({ code: 'svg-damaged' });
  }
  if (read !== text.length || open.length > 0 || size === null) {
    return fail({ code: 'svg-damaged' });
  }
  return succeed(size);
}

type Groups = Readonly<Record<string, string | undefined>>;

function pieceProblem(groups: Groups, parent: string | null): SvgProblem | null {
  const { instruction, start, attributes = '', data, text } = groups;
  // A style sheet named in an instruction is fetched.
  if (instruction !== undefined && !/^xml(\s|$)/.test(instruction)) return { code: 'svg-external' };
  if (start !== undefined) {
    const name = localName(start);
    if (SCRIPTS.has(name)) return { code: 'svg-script' };
    if (FOREIGN.has(name)) return { code: 'svg-foreign' };
    for (const [attribute, value] of attributesOf(attributes)) {
      const problem = attributeProblem(attribute, value);
      if (problem) return problem;
    }
  }
  const styles = parent !== null && localName(parent) === 'style' ? (data ?? text ?? '') : '';
  return styleProblem(resolved(styles));
}

function attributeProblem(attribute: string, value: string): SvgProblem | null {
  const name = localName(attribute);
  if (name.startsWith('on')) return { code: 'svg-script' };
  const bare = value.trim().toLowerCase();
  if (bare.startsWith('javascript:')) return { code: 'svg-script' };
  if (name === 'base') return { code: 'svg-external' };
  if (name === 'href' || name === 'src') {
    if (bare !== '' && !bare.startsWith('#') && !OWN_PICTURE.test(value.trim())) {
      return { code: 'svg-external' };
    }
    return null;
  }
  // Drawing programs keep their own notes under a prefix; they are no styles.
  return attribute.includes(':') ? null : styleProblem(value);
}

/** Of what may be a style: an address is a part of the drawing, and none is written in disguise. */
function styleProblem(style: string): SvgProblem | null {
  if (/@import|@font-face|@namespace/i.test(style)) return { code: 'svg-external' };
  if (/expression\s*\(|behavior\s*:|-moz-binding/i.test(style)) return { code: 'svg-script' };
  if (style.includes('\\') && style.includes('(')) return { code: 'svg-external' };
  for (const [, address = ''] of style.matchAll(/url\s*\(\s*["']?([^"')]*)/gi)) {
    if (!address.trim().startsWith('#')) return { code: 'svg-external' };
  }
  return /(^|[^\w-])(image|image-set|src|cross-fade)\s*\(/i.test(style)
    ? { code: 'svg-external' }
    : null;
}

function attributesOf(attributes: string): readonly (readonly [name: string, value: string])[] {
  return Array.from(attributes.matchAll(ATTRIBUTES), ([, name = '', double, single]) => [
    name,
    resolved(double ?? single ?? ''),
  ]);
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The text with its character references as characters, so that none of them hides a word. */
function resolved(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** By the view box, else by width and height where they are lengths. */
function sizeOf(attributes: readonly (readonly [string, string])[]): SvgSize | null {
  const values = new Map(attributes);
  const box =
    values
      .get('viewBox')
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const [, , boxWidth = 0, boxHeight = 0] = box;
  if (box.length === 4 && boxWidth > 0 && boxHeight > 0) {
    return { width: boxWidth, height: boxHeight };
  }
  const width = lengthOf(values.get('width'));
  const height = lengthOf(values.get('height'));
  return width !== null && height !== null ? { width, height } : null;
}

/** A length in any unit; null for a share of a page nobody knows. */
function lengthOf(value: string | undefined): number | null {
  const [, digits = ''] = /^\s*(\d*\.?\d+)(?:px|pt|pc|mm|cm|in)?\s*$/.exec(value ?? '') ?? [];
  const length = Number(digits);
  return digits !== '' && length > 0 ? length : null;
}

/**
 * The same drawing, so many points large, without what stands before it: a browser draws a
 * picture in the size it says itself. Only for what `inspectSvg` took.
 */
export function sizedSvg(text: string, { width, height }: SvgSize, size: SvgSize): string {
  let read = 0;
  for (const { 0: whole, groups = {} } of text.matchAll(PIECES)) {
    read += whole.length;
    const { start, attributes = '', empty = '' } = groups;
    if (start === undefined) continue;
    const kept = attributes.replace(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g, '');
    const box = /\sviewBox\s*=/.test(kept) ? '' : ` viewBox="0 0 ${width} ${height}"`;
    const sides = ` width="${size.width}" height="${size.height}"`;
    return `<${start}${sides}${box}${kept}${empty}>${text.slice(read)}`;
  }
  return text;
}
