import { describe, expect, it } from 'vitest';
import type { OfficeProfile } from '../../src/domain/office/office-event';
import { recordProblemCodes } from '../../src/domain/request/check-request-data';
import { identifierProblemCodes } from '../../src/domain/identifiers/problem';
import {
  findProblems,
  formProblem,
  problemOfField,
  problemText,
  type FormRules,
} from '../../src/features/intake/field-problems';
import { EMPTY_INTAKE, type IntakeValues } from '../../src/features/intake/intake-values';
import { recordingOf } from '../../src/features/intake/use-saving';
import { newOfficeProfile } from '../../src/features/sign-in/setup-values';
import { parseSops } from '../../src/store/sop-library';
import ciamis from '../../resources/sop/ciamis-2025-revocation.json';

const sop = parseSops([ciamis]).sops[0] ?? null;
const office: OfficeProfile = newOfficeProfile({
  office: {
    government: 'Pemerintah Kabupaten Contoh',
    name: 'Dinas Contoh',
    shortName: 'Dinas',
    place: 'Contoh',
    code: '32.99',
    timeZone: 'Asia/Jakarta',
    desk: 'A',
  },
  letterhead: { address: '', postalCode: '', phone: '', email: '', website: '' },
  sops: null,
});
const rules: FormRules = {
  notice: null,
  form: 'intake',
  sop,
  office,
  now: '2026-03-02T03:00:00.000Z',
  arrivedAt: null,
};
const typed: IntakeValues = {
  ...EMPTY_INTAKE,
  sop: 'ciamis-2025-revocation',
  arrival: { date: '2026-03-02', time: '09.14' },
  applicant: {
    ...EMPTY_INTAKE.applicant,
    nik: '3207011501850001',
    name: 'Contoh Satu',
    nip: '198501152010011001',
    position: 'Kepala Seksi',
    unit: 'Dinas Contoh',
    email: 'contoh@contohkab.go.id',
    phone: '0812-3456-7890',
  },
  reason: { key: 'private-key-lost', note: '' },
};

describe('problems of the form', () => {
  it('a whole form has none', () => {
    expect(findProblems(typed, rules)).toEqual([]);
  });

  it('stand in the order of the form, whatever rule they come from', () => {
    const fields = findProblems(
      { ...EMPTY_INTAKE, arrival: { date: '', time: '' } },
      { ...rules, sop: null },
    ).map(({ field }) => field);
    expect(fields.indexOf('applicant.nik')).toBe(0);
    expect(fields.indexOf('sop')).toBeGreaterThan(fields.indexOf('applicant.phone'));
    expect(fields.at(-1)).toBe('arrival.date');
  });

  it('an error is shown before a warning of the same field', () => {
    const values = { ...typed, applicant: { ...typed.applicant, nip: '198601152010011' } };
    expect(problemOfField(findProblems(values, rules), 'applicant.nip')?.severity).toBe('error');
  });

  it('days in a sentence are written out, not as yyyy-mm-dd', () => {
    const values = { ...typed, applicant: { ...typed.applicant, nip: '198601152010011001' } };
    const problem = problemOfField(findProblems(values, rules), 'applicant.nip');
    const text = problem === undefined ? '' : problemText('id', problem);
    expect(text).toContain('15 Januari 1986');
    expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  it('every code of the rules has its own sentence, in both languages', () => {
    for (const code of [...recordProblemCodes, ...identifierProblemCodes]) {
      const [problem] = formProblem({
        field: 'applicant.nik',
        code,
        severity: 'error',
        params: {},
      });
      expect(problem?.message.key).not.toBe('intake.problem.other');
    }
  });

  it('a correction needs its reason and asks for no arrival', () => {
    const values = { ...typed, arrival: { date: '', time: '' } };
    const problems = findProblems(values, {
      ...rules,
      form: 'correction',
      arrivedAt: '2026-03-02T02:14:00.000Z',
    });
    expect(problems.map(({ field }) => field)).toEqual(['correctionReason']);
  });
});

describe('what is recorded', () => {
  const sources = { draftId: 'd', office, notice: null, besides: ['x'], request: null };

  it('the draft’s id becomes the request’s: saving twice cannot record twice', () => {
    if (sop === null) throw new Error('SOP missing');
    const recording = recordingOf(typed, { ...sources, sop });
    expect(recording).toMatchObject({
      requestId: 'd',
      command: {
        command: 'record-request',
        sop: { id: 'ciamis-2025-revocation', version: 1 },
        arrivedAt: '2026-03-02T02:14:00.000Z',
        besides: ['x'],
      },
    });
  });

  it('nothing is recorded for an arrival that is no moment', () => {
    if (sop === null) throw new Error('SOP missing');
    const values = { ...typed, arrival: { date: 'kemarin', time: '9' } };
    expect(recordingOf(values, { ...sources, sop })).toBeNull();
  });
});
