import {
  letterDate,
  letterDateOfIso,
  localDate,
  timeZoneLabel,
} from '../domain/numbering/local-date';
import type { OfficeProfile } from '../domain/office/office-event';
import { plain } from './layout/text-lines';
import type { ReportContent } from './report-content';
import { factRows, grouped, officeKop, officeSignature } from './report-frame';

/** Words of papers about several requests; papers are always Indonesian. */
const WORDS = {
  register: 'BUKU REGISTER LAYANAN SERTIFIKAT ELEKTRONIK',
  registerTitle: 'Buku Register Loket SE',
  book: 'BUKU NOMOR SURAT KELUAR LAYANAN SERTIFIKAT ELEKTRONIK',
  bookTitle: 'Buku Nomor Surat Loket SE',
  transmittal: 'DAFTAR PENGANTAR',
  transmittalTitle: 'Daftar Pengantar Loket SE',
  transmittalNumber: (number: string) => `NOMOR ${number}`,
  transmittalOpening: (to: string) =>
    `Bersama ini disampaikan dengan hormat kepada ${to} berkas permohonan layanan sertifikat elektronik sebagaimana daftar di bawah ini.`,
  received: 'Penerima',
  signing: 'Nama, tanggal, dan tanda tangan',
  period: 'Masa',
  year: 'Tahun',
  count: 'Banyaknya',
  madeBy: 'Dibuat oleh',
  madeAt: 'Dibuat pada',
  none: 'Tidak ada permohonan pada masa ini.',
  noNumbers: 'Belum ada nomor pada tahun ini.',
} as const;

/** What each of these papers is made from. */
export interface PaperBasis {
  /** UUID of the paper. */
  readonly id: string;
  readonly profile: OfficeProfile;
  /** RFC 3339. */
  readonly madeAt: string;
  readonly madeBy: string;
}

/** A request as these papers name it. */
export interface RequestLine {
  readonly registerNumber: string;
  /** Date yyyy-mm-dd. */
  readonly receivedOn: string;
  readonly name: string;
  readonly unit: string;
  readonly service: string;
  readonly state: string;
}

/** A request that goes along with its papers. */
export interface TransmittalLine extends RequestLine {
  /** How many papers it holds. */
  readonly papers: number;
}

/** A period of the register on paper, first arrival first: no NIK stands on it. */
export function registerPaper(
  basis: PaperBasis & {
    readonly from: string;
    readonly until: string;
    readonly lines: readonly RequestLine[];
  },
): ReportContent {
  const { lines, from, until } = basis;
  const period = [...new Set([from, until])].map(letterDateOfIso).join(' sampai ');
  return {
    ...frameOf(basis, WORDS.register, WORDS.registerTitle),
    facts: factRows([
      [WORDS.period, period],
      [WORDS.count, `${grouped(lines.length)} permohonan`],
    ]),
    table: {
      columns: [
        { title: 'No.', share: 0.06 },
        { title: 'Nomor register', share: 0.15 },
        { title: 'Diterima', share: 0.13 },
        { title: 'Nama pemohon', share: 0.22 },
        { title: 'Unit kerja', share: 0.2 },
        { title: 'Layanan', share: 0.11 },
        { title: 'Keadaan', share: 0.13 },
      ],
      rows: lines.map((line, index) => [
        grouped(index + 1),
        line.registerNumber,
        tableDay(line.receivedOn),
        line.name,
        line.unit,
        line.service,
        line.state,
      ]),
      empty: WORDS.none,
    },
  };
}

/** A line of the book of numbers on paper. */
export interface NumberLine {
  readonly place: string;
  readonly number: string;
  /** Date yyyy-mm-dd; '' where it is not known any more. */
  readonly date: string;
  readonly what: string;
  /** Register number, or what became of the number. */
  readonly state: string;
}

/** A year's book of outgoing numbers on paper, first number first. */
export function numberBookPaper(
  basis: PaperBasis & { readonly year: number; readonly lines: readonly NumberLine[] },
): ReportContent {
  const { lines, year } = basis;
  return {
    ...frameOf(basis, WORDS.book, WORDS.bookTitle),
    facts: factRows([
      [WORDS.year, String(year)],
      [WORDS.count, `${grouped(lines.length)} nomor`],
    ]),
    table: {
      columns: [
        { title: 'Urut', share: 0.08 },
        { title: 'Nomor', share: 0.28 },
        { title: 'Tanggal', share: 0.12 },
        { title: 'Surat', share: 0.32 },
        { title: 'Register / keadaan', share: 0.2 },
      ],
      rows: lines.map(({ place, number, date, what, state }) => [
        place,
        number,
        tableDay(date),
        what,
        state,
      ]),
      empty: WORDS.noNumbers,
    },
  };
}

/**
 * The list that goes along with a batch of requests, with room for who receives it. `number`
 * is one of the outgoing book, `to` whom it goes to, as typed.
 */
export function transmittalPaper(
  basis: PaperBasis & {
    readonly number: string;
    readonly to: string;
    readonly lines: readonly TransmittalLine[];
  },
): ReportContent {
  const { lines, number, to } = basis;
  return {
    ...frameOf(basis, WORDS.transmittal, WORDS.transmittalTitle),
    heading: [plain(WORDS.transmittal), plain(WORDS.transmittalNumber(number))],
    opening: WORDS.transmittalOpening(to),
    facts: factRows([[WORDS.count, `${grouped(lines.length)} berkas permohonan`]]),
    table: {
      columns: [
        { title: 'No.', share: 0.06 },
        { title: 'Nomor register', share: 0.17 },
        { title: 'Nama pemohon', share: 0.27 },
        { title: 'Unit kerja', share: 0.27 },
        { title: 'Layanan', share: 0.13 },
        { title: 'Lampiran', share: 0.1 },
      ],
      rows: lines.map((line, index) => [
        grouped(index + 1),
        line.registerNumber,
        line.name,
        line.unit,
        line.service,
        line.papers === 0 ? '—' : `${line.papers} berkas`,
      ]),
      empty: WORDS.none,
    },
    signers: {
      columns: [
        { title: WORDS.received, share: 0.4 },
        { title: WORDS.signing, share: 0.6 },
      ],
      rows: [['', '']],
      empty: '',
    },
  };
}

function frameOf({ id, profile, madeAt, madeBy }: PaperBasis, heading: string, title: string) {
  return {
    id,
    title,
    kop: officeKop(profile),
    heading: [plain(heading)],
    closing: {
      text: '',
      facts: factRows([
        [WORDS.madeAt, madeMoment(madeAt, profile)],
        [WORDS.madeBy, madeBy],
      ]),
    },
    signature: officeSignature(profile, madeAt),
  };
}

/** A day of a table, dd-mm-yyyy as it is typed at the desk; '' for none. */
function tableDay(isoDate: string): string {
  return isoDate.split('-').toReversed().join('-');
}

/** "2 Maret 2026 pukul 09.14 WIB". */
function madeMoment(at: string, { timeZone }: Pick<OfficeProfile, 'timeZone'>): string {
  const local = localDate(at, timeZone);
  const [hour, minute] = [local.hour, local.minute].map((value) => String(value).padStart(2, '0'));
  return `${letterDate(local)} pukul ${hour}.${minute} ${timeZoneLabel(timeZone)}`;
}

/** The day of a moment in the office's zone, yyyy-mm-dd. */
export function paperDay(at: string, { timeZone }: Pick<OfficeProfile, 'timeZone'>): string {
  return localDate(at, timeZone).isoDate;
}
