/**
 * Reading help: how often NIK and name of cards, number and date of letters are read exactly,
 * ours beside the bare library on the same pictures, at three qualities. "Wrong" counts answers
 * that were given and are not what stands there. Writes out/bench/reading.json.
 */
import { chromium, type Page } from '@playwright/test';
import { createServer } from 'node:http';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { createWorker } from 'tesseract.js';
import { build } from 'vite';
import { createReading } from '../../../electron/services/reading/service';
import { fail, succeed } from '../../../src/contract/result';
import type { ScanWorkshop } from '../../../src/documents/scan-client';
import { UNEDITED } from '../../../src/domain/scanning/scan-page';
import {
  readCardPicture,
  readLetterPicture,
  type PictureToRead,
  type ReadingDesk,
} from '../../../src/features/shared/read-paper';
import { cardPdf, letterPdf, pictureOf } from '../../helpers/reading-papers';
import { browserLaunch } from '../../helpers/installed-browser';
import type { ReadingBenchPage, Wear } from './page/page';
import { cardOf, letterOf } from './papers';

declare const readingBench: ReadingBenchPage;

const COUNT = Number(process.env['LOKET_BENCH_PAPERS'] ?? 50);
const YEAR = 2026;

const qualities: Readonly<Record<string, Omit<Wear, 'seed'> & { readonly dpi: number }>> = {
  '300 dpi, clean': { dpi: 300, skew: 0, contrast: 1, noise: 0, quality: 0.92 },
  '200 dpi, JPEG 60, noise': { dpi: 200, skew: 0, contrast: 0.9, noise: 18, quality: 0.6 },
  '150 dpi, askew 1.5°, pale': { dpi: 150, skew: 1.5, contrast: 0.45, noise: 7, quality: 0.75 },
};

interface Score {
  right: number;
  wrong: number;
}
type Fields = Readonly<Record<string, string | null>>;

/** The bare library: its own wrapper, its plain text, a plain regular expression for each field. */
async function openBare() {
  const words = createRequire(import.meta.url).resolve(
    '@tesseract.js-data/ind/4.0.0_best_int/ind.traineddata.gz',
  );
  const worker = await createWorker('ind', 1, { langPath: dirname(words), cacheMethod: 'none' });
  const textOf = async (bytes: Buffer) => (await worker.recognize(bytes)).data.text;
  return {
    card: async (bytes: Buffer): Promise<Fields> => {
      const text = await textOf(bytes);
      return {
        nik: /\d{16}/.exec(text)?.[0] ?? null,
        name: /Nama\s*:\s*(.+)/.exec(text)?.[1]?.trim() ?? null,
      };
    },
    letter: async (bytes: Buffer): Promise<Fields> => {
      const text = await textOf(bytes);
      return {
        number: /Nomor\s*:\s*(\S+)/.exec(text)?.[1] ?? null,
        date: /\d{1,2} [A-Z][a-z]+ \d{4}/.exec(text)?.[0] ?? null,
      };
    },
    close: () => worker.terminate(),
  };
}

/** As the product does it: looked at, straightened, read. */
function openOurs(page: Page) {
  const reading = createReading({ log: () => undefined });
  const workshop: Pick<ScanWorkshop, 'show'> = {
    show: async (bytes, edit, side, least) => {
      const given: Parameters<ReadingBenchPage['show']> = [
        Buffer.from(bytes).toString('base64'),
        edit,
        side,
        least,
      ];
      const shown = await page.evaluate((args) => readingBench.show(...args), given);
      return shown === null
        ? fail({ detail: 'not-shown' })
        : succeed(new Uint8Array(Buffer.from(shown, 'base64')));
    },
  };
  const { read } = reading.service;
  const desk: ReadingDesk = { host: { reading: { read } }, workshop };
  const straight = async (bytes: Buffer): Promise<PictureToRead> => {
    const looked = await page.evaluate(
      (base64) => readingBench.look(base64),
      bytes.toString('base64'),
    );
    if (!looked.ok) throw new Error(looked.error.detail);
    const { skew } = looked.value;
    return { bytes: new Uint8Array(bytes), edit: { ...UNEDITED, skew } };
  };
  return {
    card: async (bytes: Buffer): Promise<Fields> => {
      const found = await readCardPicture(desk, await straight(bytes), YEAR);
      if (!found.ok) throw new Error(found.error.kind);
      return { nik: found.value.nik?.value ?? null, name: found.value.name?.value ?? null };
    },
    letter: async (bytes: Buffer): Promise<Fields> => {
      const found = await readLetterPicture(desk, await straight(bytes));
      if (!found.ok) throw new Error(found.error.kind);
      return { number: found.value.number?.value ?? null, date: found.value.date?.value ?? null };
    },
    close: reading.close,
  };
}

function count(scores: Map<string, Score>, who: string, found: Fields, real: Fields): void {
  for (const [field, value] of Object.entries(real)) {
    const key = `${field} (${who})`;
    const score = scores.get(key) ?? { right: 0, wrong: 0 };
    scores.set(key, score);
    const given = found[field] ?? null;
    if (given === value) score.right += 1;
    else if (given !== null) {
      score.wrong += 1;
      if (who === 'ours') console.log(`  ${field}: ${given} for ${value ?? ''}`);
    } else if (who === 'ours') console.log(`  ${field}: nothing for ${value ?? ''}`);
  }
}

async function openPage() {
  const folder = resolve('out/bench-pages/reading');
  await build({
    root: 'tests/bench/reading/page',
    configFile: false,
    logLevel: 'warn',
    base: './',
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2023' },
  });
  const types: Readonly<Record<string, string>> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://loopback');
    try {
      const bytes = readFileSync(join(folder, pathname));
      response.writeHead(200, { 'content-type': types[extname(pathname)] ?? 'text/plain' });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const browser = await chromium.launch(browserLaunch());
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/index.html`);
  await page.waitForFunction(() => 'readingBench' in window);
  return {
    page,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Measures, prints, writes out/bench/reading.json. */
export async function benchReading(): Promise<void> {
  const { page, close } = await openPage();
  const [ours, bare] = [openOurs(page), await openBare()];
  const found: Record<string, Record<string, Score>> = {};
  try {
    for (const [name, { dpi, ...wear }] of Object.entries(qualities)) {
      const scores = new Map<string, Score>();
      const worn = async (pdf: Uint8Array, seed: number): Promise<Buffer> => {
        const clean = pictureOf(pdf, dpi, 'png').toString('base64');
        const given: Parameters<ReadingBenchPage['wear']> = [clean, { ...wear, seed }];
        const made = await page.evaluate((args) => readingBench.wear(...args), given);
        return Buffer.from(made, 'base64');
      };
      for (let index = 0; index < COUNT; index += 1) {
        const card = cardOf(index);
        const onCard = { nik: card.nik, name: card.name };
        const cardPicture = await worn(await cardPdf(card), index);
        const cards = await Promise.all([ours.card(cardPicture), bare.card(cardPicture)]);
        count(scores, 'ours', cards[0], onCard);
        count(scores, 'bare', cards[1], onCard);

        const { isoDate, ...letter } = letterOf(index);
        const letterPicture = await worn(await letterPdf(letter), index);
        const { number, date } = letter;
        const letters = await Promise.all([ours.letter(letterPicture), bare.letter(letterPicture)]);
        count(scores, 'ours', letters[0], { number, date: isoDate });
        count(scores, 'bare', letters[1], { number, date });
        if (index === 0) {
          mkdirSync('out/bench', { recursive: true });
          writeFileSync(`out/bench/reading-card-${dpi}.jpg`, cardPicture);
          writeFileSync(`out/bench/reading-letter-${dpi}.jpg`, letterPicture);
        }
      }
      found[name] = Object.fromEntries([...scores].toSorted());
      console.log(`${name}, of ${COUNT}`);
      console.table(found[name]);
    }
  } finally {
    await ours.close();
    await bare.close();
    await close();
  }
  writeFileSync(
    'out/bench/reading.json',
    `${JSON.stringify({ name: 'reading', count: COUNT, found }, null, 2)}\n`,
  );
}
