import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { createJournal } from '../../electron/services/journal';
import { buildChild } from '../helpers/build-child';

const ids = [
  '01930000-0000-7000-8000-000000000001',
  '01930000-0000-7000-8000-000000000002',
  '01930000-0000-7000-8000-000000000003',
] as const;
const mostSteps = 60;

let child: string;
beforeAll(async () => {
  child = await buildChild('journal-writer-child.ts');
});

async function runUntil(folder: string, step: number, manner: 'before' | 'half') {
  const program = spawn(process.execPath, [child, folder, String(step), manner, ids.join(',')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await Promise.all([text(program.stdout), once(program, 'exit')]);
  return {
    acknowledged: output.trim().split('\n').filter(Boolean),
    killed: program.signalCode !== null,
  };
}

async function checkAndContinue(folder: string, acknowledged: readonly string[]): Promise<void> {
  const journal = createJournal({
    folder,
    now: () => new Date('2026-06-01'),
    log: () => undefined,
  });
  const { service } = journal;
  const found = await service.read({ after: 0, limit: 1000 });
  const opened = await service.head({});
  if (!found.ok || !opened.ok) throw new Error('the journal does not open');
  const kept = found.value.records.map(({ id }) => id);
  expect(kept.slice(0, acknowledged.length)).toEqual(acknowledged);
  // At most one record more: written whole, its answer lost.
  expect(kept.length - acknowledged.length).toBeLessThanOrEqual(1);
  expect(opened.value.notices.filter(({ kind }) => kind === 'chain-broken')).toEqual([]);

  for (const id of ids.slice(acknowledged.length)) {
    const place = await service.head({});
    if (!place.ok) throw new Error(place.error.detail);
    const sealed = { scheme: 'plain', data: `isi ${id}` };
    const answer = await service.append({ expectedHead: place.value.head, id, sealed });
    expect(answer.ok).toBe(true);
  }
  const whole = await service.read({ after: 0, limit: 1000 });
  expect(whole.ok && whole.value.records.map(({ id }) => id)).toEqual(ids);
  await journal.close();
}

test.each(['before', 'half'] as const)(
  'kill -9 of the writer %s any step of the disk loses nothing acknowledged and doubles nothing',
  async (manner) => {
    let killedEver = 0;
    for (let step = 1; step <= mostSteps; step += 1) {
      const parent = await mkdtemp(join(tmpdir(), 'loket-kill-'));
      const folder = join(parent, 'journal');
      const { acknowledged, killed } = await runUntil(folder, step, manner);
      await checkAndContinue(folder, acknowledged);
      await rm(parent, { recursive: true });
      if (!killed) {
        expect(acknowledged).toEqual(ids);
        expect(killedEver).toBeGreaterThan(8);
        return;
      }
      killedEver += 1;
    }
    throw new Error('the writer never came to its end');
  },
  120_000,
);
