import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { letterErrorText } from '../../src/features/shared/letter-error-text';
import { letterTemplates } from '../../src/documents/letter-templates';
import type { LetterContent, LetterText } from '../../src/domain/letters/letter-content';
import { offeredLetters } from '../../src/domain/letters/offered-letters';
import { gatherLetterData, type LetterSources } from '../../src/domain/letters/letter-data';
import { allSops, presetOf } from '../helpers/all-sops';
import { sheetOf } from '../helpers/sheets';
import {
  cleanLetterValue,
  formatNip,
  formatPhone,
  lowerKopName,
} from '../../src/domain/letters/letter-formats';
import {
  letterTemplateSchema,
  type LetterTemplate,
} from '../../src/domain/letters/letter-template';
import { prepareLetter } from '../../src/domain/letters/prepare-letter';
import { isMessageKey } from '../../src/messages/catalogue';
import { sampleSources, templateOf, wordedLetter } from '../helpers/letters';

const FOLDER = resolve(import.meta.dirname, '../../resources/letters');

function withApplicant(change: Partial<LetterSources['data']['applicant']>): LetterSources {
  const { data } = sampleSources;
  return { ...sampleSources, data: { ...data, applicant: { ...data.applicant, ...change } } };
}

function withReason(key: string | null, note: string | null): LetterSources {
  return { ...sampleSources, data: { ...sampleSources.data, reason: { key, note } } };
}

/** A letter of one paragraph, for one rule at a time. */
function oneParagraph(text: string, more: Record<string, unknown> = {}): LetterTemplate {
  const base = templateOf('revocation-application');
  return letterTemplateSchema.parse({ ...base, blocks: [{ kind: 'paragraph', text, ...more }] });
}

function words(text: LetterText | undefined): string {
  return (text ?? []).map((run) => run.text).join('');
}

function paragraphs(content: LetterContent): readonly string[] {
  if (content.shape === 'disposition') return [];
  return content.blocks.flatMap((block) => (block.kind === 'paragraph' ? [words(block.text)] : []));
}

function firstParagraph(template: LetterTemplate, sources = sampleSources): string | undefined {
  const result = prepareLetter(template, sources);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return paragraphs(result.value)[0];
}

describe('the installed letters', () => {
  test('every file is installed, fits the schema and makes a document its SOP knows', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
    expect(files.map((name) => name.replace('.json', '')).sort()).toEqual(
      [...letterTemplates.keys()].sort(),
    );
    for (const template of letterTemplates.values()) {
      const sops = template.sopSteps.map(({ sop }) => presetOf(sop));
      for (const { sop, step } of template.sopSteps) {
        expect(presetOf(sop).steps.map(({ key }) => key)).toContain(step);
      }
      const documents = sops.flatMap((sop) => sop.documents.map(({ key }) => key));
      if (template.documentKey !== null) expect(documents).toContain(template.documentKey);
      // Of an SOP, or of the desk: who made it, who verifies, who brought the papers.
      const actors = sops.flatMap((sop) => sop.actors.map(({ key }) => key));
      for (const { actor } of template.signatures) {
        expect([
          ...actors,
          'applicant',
          'applicant-agency-head',
          'office-head',
          'desk',
          'verifier',
        ]).toContain(actor);
      }
    }
  });

  test('what a step makes, and the document it becomes, are installed and know each other', () => {
    for (const sop of allSops) {
      for (const { key, letters } of sop.steps) {
        for (const letter of letters) {
          const { sopSteps } = letterTemplates.get(letter) ?? { sopSteps: [] };
          expect(sopSteps).toContainEqual({ sop: sop.id, step: key });
        }
      }
      for (const { key, madeByLetter } of sop.documents) {
        if (madeByLetter === undefined) continue;
        expect(letterTemplates.get(madeByLetter)?.documentKey).toBe(key);
      }
    }
  });

  test('beside those of the steps, the letters of the service and the reason are offered', () => {
    const offered = (sop: string, reason: string | null) =>
      offeredLetters(letterTemplates, presetOf(sop), reason);
    expect(offered('tapin-2025-revocation', 'passphrase-forgotten')).toEqual([
      'superior-recommendation',
      'passphrase-forgotten-statement',
      'passphrase-forgotten-application',
      'receipt',
      'verification-result',
      'shortage-notice',
      'revocation-minutes',
    ]);
    expect(offered('tapin-2025-revocation', 'retired')).not.toContain(
      'passphrase-forgotten-statement',
    );
    expect(offered('ciamis-2025-renewal', null)).toContain('renewal-application');
    expect(offered('ciamis-2025-renewal', null)).not.toContain('renewal-report');
  });

  test('a list of no papers refuses the letter and says which are none', () => {
    const template = letterTemplates.get('shortage-notice');
    if (template === undefined) throw new Error('not installed');
    const papers = { held: [], missing: [] };
    expect(prepareLetter(template, { ...sampleSources, papers })).toEqual({
      ok: false,
      error: { code: 'papers-none', of: 'missing' },
    });
  });

  test('no letter names a field that does not exist, not even in a part that is left out', () => {
    const known = gatherLetterData(sampleSources);
    for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.json'))) {
      const text = readFileSync(resolve(FOLDER, name), 'utf8');
      for (const [, placeholder] of text.matchAll(/\{([a-z.-]+)[|}]/g)) {
        expect([name, placeholder, known.has(placeholder ?? '')]).toEqual([
          name,
          placeholder,
          true,
        ]);
      }
    }
  });

  test('every field a refusal may name has words for the person who fills it in', () => {
    for (const placeholder of gatherLetterData(sampleSources).keys()) {
      if (placeholder.startsWith('official.') || placeholder === 'applicant.nip-label') continue;
      expect([placeholder, isMessageKey(`letter.field.${placeholder}`)]).toEqual([
        placeholder,
        true,
      ]);
    }
    const error = { code: 'placeholder-empty', placeholder: 'official.office-head.name' } as const;
    expect(letterErrorText('id', error)).toContain('data pejabat');
  });

  test('a draft has no number and no date, and says so with dots instead of refusing', () => {
    for (const key of letterTemplates.keys()) {
      const draft = {
        ...sampleSources,
        letterNumber: null,
        letterDate: null,
        incomingLetter: null,
      };
      expect(JSON.stringify(wordedLetter(key, draft))).toContain('……');
    }
  });

  test('the title for the metadata names no person', () => {
    for (const key of letterTemplates.keys()) {
      expect(wordedLetter(key, sampleSources).title).not.toContain('Contoh Satu');
    }
  });
});

describe('refusals', () => {
  test('a superior the record does not know leaves lines to write on', () => {
    const sources = { ...sampleSources, data: { ...sampleSources.data, superior: null } };
    for (const key of ['revocation-application', 'revocation-reason-statement']) {
      const [signature] = wordedLetter(key, sources).signatures;
      expect(signature?.position.map(({ text }) => text).join('')).toBe('Atasan langsung,');
      expect(signature?.name.map(({ text }) => text).join('')).toMatch(/^…+$/);
    }
  });

  test('a value of spaces counts as none', () => {
    const result = prepareLetter(
      oneParagraph('{applicant.position}'),
      withApplicant({ position: '  ' }),
    );
    expect(result).toEqual({
      ok: false,
      error: { code: 'placeholder-empty', placeholder: 'applicant.position' },
    });
  });

  test('an unknown field is refused even in an optional part of another reason', () => {
    const template = oneParagraph('{applicant.nickname}', {
      optional: true,
      onlyForReasons: ['never'],
    });
    expect(prepareLetter(template, sampleSources)).toEqual({
      ok: false,
      error: { code: 'placeholder-unknown', placeholder: 'applicant.nickname' },
    });
  });

  test('a field named like a property of every object is unknown, not a function', () => {
    expect(prepareLetter(oneParagraph('{constructor}'), sampleSources)).toMatchObject({
      error: { code: 'placeholder-unknown', placeholder: 'constructor' },
    });
  });

  test('a reason "other" without note leaves a line to write on, as the walk-in form allows', () => {
    const blank = prepareLetter(templateOf('revocation-application'), withReason('other', null));
    expect(blank.ok).toBe(true);
    expect(JSON.stringify(blank)).toContain('"text":"………………');
  });
});

describe('words', () => {
  test('values are never read as placeholders or marks', () => {
    const name = 'Contoh *Satu* **{applicant.nik}** $& {x|y}';
    expect(firstParagraph(oneParagraph('Nama {applicant.name}.'), withApplicant({ name }))).toBe(
      `Nama ${name}.`,
    );
  });

  test('marks of type make runs', () => {
    const result = prepareLetter(oneParagraph('a **b {applicant.nik}** *c*'), sampleSources);
    expect(result).toMatchObject({
      value: {
        blocks: [
          {
            text: [
              { text: 'a ', bold: false, italic: false },
              { text: 'b ', bold: true, italic: false },
              { text: '3299010101850001', bold: true, italic: false },
              { text: ' ', bold: false, italic: false },
              { text: 'c', bold: false, italic: true },
            ],
          },
        ],
      },
    });
  });

  test('each reason has its own text and no other', () => {
    const lost = paragraphs(wordedLetter('revocation-reason-statement', sampleSources)).join('\n');
    expect(lost).toContain('Kunci privat yang berpasangan');
    expect(lost).toContain('surat keterangan kehilangan dari kepolisian'.replace('s', 'S'));
    expect(lost).not.toContain('Keterangan tambahan');

    const noted = wordedLetter(
      'revocation-reason-statement',
      withReason('private-key-lost', 'hilang di jalan'),
    );
    expect(paragraphs(noted)).toContain('Keterangan tambahan: Hilang di jalan.');

    const other = paragraphs(
      wordedLetter('revocation-reason-statement', withReason('other', 'pindah tugas')),
    ).join('\n');
    expect(other).toContain('Pindah tugas.');
    expect(other).not.toMatch(/kunci privat|kepolisian|alasan lain/i);
  });

  test('a person without NIP gets a letter without the row, PPPK get theirs under its name', () => {
    const labels = (sources: LetterSources) => {
      const content = wordedLetter('revocation-application', sources);
      if (content.shape !== 'korespondensi') throw new Error(content.shape);
      return content.blocks.flatMap((block) =>
        block.kind === 'table' ? block.rows.map(({ label }) => words(label)) : [],
      );
    };
    expect(labels(withApplicant({ personnel: 'non-asn', nip: null }))).not.toContain('NIP');
    expect(labels(withApplicant({ personnel: 'pppk' }))).toContain('NI PPPK');
  });

  test('the office is addressed by its head’s position, else by its own name', () => {
    const addressee = (sources: LetterSources) => {
      const content = wordedLetter('revocation-application', sources);
      return content.shape === 'korespondensi' ? words(content.addressee.lines[0]) : '';
    };
    expect(addressee(sampleSources)).toBe('Kepala Dinas Komunikasi dan Informatika');
    const office = { ...sampleSources.office, officials: [], name: 'DINAS KOMINFO DAN PERSANDIAN' };
    expect(addressee({ ...sampleSources, office })).toBe('Kepala Dinas Kominfo dan Persandian');
  });

  test('the disposition sheet carries the register number and the chain of the SOP', () => {
    const content = wordedLetter('disposition-sheet', sampleSources);
    if (content.shape !== 'disposition') throw new Error(content.shape);
    expect(content.right.map(({ text }) => words(text))).toContain('A-2026-00042');
    expect(content.chain.rows.map(([from]) => words(from))).toEqual([
      'Kepala Dinas Komunikasi dan Informatika',
      'Kepala Bidang Persandian dan Keamanan Informasi',
      'Seksi Persandian',
    ]);
    expect(words(content.subject.text)).toContain('Permohonan Pencabutan Sertifikat Elektronik');
    expect(content.urgency.choices.some(({ ticked }) => ticked)).toBe(false);
  });

  test('the sheet of another SOP has that SOP’s chain and service, with a row for the last one', () => {
    const renewal = { ...sampleSources, sop: presetOf('ciamis-2025-renewal') };
    const content = wordedLetter('disposition-sheet', renewal);
    if (content.shape !== 'disposition') throw new Error(content.shape);
    expect(content.chain.rows.map(([from, to]) => [words(from), words(to)])).toEqual([
      [
        'Kepala Dinas Komunikasi dan Informatika',
        'Kepala Bidang Persandian dan Keamanan informasi',
      ],
      ['Kepala Bidang Persandian dan Keamanan Informasi', 'JF Keamanan Informasi'],
      ['JF', 'Verifikator Sertifikat Elektronik'],
      ['Verifikator Sertifikat Elektronik', '……………………'],
    ]);
    expect(words(content.subject.text)).toContain('Permohonan Pembaharuan Sertifikat Elektronik');
  });

  test('a running sheet has every line in its order, then the levels still to come', () => {
    const sheet = sheetOf([
      { kind: 'given', step: 'dispose-office-head' },
      { kind: 'returned', step: 'dispose-division-head' },
      { kind: 'given', step: 'dispose-office-head' },
      { kind: 'forwarded', step: 'dispose-division-head' },
    ]);
    const sop = presetOf('ciamis-2025-renewal');
    const step = 'dispose-division-head';
    const content = wordedLetter('disposition-sheet', { ...sampleSources, sop, sheet, step });
    if (content.shape !== 'disposition') throw new Error(content.shape);
    const rows = content.chain.rows.map((row) => row.map(words));
    expect(rows.map(([, , instruction]) => instruction)).toEqual([
      'Proses Lebih Lanjut. Segera diperiksa. Batas waktu 5 Maret 2026.',
      'Dikembalikan: Surat belum lengkap',
      'Proses Lebih Lanjut. Segera diperiksa. Batas waktu 5 Maret 2026.',
      'Diteruskan. Segera diperiksa.',
      '',
      '',
      '',
    ]);
    expect(rows[0]?.[3]).toBe('2 Maret 2026\ndicatat oleh Petugas Contoh');
    // A forwarding has no date of its own: the day it was recorded, where the office is.
    expect(rows[3]?.[3]).toBe('2 Maret 2026\ndicatat oleh Petugas Contoh');
    // The next line is for whom it was forwarded to, not for whom the SOP names.
    expect(rows[4]?.[0]).toBe('Kepala Bidang');
    expect(
      content.urgency.choices.filter(({ ticked }) => ticked).map(({ text }) => words(text)),
    ).toEqual(['Segera']);
    expect(
      content.requests.choices.filter(({ ticked }) => ticked).map(({ text }) => words(text)),
    ).toEqual(['Proses Lebih Lanjut']);
    expect(content.forwardTo.filled).toHaveLength(2);
  });

  test('levels a refusal opens again are on the next sheet, levels passed for good are not', () => {
    const levels = (sheet: LetterSources['sheet'], step: string | null) => {
      const content = wordedLetter('disposition-sheet', { ...sampleSources, sheet, step });
      if (content.shape !== 'disposition') throw new Error(content.shape);
      return content.chain.rows.filter(([, , instruction]) => instruction.length === 0).length;
    };
    const both = sheetOf([
      { kind: 'given', step: 'dispose-office-head' },
      { kind: 'given', step: 'dispose-division-head' },
    ]);
    expect(levels([], 'draft-letters')).toBe(3);
    expect(levels(both, 'verify-papers')).toBe(1);
    expect(levels(both, 'draft-letters')).toBe(3);
    expect(levels(both, null)).toBe(1);
  });

  test.each([
    ['tapin-2025-revocation', 'passphrase-forgotten'],
    ['tapin-2025-revocation', 'retired'],
    ['sumbar-2019-revocation', 'data-changed'],
    ['sumbar-2019-revocation', 'certificate-lost'],
  ])('the reason statement of %s words the reason %s as the SOP has it', (id, key) => {
    const sop = presetOf(id);
    const reason = sop.reasons.find((one) => one.key === key);
    const data = { ...sampleSources.data, reason: { key, note: null } };
    const content = wordedLetter('revocation-reason-statement', { ...sampleSources, sop, data });
    const text = JSON.stringify(content).toLowerCase();
    expect(text).toContain(reason?.letterText);
    expect(text).not.toContain('kunci privat');
  });
});

describe('how values read', () => {
  test('NIP, phone, names of offices', () => {
    expect(formatNip('198501012010011001')).toBe('19850101 201001 1 001');
    expect(formatNip('123')).toBe('123');
    expect(formatPhone('6281234567890')).toBe('0812-3456-7890');
    expect(lowerKopName('DINAS KOMUNIKASI DAN INFORMATIKA')).toBe(
      'Dinas Komunikasi dan Informatika',
    );
    expect(lowerKopName('Diskominfo Kota Contoh')).toBe('Diskominfo Kota Contoh');
  });

  test('pasted rubbish is cleaned, line breaks and no-break spaces stay', () => {
    expect(cleanLetterValue(' a\tb \r\n c\u0000\u200bd\u00a0e ')).toBe('a b\ncd\u00a0e');
    expect(cleanLetterValue('Re\u0301na')).toBe('Réna');
  });
});
