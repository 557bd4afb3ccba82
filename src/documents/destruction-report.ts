import type { JournalHead } from '../contract/journal';
import { letterDateOfIso, localDate, timeZoneLabel } from '../domain/numbering/local-date';
import type { OfficeProfile } from '../domain/office/office-event';
import type { DestructionItem } from '../domain/retention/retention-event';
import { printedDigits } from '../domain/trail/printed-head';
import { plain } from './layout/text-lines';
import type { ReportContent, ReportTable } from './report-content';
import { officeKop } from './office-kop';
import { grouped, rows, signatureOf, stamp } from './trail-reports';

/**
 * Words of the berita acara; papers are always Indonesian. Who signs beside the head of the
 * office differs between offices and is inferred here: names and titles are written by hand.
 */
const WORDS = {
  heading: 'BERITA ACARA PEMUSNAHAN ARSIP',
  number: 'NOMOR: ……………………………………',
  title: 'Berita acara pemusnahan Loket SE',
  opening:
    'Pada hari ini ………………, tanggal …………………………, di …………………………, kami yang bertanda tangan di bawah ini menyetujui pemusnahan berkas permohonan layanan sertifikat elektronik dalam daftar di bawah ini, yang masa simpannya sudah habis menurut jadwal retensi arsip (JRA). Berkas elektroniknya dimusnahkan dengan menghancurkan kunci sandinya dan menghapus filenya, sehingga isinya tidak dapat dibaca lagi oleh siapa pun.',
  basis: 'Dasar',
  count: 'Banyak berkas',
  span: 'Selesai pada masa',
  list: 'Nomor daftar',
  closing:
    'Daftar ini tidak memuat nama atau NIK. Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya.',
  panel: 'Panitia penilai arsip',
  witness: 'Saksi',
} as const;

/** Rows to sign in: an office that has more writes them below. */
const SIGNERS = [WORDS.panel, WORDS.panel, WORDS.panel, WORDS.witness, WORDS.witness] as const;

export interface DestructionReport {
  /** UUID of the paper. */
  readonly id: string;
  /** UUID of the list. */
  readonly destructionId: string;
  readonly profile: OfficeProfile;
  readonly basis: string;
  readonly items: readonly DestructionItem[];
  /** The service of an item in Indonesian. */
  readonly serviceName: (service: string) => string;
  readonly head: JournalHead;
  /** RFC 3339. */
  readonly madeAt: string;
  readonly madeBy: string;
}

/** The berita acara: the frozen list without a name or a NIK, and room for everybody who signs. */
export function destructionReport(report: DestructionReport): ReportContent {
  const { id, profile, basis, items, head, madeAt, madeBy, destructionId } = report;
  const ended = items.map(({ endedAt }) => dayOf(endedAt, profile)).toSorted();
  const span = [...new Set([ended[0] ?? '', ended.at(-1) ?? ''])].map(letterDateOfIso);
  return {
    id,
    title: WORDS.title,
    kop: officeKop(profile),
    heading: [plain(WORDS.heading), plain(WORDS.number)],
    opening: WORDS.opening,
    facts: rows([
      [WORDS.basis, basis],
      [WORDS.count, `${grouped(items.length)} berkas`],
      [WORDS.span, span.join(' sampai ')],
      [WORDS.list, destructionId],
    ]),
    table: itemTable(report),
    closing: {
      text: WORDS.closing,
      facts: rows([
        ['Dibuat oleh', madeBy],
        ['Dibuat pada', `${stamp(madeAt, profile)} ${timeZoneLabel(profile.timeZone)}`],
        ['Kepala rantai', `${grouped(head.sequence)} · ${printedDigits(head)}`],
      ]),
    },
    signers: {
      columns: [
        { title: 'No.', share: 0.07 },
        { title: 'Sebagai', share: 0.2 },
        { title: 'Nama', share: 0.28 },
        { title: 'Jabatan', share: 0.22 },
        { title: 'Tanda tangan', share: 0.23 },
      ],
      rows: SIGNERS.map((as, index) => [String(index + 1), as, '', '', '']),
      empty: '',
    },
    signature: signatureOf(profile, madeAt),
  };
}

function itemTable({ items, profile, serviceName }: DestructionReport): ReportTable {
  return {
    columns: [
      { title: 'No.', share: 0.07 },
      { title: 'Nomor register', share: 0.2 },
      { title: 'Jenis berkas', share: 0.28 },
      { title: 'Diterima', share: 0.15 },
      { title: 'Selesai', share: 0.15 },
      { title: 'Masa simpan habis', share: 0.15 },
    ],
    rows: items.map(({ registerNumber, service, arrivedAt, endedAt, until }, index) => [
      grouped(index + 1),
      registerNumber,
      serviceName(service),
      dayOf(arrivedAt, profile),
      dayOf(endedAt, profile),
      until,
    ]),
    empty: '',
  };
}

function dayOf(at: string, { timeZone }: OfficeProfile): string {
  return localDate(at, timeZone).isoDate;
}
