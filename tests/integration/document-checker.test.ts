import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  createDocumentChecker,
  type DocumentChecker,
} from '../../electron/services/pki/document-checker';
import { buildChild } from '../helpers/build-child';
import { busyPdf } from '../helpers/pki/busy-pdf';
import { FictitiousCa } from '../helpers/pki/fictitious-ca';
import { paper } from '../helpers/pki/papers';
import { SigningDesk } from '../helpers/pki/signing-desk';

let script: string;
let ca: FictitiousCa;
let desk: SigningDesk;
let signed: Uint8Array<ArrayBuffer>;
let busy: Uint8Array<ArrayBuffer>;
let checker: DocumentChecker;
const logged: object[] = [];

beforeAll(async () => {
  script = await buildChild('../../electron/services/pki/check-worker.ts');
  ca = new FictitiousCa();
  desk = new SigningDesk();
  signed = (await desk.signed(await paper(), ca.keyFile(ca.issue({ name: 'Contoh Satu' })))).bytes;
  const hex = /\/Contents\s*<([0-9a-f]+)>/.exec(Buffer.from(signed).toString('latin1'))?.[1] ?? '';
  busy = busyPdf(Buffer.from(hex, 'hex'), { signatures: 90, objects: 60_000 });
});
afterAll(() => {
  ca.remove();
  desk.remove();
});
afterEach(() => checker.close());

const task = (bytes: Uint8Array) => ({ bytes, folder: null, now: Date.now() });

describe('a checker in a thread of its own', () => {
  test('answers as the check itself does, and leaves the bytes with who asked', async () => {
    checker = createDocumentChecker({ script, log: () => undefined });
    const report = await checker.check(task(signed));
    expect(report).toMatchObject({
      outcome: 'checked',
      signatures: [{ integrity: { state: 'ok' }, trust: { state: 'unknown' } }],
    });
    expect(signed.length).toBeGreaterThan(1000);
  });

  test('a file made to keep it busy ends in a verdict of its own, and the next is checked', async () => {
    checker = createDocumentChecker({
      script,
      log: (entry) => void logged.push(entry),
      deadline: 2_000,
    });
    let beats = 0;
    const heart = setInterval(() => (beats += 1), 20);
    const [hostile, next] = await Promise.all([
      checker.check(task(busy)),
      checker.check(task(signed)),
    ]);
    clearInterval(heart);
    expect(hostile).toEqual({ outcome: 'not-checked', reason: 'too-slow' });
    expect(next).toMatchObject({ outcome: 'checked' });
    // The thread of who asked went on all the while.
    expect(beats).toBeGreaterThan(3);
    expect(logged).toContainEqual({ event: 'document-not-checked', reason: 'too-slow' });
  });

  test('a thread that ends, takes too much memory or does not start says so', async () => {
    const greedy = join(desk.folder, 'greedy.mjs');
    const lines = [
      "import { parentPort } from 'node:worker_threads';",
      "parentPort.on('message', ({ bytes }) => {",
      '  if (bytes.length === 1) process.exit(1);',
      "  if (bytes.length === 2) throw new Error('x');",
      '  const all = []; for (;;) all.push(new Array(100_000).fill({}));',
      '});',
      "parentPort.postMessage('ready');",
    ];
    writeFileSync(greedy, lines.join('\n'));
    checker = createDocumentChecker({ script: greedy, log: () => undefined, memory: 64 });
    const reasons = ['program', 'program', 'too-large'];
    for (const [index, reason] of reasons.entries()) {
      const answer = await checker.check(task(new Uint8Array(index + 1)));
      expect(answer).toEqual({ outcome: 'not-checked', reason });
    }
    const none = createDocumentChecker({
      script: join(desk.folder, 'tidak-ada.mjs'),
      log: () => undefined,
    });
    expect(await none.check(task(signed))).toEqual({ outcome: 'not-checked', reason: 'program' });
  });
});
