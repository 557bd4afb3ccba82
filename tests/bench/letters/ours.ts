import { renderLetter } from '../../../src/documents/render-letter';
import { createPictureShelf } from '../../../src/documents/pictures';
import { letterQrText } from '../../../src/documents/letter-qr';
import { qrRectangles } from '../../../src/documents/paint/qr-squares';
import type { LetterContent, LetterText } from '../../../src/domain/letters/letter-content';
import type { LetterSources } from '../../../src/domain/letters/letter-data';
import { finalOptions, readFonts, sampleSources, wordedLetter } from '../../helpers/letters';
import { sampleLogo } from '../../helpers/sample-logo';

const LETTER = 'revocation-application';
const LOGO = sampleLogo();

/** The letter of the bench as plain words, for programs that lay it out themselves. */
export interface BenchPage {
  readonly title: string;
  readonly kop: readonly string[];
  readonly date: string;
  readonly head: readonly (readonly [string, string])[];
  readonly addressee: readonly string[];
  /** A paragraph, or rows of label and value. */
  readonly blocks: readonly (string | readonly (readonly [string, string])[])[];
  readonly signature: readonly string[];
  readonly qr: { readonly modules: number; readonly squares: readonly (readonly number[])[] };
  readonly logo: Uint8Array;
  readonly fonts: string;
}

/** Sources of the letter with this number: each has a name and a number of its own. */
function sourcesOf(number: number): LetterSources {
  const { data } = sampleSources;
  const digits = String(number).padStart(4, '0');
  const applicant = {
    ...data.applicant,
    name: `Contoh Pemohon ${String.fromCharCode(65 + (number % 26))}. ${digits}, S.E.`,
    nik: `329901010185${digits}`,
  };
  return {
    ...sampleSources,
    data: { ...data, applicant },
    letterId: `0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f${digits}`,
    letterNumber: `000.6.5.2/${digits}/Dinkes/2026`,
  };
}

/** The product's renderer, opened once; a letter of its own for each number. */
export function openOurs(fontsFolder: string): (number: number) => Promise<Uint8Array> {
  const assets = { fonts: readFonts(fontsFolder), pictures: createPictureShelf() };
  return async (number) => {
    const content = wordedLetter(LETTER, sourcesOf(number));
    const made = await renderLetter(content, assets, benchOptions);
    if (!made.ok) throw new Error(made.error.code);
    return made.value;
  };
}

/** What the page of a browser is given: words only, as from the application. */
export function benchContents(count: number): readonly LetterContent[] {
  return Array.from({ length: count }, (_, number) => wordedLetter(LETTER, sourcesOf(number)));
}

export const benchOptions = { ...finalOptions, logo: LOGO };

/** The same letter for other programs: its words and its QR code made anew, as ours are. */
export function benchPage(number: number, fontsFolder: string): BenchPage {
  const letter = wordedLetter(LETTER, sourcesOf(number));
  if (letter.shape !== 'korespondensi') throw new Error(letter.shape);
  const rows = (list: typeof letter.head) =>
    list.map(({ label, text }) => [words(label), words(text)] as const);
  const [signature] = letter.signatures;
  if (!signature) throw new Error('no signature');
  const { modules, rectangles } = qrRectangles(letterQrText(letter.letterId));
  return {
    title: letter.title,
    kop: [letter.kop.government, letter.kop.name, ...letter.kop.contact].map(words),
    date: words(letter.dateline),
    head: rows(letter.head),
    addressee: letter.addressee.lines.map(words),
    blocks: letter.blocks.flatMap((block): BenchPage['blocks'] => {
      if (block.kind === 'paragraph') return [words(block.text)];
      return block.kind === 'table' ? [rows(block.rows)] : [];
    }),
    signature: [signature.position, signature.name, ...signature.details].map(words),
    qr: { modules, squares: rectangles.map(({ x, y, width }) => [x, y, width] as const) },
    logo: LOGO.bytes,
    fonts: fontsFolder,
  };
}

function words(text: LetterText): string {
  return text.map((run) => run.text).join('');
}
