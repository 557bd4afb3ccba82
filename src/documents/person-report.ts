import { timeZoneLabel } from '../domain/numbering/local-date';
import type { OfficeProfile } from '../domain/office/office-event';
import { plain } from './layout/text-lines';
import type { ReportContent, ReportTable } from './report-content';
import { grouped, kopOf, rows, signatureOf, stamp } from './trail-reports';

/** A fact of one request: which, what is called how, and what is held. */
export interface DataLine {
  readonly registerNumber: string;
  readonly label: string;
  readonly text: string;
}

export interface FileLine {
  readonly registerNumber: string;
  readonly what: string;
  readonly state: string;
  /** Path in the ZIP; null where the bytes are lost. */
  readonly path: string | null;
}

/** Something done with a request, or with what is held of it. */
export interface DoneLine {
  /** RFC 3339. */
  readonly at: string;
  readonly registerNumber: string;
  /** Code of a member of staff. */
  readonly by: string;
  readonly what: string;
}

/** Everything of the readable half of a person's copy, in words. */
export interface PersonReport {
  /** UUID of the copy. */
  readonly id: string;
  readonly profile: OfficeProfile;
  /** RFC 3339. */
  readonly madeAt: string;
  readonly madeBy: string;
  readonly reason: string;
  readonly names: readonly string[];
  /** Grouped for reading. */
  readonly nik: string;
  readonly data: readonly DataLine[];
  readonly files: readonly FileLine[];
  readonly events: readonly DoneLine[];
  readonly notes: readonly DoneLine[];
}

const WORDS = {
  title: 'Salinan data pribadi',
  heading: 'SALINAN DATA PRIBADI',
  basis: 'Dasar',
  basisText:
    'UU 27/2022 Pasal 7 dan Pasal 13 (akses, salinan, format terbaca mesin), Pasal 32 (rekam jejak)',
  lost: 'tidak dapat dibaca lagi',
  closing:
    'Salinan ini memuat semua yang disimpan Loket Sertifikat Elektronik tentang pemilik data: data permohonan, berkas dan surat, peristiwa, serta siapa yang melihat, mencetak, atau menyimpannya. Petugas disebut dengan kode; kantor dapat menjelaskannya. Atasan disebut dengan nama dan jabatan saja; pejabat disebut karena jabatannya. Berkas dan surat disertakan sebagaimana tersimpan. Data yang sama dalam bentuk terbaca mesin ada di data.json.',
} as const;

/** The readable summary of a person's copy, on the office's letterhead. */
export function personReport(report: PersonReport): ReportContent {
  const { id, profile, madeAt, names, nik } = report;
  return {
    id,
    title: WORDS.title,
    kop: kopOf(profile),
    heading: [plain(WORDS.heading)],
    facts: rows([
      ['Nama', names.join('; ')],
      ['NIK', nik],
      [WORDS.basis, WORDS.basisText],
      ['Alasan dibuat', report.reason],
      ['Nomor salinan', id],
    ]),
    table: dataTable(report),
    more: [
      fileTable(report),
      doneTable('3. Peristiwa pada permohonan', report.events, report),
      doneTable('4. Siapa melihat, mencetak, dan menyimpan', report.notes, report),
    ],
    closing: {
      text: WORDS.closing,
      facts: rows([
        ['Dibuat pada', `${stamp(madeAt, profile)} ${timeZoneLabel(profile.timeZone)}`],
        ['Dibuat oleh', report.madeBy],
        ['Banyak berkas', grouped(report.files.length)],
      ]),
    },
    signature: signatureOf(profile, madeAt),
  };
}

function dataTable({ data }: PersonReport): ReportTable {
  return {
    title: '1. Data pada permohonan',
    columns: [
      { title: 'Permohonan', share: 0.17 },
      { title: 'Keterangan', share: 0.28 },
      { title: 'Isi', share: 0.55 },
    ],
    rows: data.map(({ registerNumber, label, text }) => [registerNumber, label, text]),
    empty: 'Tidak ada data.',
  };
}

function fileTable({ files }: PersonReport): ReportTable {
  return {
    title: '2. Berkas dan surat',
    columns: [
      { title: 'Permohonan', share: 0.17 },
      { title: 'Berkas', share: 0.33 },
      { title: 'Keadaan', share: 0.15 },
      { title: 'Letak dalam ZIP', share: 0.35 },
    ],
    rows: files.map(({ registerNumber, what, state, path }) => [
      registerNumber,
      what,
      state,
      path ?? WORDS.lost,
    ]),
    empty: 'Tidak ada berkas.',
  };
}

function doneTable(
  title: string,
  lines: readonly DoneLine[],
  { profile }: PersonReport,
): ReportTable {
  return {
    title,
    columns: [
      { title: `Waktu (${timeZoneLabel(profile.timeZone)})`, share: 0.19 },
      { title: 'Permohonan', share: 0.16 },
      { title: 'Oleh', share: 0.16 },
      { title: 'Uraian', share: 0.49 },
    ],
    rows: lines.map(({ at, registerNumber, by, what }) => [
      stamp(at, profile),
      registerNumber,
      by,
      what,
    ]),
    empty: 'Tidak ada catatan.',
  };
}
