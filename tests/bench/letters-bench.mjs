/**
 * Letters: the product's renderer beside pdfkit, pdfmake and @react-pdf/renderer, which make the
 * same page with the same fonts. Letters per second in interleaved rounds, a batch of 50, the
 * first letter of a fresh process, sizes; and in Chromium, with the real worker, the longest
 * pause of the page while 50 letters are made. Writes out/bench/letters.json and a letter of
 * each to look at.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from '../../.scripts/bundle.mjs';
import { median } from './median.mjs';
import { openBenchPage } from './open-page.mjs';
import { openPdfkit, openPdfmake, openReactPdf } from './letters/rivals.mjs';

const rounds = Number(process.env['LOKET_BENCH_ROUNDS'] ?? 9);
const perRound = 12;
const batch = 50;
const fonts = resolve('resources/fonts');
const out = resolve('out/bench');
const aims = { ratioToFastest: 1.1, batchMs: 3000, pauseMs: 50 };

const rounded = (value, digits = 1) => Number(value.toFixed(digits));

async function openAll(entry) {
  const { benchPage, openOurs } = await import(pathToFileURL(entry).href);
  const ours = openOurs(fonts);
  const rivals = {
    pdfkit: await openPdfkit(fonts),
    pdfmake: await openPdfmake(fonts),
    'react-pdf': await openReactPdf(fonts),
  };
  return {
    ours,
    ...Object.fromEntries(
      Object.entries(rivals).map(([name, make]) => [
        name,
        (number) => make(benchPage(number, fonts)),
      ]),
    ),
  };
}

/** Of the clock, and of the processor: on a busy computer only the second tells programs apart. */
async function milliseconds(make, count) {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  for (let number = 0; number < count; number += 1) await make(number);
  const { user, system } = process.cpuUsage(used);
  return { clock: performance.now() - begun, processor: (user + system) / 1000 };
}

async function measureSpeed(makers) {
  const names = Object.keys(makers);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  const facts = {};
  for (const name of names) {
    const letter = await makers[name](0);
    writeFileSync(join(out, `letter-${name}.pdf`), letter);
    facts[name] = { bytes: letter.length };
    await milliseconds(makers[name], 5);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) times[name].push(await milliseconds(makers[name], perRound));
  }
  const each = (name, kind) => median(times[name].map((time) => time[kind])) / perRound;
  for (const name of names) {
    const { clock } = await milliseconds(makers[name], batch);
    Object.assign(facts[name], {
      perSecond: rounded(1000 / each(name, 'clock')),
      ratio: rounded(each(name, 'clock') / each('ours', 'clock'), 2),
      processorMs: rounded(each(name, 'processor')),
      processorRatio: rounded(each(name, 'processor') / each('ours', 'processor'), 2),
      batchMs: rounded(clock, 0),
    });
  }
  return facts;
}

/** Of a fresh process, from the loading of its library to the bytes; interleaved medians of five. */
function measureFirst(entry, names) {
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < 5; round += 1) {
    for (const name of names) {
      const args = [resolve('tests/bench/letters/first-letter.mjs'), name, entry, fonts];
      const { stdout, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`${name} made no letter`);
      times[name].push(Number(stdout.trim().split('\n').at(-1)));
    }
  }
  return Object.fromEntries(names.map((name) => [name, rounded(median(times[name]), 0)]));
}

/** Milliseconds of the processor that the page's own thread took for some work, all of it. */
async function pageProcessor(page, work) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taken = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const before = await taken();
  await work();
  return (await taken()) - before;
}

async function measurePage(entry) {
  const { page, close } = await openBenchPage('letters');
  try {
    const { benchContents, benchOptions } = await import(pathToFileURL(entry).href);
    await page.waitForFunction(() => 'lettersBench' in window);
    const logo = { ...benchOptions.logo, bytes: Array.from(benchOptions.logo.bytes) };
    const asked = [benchContents(batch), { ...benchOptions, logo }];
    await page.evaluate(
      ([contents, options]) => window.lettersBench.prepare(contents, options),
      asked,
    );
    const facts = await page.evaluate(() => window.lettersBench.run());
    const used = await pageProcessor(page, () => page.evaluate(() => window.lettersBench.again()));
    const shown = Object.entries({ ...facts, pageProcessorMs: used });
    return Object.fromEntries(shown.map(([name, value]) => [name, rounded(value, 0)]));
  } finally {
    await close();
  }
}

/** Measures, prints, writes out/bench/letters.json. */
export async function benchLetters() {
  mkdirSync(out, { recursive: true });
  const entry = await bundleForNode('tests/bench/letters/ours.ts');
  const makers = await openAll(entry);
  const libraries = await measureSpeed(makers);
  const first = measureFirst(entry, Object.keys(makers));
  for (const name of Object.keys(makers)) libraries[name].firstMs = first[name];
  const browser = await measurePage(entry);
  const found = { name: 'letters', batch, rounds, aims, libraries, browser };
  writeFileSync(join(out, 'letters.json'), `${JSON.stringify(found, null, 2)}\n`);
  console.table(libraries);
  console.log(`in Chromium with the worker: ${JSON.stringify(browser)}`);
}

await benchLetters();
