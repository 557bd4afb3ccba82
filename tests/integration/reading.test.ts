import { createServer } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import type { LogEntry } from '../../electron/log';
import { findReaderParts } from '../../electron/services/reading/reader-thread';
import { createReading } from '../../electron/services/reading/service';
import type { PaperKind } from '../../src/contract/reading';
import { readCard } from '../../src/domain/reading/read-card';
import { readLetter } from '../../src/domain/reading/read-letter';
import { cardPdf, letterPdf, pictureOf } from '../helpers/reading-papers';

const logged: LogEntry[] = [];
const log = (entry: LogEntry): void => void logged.push(entry);
const reading = createReading({ log });
afterAll(() => reading.close());

const CARD = { nik: '3299990101850001', name: 'CONTOH SATU', born: '01-01-1985' };
const card = new Uint8Array(pictureOf(await cardPdf(CARD), 300));

async function read(bytes: Uint8Array, kind: PaperKind, by = reading) {
  const answer = await by.service.read({ bytes, kind });
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}
async function linesOf(bytes: Uint8Array, kind: PaperKind) {
  const answer = await read(bytes, kind);
  if (answer.outcome === 'refused') throw new Error(answer.reason);
  return answer.lines;
}

test('a card and a letter, one after the other by one reader', async () => {
  const number = '12/SKK/2026';
  const date = '2 Maret 2026';
  const pdf = await letterPdf({ number, date, shape: 'body', font: 'serif' });
  const letter = new Uint8Array(pictureOf(pdf, 200));
  const [ofCard, ofLetter] = await Promise.all([linesOf(card, 'card'), linesOf(letter, 'letter')]);
  const { nik, name } = readCard(ofCard, 2026);
  expect(nik?.value).toBe(CARD.nik);
  expect(name?.value).toBe(CARD.name);
  // The upper part of the card, whose picture is 1011 points wide and 638 high.
  expect(nik?.box.top).toBeGreaterThan(100);
  expect(nik?.box.top).toBeLessThan(200);
  const found = readLetter(ofLetter);
  expect(found.number?.value).toBe(number);
  expect(found.date?.value).toBe('2026-03-02');
});

test('what is no picture, or breaks off within, is unreadable; the next one is read', async () => {
  const broken = card.slice();
  broken.fill(0, 200, broken.length - 2);
  const pdf = await cardPdf(CARD);
  expect(await read(pdf, 'card')).toMatchObject({ outcome: 'refused', reason: 'unreadable' });
  expect(await read(broken, 'card')).toMatchObject({ outcome: 'refused', reason: 'unreadable' });
  expect(readCard(await linesOf(card, 'card'), 2026).nik?.value).toBe(CARD.nik);
});

test('one that takes too long is given up, and nothing of it is logged', async () => {
  const hurried = createReading({ log, times: { picture: 1, idle: 1000 } });
  const answer = await read(card, 'card', hurried);
  await hurried.close();
  expect(answer).toMatchObject({ outcome: 'refused', reason: 'too-slow' });
  expect(logged).toContainEqual({
    event: 'reading-refused',
    reason: 'too-slow',
    detail: 'deadline',
  });
  expect(JSON.stringify(logged)).not.toContain('3299');
  expect(JSON.stringify(logged)).not.toContain('CONTOH');
});

test('the reader has no network: words it would have to fetch are absent, and nobody is asked', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const parts = findReaderParts();
  if (parts === null) throw new Error('no reader');
  const words = `http://127.0.0.1:${port}/words`;
  const online = createReading({ log, parts: { ...parts, words } });
  const answer = await read(card, 'card', online);
  await online.close();
  server.close();
  expect(answer).toMatchObject({ outcome: 'refused', reason: 'absent' });
  expect(asked).toEqual([]);
});

test('a reader that is not installed, or only in part, is absent', async () => {
  const none = createReading({ log, parts: null });
  expect(await read(card, 'card', none)).toMatchObject({ reason: 'absent' });
  const script = '/nowhere/index.js';
  const half = createReading({ log, parts: { script, words: '/nowhere' } });
  expect(await read(card, 'card', half)).toMatchObject({ reason: 'absent' });
  await half.close();
});
