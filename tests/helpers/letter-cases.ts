import type { LetterOptions } from '../../src/documents/letter-options';
import { letterTemplates } from '../../src/documents/letter-templates';
import type { LetterContent } from '../../src/domain/letters/letter-content';
import type { LetterSources } from '../../src/domain/letters/letter-data';
import { PAPER_SIZES } from '../../src/domain/letters/letter-paper';
import type { Acting } from '../../src/domain/office/acting';
import { presetOf } from './all-sops';
import { finalOptions, sampleSources, twoPageSources, wordedLetter } from './letters';
import { sampleLogo } from './sample-logo';
import { longSheet } from './sheets';

/** A paper as an office prints it, by a name that can be a file's. */
export interface LetterCase {
  readonly name: string;
  /** What it is, in Indonesian. */
  readonly title: string;
  readonly content: LetterContent;
  readonly options: LetterOptions;
}

/** Somebody who signs by a further mandate: the longest form there is. */
export const furtherMandate: Acting = {
  kind: 'ub',
  name: 'Contoh Wakil, S.Kom., M.T.',
  nip: '198003032005011003',
  rank: 'Penata Tingkat I, III/d',
  position: 'Kepala Bidang Persandian dan Keamanan Informasi',
  through: 'Sekretaris',
  from: null,
  until: null,
};

/** The office with somebody who acts for its head. */
export function withActing(acting: Acting, sources: LetterSources = sampleSources): LetterSources {
  const officials = sources.office.officials.map((official) =>
    official.actor === 'office-head' ? { ...official, acting } : official,
  );
  return { ...sources, office: { ...sources.office, officials } };
}

/** The office with this letter signed electronically. */
export function withElectronic(
  key: string,
  sources: LetterSources = sampleSources,
  footer: 'long' | 'short' = 'long',
): LetterSources {
  const signing = { letters: [key], footer, logo: null };
  return { ...sources, office: { ...sources.office, signing } };
}

const renewal: LetterSources = {
  ...sampleSources,
  sop: presetOf('ciamis-2025-renewal'),
  data: { ...sampleSources.data, reason: { key: null, note: null } },
  steps: [
    { date: '2026-03-02', activity: '1. Menerima Surat Permohonan Pembaharuan SE' },
    { date: '2026-03-03', activity: '2. Memeriksa dan Mendampingi Pembaharuan SE' },
  ],
};

function sourcesOf(key: string): LetterSources {
  if (key.startsWith('renewal')) return renewal;
  return key.startsWith('passphrase')
    ? { ...sampleSources, data: { ...sampleSources.data, reason: { key: null, note: null } } }
    : sampleSources;
}

function caseOf(
  name: string,
  title: string,
  content: LetterContent,
  paper: Partial<LetterOptions['paper']> = {},
): LetterCase {
  const options = { ...finalOptions, paper: { ...finalOptions.paper, ...paper } };
  return { name, title, content, options: { ...options, logo: sampleLogo() } };
}

/** Every installed letter on A4. */
export const installedCases: readonly LetterCase[] = [...letterTemplates.values()].map(
  ({ key, title }) => caseOf(key, title, wordedLetter(key, sourcesOf(key))),
);

/** What an office may make of them: other paper, more pages, other signatures, a third line. */
export const specialCases: readonly LetterCase[] = [
  caseOf(
    'f4-revocation-application',
    'Surat permohonan pada kertas F4',
    wordedLetter('revocation-application', sampleSources),
    PAPER_SIZES.f4,
  ),
  caseOf(
    'two-pages-with-catchword',
    'Dua halaman dengan kata penyambung',
    wordedLetter('revocation-reason-statement', twoPageSources),
    { catchword: true },
  ),
  caseOf(
    'electronic-shortage-notice',
    'Tanda tangan elektronik',
    wordedLetter('shortage-notice', withElectronic('shortage-notice')),
  ),
  caseOf(
    'electronic-revocation-minutes',
    'Dua tanda tangan elektronik, diwakili u.b.',
    wordedLetter(
      'revocation-minutes',
      withElectronic('revocation-minutes', withActing(furtherMandate)),
    ),
  ),
  caseOf(
    'acting-shortage-notice',
    'Ditandatangani untuk beliau, kop tiga baris',
    wordedLetter('shortage-notice', {
      ...withActing(furtherMandate),
      office: {
        ...withActing(furtherMandate).office,
        unit: 'UPT Layanan Sertifikat Elektronik',
      },
    }),
  ),
  caseOf(
    'running-disposition-sheet',
    'Lembar disposisi berjalan',
    wordedLetter('disposition-sheet', {
      ...renewal,
      sheet: longSheet,
      step: 'check-and-assist',
    }),
  ),
];
