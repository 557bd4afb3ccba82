import { randomUUID } from 'node:crypto';
import { appendFile, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Services } from '../../src/contract/index';
import type { JournalHead } from '../../src/contract/journal';
import { systemDisk, type Disk } from '../../electron/services/disk';
import { createJournal, type Journal } from '../../electron/services/journal';
import { hashOfRecord } from '../../electron/services/journal-record';
import { observedDisk, systemError, type DiskStep } from '../helpers/fault-disk';

let folder: string;
let clock: Date;
const opened: Journal[] = [];

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'loket-journal-')), 'journal');
  clock = new Date('2026-11-20T03:00:00Z');
});
afterEach(async () => {
  for (const journal of opened.splice(0)) await journal.close();
  await rm(join(folder, '..'), { recursive: true, force: true });
});

function open(disk: Disk = systemDisk): Services['journal'] {
  const journal = createJournal({ folder, now: () => clock, log: () => undefined, disk });
  opened.push(journal);
  return journal.service;
}

async function headOf(service: Services['journal']): Promise<JournalHead> {
  const answer = await service.head({});
  if (!answer.ok) throw new Error(answer.error.detail);
  return answer.value.head;
}

async function noticesOf(service: Services['journal']) {
  const answer = await service.head({});
  return answer.ok ? answer.value.notices : answer;
}

async function append(service: Services['journal'], data: string, id: string = randomUUID()) {
  const expectedHead = await headOf(service);
  return service.append({ expectedHead, id, sealed: { scheme: 'plain', data } });
}

async function dataOf(service: Services['journal'], after = 0): Promise<string[]> {
  const answer = await service.read({ after, limit: 1000 });
  if (!answer.ok) throw new Error(answer.error.detail);
  return answer.value.records.map(({ sealed }) => sealed.data);
}

const monthPath = (month = '2026-11') => join(folder, `${month}.jsonl`);

describe('what is appended', () => {
  test('is chained, numbered from 1 and found again by another run', async () => {
    const first = open();
    expect(await headOf(first)).toEqual({ sequence: 0, hash: '' });
    const one = await append(first, 'satu');
    const two = await append(first, 'dua');
    expect(one.ok && two.ok && two.value.previousHash === one.value.hash).toBe(true);
    const answer = await open().read({ after: 0, limit: 1000 });
    if (!answer.ok) throw new Error(answer.error.detail);
    expect(answer.value.records.map(({ sequence }) => sequence)).toEqual([1, 2]);
    for (const record of answer.value.records) expect(hashOfRecord(record)).toBe(record.hash);
    expect(answer.value.head).toEqual({ sequence: 2, hash: answer.value.records[1]?.hash });
  });

  test('is flushed, and a new month entered in its folder, before the answer', async () => {
    const steps: DiskStep[] = [];
    const service = open(
      observedDisk(systemDisk, (step) => {
        steps.push(step);
        return undefined;
      }),
    );
    await headOf(service);
    steps.length = 0;
    await append(service, 'satu');
    expect(steps).toEqual(['create', 'write', 'sync', 'syncFolder']);
    steps.length = 0;
    await append(service, 'dua');
    expect(steps).toEqual(['write', 'sync']);
  });

  test('goes to a file per month; a clock set back does not reopen an earlier month', async () => {
    const service = open();
    await append(service, 'November');
    clock = new Date('2026-12-01T00:00:00Z');
    await append(service, 'Desember');
    clock = new Date('2026-10-01T00:00:00Z');
    await append(service, 'jam mundur');
    expect((await readdir(folder)).filter((name) => name.endsWith('.jsonl'))).toEqual([
      '2026-11.jsonl',
      '2026-12.jsonl',
    ]);
    expect(await dataOf(open())).toEqual(['November', 'Desember', 'jam mundur']);
    expect(await dataOf(open(), 1)).toEqual(['Desember', 'jam mundur']);
  });

  test('is read in pages that find their place in a long month', async () => {
    const service = open();
    for (let number = 1; number <= 300; number += 1) await append(service, String(number));
    for (const after of [0, 1, 63, 64, 65, 127, 128, 200, 299, 300]) {
      const page = await service.read({ after, limit: 3 });
      if (!page.ok) throw new Error(page.error.detail);
      const expected = [1, 2, 3].map((step) => after + step).filter((number) => number <= 300);
      expect(page.value.records.map(({ sequence }) => sequence)).toEqual(expected);
    }
    expect(await headOf(open())).toEqual(await headOf(service));
  });
});

describe('two writers', () => {
  test('one of two that saw the same head is told that the journal moved', async () => {
    const service = open();
    const expectedHead = await headOf(service);
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((data) =>
        service.append({ expectedHead, id: randomUUID(), sealed: { scheme: 'plain', data } }),
      ),
    );
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.kind))).toEqual([
      'ok',
      'journal-moved',
      'journal-moved',
    ]);
    expect(await dataOf(service)).toEqual(['a']);
  });

  test('a line of another program is seen before writing over it', async () => {
    const [mine, other] = [open(), open()];
    await append(mine, 'satu');
    const stale = await headOf(mine);
    await append(other, 'dua');
    const sealed = { scheme: 'plain', data: 'tiga' };
    const refused = await mine.append({ expectedHead: stale, id: randomUUID(), sealed });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'journal-moved' } });
    expect((await append(mine, 'tiga')).ok).toBe(true);
    expect(await dataOf(mine)).toEqual(['satu', 'dua', 'tiga']);
    expect(await noticesOf(open())).toEqual([]);
  });

  test('a lost reply: the same record again answers as the first time, also after a restart', async () => {
    const service = open();
    const id = randomUUID();
    const sealed = { scheme: 'plain', data: 'sekali' };
    const input = { expectedHead: { sequence: 0, hash: '' }, id, sealed };
    const first = await service.append(input);
    expect(await service.append(input)).toEqual(first);
    expect(await open().append(input)).toEqual(first);
    const other = await service.append({ ...input, sealed: { scheme: 'plain', data: 'lain' } });
    expect(other).toMatchObject({ ok: false, error: { kind: 'input-refused' } });
    expect(await dataOf(service)).toEqual(['sekali']);
  });
});

describe('a torn last line', () => {
  test('is set aside byte for byte, reported, and appends go on', async () => {
    const service = open();
    await append(service, 'satu');
    const torn = '{"sequence":2,"id":"0192';
    await appendFile(monthPath(), torn);
    const reopened = open();
    const notices = await noticesOf(reopened);
    expect(notices).toMatchObject([{ kind: 'torn-tail-set-aside', bytes: torn.length }]);
    const name = (await readdir(folder)).find((entry) => entry.startsWith('torn-')) ?? '';
    expect(await readFile(join(folder, name), 'utf8')).toBe(torn);
    await append(reopened, 'dua');
    expect(await dataOf(open())).toEqual(['satu', 'dua']);
    expect(await noticesOf(open())).toEqual([]);
  });

  test('of zero bytes, as a power cut leaves them, is set aside too', async () => {
    await append(open(), 'satu');
    await appendFile(monthPath(), Buffer.alloc(4096));
    const reopened = open();
    expect(await noticesOf(reopened)).toMatchObject([{ bytes: 4096 }]);
    expect(await dataOf(reopened)).toEqual(['satu']);
  });

  test('that is a whole record but for its end of line is kept', async () => {
    const service = open();
    await append(service, 'satu');
    await append(service, 'dua');
    await writeFile(monthPath(), (await readFile(monthPath(), 'utf8')).trimEnd());
    const reopened = open();
    expect(await noticesOf(reopened)).toEqual([]);
    await append(reopened, 'tiga');
    expect(await dataOf(open())).toEqual(['satu', 'dua', 'tiga']);
  });
});

describe('a line changed in the middle', () => {
  async function changed(change: (lines: string[]) => string[]) {
    const service = open();
    for (const data of ['satu', 'dua', 'tiga']) await append(service, data);
    for (const journal of opened.splice(0)) await journal.close();
    const lines = (await readFile(monthPath(), 'utf8')).trimEnd().split('\n');
    await writeFile(monthPath(), `${change(lines).join('\n')}\n`);
    // Nobody edits within the few milliseconds that the file system's clock ticks in.
    await utimes(monthPath(), clock, clock);
    return open();
  }
  const chainBroken = (line: number) => ({ kind: 'chain-broken', file: '2026-11.jsonl', line });

  test('is reported, the good records are read, and appends go on', async () => {
    const service = await changed(([a = '', b = '', c = '']) => [a, b.replace('dua', 'DUA'), c]);
    expect(await noticesOf(service)).toEqual([chainBroken(2)]);
    expect(await dataOf(service)).toEqual(['satu', 'tiga']);
    await append(service, 'empat');
    expect(await dataOf(open())).toEqual(['satu', 'tiga', 'empat']);
    expect(await noticesOf(open())).toEqual([chainBroken(2)]);
  });

  test('a removed line is reported at the line after the gap', async () => {
    const service = await changed(([a = '', , c = '']) => [a, c]);
    expect(await noticesOf(service)).toEqual([chainBroken(2)]);
    expect(await dataOf(service)).toEqual(['satu', 'tiga']);
  });

  test('a repeated line does not count twice', async () => {
    const service = await changed(([a = '', b = '', c = '']) => [a, b, b, c]);
    expect(await noticesOf(service)).toEqual([chainBroken(3)]);
    expect(await dataOf(service)).toEqual(['satu', 'dua', 'tiga']);
  });

  test('a number set sky-high does not hide the records after it', async () => {
    const service = await changed(([a = '', b = '', c = '']) => [
      a,
      b.replace('"sequence":2', '"sequence":9000000'),
      c,
    ]);
    expect(await noticesOf(service)).toEqual([chainBroken(2)]);
    expect(await dataOf(service)).toEqual(['satu', 'tiga']);
  });

  test('the last line changed: appends go on after its number and hash', async () => {
    const service = await changed(([a = '', b = '', c = '']) => [a, b, c.replace('tiga', 'TIGA')]);
    expect((await headOf(service)).sequence).toBe(3);
    expect((await append(service, 'empat')).ok).toBe(true);
    expect(await dataOf(open())).toEqual(['satu', 'dua', 'empat']);
    expect(await noticesOf(open())).toEqual([chainBroken(3)]);
  });

  test('a whole month removed is reported in the month after it', async () => {
    const service = open();
    await append(service, 'November');
    clock = new Date('2026-12-01T00:00:00Z');
    await append(service, 'Desember');
    for (const journal of opened.splice(0)) await journal.close();
    await rm(monthPath());
    const reopened = open();
    expect(await noticesOf(reopened)).toEqual([{ ...chainBroken(1), file: '2026-12.jsonl' }]);
    expect(await dataOf(reopened)).toEqual(['Desember']);
  });

  test('changed while the program runs: reading reports it', async () => {
    const service = open();
    await append(service, 'satu');
    await append(service, 'dua');
    const text = await readFile(monthPath(), 'utf8');
    await writeFile(monthPath(), text.replace('satu', 'SATU'));
    expect(await dataOf(service)).toEqual(['dua']);
    expect(await noticesOf(service)).toEqual([chainBroken(1)]);
  });
});

describe('a write that fails', () => {
  test.each([
    ['ENOSPC', 'disk-full'],
    ['EIO', 'disk-failed'],
  ])('%s at any step answers %s and leaves the journal as it was', async (code, kind) => {
    for (const failing of ['create', 'write', 'sync', 'syncFolder'] as const) {
      for (const newMonth of failing === 'create' || failing === 'syncFolder'
        ? [true]
        : [true, false]) {
        let armed = false;
        const disk = observedDisk(systemDisk, (step) => {
          if (armed && step === failing) {
            // Only the first time: undoing has to be possible, as it is on a full disk.
            armed = false;
            throw systemError(code);
          }
          return undefined;
        });
        const service = open(disk);
        await append(service, 'sebelum');
        if (newMonth) clock = new Date(clock.getTime() + 32 * 86_400_000);
        const before = await headOf(service);
        const files = await readdir(folder);
        armed = true;
        expect(await append(service, 'gagal')).toMatchObject({ ok: false, error: { kind } });
        expect(await headOf(service)).toEqual(before);
        expect(await readdir(folder)).toEqual(files);
        expect(await noticesOf(open())).toEqual([]);
        expect((await append(service, 'sesudah')).ok).toBe(true);
      }
    }
    expect(await dataOf(open())).not.toContain('gagal');
    expect(await noticesOf(open())).toEqual([]);
  });

  test('half-way, with undoing refused as well: the half line is set aside before the next append', async () => {
    let broken = false;
    let half = true;
    const disk = observedDisk(systemDisk, (step) => {
      if (!broken || step === 'makeFolder') return undefined;
      if (step === 'write' && half) {
        half = false;
        return 'half';
      }
      throw systemError('EIO');
    });
    const service = open(disk);
    await append(service, 'satu');
    broken = true;
    expect(await append(service, 'hilang')).toMatchObject({ error: { kind: 'disk-failed' } });
    // Still broken: reading goes on, appending is refused.
    expect(await dataOf(service)).toEqual(['satu']);
    expect(await append(service, 'hilang')).toMatchObject({ error: { kind: 'disk-failed' } });
    broken = false;
    expect((await append(service, 'dua')).ok).toBe(true);
    expect(await noticesOf(service)).toMatchObject([{ kind: 'torn-tail-set-aside' }]);
    expect(await dataOf(open())).toEqual(['satu', 'dua']);
  });
});
