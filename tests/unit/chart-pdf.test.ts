import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import { CHART_PAPERS, type ChartProgress } from '../../src/documents/chart-content';
import { crossingsBelow } from '../../src/documents/layout/chart-flow';
import { renderChart } from '../../src/documents/render-chart';
import { chartRows } from '../../src/domain/sop/chart';
import type { Sop } from '../../src/domain/sop/sop';
import { formatStandardTime } from '../../src/ui/format/duration';
import { allSops, presetOf } from '../helpers/all-sops';
import { chartOf, chartOptions, largeSop, madeChart } from '../helpers/charts';
import { greyPng } from '../helpers/grey-png';
import { readFonts } from '../helpers/letters';

const folder = mkdtempSync(join(tmpdir(), 'loket-charts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ciamis = presetOf('ciamis-2025-revocation');

function poppler(program: string, bytes: Uint8Array, ...args: readonly string[]): string {
  const path = join(folder, 'chart.pdf');
  writeFileSync(path, bytes);
  return execFileSync(program, [...args, path, ...(program === 'pdftotext' ? ['-'] : [])], {
    encoding: 'utf8',
  });
}

/** Texts page by page, cell by cell, without any white space. */
function pagesOf(bytes: Uint8Array): readonly string[] {
  const pages = poppler('pdftotext', bytes, '-raw').split('\f').slice(0, -1);
  return pages.map((text) => bare(text));
}

function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

interface PlacedWord {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly low: number;
}

/** Every word with its place on its page, points from the top left corner. */
function wordsOf(bytes: Uint8Array): readonly (readonly PlacedWord[])[] {
  const pages = poppler('pdftotext', bytes, '-bbox').split('<page').slice(1);
  return pages.map((page) =>
    Array.from(
      page.matchAll(/xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g),
      ([, x, y, right, low, text]) => ({
        text: text ?? '',
        x: Number(x),
        y: Number(y),
        right: Number(right),
        low: Number(low),
      }),
    ),
  );
}

/** The letters of the connectors on each page, from the top; for SOPs in small letters only. */
function connectorsOf(
  bytes: Uint8Array,
): readonly { readonly top: string; readonly end: string }[] {
  return wordsOf(bytes).map((words) => {
    const letters = words.filter(({ text }) => /^[A-Z]{1,2}$/.test(text));
    const middle = Math.min(
      ...words.filter(({ text }) => text.startsWith('kegiatan-')).map(({ y }) => y),
    );
    const joined = (some: readonly PlacedWord[]) =>
      some
        .toSorted((one, other) => one.x - other.x)
        .map(({ text }) => text)
        .join(' ');
    return {
      top: joined(letters.filter(({ y }) => y < middle)),
      end: joined(letters.filter(({ y }) => y > middle)),
    };
  });
}

describe.each(allSops.map((sop) => [sop.id, sop] as const))('%s', (_, sop) => {
  test('every activity, actor, time and note is read back, and so is the header block', async () => {
    const pages = pagesOf(await madeChart(chartOf(sop)));
    const all = pages.join('');
    const { identity } = sop;
    for (const step of sop.steps) {
      for (const text of [step.activity, step.completeness, step.output, step.note]) {
        expect(all).toContain(bare(text ?? ''));
      }
      if (step.standardTime !== null) {
        expect(all).toContain(bare(formatStandardTime(step.standardTime)));
      }
    }
    for (const page of pages.slice(1)) {
      for (const { label } of sop.actors) expect(page).toContain(bare(label));
      for (const word of ['Kegiatan', 'Pelaksana', 'MutuBaku', 'Kelengkapan', 'Waktu', 'Output']) {
        expect(page).toContain(word);
      }
    }
    for (const text of [
      identity.number,
      identity.title.toLocaleUpperCase('id'),
      identity.office.toLocaleUpperCase('id'),
      identity.unit?.toLocaleUpperCase('id') ?? '',
      identity.approvedBy ?? '',
      ...identity.legalBases.flatMap(({ text: basis, correction }) => [basis, correction ?? '']),
      ...identity.qualifications,
      ...identity.relatedSops,
      ...identity.equipment,
      ...identity.warnings,
      ...identity.records,
      'Contoh Kepala, S.T., M.Si.',
      'NIP 19700101 199501 1 001',
    ]) {
      expect(pages[0]).toContain(bare(text));
    }
  });

  test('lies on A4, and each page says which of how many it is', async () => {
    const bytes = await madeChart(chartOf(sop));
    const pages = pagesOf(bytes);
    expect(poppler('pdfinfo', bytes)).toMatch(/Page size:\s+841\.\d+ x 595\.\d+ pts/);
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(pages.length);
    pages.forEach((page, index) => {
      expect(page).toContain(
        bare(
          `SOP ${sop.identity.number} · versi ${String(sop.version)} · ` +
            `Halaman ${String(index + 1)} dari ${String(pages.length)}`,
        ),
      );
    });
  });

  test('a diamond says Ya and Tidak, once each', async () => {
    const words = wordsOf(await madeChart(chartOf(sop))).flat();
    const diamonds = sop.steps.filter(({ refusal }) => refusal !== undefined).length;
    const small = words.filter(({ y, low }) => low - y < 7.6);
    expect(small.filter(({ text }) => text === 'Ya')).toHaveLength(diamonds);
    expect(small.filter(({ text }) => text === 'Tidak')).toHaveLength(diamonds);
  });
});

describe('where lines go on at another page', () => {
  test.each([
    ['one actor', 1, 40],
    ['eight actors', 8, 40],
    ['more connectors than letters', 8, 200],
  ])(
    '%s: each letter stands at the end of one page and at the start of the next, one per line',
    async (_, actors, steps) => {
      const sop = largeSop(actors, steps);
      const bytes = await madeChart(chartOf(sop));
      const rows = chartRows(sop);
      const pages = connectorsOf(bytes);
      const texts = pagesOf(bytes);
      expect(pages.length).toBeGreaterThan(3);
      const seen = new Set<string>();
      pages.forEach(({ end }, page) => {
        expect(pages[page + 1]?.top ?? '').toBe(end);
        const letters = end === '' ? [] : end.split(' ');
        const last = [...(texts[page]?.matchAll(/kegiatan-(\d+)\./g) ?? [])].at(-1)?.[1];
        const row = page === pages.length - 1 ? undefined : rows[Number(last) - 1];
        expect(letters).toHaveLength(row === undefined ? 0 : crossingsBelow(row).length);
        for (const letter of letters) {
          expect(seen).not.toContain(letter);
          seen.add(letter);
        }
      });
    },
  );

  test('Ciamis: the one line over the page break has the letter A on both pages', async () => {
    const pages = wordsOf(await madeChart(chartOf(ciamis)));
    const letters = pages.map((words) => words.filter(({ text }) => text === 'A').length);
    expect(letters).toEqual([0, 1, 1]);
  });
});

describe('any SOP an office may write', () => {
  test.each([1, 2, 5, 8])(
    '%i actors and 40 steps: no word leaves the sheet, no row is cut',
    async (actors) => {
      const sop = largeSop(actors, 40);
      const bytes = await madeChart(chartOf(sop));
      const pages = pagesOf(bytes);
      for (const { activity, note } of sop.steps) {
        const on = pages.filter((page) => page.includes(bare(activity)));
        expect(on).toHaveLength(1);
        expect(on[0]).toContain(bare(note ?? ''));
      }
      for (const { x, right, y, low } of wordsOf(bytes).flat()) {
        expect(x).toBeGreaterThan(30);
        expect(right).toBeLessThan(841.9 - 30);
        expect(y).toBeGreaterThan(25);
        expect(low).toBeLessThan(595.3 - 30);
      }
    },
  );

  test('a row taller than a page goes on at the next, nothing of it lost', async () => {
    const note = Array.from({ length: 900 }, (_, index) => `kata${String(index)}`).join(' ');
    const steps = ciamis.steps.map((step, index) => (index === 4 ? { ...step, note } : step));
    const pages = pagesOf(await madeChart(chartOf({ ...ciamis, steps })));
    for (const word of note.split(' ')) expect(pages.join('')).toContain(word);
    for (const { activity } of steps) expect(pages.join('')).toContain(bare(activity));
  });

  test('legal bases that fill more than a page go on at the next', async () => {
    const legalBases = Array.from({ length: 60 }, (_, index) => ({
      text: `Peraturan Contoh Nomor ${String(index + 1)}.`,
      correction: null,
    }));
    const identity = { ...ciamis.identity, legalBases };
    const pages = pagesOf(await madeChart(chartOf({ ...ciamis, identity })));
    for (const basis of legalBases) expect(pages.join('')).toContain(bare(basis.text));
    expect(pages[0]).not.toContain('Nomor60.');
    expect(pages[1]).toContain('Nomor60.');
  });

  test('a position of two lines stands whole above the room to sign, the name below it', async () => {
    const [page = []] = wordsOf(await madeChart(chartOf(presetOf('meranti-2022-revocation'))));
    const right = page.filter(({ x }) => x > 500);
    const yOf = (text: string) => right.find((word) => word.text === text)?.y ?? NaN;
    expect(yOf('Kepulauan') - yOf('Informatika')).toBeLessThan(12);
    expect(yOf('Kepala,') - yOf('Kepulauan')).toBeGreaterThan(30);
  });

  test('an office’s correction stands beneath the basis as written, in italics', async () => {
    const [first, ...others] = ciamis.identity.legalBases;
    const legalBases = [{ text: first?.text ?? '', correction: 'diganti contoh' }, ...others];
    const sop = { ...ciamis, identity: { ...ciamis.identity, legalBases } };
    const bytes = await madeChart(chartOf(sop));
    expect(poppler('pdftotext', bytes, '-raw')).toContain('\nPerbaikan kantor: diganti contoh\n');
    expect(poppler('pdffonts', bytes)).toContain('LiberationSans-Italic');
  });

  test('other paper: F4, lying; a sheet too small is refused', async () => {
    const paper = CHART_PAPERS.f4;
    const bytes = await madeChart(chartOf(ciamis), { ...chartOptions, paper });
    expect(poppler('pdfinfo', bytes)).toMatch(/Page size:\s+935\.\d+ x 609\.\d+ pts/);
    const small = { width: 160, height: 120, margin: 12 };
    expect(
      await renderChart(chartOf(ciamis), { fonts: readFonts() }, { ...chartOptions, paper: small }),
    ).toEqual({ ok: false, error: { code: 'page-too-small' } });
  });
});

describe('a request on the chart', () => {
  const progress: ChartProgress = {
    registerNumber: 'A-2026-00042',
    current: 'sign-letters',
    steps: {
      'draft-letters': { state: 'done', words: ['12 menit (baku 30 menit)'] },
      'sign-letters': { state: 'current', words: ['5 menit (baku 30 menit)', '25 menit lagi'] },
    },
  };

  test('its number and what was taken stand on it', async () => {
    expect(ciamis.steps.map(({ key }) => key)).toEqual(
      expect.arrayContaining(Object.keys(progress.steps)),
    );
    const pages = pagesOf(await madeChart(chartOf(ciamis, { progress })));
    for (const page of pages.slice(1)) expect(page).toContain('PermohonanA-2026-00042');
    const table = pages.join('');
    expect(table).toContain('30menitSelesaiRealisasi:12menit(baku30menit)');
    expect(table).toContain('30menitDisiniRealisasi:5menit(baku30menit)25menitlagi');
    expect(pagesOf(await madeChart(chartOf(ciamis))).join('')).not.toMatch(/Realisasi|Permohonan:/);
  });

  test('the open row is shaded, and only with a request', async () => {
    expect(await hasGrey(chartOf(ciamis, { progress }))).toBe(true);
    expect(await hasGrey(chartOf(ciamis))).toBe(false);
  });

  /** Whether the second page has an area in the grey of the open row. */
  async function hasGrey(content: Parameters<typeof madeChart>[0]): Promise<boolean> {
    const path = join(folder, 'grey.pdf');
    writeFileSync(path, await madeChart(content));
    const out = join(folder, 'grey');
    execFileSync('pdftoppm', ['-r', '30', '-gray', '-f', '2', '-singlefile', path, out]);
    const dots = readFileSync(`${out}.pgm`).subarray(20);
    return dots.filter((dot) => dot === 222).length > dots.length / 100;
  }
});

describe('the file', () => {
  test('all fonts are embedded and subset, and only those used', async () => {
    for (const sop of allSops) {
      const rows = poppler('pdffonts', await madeChart(chartOf(sop)))
        .trim()
        .split('\n')
        .slice(2);
      expect(rows.length).toBeGreaterThanOrEqual(2);
      for (const row of rows) {
        expect(row).toMatch(/^[A-Z]{6}\+LiberationSans(-Bold|-Italic)? .* yes yes yes /);
      }
    }
  });

  test('the same chart has the same bytes, whatever was made before it', async () => {
    const first = await madeChart(chartOf(ciamis));
    await madeChart(chartOf(largeSop(8, 40)));
    expect(Buffer.compare(await madeChart(chartOf(ciamis)), first)).toBe(0);
    const fresh = await renderChart(chartOf(ciamis), { fonts: readFonts() }, chartOptions);
    expect(fresh.ok && Buffer.compare(fresh.value, first)).toBe(0);
  });

  test('metadata: title, date handed in, and nobody’s name', async () => {
    const bytes = await madeChart(chartOf(ciamis));
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(document.getTitle()).toBe(`Bagan alir SOP: ${ciamis.identity.title}`);
    expect(document.getCreationDate()?.toISOString()).toBe('2026-03-02T02:14:00.000Z');
    expect(document.getAuthor()).toBeUndefined();
    expect(poppler('pdfinfo', bytes)).not.toMatch(/Contoh Kepala|19700101/);
  });

  test.each<[string, (sop: Sop) => Sop]>([
    ['an activity', (sop) => withStep(sop, { activity: 'Memeriksa 中ua' })],
    ['a note', (sop) => withStep(sop, { note: '中ua' })],
    ['the title', (sop) => ({ ...sop, identity: { ...sop.identity, title: '中ua' } })],
  ])('%s with a character the font lacks: it is named, and no chart is made', async (_, change) => {
    expect(
      await renderChart(chartOf(change(ciamis)), { fonts: readFonts() }, chartOptions),
    ).toEqual({
      ok: false,
      error: { code: 'glyph-missing', character: '中', codePoint: 'U+4E2D' },
    });
  });

  test('the office’s logo stands in the header block, once', async () => {
    const logo = { bytes: greyPng(40, 50), mediaType: 'image/png' as const };
    const bytes = await madeChart(chartOf(ciamis), { ...chartOptions, logo });
    const images = poppler('pdfimages', bytes, '-list').trim().split('\n').slice(2);
    expect(images).toHaveLength(1);
    expect(images[0]).toMatch(/^\s*1 /);
  });

  test('a time that is none refuses the chart; so do bytes that are no logo', async () => {
    const refused = (options: Partial<typeof chartOptions>) =>
      renderChart(chartOf(ciamis), { fonts: readFonts() }, { ...chartOptions, ...options });
    expect(await refused({ createdAt: 'kemarin' })).toEqual({
      ok: false,
      error: { code: 'renderer-failed', detail: 'createdAt' },
    });
    const logo = { bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/png' as const };
    expect(await refused({ logo })).toEqual({ ok: false, error: { code: 'logo-unreadable' } });
  });
});

function withStep(sop: Sop, change: Partial<Sop['steps'][number]>): Sop {
  return {
    ...sop,
    steps: sop.steps.map((step, index) => (index === 2 ? { ...step, ...change } : step)),
  };
}
