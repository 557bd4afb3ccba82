import { describe, expect, it } from 'vitest';
import { DEFAULT_PAPER, paperSizeOf } from '../../src/domain/letters/letter-paper';
import { officeProfileSchema } from '../../src/domain/office/office-event';
import {
  fromPaperValues,
  toPaperValues,
  wrongPaperNumbers,
} from '../../src/features/settings/paper-values';
import { profile } from '../helpers/memory-fixtures';

describe('the paper as its form shows it', () => {
  it('comes back as it was, decimals with a comma', () => {
    const paper = { ...DEFAULT_PAPER, lineSpacing: 1.15, paragraphSpacing: 0, catchword: true };
    const values = toPaperValues(paper);
    expect(values).toMatchObject({ size: 'a4', lineSpacing: '1,15', alignment: 'justified' });
    expect(fromPaperValues(values)).toEqual(paper);
  });

  it('a named size brings its measures whatever stood in the fields', () => {
    const paper = fromPaperValues({ ...toPaperValues(DEFAULT_PAPER), size: 'f4', width: 'x' });
    expect(paper).toMatchObject({ width: 215, height: 330 });
    expect(paper === null ? null : paperSizeOf(paper)).toBe('f4');
  });

  it.each([
    [{ left: 'dua' }, ['left']],
    [{ left: '' }, ['left']],
    [{ left: '70' }, ['left']],
    [{ size: 'other', width: '10' }, ['width']],
    [{ fontSize: '40', lineSpacing: '-1' }, ['fontSize', 'lineSpacing']],
    [{ paragraphSpacing: '30' }, ['paragraphSpacing']],
    [{ paragraphSpacing: 'lebar' }, ['paragraphSpacing']],
  ] as const)('%j is refused at its field', (change, wrong) => {
    const values = { ...toPaperValues(DEFAULT_PAPER), ...change };
    expect(fromPaperValues(values)).toBeNull();
    expect(wrongPaperNumbers(values)).toEqual(wrong);
  });
});

it('an office of an earlier version has the usual paper', () => {
  const { paper: _paper, ...before } = profile;
  expect(officeProfileSchema.parse(before).paper).toEqual(DEFAULT_PAPER);
});
