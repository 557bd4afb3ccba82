import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemDisk } from '../../electron/services/disk';
import { createAttempts } from '../../electron/services/vault/attempts';
import { observedDisk } from '../helpers/fault-disk';

const HOLDER = 'member-1';
const START = new Date('2026-11-30T01:00:00.000Z');

let folder: string;
let clock: Date;
/** Milliseconds of the clock that only goes forward. */
let tick: number;
let isFull: boolean;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-attempts-'));
  clock = START;
  tick = 1000;
  isFull = false;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** As one run of the program. */
function run() {
  const disk = observedDisk(systemDisk, () => {
    if (isFull) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    return undefined;
  });
  return createAttempts(
    disk,
    folder,
    () => clock,
    () => tick,
  );
}

async function failed(attempts: ReturnType<typeof run>, times: number): Promise<number> {
  let wait = 0;
  for (let guess = 0; guess < times; guess += 1) wait = await attempts.failed(HOLDER);
  return wait;
}

function later(seconds: number): void {
  clock = new Date(clock.getTime() + seconds * 1000);
  tick += seconds * 1000;
}

test('a clock set forward or back does not change the wait of a running program', async () => {
  const attempts = run();
  expect(await failed(attempts, 6)).toBe(40);
  clock = new Date(START.getTime() + 10 * 60_000);
  expect(await attempts.wait(HOLDER)).toBe(40);
  clock = new Date(START.getTime() - 10 * 60_000);
  tick += 15_000;
  expect(await attempts.wait(HOLDER)).toBe(25);
  tick += 25_000;
  expect(await attempts.wait(HOLDER)).toBe(0);
});

test('a wait goes on after a restart, and from there on by the clock nobody sets', async () => {
  await failed(run(), 6);
  later(10);
  tick = 5;
  const again = run();
  expect(await again.wait(HOLDER)).toBe(30);
  clock = new Date(clock.getTime() + 10 * 60_000);
  expect(await again.wait(HOLDER)).toBe(30);
});

test('guesses count when the disk is full, and when the file was deleted or spoilt', async () => {
  const attempts = run();
  isFull = true;
  expect(await failed(attempts, 4)).toBe(10);
  isFull = false;
  await rm(join(folder, 'attempts.json'), { force: true });
  expect(await attempts.wait(HOLDER)).toBe(10);
  await writeFile(join(folder, 'attempts.json'), '{"member-1":{"count":1,"lastAt":"kapan"}}');
  expect(await attempts.failed(HOLDER)).toBe(20);
  expect(await run().wait(HOLDER)).toBe(20);
});

test('the right one is let in on a full disk, and begins to count anew', async () => {
  const attempts = run();
  await failed(attempts, 2);
  isFull = true;
  expect(await attempts.succeeded(HOLDER)).toBe(2);
  expect(await attempts.succeeded(HOLDER)).toBe(0);
  expect(await failed(attempts, 2)).toBe(0);
  isFull = false;
  expect(await attempts.succeeded(HOLDER)).toBe(2);
  expect(await run().succeeded(HOLDER)).toBe(0);
});
