import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { systemDisk } from '../../electron/services/disk';
import { createRunProgram } from '../../electron/services/run-program';
import { createSane } from '../../electron/services/scanner/sane';
import { createScanner } from '../../electron/services/scanner/service';
import type { ScanProfile } from '../../src/contract/scanner';
import { removeFolder } from '../helpers/remove-folder';
import { scanThrough } from '../helpers/scan-through';
import { writeSaneTestConfig } from '../helpers/sane-test-device';

const folder = mkdtempSync(join(tmpdir(), 'loket-sane-'));
const spool = join(folder, 'spool');
const glass: ScanProfile = { source: 'flatbed', dpi: 75, colour: 'color', width: 80, height: 100 };
const before = process.env['SANE_CONFIG_DIR'];

beforeEach(() => {
  writeSaneTestConfig(folder);
  process.env['SANE_CONFIG_DIR'] = folder;
});
afterAll(async () => {
  if (before === undefined) delete process.env['SANE_CONFIG_DIR'];
  else process.env['SANE_CONFIG_DIR'] = before;
  await removeFolder(folder);
});

function scannerOf(patience: number) {
  const run = createRunProgram(patience);
  const sane = createSane({ run, disk: systemDisk, folder: spool });
  return createScanner({
    backends: [sane],
    log: () => undefined,
    times: { wait: 100, abandoned: 10_000 },
  }).service;
}
const service = scannerOf(20_000);
const left = () => (existsSync(spool) ? readdirSync(spool) : []);

test('SANE’s own test device says what it can do', async () => {
  const listed = await service.list({ addresses: [] });
  if (!listed.ok) throw new Error(listed.error.kind);
  expect(listed.value.systems).toEqual([{ kind: 'sane', state: 'running' }]);
  const scanner = listed.value.scanners.find(({ id }) => id === 'sane:test:0');
  expect(scanner?.name).toBe('Noname frontend-tester');
  expect(scanner?.sources).toEqual([
    {
      source: 'flatbed',
      resolutions: [75, 100, 150, 200, 300, 400, 600],
      colours: ['color', 'gray'],
      width: 200,
      height: 200,
    },
    expect.objectContaining({ source: 'feeder' }),
  ]);
});

test.each(['color', 'gray'] as const)('one page from the glass in %s', async (colour) => {
  const { pages, end } = await scanThrough(service, 'sane:test:0', { ...glass, colour });
  expect(end).toMatchObject({ pages: 1, refusal: null });
  const bytes = pages[0]?.bytes ?? new Uint8Array();
  expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
  // Three numbers a point in colours, one in grey (JPEG start of frame, components).
  const frame = bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === 0xc0);
  expect(bytes[frame + 9]).toBe(colour === 'color' ? 3 : 1);
  expect(left()).toEqual([]);
});

test('the feeder gives its ten pages, each told while it is read', async () => {
  const told: number[] = [];
  const { pages, end } = await scanThrough(
    service,
    'sane:test:0',
    { ...glass, source: 'feeder' },
    (event) => {
      if (event.state === 'reading') told.push(event.page);
      return undefined;
    },
  );
  expect(pages).toHaveLength(10);
  expect(end).toMatchObject({ pages: 10, refusal: null });
  expect(told).toEqual(told.toSorted((one, other) => one - other));
  expect(left()).toEqual([]);
});

describe('what SANE’s test device can act out', () => {
  test.each([
    ['SANE_STATUS_JAMMED', 'paper-jam'],
    ['SANE_STATUS_NO_DOCS', 'no-paper'],
    ['SANE_STATUS_COVER_OPEN', 'cover-open'],
    ['SANE_STATUS_DEVICE_BUSY', 'device-busy'],
    ['SANE_STATUS_ACCESS_DENIED', 'no-access'],
    ['SANE_STATUS_UNSUPPORTED', 'profile-refused'],
    ['SANE_STATUS_INVAL', 'profile-refused'],
    ['SANE_STATUS_CANCELLED', 'failed'],
    ['SANE_STATUS_IO_ERROR', 'failed'],
    ['SANE_STATUS_NO_MEM', 'failed'],
  ])('%s', async (status, refusal) => {
    writeSaneTestConfig(folder, { 'read-status-code': `"${status}"` });
    const { pages, end } = await scanThrough(service, 'sane:test:0', glass);
    expect(pages).toEqual([]);
    expect(end).toMatchObject({ refusal, pages: 0, cancelled: false });
    expect(left()).toEqual([]);
  });

  test('a device that is gone', async () => {
    const { end } = await scanThrough(service, 'sane:absent:0', glass);
    expect(end).toMatchObject({ refusal: 'device-gone', pages: 0 });
  });

  test('a slow read is told as it goes, and can be cancelled', async () => {
    writeSaneTestConfig(folder, {
      'read-delay': 'true',
      'read-delay-duration': '200000',
      'read-limit': 'true',
      'read-limit-size': '4096',
    });
    const shares: number[] = [];
    const { pages, end } = await scanThrough(
      service,
      'sane:test:0',
      { ...glass, dpi: 300 },
      (event, scan) => {
        if (event.state !== 'reading') return undefined;
        shares.push(event.share ?? 0);
        return shares.length > 2 ? service.cancel({ scan }) : undefined;
      },
    );
    expect(end).toMatchObject({ cancelled: true, refusal: null });
    expect(pages).toEqual([]);
    expect(shares.length).toBeGreaterThan(2);
  });
});

test('a scanner that says nothing is given up; the pages before are kept', async () => {
  const programs = join(folder, 'programs');
  mkdirSync(programs, { recursive: true });
  // A stand-in for a driver that hangs in its third page.
  writeFileSync(
    join(programs, 'scanimage'),
    [
      '#!/bin/sh',
      'for one in "$@"; do case "$one" in --batch=*) batch=${one#--batch=};; -A) options=1;; esac; done',
      'if [ -n "$options" ]; then echo "    --resolution 75|150dpi [75]"; exit 0; fi',
      'for page in 1 2; do',
      '  name=$(printf "$batch" "$page")',
      '  printf "\\377\\330\\377x\\377\\331" > "$name"',
      '  echo "$name"',
      'done',
      'exec sleep 60',
    ].join('\n'),
    { mode: 0o755 },
  );
  const path = process.env['PATH'];
  process.env['PATH'] = `${programs}:${path}`;
  try {
    const { pages, end } = await scanThrough(scannerOf(800), 'sane:hung', glass);
    expect(pages).toHaveLength(2);
    expect(end).toMatchObject({ refusal: 'hung', pages: 2 });
  } finally {
    process.env['PATH'] = path;
  }
});
