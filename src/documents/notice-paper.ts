import type { LetterBlock, TitledContent } from '../domain/letters/letter-content';
import { letterDate, letterDateOfIso, localDate } from '../domain/numbering/local-date';
import type { OfficeProfile } from '../domain/office/office-event';
import type { PublishedNotice } from '../domain/privacy/notice';
import { plain } from './layout/text-lines';
import { DEFAULT_PAPER, type LetterPaper } from '../domain/letters/letter-paper';
import { officeKop } from './report-frame';

/** Words of the paper; it is always Indonesian. */
const WORDS = {
  version: (version: number, date: string) => `Versi ${version}, terbit ${date}`,
  consent: (version: number) =>
    `Saya telah membaca atau mendengar pemberitahuan versi ${version} di atas dan menyetujui pemrosesan data pribadi saya untuk tujuan tersebut.`,
  applicant: 'Pemohon,',
  unsignedName: '……………………………',
} as const;

/** One page where the texts are about as long as the default's. */
export const NOTICE_PAPER: LetterPaper = {
  ...DEFAULT_PAPER,
  fontSize: 10,
  paragraphSpacing: 5.5,
  justified: false,
};

/** What the paper is made from. */
export interface NoticePaper {
  /** UUID of the paper. */
  readonly id: string;
  readonly profile: OfficeProfile;
  readonly notice: PublishedNotice;
  /** RFC 3339: a sheet on which the applicant consents is dated; null for the notice alone. */
  readonly consentOn: string | null;
}

/** The notice as a paper to hand over, with place for a signature where consent is asked. */
export function noticePaper({ id, profile, notice, consentOn }: NoticePaper): TitledContent {
  const { isoDate } = localDate(notice.publishedAt, profile.timeZone);
  const blocks = notice.sections.flatMap(({ heading, text }): LetterBlock[] => [
    { kind: 'paragraph', text: plain(heading, true), indented: false },
    ...text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): LetterBlock => ({ kind: 'paragraph', text: plain(line), indented: false })),
  ]);
  const consent: LetterBlock = {
    kind: 'paragraph',
    text: plain(WORDS.consent(notice.version)),
    indented: false,
  };
  return {
    letterId: id,
    title: notice.title,
    kop: officeKop(profile),
    shape: 'judul',
    heading: [plain(notice.title.toLocaleUpperCase('id'))],
    numberLine: plain(WORDS.version(notice.version, letterDateOfIso(isoDate))),
    blocks: consentOn === null ? blocks : [...blocks, consent],
    signatures: consentOn === null ? [] : [signature(profile, consentOn)],
    copies: [],
    slip: [],
  };
}

function signature(
  { place, timeZone }: OfficeProfile,
  at: string,
): TitledContent['signatures'][number] {
  return {
    actor: 'applicant',
    column: 'right',
    dateline: plain(`${place}, ${letterDate(localDate(at, timeZone))}`),
    position: plain(WORDS.applicant),
    name: plain(WORDS.unsignedName),
    details: [],
  };
}
