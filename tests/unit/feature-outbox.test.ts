import { describe, expect, it } from 'vitest';
import { parseBody } from '../../src/features/outbox/job-details';
import { pointerLabel } from '../../src/features/outbox/pointer-label';
import { problemWords } from '../../src/features/request/problem-words';
import { sop } from '../helpers/memory-fixtures';

const body = {
  files: [
    {
      sha256: 'a',
      name: 'a.pdf',
      mediaType: 'application/pdf',
      size: 1,
      document: 'police-report',
    },
  ],
  letters: [{ number: '1', date: '2026-03-02', kind: 'revocation-application', file: 'a' }],
};

describe('places of a refusal', () => {
  it('are told in the words of the form, and kept as they are when there is no word', () => {
    expect(pointerLabel('/applicant/nik', body, 'id')).toBe('NIK pemohon');
    expect(pointerLabel('/files/0/size', body, 'id')).toBe('Surat kehilangan dari kepolisian');
    expect(pointerLabel('/letters/0/date', body, 'id')).toBe(
      'Surat Permohonan Pencabutan Sertifikat Elektronik',
    );
    expect(pointerLabel('/office/code', body, 'id')).toBe('Kode wilayah');
    expect(pointerLabel('/files/7', body, 'id')).toBe('/files/7');
    expect(pointerLabel('/sesuatu/~1lain', null, 'id')).toBe('/sesuatu/~1lain');
  });
});

describe('a frozen body', () => {
  it('that is damaged is no body, never an exception', () => {
    expect(parseBody('{')).toBeNull();
    expect(parseBody('{"id":1}')).toBeNull();
  });
});

describe('failures in words', () => {
  it('name the paper that is missing and the tab that helps', () => {
    const refusal = { code: 'documents-missing', documents: ['police-report'] } as const;
    const words = problemWords({ kind: 'refused', refusal }, { locale: 'id', sop });
    expect(words.title).toContain('Surat Kehilangan dari Kepolisian');
    expect(words.remedy).toBe('documents');
  });

  it('lead to the settings for what the office has not said, to the data for what a person has not', () => {
    const letter = 'revocation-application';
    const empty = (placeholder: string) =>
      problemWords(
        {
          kind: 'letter-refused',
          letter,
          error: { code: 'placeholder-empty', placeholder },
        },
        { locale: 'id', sop },
      );
    expect(empty('office.place').remedy).toBe('settings');
    expect(empty('superior.name')).toMatchObject({ remedy: 'correction' });
    expect(empty('superior.name').text).toContain('nama atasan');
  });
});
