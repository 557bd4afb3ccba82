import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  indexWords,
  matches,
  normalise,
  queryWords,
  type SearchableText,
} from '../../src/domain/search/words';

const text: SearchableText = {
  name: "Contoh Nu'man Déwi, S.Kom., M.Si.",
  nik: '3207014107850001',
  nip: '198507012010012001',
  numbers: ['A-2026-0001', '000.6.5/1024/Diskominfo.05', 'AMS-77/2026', '2026-0001'],
};

/** What a search over the index does: every token there, then the post-filter. */
function isFound(row: SearchableText, query: string): boolean {
  const words = queryWords(query);
  const index = new Set(indexWords(row));
  const inIndex = words.every(({ token }) => token === null || index.has(token));
  return inIndex && matches(row, words);
}

describe('search words', () => {
  it.each([
    'contoh',
    'CONT',
    'co',
    "nu'man",
    'numan',
    'man',
    'dewi',
    's.kom',
    'skom',
    'm.si.',
    'contoh, s.kom.',
    '3207',
    '3207 0141 0785 0001',
    '3207014107850001',
    '32070141',
    '0001',
    '19850701 201001 2 001',
    '2001',
    'A-2026-0001',
    'a20260001',
    'A-2026',
    'a 2026 0001',
    '2026-0001',
    '000.6.5/1024/Diskominfo.05',
    '000.6.5',
    '1024',
    'diskominfo',
    'diskominfo.05',
    'AMS-77',
    'ams',
    'contoh 3207',
  ])('finds the request by %j', (query) => {
    expect(isFound(text, query)).toBe(true);
  });

  it.each(['contohx', '3208', 'siti', 'contoh siti', '3207 0141 0785 0002', 'A-2027'])(
    'does not find it by %j',
    (query) => {
      expect(isFound(text, query)).toBe(false);
    },
  );

  it('has no token for a word shorter than the index, which the post-filter still sees', () => {
    expect(queryWords('c 12')).toEqual([
      { word: 'c', token: null },
      { word: '12', token: null },
    ]);
    expect(matches(text, queryWords('c'))).toBe(true);
    expect(matches(text, queryWords('z'))).toBe(false);
  });

  it('gives no word for blanks and punctuation', () => {
    expect(queryWords(' .. - , ')).toEqual([]);
  });

  const name = fc
    .array(fc.stringMatching(/^[A-Za-zÀ-ÿ'.-]{2,20}$/), { minLength: 1, maxLength: 5 })
    .map((words) => words.join(' '));
  const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
  const row = fc.record({
    name,
    nik: digits(16),
    nip: fc.option(digits(18)),
    numbers: fc.array(fc.stringMatching(/^[A-Z0-9]{1,4}([./-][A-Za-z0-9]{1,19}){1,4}$/), {
      maxLength: 4,
    }),
  });

  it('finds every word, and every prefix of two letters or four digits, of any request', () => {
    fc.assert(
      fc.property(row, fc.nat(), fc.nat(), (one, which, cut) => {
        const words = [one.name, one.nik, one.nip ?? '', ...one.numbers].flatMap((part) =>
          normalise(part).split(' '),
        );
        const word = words[which % words.length] ?? '';
        const prefix = word.slice(0, 2 + (cut % Math.max(1, word.length - 1)));
        for (const query of [word, prefix]) {
          const bare = query.replace(/[^\p{L}\p{N}]/gu, '');
          fc.pre(bare.length >= (/^[0-9]+$/.test(bare) ? 4 : 2));
          expect(isFound(one, query)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds a NIK by its last four digits and typed in groups', () => {
    fc.assert(
      fc.property(row, (one) => {
        expect(isFound(one, one.nik.slice(-4))).toBe(true);
        expect(isFound(one, one.nik.replace(/(.{4})(?=.)/g, '$1 '))).toBe(true);
      }),
    );
  });

  it('keeps the index small: no token is longer than a NIP', () => {
    fc.assert(
      fc.property(row, (one) => {
        expect(indexWords(one).every((token) => token.length >= 2 && token.length <= 18)).toBe(
          true,
        );
      }),
    );
  });
});
