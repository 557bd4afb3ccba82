import { describe, expect, test } from 'vitest';
import type { LetterSources } from '../../src/domain/letters/letter-data';
import { letterRefusals, prepareLetter } from '../../src/domain/letters/prepare-letter';
import { lackRemedy, lackText } from '../../src/features/request/letter-lacks';
import { setAt } from '../../src/features/letter-templates/editor/edit-template';
import { presetOf } from '../helpers/all-sops';
import { sampleSources, templateOf } from '../helpers/letters';

const sop = presetOf('ciamis-2025-revocation');

const bare: LetterSources = {
  ...sampleSources,
  data: { ...sampleSources.data, applicant: { ...sampleSources.data.applicant, position: ' ' } },
  office: { ...sampleSources.office, place: '', government: '' },
  papers: { held: [], missing: [] },
};

describe('everything a letter lacks', () => {
  test('is told at once, not only what comes first', () => {
    const template = templateOf('shortage-notice');
    const found = letterRefusals(template, bare);
    expect(found.length).toBeGreaterThan(2);
    expect(found).toContainEqual({ code: 'papers-none', of: 'missing' });
    expect(found).toContainEqual({ code: 'placeholder-empty', placeholder: 'office.place' });
    const first = prepareLetter(template, bare);
    expect(first.ok ? null : found).toContainEqual(first.ok ? null : first.error);
  });

  test('names a field that stands several times once', () => {
    const found = letterRefusals(templateOf('revocation-application'), bare);
    const places = found.filter((one) => JSON.stringify(one).includes('office.place'));
    expect(places).toHaveLength(1);
  });

  test('is nothing where the letter can be made', () => {
    expect(letterRefusals(templateOf('revocation-application'), sampleSources)).toEqual([]);
  });

  test('has an unknown field beside the empty ones', () => {
    const template = setAt(templateOf('receipt'), 'blocks.0.text', '{applicant.nickname}');
    expect(letterRefusals(template, bare)).toContainEqual({
      code: 'placeholder-unknown',
      placeholder: 'applicant.nickname',
    });
  });
});

describe('in words', () => {
  const told = (placeholder: string) =>
    lackText({ code: 'placeholder-empty', placeholder }, 'Surat Contoh', 'id', sop);

  test('the field is named as people call it, with where it is filled in', () => {
    expect(told('superior.name')).toBe('nama atasan, diisi lewat Koreksi');
    expect(told('office.place')).toContain('Pengaturan');
    expect(told('receipt.number')).toContain('setelah pengajuan diterima');
    expect(told('official.division-head.nip')).toBe(
      'NIP Kepala Bidang Persandian dan KAMI (Pengaturan)',
    );
    expect(told('official.nobody.nip')).toContain('data pejabat');
    expect(lackText({ code: 'papers-none', of: 'held' }, 'Surat', 'id', sop)).toContain('berkas');
    expect(lackText({ code: 'letter-not-installed' }, 'Surat Contoh', 'id', sop)).toContain(
      'Surat Contoh',
    );
  });

  test('the way to the remedy fits what is missing', () => {
    const remedy = (placeholder: string) => lackRemedy({ code: 'placeholder-empty', placeholder });
    expect(remedy('applicant.rank')).toBe('correction');
    expect(remedy('office.phone')).toBe('settings');
    expect(remedy('official.office-head.name')).toBe('settings');
    expect(remedy('incoming.number')).toBe('letters');
    expect(remedy('receipt.date')).toBe('queue');
    expect(remedy('notice.version')).toBeNull();
    expect(lackRemedy({ code: 'placeholder-unknown', placeholder: 'x' })).toBe('templates');
    expect(lackRemedy({ code: 'papers-none', of: 'held' })).toBe('documents');
    expect(lackRemedy({ code: 'papers-none', of: 'missing' })).toBeNull();
  });
});
