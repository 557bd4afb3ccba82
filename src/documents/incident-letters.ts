import type { CorrespondenceContent, LetterBlock } from '../domain/letters/letter-content';
import {
  cleanLetterValue,
  endSentence,
  lowerKopName,
  startSentence,
} from '../domain/letters/letter-formats';
import { letterDate, localDate, timeZoneLabel } from '../domain/numbering/local-date';
import type { OfficeProfile } from '../domain/office/office-event';
import type { IncidentFacts, NoticeTo } from '../domain/incident/incident-event';
import { plain } from './layout/text-lines';
import { factRows, grouped, officeKop, officeSignature } from './report-frame';

/** What a notice of article 46 is made from. */
export interface IncidentLetter {
  /** UUID of the letter. */
  readonly letterId: string;
  readonly to: NoticeTo;
  readonly profile: OfficeProfile;
  readonly facts: IncidentFacts;
  /** The kinds of data in words. */
  readonly kinds: readonly string[];
  /** Lines after "Yth.", as typed. */
  readonly addressee: string;
  /** As typed; '' leaves a line to write on. */
  readonly number: string;
  /** RFC 3339. */
  readonly madeAt: string;
}

const BLANK = '……………………………';
const NOT_KNOWN = 'Belum diketahui';

/**
 * The written notice of UU 27/2022 article 46: which data got out, when and how, and what is
 * done to contain it and to make it good. One wording for the agency, one for the person.
 */
export function incidentLetter(letter: IncidentLetter): CorrespondenceContent {
  const { letterId, profile, addressee, number, madeAt } = letter;
  const date = letterDate(localDate(madeAt, profile.timeZone));
  const lines = addressee.split('\n').map(cleanLetterValue);
  return {
    letterId,
    title: 'Pemberitahuan kegagalan pelindungan data pribadi',
    shape: 'korespondensi',
    kop: officeKop(profile),
    dateline: plain(`${profile.place}, ${date}`),
    head: factRows([
      ['Nomor', cleanLetterValue(number) || BLANK],
      ['Hal', 'Pemberitahuan Kegagalan Pelindungan Data Pribadi'],
    ]),
    addressee: {
      label: plain('Yth.'),
      lines: lines.filter((line) => line !== '').map((line) => plain(line)),
    },
    blocks: blocksOf(letter),
    signatures: [{ ...officeSignature(profile, madeAt), dateline: null }],
    copies: [],
  };
}

function blocksOf(letter: IncidentLetter): readonly LetterBlock[] {
  const { to, profile } = letter;
  const office = lowerKopName(profile.name);
  return [
    paragraph(
      `Berdasarkan Pasal 46 Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi, bersama ini ${office} selaku Pengendali Data Pribadi memberitahukan bahwa telah terjadi kegagalan pelindungan data pribadi pada layanan Sertifikat Elektronik, dengan keterangan sebagai berikut:`,
    ),
    { kind: 'table', rows: factRows(factsOf(letter)) },
    paragraph(to === 'agency' ? toAgency(letter) : toPerson(letter)),
    paragraph('Demikian pemberitahuan ini disampaikan. Atas perhatiannya diucapkan terima kasih.'),
  ];
}

function factsOf({ to, profile, facts, kinds }: IncidentLetter) {
  const text = (value: string) => endSentence(startSentence(cleanLetterValue(value)));
  const count = `${facts.count === null ? NOT_KNOWN : `${grouped(facts.count)} orang`}.`;
  return [
    ['Data pribadi yang terungkap', endSentence(kinds.map(cleanLetterValue).join('; '))],
    ['Kapan terungkap', text(facts.occurred)],
    ['Bagaimana terungkap', text(facts.how)],
    ['Diketahui pada', moment(facts.knownAt, profile)],
    ...(to === 'agency' ? [['Banyak orang', count] as const] : []),
    ['Upaya penanganan dan pemulihan', text(facts.measures)],
  ] as const;
}

function toAgency({ facts }: IncidentLetter): string {
  return facts.affected.kind === 'unknown'
    ? 'Siapa saja yang terdampak masih ditelusuri. Perkembangannya akan kami sampaikan menyusul.'
    : 'Pemilik data yang terdampak kami beri tahu secara tertulis. Perkembangannya akan kami sampaikan menyusul.';
}

function toPerson({ profile: { phone, email }, facts }: IncidentLetter): string {
  const ways = [phone && `telepon ${phone}`, email && `surel ${email}`].filter((way) => way !== '');
  const contact = ways.length === 0 ? '' : ` melalui ${ways.join(' atau ')}`;
  const whether =
    facts.affected.kind === 'unknown'
      ? 'Kami masih menelusuri apakah data Saudara termasuk yang terdampak.'
      : 'Data Saudara termasuk yang terdampak.';
  return `${whether} Untuk keterangan lebih lanjut, Saudara dapat menghubungi kami${contact}.`;
}

function moment(at: string, { timeZone }: OfficeProfile): string {
  const local = localDate(at, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${two(local.hour)}.${two(local.minute)} ${timeZoneLabel(timeZone)}`;
  return `${letterDate(local)} pukul ${clock}.`;
}

function paragraph(text: string): LetterBlock {
  return { kind: 'paragraph', text: plain(text), indented: true };
}
