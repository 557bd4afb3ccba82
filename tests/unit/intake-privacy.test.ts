import { describe, expect, test } from 'vitest';
import { EMPTY_INTAKE, intakeValuesSchema } from '../../src/features/intake/intake-values';
import {
  basisOf,
  NOT_GIVEN,
  privacyProblems,
  toPrivacyRecord,
} from '../../src/features/intake/privacy-values';
import { publishedNotice } from '../helpers/notices';

const notice = publishedNotice(3);
const at = '2026-03-02T02:14:00.000Z';
const given = { ...EMPTY_INTAKE.privacy, way: 'shown', version: '3', givenAt: at };
const fieldsOf = (privacy: typeof given, of: typeof notice | null = notice) =>
  privacyProblems({ privacy }, of).map(({ field }) => field);

describe('notice and basis at the intake', () => {
  test('nothing published holds up nobody, and the basis is the usual one', () => {
    expect(fieldsOf(EMPTY_INTAKE.privacy, null)).toEqual([]);
    expect(toPrivacyRecord(EMPTY_INTAKE, null)).toEqual({
      basis: 'public-task',
      notice: null,
      consent: null,
    });
  });

  test('what the office calls usual counts until the clerk chooses', () => {
    expect(basisOf({ basis: '' }, { basis: 'legal-duty' })).toBe('legal-duty');
    expect(basisOf({ basis: 'consent' }, { basis: 'legal-duty' })).toBe('consent');
  });

  test('a published notice asks for one answer, and “not yet” is one', () => {
    expect(fieldsOf(EMPTY_INTAKE.privacy)).toEqual(['privacy.way']);
    expect(fieldsOf({ ...EMPTY_INTAKE.privacy, way: NOT_GIVEN })).toEqual([]);
    expect(fieldsOf(given)).toEqual([]);
    expect(toPrivacyRecord({ privacy: given }, notice).notice).toEqual({
      version: 3,
      way: 'shown',
      at,
    });
  });

  test('what was told stays what was told when a newer version comes meanwhile', () => {
    expect(toPrivacyRecord({ privacy: given }, publishedNotice(4)).notice?.version).toBe(3);
  });

  test('consent asks for the notice first, then for its form', () => {
    const consent = { ...given, basis: 'consent' };
    expect(fieldsOf(consent, null)).toEqual(['privacy.basis']);
    expect(fieldsOf({ ...consent, way: NOT_GIVEN })).toEqual(['privacy.way']);
    expect(fieldsOf(consent)).toEqual(['privacy.consentForm']);
    const whole = { ...consent, consentForm: 'recorded', consentAt: at };
    expect(fieldsOf(whole)).toEqual([]);
    expect(toPrivacyRecord({ privacy: whole }, notice).consent).toEqual({
      form: 'recorded',
      at,
      version: 3,
    });
  });

  test('consent chosen and taken back leaves none behind', () => {
    const back = { ...given, basis: 'public-task', consentForm: 'written', consentAt: at };
    expect(toPrivacyRecord({ privacy: back }, notice).consent).toBeNull();
  });

  test('a draft of before opens with nothing decided', () => {
    const { privacy: _, ...older } = EMPTY_INTAKE;
    expect(intakeValuesSchema.parse(older).privacy).toEqual(EMPTY_INTAKE.privacy);
  });
});
