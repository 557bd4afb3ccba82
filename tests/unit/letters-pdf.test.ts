import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import type { LetterOptions } from '../../src/documents/letter-options';
import { letterTemplates } from '../../src/documents/letter-templates';
import { letterQrText } from '../../src/documents/letter-qr';
import { renderLetter } from '../../src/documents/render-letter';
import type { LetterSources } from '../../src/domain/letters/letter-data';
import { presetOf } from '../helpers/all-sops';
import { greyPng } from '../helpers/grey-png';
import {
  draftOptions,
  finalOptions,
  longSources,
  readFonts,
  sampleSources,
  twoPageSources,
  wordedLetter,
} from '../helpers/letters';
import { longSheet } from '../helpers/sheets';

const fonts = readFonts();
const folder = mkdtempSync(join(tmpdir(), 'loket-letters-'));
const hasQrReader = spawnSync('zbarimg', ['--version']).status === 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function made(
  key: string,
  sources: LetterSources = sampleSources,
  options: LetterOptions = finalOptions,
): Promise<Uint8Array> {
  const result = await renderLetter(wordedLetter(key, sources), { fonts }, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function poppler(program: string, bytes: Uint8Array, ...args: readonly string[]): string {
  const path = join(folder, 'letter.pdf');
  writeFileSync(path, bytes);
  return execFileSync(program, [...args, path, ...(program === 'pdftotext' ? ['-'] : [])], {
    encoding: 'utf8',
  });
}

/** The share of a page's dots that are not white. */
async function darkness(key: string, options: LetterOptions): Promise<number> {
  const path = join(folder, 'dots.pdf');
  writeFileSync(path, await made(key, sampleSources, options));
  execFileSync('pdftoppm', ['-r', '30', '-gray', '-singlefile', path, join(folder, 'dots')]);
  const dots = readFileSync(join(folder, 'dots.pgm')).subarray(20);
  return dots.filter((dot) => dot < 250).length / dots.length;
}

/** The text as a reader copies it, line breaks as spaces. */
function textOf(bytes: Uint8Array): string {
  return poppler('pdftotext', bytes).replace(/\s+/g, ' ');
}

describe('what stands on the paper can be read back', () => {
  test('the application', async () => {
    const text = textOf(await made('revocation-application'));
    for (const part of [
      'PEMERINTAH KABUPATEN CONTOH',
      '000.6.5.2/042/Dinkes/2026',
      'Contoh, 2 Maret 2026',
      'Permohonan Pencabutan Sertifikat Elektronik',
      'Yth. Kepala Dinas Komunikasi dan Informatika',
      'Sehubungan dengan hilangnya kunci privat Sertifikat Elektronik',
      'Contoh Satu, S.E.',
      '19850101 201001 1 001',
      '3299010101850001',
      'Contoh Atasan, M.Kes.',
      'NIP 19720303 199803 1 003',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('names of sixty letters with degrees, apostrophes and diacritics, a unit of 200', async () => {
    expect(longSources.data.applicant.name.length).toBeGreaterThan(60);
    expect(longSources.data.applicant.unit.length).toBeGreaterThan(199);
    const text = textOf(await made('revocation-application', longSources));
    expect(text).toContain(longSources.data.applicant.name);
    expect(text).toContain(longSources.data.applicant.unit);
    expect(text).toContain(longSources.data.superior?.name);
    expect(text.replaceAll(' ', '')).toContain(longSources.data.applicant.email);
  });

  test('the disposition sheet, every heading of it', async () => {
    const text = textOf(await made('disposition-sheet'));
    for (const part of [
      'LEMBAR DISPOSISI',
      'Surat dari',
      'No. Surat',
      'Tgl. Surat',
      'Diterima Tgl.',
      'No. Agenda',
      'A-2026-00042',
      'Sangat Segera',
      'Rahasia',
      'Diteruskan kepada Sdr.:',
      'dan seterusnya',
      'Dengan hormat harap:',
      'Tanggapan dan Saran',
      'Proses Lebih Lanjut',
      'Koordinasi/Konfirmasi',
      'Catatan:',
      'Seksi Persandian',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('a running sheet, with who wrote, who recorded, and what was given back', async () => {
    const sop = presetOf('ciamis-2025-renewal');
    const sources = { ...longSources, sop, sheet: longSheet, step: 'check-and-assist' };
    const text = textOf(await made('disposition-sheet', sources)).replaceAll(' ', '');
    for (const part of [
      'Permohonan Pembaharuan Sertifikat Elektronik',
      'Dikembalikan: Surat belum lengkap',
      'Diteruskan. Segera diperiksa.',
      'Batas waktu 5 Maret 2026.',
      'dicatat oleh Petugas Contoh',
      longSheet[0]?.from.name,
    ]) {
      expect(text).toContain(part?.replaceAll(' ', ''));
    }
  });

  test('a second page says so at its top', async () => {
    const bytes = await made('revocation-reason-statement', twoPageSources);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(2);
    // Without -layout, pdftotext takes the second dash for a hyphen at the line's end; the
    // narrow spaces beside a dash are in the file, but it does not report them.
    expect(poppler('pdftotext', bytes, '-f', '2', '-layout')).toMatch(/^ *- ?2 ?-$/m);
    expect(poppler('pdftotext', bytes, '-l', '1', '-layout')).not.toMatch(/- ?1 ?-/);
  });
});

describe('draft and final', () => {
  test('the DRAF across the page is drawn, and does not mix with the text when it is copied', async () => {
    const draftText = textOf(await made('revocation-application', sampleSources, draftOptions));
    const finalText = textOf(await made('revocation-application'));
    expect(draftText.replace('DRAF – belum final ', '')).toBe(finalText);
    const dark = (options: LetterOptions) => darkness('revocation-application', options);
    expect(await dark(draftOptions)).toBeGreaterThan((await dark(finalOptions)) + 0.03);
  });

  test('a draft says DRAF on every page, a final letter nowhere', async () => {
    const draft = await made('revocation-reason-statement', twoPageSources, draftOptions);
    for (const page of ['1', '2']) {
      const text = poppler('pdftotext', draft, '-f', page, '-l', page);
      expect(text).toContain('DRAF – belum final');
    }
    expect(textOf(await made('revocation-reason-statement', twoPageSources))).not.toMatch(/DRAF/);
  });
});

describe('fonts', () => {
  test('all are embedded and subset, and only those used', async () => {
    for (const key of letterTemplates.keys()) {
      const rows = poppler('pdffonts', await made(key))
        .trim()
        .split('\n')
        .slice(2);
      const isSlanted = JSON.stringify(wordedLetter(key, sampleSources)).includes('"italic":true');
      expect(rows).toHaveLength(isSlanted ? 3 : 2);
      for (const row of rows) {
        expect(row).toMatch(/^[A-Z]{6}\+LiberationSans(-Bold|-Italic)? .* yes yes yes /);
      }
    }
  });

  test.each([
    ['Contoh 中', '中', 'U+4E2D'],
    ['Contoh 😀', '😀', 'U+1F600'],
    ['Contoh x\u0323', '\u0323', 'U+0323'],
  ])(
    '%s: a character the font lacks is named, and no letter is made',
    async (name, character, codePoint) => {
      const { data } = sampleSources;
      const sources = {
        ...sampleSources,
        data: { ...data, applicant: { ...data.applicant, name } },
      };
      const content = wordedLetter('revocation-application', sources);
      expect(await renderLetter(content, { fonts }, finalOptions)).toEqual({
        ok: false,
        error: { code: 'glyph-missing', character, codePoint },
      });
    },
  );
});

describe('the file', () => {
  test('the same letter has the same bytes, whatever was made before it', async () => {
    const first = await made('revocation-application');
    await made('disposition-sheet', longSources, draftOptions);
    // A no-break space shares its glyph with the space; it must not leave a trace.
    const { data } = sampleSources;
    const name = 'Contoh\u00a0Satu\u2011Dua';
    await made('revocation-application', {
      ...sampleSources,
      data: { ...data, applicant: { ...data.applicant, name } },
    });
    expect(Buffer.compare(await made('revocation-application'), first)).toBe(0);
    const fresh = await renderLetter(
      wordedLetter('revocation-application', sampleSources),
      { fonts: readFonts() },
      finalOptions,
    );
    expect(fresh.ok && Buffer.compare(fresh.value, first)).toBe(0);
  });

  test('metadata: title, date handed in, and nobody’s name', async () => {
    const bytes = await made('revocation-application');
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(document.getTitle()).toBe('Surat Permohonan Pencabutan Sertifikat Elektronik');
    expect(document.getCreationDate()?.toISOString()).toBe('2026-03-02T02:14:00.000Z');
    expect(document.getAuthor()).toBeUndefined();
    const info = poppler('pdfinfo', bytes);
    expect(info).not.toMatch(/Contoh Satu|Contoh Atasan|3299010101850001/);
    expect(info).toMatch(/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/);
  });

  test('a time that is none refuses the letter', async () => {
    const content = wordedLetter('revocation-application', sampleSources);
    const result = await renderLetter(
      content,
      { fonts },
      { ...finalOptions, createdAt: 'kemarin' },
    );
    expect(result).toEqual({ ok: false, error: { code: 'renderer-failed', detail: 'createdAt' } });
  });

  test('a logo is printed once; bytes that are no picture refuse the letter', async () => {
    const logo = { bytes: greyPng(40, 50), mediaType: 'image/png' as const };
    const bytes = await made('disposition-sheet', sampleSources, { ...finalOptions, logo });
    expect(poppler('pdfimages', bytes, '-list').trim().split('\n')).toHaveLength(3);

    const broken = { bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/png' as const };
    const content = wordedLetter('disposition-sheet', sampleSources);
    expect(await renderLetter(content, { fonts }, { ...finalOptions, logo: broken })).toEqual({
      ok: false,
      error: { code: 'logo-unreadable' },
    });
  });
});

describe('the QR code', () => {
  test('says an opaque id and nothing about a person', () => {
    expect(letterQrText(sampleSources.letterId)).toBe(
      'loket-se:0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
    );
  });

  test.skipIf(!hasQrReader)('is read from a page printed at 150 dpi, draft or final', async () => {
    for (const options of [finalOptions, draftOptions]) {
      const path = join(folder, 'qr.pdf');
      writeFileSync(path, await made('revocation-application', sampleSources, options));
      execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', path, join(folder, 'qr')]);
      const read = execFileSync('zbarimg', ['--quiet', '--raw', join(folder, 'qr.png')], {
        encoding: 'utf8',
      });
      expect(read.trim()).toBe(letterQrText(sampleSources.letterId));
    }
  });
});

test('the bundled fonts come with their licence', () => {
  const licence = new URL('../../resources/fonts/LICENSE-LIBERATION.txt', import.meta.url);
  expect(readFileSync(licence, 'utf8')).toContain('SIL OPEN FONT LICENSE');
});
