import { letterPaperSchema } from '../../domain/letters/letter-paper-schema';
import {
  PAPER_SIZES,
  paperSizeOf,
  type LetterPaper,
  type PaperSize,
} from '../../domain/letters/letter-paper';

/** The paper as its form shows it: numbers as typed, with a comma for the decimals. */
export interface PaperValues {
  readonly size: PaperSize | 'other';
  readonly width: string;
  readonly height: string;
  readonly top: string;
  readonly right: string;
  readonly bottom: string;
  readonly left: string;
  readonly fontSize: string;
  readonly lineSpacing: string;
  readonly paragraphSpacing: string;
  readonly alignment: 'justified' | 'left';
  readonly catchword: boolean;
}

/** Fields that hold a number, with where it stands in the paper. */
export const paperNumbers = {
  width: ['width'],
  height: ['height'],
  top: ['margins', 'top'],
  right: ['margins', 'right'],
  bottom: ['margins', 'bottom'],
  left: ['margins', 'left'],
  fontSize: ['fontSize'],
  lineSpacing: ['lineSpacing'],
  paragraphSpacing: ['paragraphSpacing'],
} as const;
export type PaperNumber = keyof typeof paperNumbers;

function typed(number: number): string {
  return String(number).replace('.', ',');
}

/** A typed number; NaN for anything else. */
function readNumber(text: string): number {
  return /^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN;
}

/** What the form begins with. */
export function toPaperValues(paper: LetterPaper): PaperValues {
  const { margins } = paper;
  return {
    size: paperSizeOf(paper) ?? 'other',
    width: typed(paper.width),
    height: typed(paper.height),
    top: typed(margins.top),
    right: typed(margins.right),
    bottom: typed(margins.bottom),
    left: typed(margins.left),
    fontSize: typed(paper.fontSize),
    lineSpacing: typed(paper.lineSpacing),
    paragraphSpacing: typed(paper.paragraphSpacing),
    alignment: paper.justified ? 'justified' : 'left',
    catchword: paper.catchword,
  };
}

/** What was typed as a paper, checked or not; a named size brings its own measures. */
function read(values: PaperValues): LetterPaper {
  const measures =
    values.size === 'other'
      ? { width: readNumber(values.width), height: readNumber(values.height) }
      : PAPER_SIZES[values.size];
  return {
    ...measures,
    margins: {
      top: readNumber(values.top),
      right: readNumber(values.right),
      bottom: readNumber(values.bottom),
      left: readNumber(values.left),
    },
    fontSize: readNumber(values.fontSize),
    lineSpacing: readNumber(values.lineSpacing),
    paragraphSpacing: readNumber(values.paragraphSpacing),
    justified: values.alignment === 'justified',
    catchword: values.catchword,
  };
}

/** The paper that was typed; null while a number is none or out of its bounds. */
export function fromPaperValues(values: PaperValues): LetterPaper | null {
  const parsed = letterPaperSchema.safeParse(read(values));
  return parsed.success ? parsed.data : null;
}

/** Fields whose number is none, or out of its bounds. */
export function wrongPaperNumbers(values: PaperValues): readonly PaperNumber[] {
  const parsed = letterPaperSchema.safeParse(read(values));
  if (parsed.success) return [];
  const paths = parsed.error.issues.map(({ path }) => path.join('.'));
  const names = Object.keys(paperNumbers) as readonly PaperNumber[];
  return names.filter((name) => paths.includes(paperNumbers[name].join('.')));
}
