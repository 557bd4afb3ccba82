import { formatNip } from '../../domain/letters/letter-formats';
import { letterDateOfIso } from '../../domain/numbering/local-date';
import type { SopIdentity } from '../../domain/sop/sop';
import { CHART_WORDS, type ChartContent } from '../chart-content';
import type { LetterText } from '../../domain/letters/letter-content';
import type { ChartFrame } from './chart-frame';
import { paginate, type FlowElement } from './flow';
import { band, HEAD_GREY, lowered, ruled, type Mark } from './marks';
import type { LogoSize } from './page-frame';
import { emboldened, lineHeight, plain, setLines, stacked, type TextStyle } from './text-lines';

const PADDING = 4;
const OFFICE_PADDING = 20;
/** Room to sign between position and name of who approves. */
const SIGNING = 30;
const LOGO = { width: 44, height: 50 };
const LABEL_SHARE = 0.3;

/** The header block of the form, on as many pages as its texts need. */
export function chartIdentityPages(
  content: ChartContent,
  frame: ChartFrame,
  logo: LogoSize | null,
): readonly (readonly Mark[])[] {
  const { identity } = content.sop;
  const style = { ...frame.text, size: frame.text.size + 1 };
  const strips: readonly FlowElement[] = [
    numbers(content, frame, style, logo),
    ...pair(
      [CHART_WORDS.legalBases, legalBases(identity)],
      [CHART_WORDS.qualifications, numbered(identity.qualifications)],
      frame,
      style,
    ),
    ...pair(
      [CHART_WORDS.relatedSops, numbered(identity.relatedSops)],
      [CHART_WORDS.equipment, numbered(identity.equipment)],
      frame,
      style,
    ),
    ...pair(
      [CHART_WORDS.warnings, numbered(identity.warnings)],
      [CHART_WORDS.records, numbered(identity.records)],
      frame,
      style,
    ),
  ];
  const { top, bottom } = frame;
  const heading = strips[0]?.marks.length ?? 0;
  return paginate(strips, { top, laterTop: top, bottom }).map((marks, page) => {
    const first = page === 0 ? heading : 0;
    const parts = columnByColumn(marks.slice(first), frame);
    return closed([...marks.slice(0, first), ...parts], frame);
  });
}

/** The left column before the right one: who copies or listens to a text gets it whole. */
function columnByColumn(marks: readonly Mark[], frame: ChartFrame): readonly Mark[] {
  const middle = frame.left + frame.width / 2;
  const isRight = (mark: Mark) => mark.kind === 'text' && (mark.spans[0]?.x ?? 0) > middle;
  return [...marks.filter((mark) => !isRight(mark)), ...marks.filter(isRight)];
}

/** A rule below the last strip of a page: a cut part ends there. */
function closed(marks: readonly Mark[], frame: ChartFrame): readonly Mark[] {
  const low = Math.max(frame.top, ...marks.map((mark) => (mark.kind === 'line' ? mark.y2 : 0)));
  return [
    ...marks,
    ruled([frame.left, frame.top], [frame.right, frame.top]),
    ruled([frame.left, low], [frame.right, low]),
  ];
}

function sides(frame: ChartFrame, height: number): readonly Mark[] {
  const { left, right } = frame;
  const middle = left + frame.width / 2;
  return [left, middle, right].map((x) => ruled([x, 0], [x, height]));
}

/** Whose SOP it is at the left; number, dates, approval and name at the right. */
function numbers(
  content: ChartContent,
  frame: ChartFrame,
  style: TextStyle,
  logo: LogoSize | null,
): FlowElement {
  const { identity } = content.sop;
  const date = (value: string | null) => (value === null ? '' : letterDateOfIso(value));
  const middle = frame.left + frame.width / 2;
  const valueX = middle + (frame.width / 2) * LABEL_SHARE;
  const marks: Mark[] = [];
  let y = 0;
  const row = (label: string, value: LetterText, signed: readonly LetterText[] = [], room = 0) => {
    const place = padded(valueX, frame.right - valueX);
    const labels = setLines(plain(label), style, padded(middle, valueX - middle));
    const above = setLines(value, style, place);
    const below = signed.flatMap((text) => setLines(text, style, place));
    const lines = Math.max(labels.length, above.length + below.length);
    const low = y + PADDING + above.length * lineHeight(style) + room;
    marks.push(...stacked(labels, style, y + PADDING));
    marks.push(...stacked(above, style, y + PADDING), ...stacked(below, style, low));
    if (y > 0) marks.push(ruled([middle, y], [frame.right, y]));
    y += lines * lineHeight(style) + PADDING * 2 + room;
  };
  row(CHART_WORDS.number, plain(identity.number));
  row(CHART_WORDS.createdOn, plain(date(identity.createdOn)));
  row(CHART_WORDS.revisedOn, plain(date(identity.revisedOn)));
  row(CHART_WORDS.effectiveOn, plain(date(identity.effectiveOn)));
  row(
    CHART_WORDS.approvedBy,
    plain(content.approver?.position ?? identity.approvedBy ?? ''),
    signedBy(content),
    SIGNING,
  );
  row(CHART_WORDS.name, plain(identity.title.toLocaleUpperCase('id'), true));
  marks.push(ruled([valueX, 0], [valueX, y]), ...office(identity, frame, style, logo, y));
  return {
    height: y,
    marks: [...sides(frame, y), ...marks],
    keepWithNext: false,
    spaceBefore: 0,
  };
}

/** Name and NIP below the room to sign; an empty line where nobody is known, to write on. */
function signedBy({ approver }: ChartContent): readonly LetterText[] {
  if (approver === null) return [plain('')];
  const nip = approver.nip === null ? [] : [plain(CHART_WORDS.nip(formatNip(approver.nip)))];
  return [plain(approver.name, true), ...nip];
}

function office(
  identity: SopIdentity,
  frame: ChartFrame,
  style: TextStyle,
  logo: LogoSize | null,
  height: number,
): readonly Mark[] {
  const place = {
    x: frame.left + OFFICE_PADDING,
    width: frame.width / 2 - OFFICE_PADDING * 2,
    alignment: 'centre' as const,
  };
  const name = emboldened(plain(identity.office.toLocaleUpperCase('id')));
  const unit = identity.unit === null ? [] : [plain(identity.unit.toLocaleUpperCase('id'))];
  const large = { ...style, size: style.size + 2 };
  const lines = [name, ...unit].flatMap((text) => setLines(text, large, place));
  const picture = logo === null ? null : fitted(logo);
  const pictureHeight = picture === null ? 0 : picture.height + 8;
  const start = Math.max(PADDING, (height - pictureHeight - lines.length * lineHeight(large)) / 2);
  const marks = [...stacked(lines, large, start + pictureHeight)];
  if (picture === null) return marks;
  const x = frame.left + frame.width / 4 - picture.width / 2;
  return [{ kind: 'picture', of: 'logo', x, y: start, ...picture }, ...marks];
}

function fitted({ width, height }: LogoSize): LogoSize {
  const scale = Math.min(LOGO.width / width, LOGO.height / height);
  return { width: width * scale, height: height * scale };
}

/** Two parts beside each other, line by line, so that a page may end between any two. */
function pair(
  [leftTitle, leftTexts]: readonly [string, readonly LetterText[]],
  [rightTitle, rightTexts]: readonly [string, readonly LetterText[]],
  frame: ChartFrame,
  style: TextStyle,
): readonly FlowElement[] {
  const half = frame.width / 2;
  const places = [padded(frame.left, half), padded(frame.left + half, half)] as const;
  const titles = [leftTitle, rightTitle].flatMap((title, index) =>
    stacked(setLines(plain(title, true), style, places[index === 0 ? 0 : 1]), style, PADDING),
  );
  const headHeight = lineHeight(style) + PADDING * 2;
  const left = leftTexts.flatMap((text) => hanging(text, style, places[0]));
  const right = rightTexts.flatMap((text) => hanging(text, style, places[1]));
  const count = Math.max(1, left.length, right.length);
  const lines = Array.from({ length: count }, (_, index): FlowElement => {
    const first = index === 0 ? PADDING : 0;
    const height = lineHeight(style) + first + (index === count - 1 ? PADDING : 0);
    const marks = [...(left[index] ?? []), ...(right[index] ?? [])];
    return {
      height,
      marks: [...sides(frame, height), ...marks.map((mark) => lowered(mark, first))],
      keepWithNext: index === 0 && count > 1,
      spaceBefore: 0,
    };
  });
  const head: FlowElement = {
    height: headHeight,
    marks: [band(frame, headHeight, HEAD_GREY, 0.75), ...sides(frame, headHeight), ...titles],
    keepWithNext: true,
    spaceBefore: 0,
  };
  return [head, ...lines];
}

/** Lines of one entry; what follows its number hangs beneath the text. */
function hanging(
  text: LetterText,
  style: TextStyle,
  place: { readonly x: number; readonly width: number },
): readonly (readonly Mark[])[] {
  const number = /^\d+\. /.exec(text[0]?.text ?? '')?.[0];
  if (number === undefined) return setLines(text, style, place);
  const indent = 16;
  const [first, ...others] = text;
  const rest = first === undefined ? [] : [{ ...first, text: first.text.slice(number.length) }];
  const shifted = { x: place.x + indent, width: place.width - indent };
  const lines = setLines([...rest, ...others], style, shifted);
  const label = setLines(plain(number.trim()), style, place)[0] ?? [];
  return lines.map((marks, index) => (index === 0 ? [...label, ...marks] : marks));
}

/** Several entries are numbered, one stands alone, none is a dash. */
function numbered(lines: readonly string[]): readonly LetterText[] {
  if (lines.length === 0) return [plain('–')];
  if (lines.length === 1) return [plain(lines[0] ?? '')];
  return lines.map((line, index) => plain(`${index + 1}. ${line}`));
}

/** As written, the office's correction in italics beneath it, never in its place. */
function legalBases({ legalBases: bases }: SopIdentity): readonly LetterText[] {
  const texts = numbered(bases.map(({ text }) => text));
  return texts.map((text, index) => {
    const correction = bases[index]?.correction ?? '';
    if (correction === '') return text;
    const words = `\n${CHART_WORDS.correction(correction)}`;
    return [...text, { text: words, bold: false, italic: true }];
  });
}

function padded(x: number, width: number): { readonly x: number; readonly width: number } {
  return { x: x + PADDING, width: width - PADDING * 2 };
}
