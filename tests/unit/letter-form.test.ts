import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { withCatchwords } from '../../src/documents/layout/catchword';
import { letterLayout } from '../../src/documents/layout/letter-layout';
import type { Mark } from '../../src/documents/layout/marks';
import { pageFrame } from '../../src/documents/layout/page-frame';
import { renderLetter } from '../../src/documents/render-letter';
import type { LetterContent } from '../../src/domain/letters/letter-content';
import type { LetterSources } from '../../src/domain/letters/letter-data';
import { DEFAULT_PAPER, type LetterPaper } from '../../src/domain/letters/letter-paper';
import { letterPaperSchema } from '../../src/domain/letters/letter-paper-schema';
import { letterTemplateSchema } from '../../src/domain/letters/letter-template';
import { prepareLetter } from '../../src/domain/letters/prepare-letter';
import {
  finalOptions,
  longSources,
  readFonts,
  sampleSources,
  templateOf,
  twoPageSources,
  wordedLetter,
} from '../helpers/letters';

const fonts = readFonts();
const folder = mkdtempSync(join(tmpdir(), 'loket-form-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function frameOf(change: Partial<LetterPaper> = {}) {
  const frame = pageFrame({ ...DEFAULT_PAPER, ...change }, fonts);
  if (!frame) throw new Error('no frame');
  return frame;
}

async function made(content: LetterContent, change: Partial<LetterPaper> = {}) {
  const options = { ...finalOptions, paper: { ...DEFAULT_PAPER, ...change } };
  const result = await renderLetter(content, { fonts }, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function pageTexts(bytes: Uint8Array): readonly string[] {
  const path = join(folder, 'letter.pdf');
  writeFileSync(path, bytes);
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}

describe('the kop', () => {
  const withUnit = (unit: string, sources: LetterSources = sampleSources): LetterSources => ({
    ...sources,
    office: { ...sources.office, unit },
  });

  test('has two lines, or a third one in capitals, between name and address', async () => {
    const [two = ''] = pageTexts(await made(wordedLetter('shortage-notice', sampleSources)));
    expect(two).not.toContain('UPT');
    const unit = 'UPT Layanan Sertifikat Elektronik';
    const [three = ''] = pageTexts(await made(wordedLetter('shortage-notice', withUnit(unit))));
    const order = ['PEMERINTAH', 'DINAS KOMUNIKASI', unit.toUpperCase(), 'Jalan Contoh'];
    const found = order.map((part) => three.indexOf(part));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((one, other) => one - other));
  });

  test('of the applicant’s own unit has none of the office’s', () => {
    const letter = wordedLetter('revocation-application', withUnit('UPT Contoh'));
    expect(letter.kop.unit).toBeUndefined();
  });

  test('with long lines stays within the margins', () => {
    const frame = frameOf();
    const content = wordedLetter('shortage-notice', withUnit('Bidang '.repeat(12), longSources));
    for (const mark of letterLayout(content, frame, { width: 10, height: 12 })[0] ?? []) {
      if (mark.kind !== 'text') continue;
      for (const { x, width } of mark.spans) {
        expect(x).toBeGreaterThanOrEqual(frame.left - 0.1);
        expect(x + width).toBeLessThanOrEqual(frame.right + 0.1);
      }
    }
  });
});

describe('tembusan', () => {
  test('stand numbered below the signature', async () => {
    const template = letterTemplateSchema.parse({
      ...templateOf('shortage-notice'),
      copies: [{ text: 'Bupati Contoh (sebagai laporan)' }, { text: 'Sekretaris Daerah' }],
    });
    const worded = prepareLetter(template, sampleSources);
    if (!worded.ok) throw new Error(JSON.stringify(worded.error));
    const text = pageTexts(await made(worded.value)).join('\n');
    expect(text).toMatch(
      /NIP 19700101[^]*Tembusan:\s+1\. +Bupati Contoh \(sebagai laporan\)\s+2\. +Sekretaris Daerah/,
    );
  });
});

describe('the catchword', () => {
  const content = wordedLetter('revocation-reason-statement', twoPageSources);

  test('is off unless the office wants it', async () => {
    expect(DEFAULT_PAPER.catchword).toBe(false);
    for (const page of pageTexts(await made(content))) expect(page).not.toMatch(/\S+…\s*$/m);
  });

  test('is the first word of the next page, at the right foot of each page but the last', async () => {
    const pages = pageTexts(await made(content, { catchword: true }));
    expect(pages).toHaveLength(2);
    const [first = '', last = ''] = pages;
    const word = /^ {20,}(\S+)…$/m.exec(first)?.[1];
    const nextWords = last.replace(/^\s*- ?2 ?-\s*/, '').trim();
    expect(word).toBeDefined();
    expect(nextWords.startsWith(String(word))).toBe(true);
    expect(last).not.toMatch(/^ {20,}\S+…$/m);
  });

  test.each([9, 12, 14])('at %i points stands below the text and above the foot', (fontSize) => {
    const frame = frameOf({ fontSize });
    const pages = withCatchwords(letterLayout(content, frame, null), frame);
    const [first = []] = pages;
    const last = first.at(-1);
    if (last?.kind !== 'text') throw new Error('no catchword');
    expect(last.spans.map(({ text }) => text).join('')).toMatch(/^\S+…$/);
    expect(last.y - fontSize * 0.72).toBeGreaterThan(frame.bottom - fontSize * 0.3);
    expect(last.y + fontSize * 0.212).toBeLessThanOrEqual(frame.footTop);
  });

  test('a letter of one page has none', async () => {
    const letter = wordedLetter('shortage-notice', sampleSources);
    const [page = ''] = pageTexts(await made(letter, { catchword: true }));
    expect(page).not.toMatch(/^ {20,}\S+…$/m);
  });
});

describe('white space', () => {
  const lowest = (change: Partial<LetterPaper>) => {
    const [page = []] = letterLayout(wordedLetter('receipt', sampleSources), frameOf(change), null);
    return Math.max(...page.flatMap((mark: Mark) => (mark.kind === 'text' ? [mark.y] : [])));
  };

  test('between paragraphs is the office’s to choose', () => {
    expect(lowest({ paragraphSpacing: 12 })).toBeGreaterThan(lowest({ paragraphSpacing: 6 }));
    expect(lowest({ paragraphSpacing: 0 })).toBeLessThan(lowest({ paragraphSpacing: 6 }));
  });

  test('is the usual one for an office that could not choose yet', () => {
    const { paragraphSpacing: _space, catchword: _word, ...before } = DEFAULT_PAPER;
    expect(letterPaperSchema.parse(before)).toEqual(DEFAULT_PAPER);
    expect(letterPaperSchema.safeParse({ ...before, paragraphSpacing: 25 }).success).toBe(false);
  });
});

describe('letters of other scripts', () => {
  const named = (name: string): LetterSources => {
    const { data } = sampleSources;
    return { ...sampleSources, data: { ...data, applicant: { ...data.applicant, name } } };
  };

  test.each([
    ['é', 'Désirée'],
    ['è', 'Prakosè'],
    ['ê', 'Wulandarê'],
    ['Ḥ and ā', 'Ḥāmid'],
    ['ḍ, ṭ and ṣ', 'Riḍā Ṭāhir Naṣr'],
    ['ʿ and ʾ', 'ʿAlī Raʾūf'],
    ['’', 'Nur’aini'],
  ])('%s of Javanese and Arabic names is printed', async (_, name) => {
    const [page = ''] = pageTexts(await made(wordedLetter('receipt', named(name))));
    expect(page).toContain(name);
  });

  test.each([
    ['ﷺ', 'U+FDFA'],
    ['ع', 'U+0639'],
    ['ꦲ', 'U+A9B2'],
  ])('%s is refused by name before anything is printed', async (character, codePoint) => {
    const content = wordedLetter('receipt', named(`Contoh ${character}`));
    expect(await renderLetter(content, { fonts }, finalOptions)).toEqual({
      ok: false,
      error: { code: 'glyph-missing', character, codePoint },
    });
  });
});
