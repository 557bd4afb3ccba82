import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEscl } from '../../electron/services/scanner/escl';
import { createScanner } from '../../electron/services/scanner/service';
import type { ScanProfile } from '../../src/contract/scanner';
import { scanThrough } from '../helpers/scan-through';
import { startEsclSimulator, type EsclSimulator } from '../simulators/escl/simulator';

const page = (mark: number) => new Uint8Array([0xff, 0xd8, 0xff, mark, 0xff, 0xd9]);
const feeder: ScanProfile = { source: 'feeder', dpi: 300, colour: 'gray', width: 210, height: 297 };

let simulator: EsclSimulator;
const network = createEscl({ patience: 600, notYet: 20, find: () => Promise.resolve([]) });
const { service } = createScanner({
  backends: [network],
  log: () => undefined,
  times: { wait: 100, abandoned: 5000 },
});
beforeEach(async () => {
  simulator = await startEsclSimulator({ pages: [page(1), page(2), page(3)] });
});
afterEach(() => simulator.stop());

const id = () => `escl:${simulator.address}/eSCL`;

test('a scanner named by its address says what it can do; one that is silent is named', async () => {
  const silent = 'http://127.0.0.1:9';
  const listed = await service.list({ addresses: [simulator.address, silent, 'kata saja :'] });
  if (!listed.ok) throw new Error(listed.error.kind);
  const { scanners, silent: told } = listed.value;
  expect(scanners).toHaveLength(1);
  expect(scanners[0]).toMatchObject({ id: id(), name: 'Contoh Pemindai 100', kind: 'escl' });
  expect(scanners[0]?.sources.map(({ source }) => source)).toEqual([
    'flatbed',
    'feeder',
    'feeder-duplex',
  ]);
  expect(scanners[0]?.sources[0]).toMatchObject({
    resolutions: [75, 300],
    colours: ['color', 'gray'],
  });
  expect(scanners[0]?.sources[0]?.height).toBeCloseTo(297, 0);
  expect(told.map(({ address }) => address)).toEqual([silent, 'kata saja :']);
});

test('every page of the feeder comes as the bytes it is, with what was asked of the scanner', async () => {
  simulator.behaviour.notYet = 2;
  simulator.behaviour.location = 'other-host';
  const { pages, end } = await scanThrough(service, id(), { ...feeder, source: 'feeder-duplex' });
  expect(pages.map(({ bytes }) => [...bytes])).toEqual([[...page(1)], [...page(2)], [...page(3)]]);
  expect(end).toMatchObject({ pages: 3, refusal: null, cancelled: false });
  const job = simulator.jobs[0] ?? '';
  expect(job).toContain('<scan:Duplex>true</scan:Duplex>');
  expect(job).toContain('<scan:ColorMode>Grayscale8</scan:ColorMode>');
  expect(job).toContain('<scan:XResolution>300</scan:XResolution>');
  expect(job).toContain('<pwg:Width>2480</pwg:Width>');
});

describe('what goes wrong is told, and the pages before it are kept', () => {
  test.each([
    ['ScannerAdfJam', 'paper-jam'],
    ['ScannerAdfHatchOpen', 'cover-open'],
  ])('%s after two pages', async (adfState, refusal) => {
    Object.assign(simulator.behaviour, { failFrom: 2, failWith: 500, adfState });
    const { pages, end } = await scanThrough(service, id(), feeder);
    expect(pages).toHaveLength(2);
    expect(end).toMatchObject({ refusal, pages: 2 });
  });

  test('an empty feeder', async () => {
    simulator.behaviour.pages = [];
    const { end } = await scanThrough(service, id(), feeder);
    expect(end).toMatchObject({ refusal: 'no-paper', pages: 0 });
  });

  test('a scanner that falls silent is given up and its job dropped', async () => {
    simulator.behaviour.silentFrom = 1;
    const { pages, end } = await scanThrough(service, id(), feeder);
    expect(pages).toHaveLength(1);
    expect(end).toMatchObject({ refusal: 'hung', pages: 1 });
    await expect.poll(() => simulator.deleted()).toBe(1);
  });

  test('busy, refused, forbidden, gone', async () => {
    const refusals = [];
    for (const refuseJob of [503, 409, 401]) {
      simulator.behaviour.refuseJob = refuseJob;
      refusals.push((await scanThrough(service, id(), feeder)).end.refusal);
    }
    await simulator.stop();
    refusals.push((await scanThrough(service, id(), feeder)).end.refusal);
    expect(refusals).toEqual(['device-busy', 'profile-refused', 'no-access', 'device-gone']);
  });
});

test('cancelled after a page: the job is dropped, the page is kept, the scanner is free again', async () => {
  simulator.behaviour.notYet = 5;
  const { pages, end } = await scanThrough(service, id(), feeder, (event, scan) =>
    event.state === 'page' ? service.cancel({ scan }) : undefined,
  );
  expect(pages.length).toBeGreaterThan(0);
  expect(end).toMatchObject({ refusal: null, cancelled: true });
  expect(simulator.deleted()).toBe(1);
  const again = await service.start({ scanner: id(), profile: feeder });
  expect(again).toMatchObject({ value: { outcome: 'started' } });
});

test('a scanner has one scan at a time, and one nobody asks about is cancelled', async () => {
  const desk = createScanner({
    backends: [network],
    log: () => undefined,
    times: { wait: 50, abandoned: 100 },
  }).service;
  simulator.behaviour.notYet = 1000;
  const first = await desk.start({ scanner: id(), profile: feeder });
  const second = await desk.start({ scanner: id(), profile: feeder });
  expect(first).toMatchObject({ value: { outcome: 'started' } });
  expect(second).toMatchObject({ value: { outcome: 'refused', refusal: 'device-busy' } });
  await expect.poll(() => simulator.deleted()).toBe(1);
});

test('only machines of the own network are asked', async () => {
  const listed = await service.list({ addresses: ['http://8.8.8.8', 'http://example.com'] });
  expect(listed).toMatchObject({ value: { scanners: [] } });
  const { end } = await scanThrough(service, 'escl:http://8.8.8.8/eSCL', feeder);
  expect(end).toMatchObject({ refusal: 'device-gone' });
});
