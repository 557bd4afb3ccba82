import { describe, expect, test } from 'vitest';
import type { Host } from '../../src/contract';
import { printingContract } from '../../src/contract/printing';
import { fail, succeed } from '../../src/contract/result';
import type { PaperToPrint } from '../../src/documents/print-copy';
import {
  asOnePdf,
  finalLetters,
  intoQueue,
  jobTitle,
  lettersToPrint,
  papersOf,
  printsOf,
  type FinalLetter,
  type PrintedRequest,
} from '../../src/features/request/print-letters';
import { firstPrinter } from '../../src/features/request/use-printers';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function letter(id: string, superseded = false): FinalLetter {
  const file = { address: id.repeat(64).slice(0, 64), sha256: '', size: 1, mediaType: '' };
  return {
    status: 'issued',
    versions: [],
    id,
    letter: `letter-${id}`,
    number: '1',
    date: '2026-03-02',
    place: null,
    superseded,
    file,
  };
}
const print = (letterId: string, at: string) => ({
  id: `${letterId}${at}`,
  letterId,
  at,
  copies: 1,
  isCopy: false,
  reason: null,
});
const request: PrintedRequest = {
  id: 'r',
  registerNumber: '2026/A-0012',
  prints: [print('b', '2026-03-02T03:00:00Z'), print('b', '2026-03-03T03:00:00Z')],
};
const files: Pick<Host['files'], 'get'> = {
  get: ({ address }) => Promise.resolve(succeed({ bytes: bytesOf(address.slice(0, 1)) })),
};
/** Writes down what it was asked to put together. */
const renderer = {
  forPrinting: (papers: readonly PaperToPrint[]) =>
    Promise.resolve(
      succeed(
        bytesOf(papers.map(({ bytes, isCopy }) => textOf(bytes) + (isCopy ? '!' : '')).join()),
      ),
    ),
};
const job = { printer: 'Loket', copies: 2, title: '1' };

type Printed = Parameters<Host['printing']['print']>[0];

describe('letters into a queue', () => {
  test('are one job: first prints the stored bytes themselves, copies marked one by one', async () => {
    const asked: Printed[] = [];
    const printing: Pick<Host['printing'], 'print'> = {
      print: (input) => {
        asked.push(input);
        return Promise.resolve(succeed({ outcome: 'sent', job: 'Loket-7' } as const));
      },
    };
    const papers = await papersOf(files, request, [letter('a'), letter('b')]);
    if (!papers.ok) throw new Error('no papers');
    expect(await intoQueue({ printing, renderer }, papers.value, job)).toEqual(succeed('Loket-7'));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject(job);
    expect(asked[0]?.papers.map(textOf)).toEqual(['a', 'b!']);
    expect(asked[0]?.papers[0]).toBe(papers.value[0]?.bytes);
  });

  test('say why they did not get there', async () => {
    const answers = [
      [
        succeed({ outcome: 'refused', reason: 'not-accepting', detail: 'list' } as const),
        { kind: 'refused', reason: 'not-accepting', detail: 'list' },
      ],
      [
        fail({ kind: 'shell-gone', detail: 'x' } as const),
        { kind: 'service', error: { kind: 'shell-gone', detail: 'x' } },
      ],
    ] as const;
    for (const [answer, problem] of answers) {
      const printing = { print: () => Promise.resolve(answer) };
      const papers = [{ bytes: bytesOf('a'), isCopy: false }];
      expect(await intoQueue({ printing, renderer }, papers, job)).toEqual(fail(problem));
    }
    const lost = { get: () => Promise.resolve(fail({ kind: 'not-found', detail: '' } as const)) };
    expect(await papersOf(lost, request, [letter('a')])).toMatchObject({ error: { kind: 'file' } });
  });

  test('for the system’s dialog become one file, a single first print stays as stored', async () => {
    const first = { bytes: bytesOf('a'), isCopy: false };
    const alone = await asOnePdf(renderer, [first]);
    expect(alone.ok && alone.value).toBe(first.bytes);
    const both = await asOnePdf(renderer, [first, { bytes: bytesOf('b'), isCopy: true }]);
    expect(both.ok && textOf(both.value)).toBe('a,b!');
  });
});

test('all that is left to print: final, counting still, never printed', () => {
  const draft = { status: 'draft', id: 'd', letter: 'x', file: letter('d').file } as const;
  const letters = [letter('a'), letter('b'), letter('c', true), draft, letter('e')];
  const { prints } = request;
  expect(lettersToPrint({ letters, prints }).map(({ id }) => id)).toEqual(['a', 'e']);
  expect(finalLetters({ letters }, ['a', 'd', 'nowhere']).map(({ id }) => id)).toEqual(['a']);
});

test('how often a letter was printed, and when last', () => {
  expect(printsOf(request, 'a')).toBeNull();
  expect(printsOf(request, 'b')).toMatchObject({ count: 2, last: { at: '2026-03-03T03:00:00Z' } });
});

test('a queue shows agenda number and keys, whatever an office writes in its numbers', () => {
  const { title } = printingContract.print.input.shape;
  for (const registerNumber of ['2026/A-0012', '#1 (Contoh)', 'É'.repeat(100), '']) {
    for (const letters of [[letter('a')], [letter('a'), letter('b')]]) {
      expect(title.safeParse(jobTitle({ ...request, registerNumber }, letters)).success).toBe(true);
    }
  }
  expect(jobTitle(request, [letter('a')])).toBe('2026/A-0012-letter-a');
});

test('the printer to begin with takes jobs: the default one, else the first, else the dialog', () => {
  const printer = (name: string, isDefault: boolean, isAccepting = true) => ({
    name,
    isDefault,
    isAccepting,
    isStopped: false,
  });
  const first = (...printers: readonly ReturnType<typeof printer>[]) =>
    firstPrinter({ service: 'running', printers });
  expect(first(printer('A', false), printer('B', true))).toBe('B');
  expect(first(printer('A', false), printer('B', true, false))).toBe('A');
  expect(first(printer('A', true, false))).toBeNull();
  expect(first()).toBeNull();
});
