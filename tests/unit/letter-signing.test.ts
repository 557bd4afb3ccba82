import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { letterLayout } from '../../src/documents/layout/letter-layout';
import type { Mark } from '../../src/documents/layout/marks';
import { pageFrame } from '../../src/documents/layout/page-frame';
import { letterTemplates } from '../../src/documents/letter-templates';
import type { LetterOptions } from '../../src/documents/letter-options';
import { renderLetter } from '../../src/documents/render-letter';
import { readSignaturePlaces, type SignaturePlace } from '../../src/documents/signature-places';
import type { LetterSources } from '../../src/domain/letters/letter-data';
import { isFilledByHand } from '../../src/domain/letters/letter-texts';
import { letterRefusals, prepareBlankLetter } from '../../src/domain/letters/prepare-letter';
import { DEFAULT_PAPER } from '../../src/domain/letters/letter-paper';
import { furtherMandate, withActing, withElectronic } from '../helpers/letter-cases';
import {
  draftOptions,
  finalOptions,
  longSources,
  readFonts,
  sampleSources,
  templateOf,
  twoPageSources,
  wordedLetter,
} from '../helpers/letters';
import { pageImages } from '../helpers/page-images';
import { sampleLogo } from '../helpers/sample-logo';

const fonts = readFonts();
const folder = mkdtempSync(join(tmpdir(), 'loket-signing-'));
const LONG =
  'Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh Balai Sertifikasi Elektronik (BSrE) Badan Siber dan Sandi Negara';
const HEADING = 'Ditandatangani Secara Elektronik Oleh :';

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function made(key: string, sources: LetterSources, options: LetterOptions = finalOptions) {
  const result = await renderLetter(wordedLetter(key, sources), { fonts }, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return { bytes: result.value, places: result.signaturePlaces ?? [] };
}

function textOf(bytes: Uint8Array, ...args: readonly string[]): string {
  const path = join(folder, 'letter.pdf');
  writeFileSync(path, bytes);
  return execFileSync('pdftotext', [...args, path, '-'], { encoding: 'utf8' })
    .replace(/\s+/g, ' ')
    .trim();
}

describe('by hand', () => {
  test('no letter has a word of it, no box and no place, unless the office chose it', async () => {
    for (const key of letterTemplates.keys()) {
      const { bytes, places } = await made(key, withElectronic('another-letter'));
      expect(places).toEqual([]);
      expect(textOf(bytes)).not.toMatch(/secara elektronik menggunakan|Secara Elektronik Oleh/);
      expect(await readSignaturePlaces(bytes)).toEqual([]);
    }
  });
});

describe('electronically', () => {
  test('the box has heading, position, name, rank and NIP, the foot the sentence', async () => {
    const { bytes, places } = await made('shortage-notice', withElectronic('shortage-notice'));
    const text = textOf(bytes);
    for (const part of [HEADING, 'Contoh Kepala, S.T., M.Si.', 'Pembina Utama Muda, IV/c', LONG]) {
      expect(text.split(part)).toHaveLength(2);
    }
    expect(text).toContain('NIP 19700101 199501 1 001');
    expect(places).toHaveLength(1);
    expect(places[0]).toMatchObject({ actor: 'office-head', page: 1 });
  });

  test('the short sentence is one choice, each letter another', async () => {
    const sources = withElectronic('shortage-notice', sampleSources, 'short');
    const text = textOf((await made('shortage-notice', sources)).bytes);
    expect(text).toContain('yang diterbitkan oleh BSrE-BSSN');
    expect(text).not.toContain('Badan Siber dan Sandi Negara (BSrE)');
    expect(textOf((await made('receipt', sources)).bytes)).not.toContain('BSrE-BSSN');
  });

  test('the sentence stands on every page', async () => {
    const key = 'revocation-reason-statement';
    const { bytes } = await made(key, withElectronic(key, twoPageSources));
    for (const page of ['1', '2']) {
      expect(textOf(bytes, '-f', page, '-l', page)).toContain(
        'Balai Sertifikasi Elektronik (BSrE) Badan',
      );
    }
  });

  test('the applicant signs by hand even then', async () => {
    const key = 'passphrase-forgotten-statement';
    const { bytes, places } = await made(key, withElectronic(key));
    expect(places).toEqual([]);
    expect(textOf(bytes)).not.toContain(HEADING);
  });

  test('who acts for an official stands in the box with all lines', async () => {
    const sources = withElectronic('shortage-notice', withActing(furtherMandate));
    const text = textOf((await made('shortage-notice', sources)).bytes);
    expect(text).toMatch(/a\.n\. Kepala Dinas .*Sekretaris, u\.b\. Kepala Bidang .*Contoh Wakil/);
  });
});

describe('the place of a signature', () => {
  const electronic = (key: string, sources: LetterSources) => withElectronic(key, sources);

  test.each([
    ['shortage-notice', sampleSources],
    ['revocation-minutes', withActing(furtherMandate)],
    ['superior-recommendation', longSources],
    ['revocation-reason-statement', twoPageSources],
    ['disposition-sheet', sampleSources],
  ] as const)('%s: no word stands in the room, all within the box', async (key, sources) => {
    const frame = pageFrame(DEFAULT_PAPER, fonts);
    if (!frame) throw new Error('no frame');
    const content = wordedLetter(key, electronic(key, sources));
    const pages = letterLayout(content, frame, null);
    const { places } = await made(key, electronic(key, sources));
    expect(places.length).toBeGreaterThan(0);
    for (const { page, block, room } of places) {
      expect(room.x).toBeGreaterThanOrEqual(block.x);
      expect(room.x + room.width).toBeLessThanOrEqual(block.x + block.width);
      expect(room.y).toBeGreaterThanOrEqual(block.y);
      expect(room.y + room.height).toBeLessThanOrEqual(block.y + block.height);
      if (key === 'disposition-sheet') continue;
      const texts = pages[page - 1]?.flatMap(textBoxes) ?? [];
      expect(texts.filter((text) => overlap(text, room))).toEqual([]);
      const inside = texts.filter((text) => overlap(text, block));
      expect(inside.length).toBeGreaterThan(2);
      for (const text of inside)
        expect(text.x + text.width).toBeLessThanOrEqual(block.x + block.width);
    }
  });

  test('in the printed page the room is white', async () => {
    const { bytes, places } = await made('shortage-notice', withElectronic('shortage-notice'));
    const [place] = places;
    const [page] = pageImages(bytes, 72);
    if (!place || !page) throw new Error('no page');
    const { x, y, width, height } = place.room;
    for (let row = Math.ceil(y) + 1; row < y + height - 1; row += 1) {
      for (let column = Math.ceil(x) + 1; column < x + width - 1; column += 1) {
        expect(page.dots[row * page.width + column]).toBeGreaterThan(250);
      }
    }
  });

  test('the stored bytes still say it, and a draft’s do', async () => {
    const sources = withElectronic('revocation-minutes');
    for (const options of [finalOptions, draftOptions]) {
      const { bytes, places } = await made('revocation-minutes', sources, options);
      expect(places).toHaveLength(2);
      const read = await readSignaturePlaces(bytes);
      expect(read.map(({ actor, page }) => [actor, page])).toEqual(
        places.map(({ actor, page }) => [actor, page]),
      );
      const [one, other] = [read.flatMap(numbersOf), places.flatMap(numbersOf)];
      one.forEach((number, index) => {
        expect(number).toBeCloseTo(other[index] ?? NaN, 2);
      });
    }
  });

  test('a file without places has none', async () => {
    const { bytes } = await made('receipt', sampleSources);
    expect(await readSignaturePlaces(bytes)).toEqual([]);
  });
});

test('a disposition sheet with long names is one sheet even when signed electronically', async () => {
  const key = 'disposition-sheet';
  const { bytes, places } = await made(key, withElectronic(key, longSources));
  expect(pageImages(bytes, 20)).toHaveLength(1);
  expect(places).toHaveLength(1);
});

describe('beside the signature', () => {
  test('the office’s picture stands in place of the QR code', async () => {
    const sources = withElectronic('shortage-notice');
    const images = (bytes: Uint8Array) => {
      const path = join(folder, 'images.pdf');
      writeFileSync(path, bytes);
      return (
        execFileSync('pdfimages', ['-list', path], { encoding: 'utf8' }).trim().split('\n').length -
        2
      );
    };
    const signatureLogo = sampleLogo();
    const withPicture = await made('shortage-notice', sources, { ...finalOptions, signatureLogo });
    expect(images(withPicture.bytes)).toBe(1);
    expect(images((await made('shortage-notice', sources)).bytes)).toBe(0);
    const both = { ...finalOptions, signatureLogo, logo: sampleLogo() };
    expect(images((await made('shortage-notice', sources, both)).bytes)).toBe(2);
  });

  test('bytes that are no picture refuse the letter', async () => {
    const signatureLogo = { bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/png' as const };
    const content = wordedLetter('shortage-notice', withElectronic('shortage-notice'));
    expect(await renderLetter(content, { fonts }, { ...finalOptions, signatureLogo })).toEqual({
      ok: false,
      error: { code: 'logo-unreadable' },
    });
  });
});

function numbersOf({ block, room }: SignaturePlace): readonly number[] {
  return [block, room].flatMap(({ x, y, width, height }) => [x, y, width, height]);
}

interface Box {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function textBoxes(mark: Mark): readonly Box[] {
  if (mark.kind !== 'text') return [];
  return mark.spans.map(({ text, x, width }) => ({
    text,
    x,
    width,
    y: mark.y - mark.size * 0.72,
    height: mark.size * 0.92,
  }));
}

function overlap(one: Box, other: Omit<Box, 'text'>): boolean {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return across > 0.1 && down > 0.1;
}

describe('nothing is left to be written by hand on a letter signed electronically', () => {
  const { data } = sampleSources;
  const unnamed = { ...sampleSources, data: { ...data, superior: null } };

  test('what a hand would fill in is named instead', () => {
    const key = 'superior-recommendation';
    const refused = letterRefusals(templateOf(key), withElectronic(key, unnamed));
    expect(refused).toEqual([
      { code: 'placeholder-empty', placeholder: 'superior.name' },
      { code: 'placeholder-empty', placeholder: 'superior.position' },
    ]);
    expect(letterRefusals(templateOf(key), unnamed)).toEqual([]);
  });

  test('a draft still has room for its number and date', () => {
    const key = 'shortage-notice';
    const draft = { ...withElectronic(key), letterNumber: null, letterDate: null };
    expect(letterRefusals(templateOf(key), draft)).toEqual([]);
  });

  test('an empty form is signed by hand in any case', () => {
    const key = 'disposition-sheet';
    const form = prepareBlankLetter(templateOf(key), withElectronic(key));
    expect(form.ok && form.value.signatures.map(({ electronic }) => electronic)).toEqual([
      undefined,
    ]);
  });

  test('papers with boxes or dotted lines of their own are known', () => {
    const byHand = [...letterTemplates.values()].filter(isFilledByHand).map(({ key }) => key);
    expect(byHand).toEqual(['disposition-sheet', 'verification-result']);
  });
});
