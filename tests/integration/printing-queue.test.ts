import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCups } from '../../electron/services/printing/cups';
import { createPrinting } from '../../electron/services/printing/service';
import type { Services } from '../../src/contract/index';
import type { JobState } from '../../src/contract/printing';
import { loadTool } from '../helpers/developer-tool';
import { QUEUES, startPrivateCups, type PrivateCups } from '../helpers/private-cups';

const { ensureCups } = await loadTool<{ ensureCups: () => Promise<string | null> }>(
  'ensure-system.mjs',
);
// cupsd hands its printers to the user `lp`, which only root may.
const mayRun = process.platform === 'linux' && process.getuid?.() === 0;
const cupsd = mayRun ? await ensureCups() : null;
if (cupsd === null) {
  console.warn('Left out: printing into a real queue. It needs CUPS and root (docs/printing.md).');
}

/** Bytes no queue may change: every value there is, and no end of line that could be mended. */
function paper(seed: number): Buffer {
  const all = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  return Buffer.concat([Buffer.from(`%PDF-1.7 ${String(seed)}\n`), all, randomBytes(50_000)]);
}
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe.skipIf(cupsd === null)('a real queue of CUPS', () => {
  let cups: PrivateCups;
  let folder: string;
  let printing: Services['printing'];

  beforeAll(async () => {
    cups = await startPrivateCups(cupsd ?? '');
    folder = await mkdtemp(join(tmpdir(), 'loket-spool-'));
    printing = createPrinting({
      folder,
      log: () => undefined,
      system: createCups(cups.run),
    }).service;
  });
  afterAll(async () => {
    await cups.remove();
    await rm(folder, { recursive: true });
  });

  /** The id of a job that got into its queue. */
  async function send(
    papers: readonly Buffer[],
    printer: string | null,
    copies = 1,
    title = '2026-A-0012',
  ): Promise<string> {
    const sent = await printing.print({ papers: [...papers], copies, printer, title });
    if (!sent.ok || sent.value.outcome !== 'sent') throw new Error(JSON.stringify(sent));
    return sent.value.job;
  }
  async function stateOf(job: string): Promise<{ state: JobState; reason: string | null }> {
    const told = await printing.job({ job });
    if (!told.ok) throw new Error(told.error.kind);
    return told.value;
  }
  const reaches = (job: string, state: JobState) =>
    expect.poll(async () => (await stateOf(job)).state, { timeout: 10_000 }).toBe(state);

  test('is listed with what it does now', async () => {
    const listed = await printing.list({});
    expect(listed).toMatchObject({ ok: true, value: { service: 'running' } });
    if (!listed.ok) return;
    const { printers } = listed.value;
    expect(printers.map(({ name }) => name).sort()).toEqual(Object.values(QUEUES).sort());
    expect(printers.find(({ name }) => name === QUEUES.open)).toMatchObject({
      isDefault: true,
      isAccepting: true,
      isStopped: false,
    });
    expect(printers.find(({ name }) => name === QUEUES.stands)).toMatchObject({ isStopped: true });
    expect(printers.find(({ name }) => name === QUEUES.shut)).toMatchObject({ isAccepting: false });
  });

  test('gets the exact bytes, the copies and a title without a name; no file stays', async () => {
    const bytes = paper(1);
    const job = await send([bytes], QUEUES.open, 3);
    expect(await readdir(folder)).toEqual([]);
    await reaches(job, 'done');
    const printed = await cups.printed(job);
    expect(hash(printed?.bytes ?? Buffer.alloc(0))).toBe(hash(bytes));
    expect(printed).toMatchObject({ copies: 3, title: '2026-A-0012' });
  });

  test('takes several papers as one job, in their order, to the default printer', async () => {
    const papers = [paper(1), paper(2), paper(3)];
    const job = await send(papers, null);
    await reaches(job, 'done');
    const printed = await cups.printed(job);
    expect(hash(printed?.bytes ?? Buffer.alloc(0))).toBe(hash(Buffer.concat(papers)));
  });

  test('that stands still takes the job and says that it waits, and why', async () => {
    const job = await send([paper(1)], QUEUES.stands);
    expect(await stateOf(job)).toEqual({ state: 'waiting', reason: 'printer-stopped' });
    expect(await cups.printed(job)).toBeNull();
  });

  test('whose printer fails is told as failed', async () => {
    const job = await send([paper(1)], QUEUES.broken);
    await reaches(job, 'failed');
  });

  test.each([
    [QUEUES.shut, 'not-accepting'],
    ['Tidak-ada', 'printer-unknown'],
    ['-oraw', 'printer-unknown'],
  ])('%s is refused as %s, and nothing is left behind', async (printer, reason) => {
    const answer = await printing.print({ papers: [paper(1)], copies: 1, printer, title: '1' });
    expect(answer).toMatchObject({ ok: true, value: { outcome: 'refused', reason } });
    expect(await readdir(folder)).toEqual([]);
  });

  test('a job nobody knows is unknown', async () => {
    expect(await stateOf(`${QUEUES.open}-99999`)).toMatchObject({ state: 'unknown' });
  });

  // Last: nothing answers after it.
  test('whose service has died says so, for list, print and job', async () => {
    await cups.stop();
    expect(await printing.list({})).toEqual({
      ok: true,
      value: { service: 'not-answering', printers: [] },
    });
    const answer = await printing.print({
      papers: [paper(1)],
      copies: 1,
      printer: QUEUES.open,
      title: '1',
    });
    expect(answer).toMatchObject({ ok: true, value: { reason: 'not-answering' } });
    expect(await stateOf(`${QUEUES.open}-1`)).toEqual({
      state: 'unknown',
      reason: 'not-answering',
    });
    expect(await readdir(folder)).toEqual([]);
  });
});
