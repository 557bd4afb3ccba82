import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PAPER } from '../../src/domain/letters/letter-paper';
import { breakLines } from '../../src/documents/layout/break-lines';
import { paginate, type FlowElement } from '../../src/documents/layout/flow';
import { letterLayout } from '../../src/documents/layout/letter-layout';
import type { Mark } from '../../src/documents/layout/marks';
import { pageFrame, widened } from '../../src/documents/layout/page-frame';
import { plain } from '../../src/documents/layout/text-lines';
import { qrRectangles } from '../../src/documents/paint/qr-squares';
import { encode } from 'uqr';
import { presetOf } from '../helpers/all-sops';
import {
  longSources,
  readFonts,
  sampleSources,
  twoPageSources,
  wordedLetter,
} from '../helpers/letters';
import { longSheet } from '../helpers/sheets';

const fonts = readFonts();
const frame = pageFrame(DEFAULT_PAPER, fonts);
if (!frame) throw new Error('The default paper is too small');

const measure = { fonts, size: 12 };

describe('lines', () => {
  const typed = fc.string({
    unit: fc.constantFrom('a', 'b', 'i', 'W', '.', '-', '/', '@', '_', ' ', '\n', '’', 'é'),
  });

  test('no line is wider than its room, whatever is typed', () => {
    fc.assert(
      fc.property(typed, fc.integer({ min: 20, max: 400 }), (text, room) => {
        for (const { width } of breakLines(plain(text), measure, room)) {
          expect(width).toBeLessThanOrEqual(room + 0.01);
        }
      }),
    );
  });

  test('no letter is lost or added at a line’s end', () => {
    fc.assert(
      fc.property(typed, fc.integer({ min: 20, max: 400 }), (text, room) => {
        const lines = breakLines(plain(text), measure, room);
        const set = lines.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('');
        expect(set.replaceAll(' ', '')).toBe(text.replace(/[ \n]/g, ''));
      }),
    );
  });

  test('an address too wide for the line is cut at its marks', () => {
    const [first] = breakLines(plain('nama.orang@puskesmas.contoh.go.id'), measure, 120);
    expect(first?.pieces.map(({ text }) => text).join('')).toMatch(/[.@]$/);
  });
});

describe('pages', () => {
  const strip = (height: number, keepWithNext = false): FlowElement => ({
    height,
    keepWithNext,
    spaceBefore: 0,
    marks: [{ kind: 'box', x: 0, y: 0, width: 1, height, lineWidth: 1 }],
  });
  const room = { top: 0, laterTop: 10, bottom: 100 };

  test('what is kept together moves to the next page together', () => {
    const pages = paginate([strip(70), strip(20, true), strip(20)], room);
    expect(pages.map((marks) => marks.length)).toEqual([1, 2]);
  });

  test('a group taller than a page is cut instead of running off the paper', () => {
    const pages = paginate(
      Array.from({ length: 9 }, () => strip(30, true)),
      room,
    );
    expect(pages.flat()).toHaveLength(9);
    for (const mark of pages.flat()) {
      expect(mark.kind === 'box' && mark.y + mark.height).toBeLessThanOrEqual(100);
    }
  });
});

/** Everything long at once, on the sheet of the longest chain. */
const runningSources = {
  ...longSources,
  sop: presetOf('ciamis-2025-renewal'),
  sheet: longSheet,
  step: 'check-and-assist',
};

describe('letters', () => {
  const cases = [
    ['revocation-application', sampleSources],
    ['revocation-application', longSources],
    ['revocation-application', twoPageSources],
    ['revocation-reason-statement', longSources],
    ['revocation-reason-statement', twoPageSources],
    ['disposition-sheet', sampleSources],
    ['disposition-sheet', longSources],
    ['disposition-sheet', runningSources],
  ] as const;

  test.each(cases)(
    '%s stays within its margins and no two texts overlap (case %#)',
    (key, sources) => {
      const content = wordedLetter(key, sources);
      const paper = content.shape === 'disposition' ? widened(frame) : frame;
      for (const marks of letterLayout(content, paper, { width: 10, height: 12 })) {
        const boxes = marks.flatMap(textBoxes);
        for (const box of boxes) {
          expect(box.left).toBeGreaterThanOrEqual(paper.left - 0.1);
          expect(box.right).toBeLessThanOrEqual(paper.right + 0.1);
          expect(box.bottom).toBeLessThanOrEqual(paper.bottom + 0.1);
        }
        expect(overlaps(boxes)).toEqual([]);
      }
    },
  );

  test('the signature never stands alone on a page', () => {
    for (const length of Array.from({ length: 40 }, (_, index) => index * 25)) {
      const note = 'Kalimat contoh yang panjang. '.repeat(length / 25 + 1);
      const sources = {
        ...sampleSources,
        data: { ...sampleSources.data, reason: { key: 'other', note } },
      };
      const pages = letterLayout(wordedLetter('revocation-reason-statement', sources), frame, null);
      const signed = pages.at(-1)?.flatMap(textOf) ?? [];
      expect(signed.some((text) => text.startsWith('Contoh Atasan'))).toBe(true);
      expect(signed.some((text) => text.includes('sebagaimana mestinya'))).toBe(true);
    }
  });

  test('a disposition sheet with long names is still one sheet', () => {
    const content = wordedLetter('disposition-sheet', longSources);
    expect(letterLayout(content, widened(frame), null)).toHaveLength(1);
  });

  test('a running sheet goes on over pages, each under the heads of its columns', () => {
    const pages = letterLayout(
      wordedLetter('disposition-sheet', runningSources),
      widened(frame),
      null,
    );
    expect(pages.length).toBeGreaterThan(1);
    const text = pages.map((marks) => marks.flatMap(textOf).join(' '));
    expect(text.filter((page) => page.includes('Isi disposisi'))).toHaveLength(
      text.filter((page) => page.includes('dicatat oleh')).length,
    );
    expect(text.join(' ').match(/dicatat oleh/g)).toHaveLength(longSheet.length);
    expect(text.at(-1)).toContain('Catatan:');
  });

  test('margins that leave no room are refused', () => {
    const margins = { ...DEFAULT_PAPER.margins, left: 120 };
    expect(pageFrame({ ...DEFAULT_PAPER, margins }, fonts)).toBeNull();
  });
});

test('the merged rectangles of the QR code are its modules, each once', () => {
  const text = 'loket-se:0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
  const { modules, rectangles } = qrRectangles(text);
  const drawn = Array.from({ length: modules }, () => Array.from({ length: modules }, () => 0));
  for (const { x, y, width } of rectangles) {
    for (let step = 0; step < width; step += 1) {
      const row = drawn[y];
      if (row) row[x + step] = (row[x + step] ?? 0) + 1;
    }
  }
  const { data } = encode(text, { ecc: 'M', border: 4 });
  expect(drawn).toEqual(data.map((row) => row.map(Number)));
});

interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function textBoxes(mark: Mark): readonly TextBox[] {
  if (mark.kind !== 'text') return [];
  return mark.spans.map(({ text, x, width }) => ({
    text,
    left: x,
    right: x + width,
    top: mark.y - mark.size * 0.72,
    bottom: mark.y + mark.size * 0.2,
  }));
}

function textOf(mark: Mark): readonly string[] {
  return mark.kind === 'text' ? [mark.spans.map(({ text }) => text).join('')] : [];
}

function overlaps(boxes: readonly TextBox[]): readonly string[] {
  const found: string[] = [];
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 0.1 && down > 0.1) found.push(`${one.text} / ${other.text}`);
    }
  }
  return found;
}
