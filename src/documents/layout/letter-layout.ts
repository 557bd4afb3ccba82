import type {
  CorrespondenceContent,
  LetterBlock,
  LetterContent,
  LetterRow,
  LetterText,
  TitledContent,
} from '../../domain/letters/letter-content';
import { assertNever } from '../../domain/assert-never';
import { blockLayout, listLayout, rowsLayout, sideBySide } from './block-layout';
import { letterQrText } from '../letter-qr';
import { dispositionLayout } from './disposition-layout';
import type { Seal } from './electronic-block';
import { keptTogether, paginate, spaced, tiedToNext, type FlowElement } from './flow';
import { kopLayout } from './kop-layout';
import { dotted, type Mark } from './marks';
import type { LogoSize, PageFrame } from './page-frame';
import { signaturesLayout } from './signature-layout';
import { newTag, taggedLines } from './tags';
import { emboldened, lineHeight, linesAsFlow, plain, setLines, textWidth } from './text-lines';

/** The letter as pages of marks; pure. Page numbers, QR and draft marks come with painting. */
export function letterLayout(
  content: LetterContent,
  frame: PageFrame,
  logo: LogoSize | null,
  signatureLogo: LogoSize | null = null,
): readonly (readonly Mark[])[] {
  const kop = kopLayout(content.kop, frame, logo);
  const seal = { qrText: letterQrText(content.letterId), logo: signatureLogo };
  const body = bodyOf(content, frame, seal, kop.height);
  return paginate([kop, ...body, ...copiesOf(content.copies, frame)], frame);
}

function bodyOf(
  content: LetterContent,
  frame: PageFrame,
  seal: Seal,
  kopHeight: number,
): readonly FlowElement[] {
  switch (content.shape) {
    case 'korespondensi':
      return [...correspondenceHead(content, frame), ...textAndSignatures(content, frame, seal)];
    case 'judul':
      return [...titleHead(content, frame), ...textAndSignatures(content, frame, seal)];
    case 'disposition':
      return dispositionLayout(content, frame, seal, frame.bottom - frame.top - kopHeight);
    default:
      return assertNever(content);
  }
}

/** The last two lines of the text go with the signature, wherever the page ends; some have none. */
function textAndSignatures(
  content: CorrespondenceContent | TitledContent,
  frame: PageFrame,
  seal: Seal,
): readonly FlowElement[] {
  const rows = tableRows(content.blocks);
  const text = content.blocks.flatMap((block, index) => {
    const strips = blockLayout(block, frame, rows);
    const next = content.blocks[index + 1];
    // "… atas nama:" alone at the foot of a page would announce nothing.
    return next && next.kind !== 'paragraph' ? tiedToNext(strips, 2) : strips;
  });
  // A notice is nobody's to sign.
  if (content.signatures.length === 0) return spaced(text, frame.body.size * 0.5);
  const signatures = signaturesLayout(content.signatures, frame, seal);
  const slip = content.shape === 'judul' ? slipLayout(content.slip, frame) : [];
  return [...spaced(tiedToNext(text, 2), frame.body.size * 0.5), signatures, ...slip];
}

/** A dotted line across the page and what stands below it, never parted: it is cut off by hand. */
function slipLayout(blocks: readonly LetterBlock[], frame: PageFrame): readonly FlowElement[] {
  if (blocks.length === 0) return [];
  const cut: FlowElement = {
    height: frame.body.size * 0.5,
    marks: [dotted(frame.left, frame.right, 0)],
    keepWithNext: true,
    spaceBefore: lineHeight(frame.body) * 1.5,
  };
  const rows = tableRows(blocks);
  return [cut, ...keptTogether(blocks.flatMap((block) => blockLayout(block, frame, rows)))];
}

/** Rows of all tables: their colons stand under one another. */
function tableRows(blocks: readonly LetterBlock[]): readonly LetterRow[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
}

/** Nomor to Hal at the left, place and date at the right of the first line, then Yth. */
function correspondenceHead(
  { dateline, head, addressee }: CorrespondenceContent,
  frame: PageFrame,
): readonly FlowElement[] {
  const { body } = frame;
  const place = { x: frame.left, width: frame.width, alignment: 'right' as const };
  const date = taggedLines(setLines(dateline, body, place), newTag('P'));
  const dateWidth = textWidth(dateline, body);
  const room = frame.width - dateWidth - body.size * 1.5;
  const beside = room > frame.width * 0.42;
  const rows = rowsLayout(head, body, {
    x: frame.left,
    width: beside ? room : frame.width * 0.7,
  });
  const dated = beside
    ? rows.map((row, index) =>
        index === 0 ? { ...row, marks: [...date.flat(), ...row.marks] } : row,
      )
    : [...linesAsFlow(date, body), ...rows];
  return keptTogether([...dated, ...spaced(addresseeLayout(addressee, frame), body.size * 1.2)]);
}

function addresseeLayout(
  { label, lines }: CorrespondenceContent['addressee'],
  frame: PageFrame,
): readonly FlowElement[] {
  const { body } = frame;
  const hang = textWidth(label, body) + body.size * 0.5;
  const width = frame.width * 0.66 - hang;
  const set = lines.flatMap((line) => setLines(line, body, { x: frame.left + hang, width }));
  const labelled = sideBySide([setLines(label, body, { x: frame.left, width: hang }), set]);
  return linesAsFlow(taggedLines(labelled, newTag('P')), body);
}

/** Title in capitals as the template writes it, number under it, all centred. */
function titleHead(
  { heading, numberLine }: TitledContent,
  frame: PageFrame,
): readonly FlowElement[] {
  const centre = { x: frame.left, width: frame.width, alignment: 'centre' as const };
  const head = newTag('H1');
  const title = heading.flatMap((line) =>
    linesAsFlow(
      taggedLines(setLines(emboldened(line), frame.body, centre), head, true),
      frame.body,
    ),
  );
  const numberLines = setLines(numberLine, frame.body, centre);
  const number = linesAsFlow(taggedLines(numberLines, newTag('P')), frame.body);
  return keptTogether([
    ...spaced(title, frame.body.size * 0.5),
    ...spaced(number, 2),
    { height: frame.body.size * 0.6, marks: [], keepWithNext: true, spaceBefore: 0 },
  ]);
}

/** "Tembusan:" and its numbered lines, small, under the signature. */
function copiesOf(copies: readonly LetterText[], frame: PageFrame): readonly FlowElement[] {
  if (copies.length === 0) return [];
  const style = { ...frame.body, size: frame.body.size - 1 };
  const place = { x: frame.left, width: frame.width };
  const heading = taggedLines(setLines(plain('Tembusan:'), style, place), newTag('P'));
  const elements = [...linesAsFlow(heading, style), ...listLayout(copies, style, frame)];
  const together = [...keptTogether(elements.slice(0, -1)), ...elements.slice(-1)];
  return spaced(together, lineHeight(frame.body));
}
