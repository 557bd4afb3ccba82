import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { forgedLine, TamperedJournal } from '../helpers/tampered-journal';

const MONTH = '2026-11';
const made: TamperedJournal[] = [];

afterEach(async () => {
  for (const journal of made.splice(0)) await journal.dispose();
});

async function written(
  months: Readonly<Record<string, number>> = { [MONTH]: 12 },
  key?: () => Uint8Array | null,
): Promise<TamperedJournal> {
  const journal = await TamperedJournal.written(months, key);
  made.push(journal);
  return journal;
}

const found = (breaks: readonly { kind: string; sequence: number }[]) =>
  breaks.map(({ kind, sequence }) => `${kind} ${String(sequence)}`);

test('an untouched chain of several months is whole, and a check from a place on reads the rest only', async () => {
  const journal = await written({ '2026-10': 5, '2026-11': 7 });
  const first = await journal.verify();
  expect(first).toMatchObject({ breaks: [], records: 12, done: true, checkedTo: { sequence: 12 } });
  await journal.write(MONTH, 3);
  const second = await journal.verify(first.checkedTo);
  expect(second).toMatchObject({ breaks: [], records: 3, checkedTo: { sequence: 15 } });
});

test('a long journal is checked in several calls that remember nothing between them', async () => {
  const journal = await written({ [MONTH]: 3 });
  const long = await journal.run(async (service) => {
    const head = await service.head({});
    if (!head.ok) throw new Error('head');
    let { head: expectedHead } = head.value;
    for (let number = 0; number < 3; number += 1) {
      const sealed = { scheme: 'plain', data: 'x'.repeat(3_000_000) };
      const appended = await service.append({ expectedHead, id: crypto.randomUUID(), sealed });
      if (!appended.ok) throw new Error('append');
      expectedHead = appended.value;
    }
    return service.verify({ from: null });
  });
  expect(long.ok && long.value.done).toBe(false);
  expect(await journal.verify()).toMatchObject({ breaks: [], records: 6, done: true });
});

test('one changed byte names the record and the line', async () => {
  const journal = await written();
  const lines = await journal.lines(MONTH);
  lines[4] = (lines[4] ?? '').replace('isi', 'isu');
  await journal.setLines(MONTH, lines);
  const { breaks } = await journal.verify();
  expect(breaks).toEqual([
    { kind: 'altered', file: '2026-11.jsonl', line: 5, sequence: 5, count: 1, at: null },
  ]);
});

test('a deleted line, swapped lines, a repeated line and a line that is none are told apart', async () => {
  const journal = await written();
  const whole = await journal.lines(MONTH);
  const [, second = '', third = ''] = whole;
  await journal.setLines(MONTH, whole.toSpliced(3, 2));
  expect(found((await journal.verify()).breaks)).toEqual(['missing 4']);
  await journal.setLines(MONTH, whole.toSpliced(1, 2, third, second));
  expect(found((await journal.verify()).breaks)).toEqual(['reordered 2']);
  await journal.setLines(MONTH, whole.toSpliced(3, 0, second));
  expect(found((await journal.verify()).breaks)).toEqual(['reordered 2']);
  await journal.setLines(MONTH, whole.toSpliced(6, 1, 'bukan catatan'));
  expect(found((await journal.verify()).breaks)).toEqual(['unreadable 7']);
});

test('a line with a hash of its own that fits breaks the link of the next', async () => {
  const journal = await written();
  const lines = await journal.lines(MONTH);
  await journal.setLines(MONTH, lines.toSpliced(4, 1, forgedLine(lines[4] ?? '', 'lain')));
  expect(found((await journal.verify()).breaks)).toEqual(['altered 6']);
});

test('a month that was taken out is missing', async () => {
  const journal = await written({ '2026-09': 4, '2026-10': 5, '2026-11': 6 });
  await rm(journal.path('2026-10'));
  const { breaks } = await journal.verify();
  expect(breaks).toMatchObject([{ kind: 'missing', sequence: 5, count: 5 }]);
});

test('a tail that was cut is told by the anchor, still after new records were written', async () => {
  const journal = await written();
  await journal.setLines(MONTH, (await journal.lines(MONTH)).slice(0, -3));
  expect(found((await journal.verify()).breaks)).toEqual(['truncated 12']);
  await journal.write(MONTH, 20);
  expect(found((await journal.verify()).breaks)).toEqual(['truncated 12']);
});

test('the last line with other words and a hash that fits is told by the anchor', async () => {
  const journal = await written();
  const lines = await journal.lines(MONTH);
  await journal.setLines(MONTH, lines.toSpliced(-1, 1, forgedLine(lines.at(-1) ?? '', 'lain')));
  expect(found((await journal.verify()).breaks)).toEqual(['truncated 12']);
});

test('a tail cut together with the anchor leaves an anchor that begins anew, and says so', async () => {
  const journal = await written();
  await journal.setLines(MONTH, (await journal.lines(MONTH)).slice(0, -3));
  await rm(journal.anchorPath);
  const checked = await journal.verify();
  expect(checked.breaks).toEqual([]);
  expect(checked.anchor.since).toMatchObject({ how: 'missing', sequence: 9 });
});

test('an older anchor put back with the cut tail needs the printed head', async () => {
  const journal = await written({ [MONTH]: 9 });
  await copyFile(journal.anchorPath, join(journal.root, 'older'));
  await journal.write(MONTH, 3);
  await journal.setLines(MONTH, (await journal.lines(MONTH)).slice(0, 9));
  await copyFile(join(journal.root, 'older'), journal.anchorPath);
  // The whole folder rolled back: nothing in it can tell (docs/trail.md, "What finds what").
  expect((await journal.verify()).breaks).toEqual([]);
});

test('with a key, an anchor made without it is not believed', async () => {
  const key = new Uint8Array(32).fill(7);
  const journal = await written({ [MONTH]: 6 }, () => key);
  expect((await journal.verify()).anchor).toMatchObject({
    state: 'keyed',
    since: { how: 'first' },
  });
  const file = JSON.parse(await readFile(journal.anchorPath, 'utf8')) as { body: string };
  const body = file.body.replace('"sequence":6', '"sequence":4');
  await writeFile(journal.anchorPath, JSON.stringify({ ...file, body }));
  expect((await journal.verify()).anchor.since).toMatchObject({ how: 'forged' });
  await writeFile(journal.anchorPath, JSON.stringify({ body: file.body, mac: null }));
  expect((await journal.verify()).anchor.since).toMatchObject({ how: 'unkeyed' });
});

test('while its key is away a keyed anchor is neither believed nor overwritten', async () => {
  let key: Uint8Array | null = new Uint8Array(32).fill(7);
  const journal = await written({ [MONTH]: 6 }, () => key);
  const before = await readFile(journal.anchorPath, 'utf8');
  key = null;
  await journal.write(MONTH, 2);
  expect((await journal.verify()).anchor.state).toBe('locked');
  expect(await readFile(journal.anchorPath, 'utf8')).toBe(before);
  key = new Uint8Array(32).fill(7);
  expect(await journal.verify()).toMatchObject({
    breaks: [],
    anchor: { state: 'keyed', since: { how: 'first' } },
  });
});

test('the place a check was kept to is remembered by the next run', async () => {
  const journal = await written();
  const { checkedTo } = await journal.verify();
  await journal.run((service) => service.keepCheckpoint({ to: checkedTo }));
  const kept = await journal.run((service) => service.checkpoint({}));
  expect(kept).toMatchObject({ ok: true, value: { kept: { to: checkedTo } } });
});

test.each([
  ['already at hand', true],
  ['only coming to hand later', false],
])(
  'a checkpoint of an anchor without its HMAC is not believed, the key %s',
  async (_how, early) => {
    const secret = new Uint8Array(32).fill(7);
    let key: Uint8Array | null = secret;
    const journal = await written({ [MONTH]: 6 }, () => key);
    const lines = await journal.lines(MONTH);
    const { checkedTo } = await journal.verify();
    await journal.run((service) => service.keepCheckpoint({ to: checkedTo }));
    const { body } = JSON.parse(await readFile(journal.anchorPath, 'utf8')) as { body: string };
    expect(body).toContain('"kept":{');
    await journal.setLines(MONTH, lines.toSpliced(3, 1, (lines[3] ?? '').replace('isi', 'isu')));
    await writeFile(journal.anchorPath, JSON.stringify({ body, mac: null }));
    key = early ? secret : null;
    const kept = await journal.run(async (service) => {
      if (!early) await service.head({});
      key = secret;
      return service.checkpoint({});
    });
    expect(kept).toEqual({ ok: true, value: { kept: null } });
    const checked = await journal.verify();
    expect(found(checked.breaks)).toEqual(['altered 4']);
    expect(checked.anchor).toMatchObject({
      state: 'keyed',
      since: { how: 'unkeyed', sequence: 6 },
    });
  },
);

type Tampering =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'delete' | 'repeat' | 'forge'; readonly line: number }
  | { readonly kind: 'swap'; readonly line: number; readonly other: number }
  | { readonly kind: 'cut'; readonly bytes: number };

const share = fc.double({ min: 0, max: 0.999999, noNaN: true });
const tampering: fc.Arbitrary<Tampering> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: share, bit: fc.nat(7) }),
  fc.record({ kind: fc.constantFrom('delete', 'repeat', 'forge'), line: share }),
  fc.record({ kind: fc.constant('swap' as const), line: share, other: share }),
  fc.record({ kind: fc.constant('cut' as const), bytes: share }),
);

/** The bytes after the tampering; the same bytes when it changed nothing. */
function tampered(bytes: Buffer, one: Tampering): Buffer {
  if (one.kind === 'flip') {
    const place = Math.floor(one.at * bytes.length);
    const changed = Buffer.from(bytes);
    changed[place] = (changed[place] ?? 0) ^ (1 << one.bit);
    return changed;
  }
  if (one.kind === 'cut') return bytes.subarray(0, Math.floor(one.bytes * bytes.length));
  const lines = bytes.toString('utf8').split('\n').slice(0, -1);
  const at = Math.floor(one.line * lines.length);
  const line = lines[at] ?? '';
  if (one.kind === 'delete') lines.splice(at, 1);
  else if (one.kind === 'repeat') lines.splice(at, 0, line);
  else if (one.kind === 'forge') lines[at] = forgedLine(line, 'lain');
  else if ('other' in one) {
    const other = Math.floor(one.other * lines.length);
    lines[at] = lines[other] ?? '';
    lines[other] = line;
  }
  return Buffer.from(lines.map((text) => `${text}\n`).join(''));
}

test('every tampering with the files is found, given the anchor', async () => {
  const journal = await written({ '2026-10': 4, '2026-11': 6 });
  const months = await journal.months();
  const originals = new Map(
    await Promise.all(months.map(async (month) => [month, await journal.bytes(month)] as const)),
  );
  const anchor = await readFile(journal.anchorPath);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...months), tampering, async (month, one) => {
      for (const [name, bytes] of originals) await journal.setBytes(name, bytes);
      await writeFile(journal.anchorPath, anchor);
      const before = originals.get(month) ?? Buffer.alloc(0);
      const after = tampered(before, one);
      await journal.setBytes(month, after);
      const { breaks } = await journal.verify();
      // A file that lost only its last end of line is completed when it is opened: nothing is gone.
      const isSame = Buffer.compare(before.subarray(0, -1), trimmed(after)) === 0;
      expect(breaks.length > 0, JSON.stringify({ month, one, breaks })).toBe(!isSame);
    }),
    { numRuns: 300 },
  );
});

function trimmed(bytes: Buffer): Buffer {
  return bytes.at(-1) === 10 ? bytes.subarray(0, -1) : bytes;
}
