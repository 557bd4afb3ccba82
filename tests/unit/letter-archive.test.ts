import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import { renderLetter } from '../../src/documents/render-letter';
import { installedCases, specialCases, type LetterCase } from '../helpers/letter-cases';
import {
  draftOptions,
  finalOptions,
  readFonts,
  sampleSources,
  wordedLetter,
} from '../helpers/letters';
import { archiveProblems } from '../helpers/pdf-archive';
import { allElements, readStructure, structureProblems } from '../helpers/pdf-structure';
import { sampleLogo } from '../helpers/sample-logo';

const fonts = readFonts();
const folder = mkdtempSync(join(tmpdir(), 'loket-archive-'));
const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;
const cases = [...installedCases, ...specialCases].map((one) => [one.name, one] as const);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function made({ content, options }: Pick<LetterCase, 'content' | 'options'>) {
  const result = await renderLetter(content, { fonts }, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function letterOf(key: string, options = finalOptions) {
  return made({ content: wordedLetter(key, sampleSources), options });
}

function run(program: string, bytes: Uint8Array, ...args: readonly string[]): string {
  const path = join(folder, 'letter.pdf');
  writeFileSync(path, bytes);
  const out = program === 'pdftotext' ? ['-'] : [];
  return execFileSync(program, [...args, path, ...out], { encoding: 'utf8' });
}

/** Each case is made once. */
const papers = new Map<string, Promise<Uint8Array>>();

function paperOf(one: LetterCase): Promise<Uint8Array> {
  const known = papers.get(one.name) ?? made(one);
  papers.set(one.name, known);
  return known;
}

describe('every paper', () => {
  test.each(cases)('%s breaks no point of PDF/A-2b that can be looked at here', async (_, one) => {
    expect(await archiveProblems(await paperOf(one))).toEqual([]);
  });

  test.each(cases)('%s has a structure without holes', async (_, one) => {
    expect(structureProblems(await PDFDocument.load(await paperOf(one)))).toEqual([]);
  });

  test.each(cases)(
    '%s: poppler finds title, tags, fonts, and every word it copies',
    async (_, one) => {
      const bytes = await paperOf(one);
      const info = run('pdfinfo', bytes);
      expect(info).toContain(`Title:           ${one.content.title}`);
      expect(info).toMatch(/Tagged: +yes/);
      expect(info).toMatch(/Encrypted: +no/);
      const fontLines = run('pdffonts', bytes).trim().split('\n').slice(2);
      for (const line of fontLines) {
        expect(line).toMatch(
          /^[A-Z]{6}\+LiberationSans\S* +CID TrueType +Identity-H +yes yes yes /,
        );
      }
      // What is told apart for a screen reader is what anybody copies, the page's own marks aside.
      const wordsOf = (text: string) => new Set(text.split(/\s+/).filter((word) => word !== ''));
      const copied = wordsOf(run('pdftotext', bytes, '-layout'));
      const read = wordsOf(run('pdfinfo', bytes, '-struct-text').replaceAll('"', ' '));
      const lost = [...copied].filter((word) => !read.has(word) && !isOwnMark(word));
      expect(lost).toEqual([]);
    },
  );

  test.skipIf(!hasQpdf).each(cases)('%s: qpdf finds no error', async (_, one) => {
    const bytes = await paperOf(one);
    expect(run('qpdf', bytes, '--check')).toMatch(/No syntax or stream encoding errors found/);
  });
});

/** Page number, catchword and the id beside the QR code. */
function isOwnMark(word: string): boolean {
  return /^(loket-se:.*|-|\d+|-\d-|.*…)$/.test(word);
}

describe('the order it is read in', () => {
  test('a letter: kop, date, head, addressee, text, signature', async () => {
    const text = run('pdfinfo', await letterOf('shortage-notice'), '-struct-text');
    const order = [
      'PEMERINTAH KABUPATEN CONTOH',
      'DINAS KOMUNIKASI DAN INFORMATIKA',
      'Jalan Contoh Raya Nomor 1',
      'Contoh, 2 Maret 2026',
      'Nomor :',
      'Yth.',
      'Sehubungan dengan permohonan',
      'Surat Rekomendasi Atasan Langsung',
      'Demikian disampaikan',
      'Kepala Dinas Komunikasi',
      'Contoh Kepala',
    ].map((part) => text.indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });

  test('two signatures: the left one whole, then the right one', async () => {
    const text = run('pdfinfo', await letterOf('revocation-minutes'), '-struct-text');
    const order = ['Mengetahui,', 'Contoh Kepala', 'Petugas loket,', 'Petugas Contoh'];
    const found = order.map((part) => text.lastIndexOf(part));
    expect(found).toEqual(found.toSorted((one, other) => one - other));
  });

  test('cells are read whole: a wrapped label before its value', async () => {
    const document = await PDFDocument.load(await letterOf('revocation-application'));
    const rows = allElements(readStructure(document)).filter(({ role }) => role === 'TR');
    expect(rows.length).toBeGreaterThan(8);
    for (const { children } of rows) expect(children.map(({ role }) => role)).toEqual(['TH', 'TD']);
  });

  test('laid out as on paper, label and value stand on one line', async () => {
    const text = run('pdftotext', await letterOf('revocation-application'), '-layout');
    expect(text).toMatch(/^ *Nomor +: +000\.6\.5\.2\/042\/Dinkes\/2026 +Contoh, 2 Maret 2026$/m);
    expect(text).toMatch(/^ *NIK +: +3299010101850001$/m);
  });
});

describe('what a screen reader is told', () => {
  const elementsOf = async (key: string, options = finalOptions) =>
    allElements(readStructure(await PDFDocument.load(await letterOf(key, options))));

  test('the language, a heading, lists, and what pictures show', async () => {
    const document = await PDFDocument.load(await letterOf('shortage-notice'));
    expect(document.getLanguage()).toBe('id-ID');
    const titled = await elementsOf('receipt', { ...finalOptions, logo: sampleLogo() });
    expect(titled.filter(({ role }) => role === 'H1')).toHaveLength(1);
    expect(titled.filter(({ role }) => role === 'L')).not.toHaveLength(0);
    expect(titled.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual([
      'Lambang pada kop surat',
      'Kode QR berisi nomor pengenal surat ini',
    ]);
  });

  test('a box to tick is read as one', async () => {
    const labels = (await elementsOf('verification-result')).filter(
      ({ actualText }) => actualText !== undefined,
    );
    expect(labels.map(({ actualText }) => actualText)).toEqual(['☐', '☐', '☐']);
    expect(labels.every(({ role }) => role === 'Lbl')).toBe(true);
  });

  test('a table’s head on a later page is not read again', async () => {
    const running = specialCases.find(({ name }) => name === 'running-disposition-sheet');
    if (!running) throw new Error('no such case');
    const bytes = await made(running);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBeGreaterThan(1);
    const heads = run('pdfinfo', bytes, '-struct-text').match(/Isi disposisi/g);
    expect(heads).toHaveLength(1);
  });

  test('a draft says so, and its watermark is decoration', async () => {
    const bytes = await letterOf('receipt', draftOptions);
    expect(run('pdfinfo', bytes, '-struct-text')).toContain('DRAF – belum final');
    expect(await archiveProblems(bytes)).toEqual([]);
    expect(structureProblems(await PDFDocument.load(bytes))).toEqual([]);
  });
});

describe('pictures', () => {
  test('what is see-through becomes white: no page needs transparency', async () => {
    const bytes = await letterOf('receipt', { ...finalOptions, logo: sampleLogo() });
    expect(run('pdfimages', bytes, '-list')).not.toContain('smask');
    expect(await archiveProblems(bytes)).toEqual([]);
  });

  test('a picture in inks is printed, and the file does not call itself one for archives', async () => {
    // The frame of a JPEG of one dot with four inks; nothing is unpacked on the way.
    const head = [0xff, 0xd8, 0xff, 0xc0, 0, 20, 8, 0, 1, 0, 1, 4];
    const jpeg = new Uint8Array([...head, 1, 17, 0, 2, 17, 0, 3, 17, 0, 4, 17, 0, 0xff, 0xd9]);
    const logo = { bytes: jpeg, mediaType: 'image/jpeg' as const };
    const bytes = await letterOf('receipt', { ...finalOptions, logo });
    const problems = await archiveProblems(bytes);
    expect(problems).toContain('the file has no metadata');
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('pdfaid');
  });
});
