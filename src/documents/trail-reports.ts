import type { JournalHead } from '../contract/journal';
import type { LetterRow, LetterSignature } from '../domain/letters/letter-content';
import { letterDate, localDate, timeZoneLabel } from '../domain/numbering/local-date';
import type { OfficeProfile } from '../domain/office/office-event';
import type { DayCounts } from '../domain/trail/daily-report';
import { printedDigits } from '../domain/trail/printed-head';
import { plain } from './layout/text-lines';
import { officeKop } from './office-kop';
import type { ReportContent, ReportTable } from './report-content';

/** Words of both reports; papers are always Indonesian. */
const WORDS = {
  trailHeading: 'JEJAK AUDIT LOKET SERTIFIKAT ELEKTRONIK',
  trailTitle: 'Jejak Audit Loket SE',
  dayHeading: 'LAPORAN HARIAN LOKET SERTIFIKAT ELEKTRONIK',
  dayTitle: 'Laporan harian Loket SE',
  period: 'Masa',
  date: 'Tanggal',
  desk: 'Loket',
  filter: 'Saringan',
  rows: 'Banyak catatan',
  reason: 'Alasan',
  madeBy: 'Dibuat oleh',
  madeAt: 'Dibuat pada',
  headRecord: 'Catatan nomor',
  headDigits: 'Sidik',
  closing:
    'Lembar ini menambatkan rantai catatan: sidik di bawah ini dapat dicocokkan di Loket SE pada Jejak Audit, bagian Pemeriksaan.',
  noRows: 'Tidak ada catatan pada masa ini.',
  noRequests: 'Tidak ada permohonan pada tanggal ini.',
  unsignedName: '……………………………',
  headOfOffice: 'Kepala,',
  nip: (nip: string) => `NIP ${nip}`,
} as const;

/** What both reports are made from. */
export interface ReportBasis {
  /** UUID of the paper. */
  readonly id: string;
  readonly profile: OfficeProfile;
  /** The head of the chain as it is printed. */
  readonly head: JournalHead;
  /** RFC 3339. */
  readonly madeAt: string;
  readonly madeBy: string;
}

/** A line of the trail on paper. */
export interface TrailLine {
  readonly sequence: number;
  /** RFC 3339; null where the record does not open. */
  readonly at: string | null;
  readonly who: string;
  readonly registerNumber: string;
  readonly what: string;
}

export interface TrailReport extends ReportBasis {
  /** In Indonesian: "2 Maret 2026 sampai 3 Maret 2026". */
  readonly period: string;
  /** In Indonesian; '' for all. */
  readonly filter: string;
  readonly reason: string;
  /** Oldest first. */
  readonly lines: readonly TrailLine[];
}

export interface DayLine {
  readonly registerNumber: string;
  readonly service: string;
  readonly state: string;
}

export interface DailyReport extends ReportBasis {
  /** yyyy-mm-dd. */
  readonly date: string;
  readonly counts: DayCounts;
  readonly lines: readonly DayLine[];
}

/** The trail as a report to be signed: every line of the period, and the head of the chain. */
export function trailReport(report: TrailReport): ReportContent {
  const { profile, lines, filter } = report;
  const facts = [
    [WORDS.period, report.period],
    ...(filter === '' ? [] : [[WORDS.filter, filter] as const]),
    [WORDS.rows, grouped(lines.length)],
    [WORDS.reason, report.reason],
  ] as const;
  const table: ReportTable = {
    columns: [
      { title: 'Catatan', share: 0.1 },
      { title: `Waktu (${timeZoneLabel(profile.timeZone)})`, share: 0.17 },
      { title: 'Petugas', share: 0.18 },
      { title: 'Permohonan', share: 0.15 },
      { title: 'Uraian', share: 0.4 },
    ],
    rows: lines.map(({ sequence, at, who, registerNumber, what }) => [
      grouped(sequence),
      at === null ? '—' : stamp(at, profile),
      who,
      registerNumber,
      what,
    ]),
    empty: WORDS.noRows,
  };
  return { ...frameOf(report, WORDS.trailHeading, WORDS.trailTitle), facts: rows(facts), table };
}

/** The day of a desk on paper: counts, numbers and states, nothing of a person. */
export function dailyReport(report: DailyReport): ReportContent {
  const { profile, counts, date } = report;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const facts = [
    [WORDS.date, letterDate({ year, month, day })],
    [WORDS.desk, profile.desk],
    ['Diterima', grouped(counts.received)],
    ['Selesai', grouped(counts.finished)],
    ['Dibatalkan', grouped(counts.cancelled)],
    ['Masuk antrean kirim', grouped(counts.queued)],
    ['Terkirim', grouped(counts.sent)],
    ['Ditolak atau dikembalikan', grouped(counts.refused)],
  ] as const;
  const table: ReportTable = {
    columns: [
      { title: 'No.', share: 0.08 },
      { title: 'Nomor register', share: 0.22 },
      { title: 'Layanan', share: 0.3 },
      { title: 'Keadaan', share: 0.4 },
    ],
    rows: report.lines.map(({ registerNumber, service, state }, index) => [
      grouped(index + 1),
      registerNumber,
      service,
      state,
    ]),
    empty: WORDS.noRequests,
  };
  return { ...frameOf(report, WORDS.dayHeading, WORDS.dayTitle), facts: rows(facts), table };
}

/** A moment as tables write it, to the second: "2026-03-02 09:14:05" on the office's clocks. */
export function stamp(at: string, { timeZone }: Pick<OfficeProfile, 'timeZone'>): string {
  const { isoDate, hour, minute } = localDate(at, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${isoDate} ${two(hour)}:${two(minute)}:${two(new Date(at).getUTCSeconds())}`;
}

function frameOf(report: ReportBasis, heading: string, title: string) {
  const { id, profile, head, madeAt, madeBy } = report;
  return {
    id,
    title,
    kop: officeKop(profile),
    heading: [plain(heading)],
    closing: {
      text: WORDS.closing,
      facts: rows([
        [WORDS.headRecord, grouped(head.sequence)],
        [WORDS.headDigits, head.sequence === 0 ? '—' : printedDigits(head)],
        [WORDS.madeAt, `${stamp(madeAt, profile)} ${timeZoneLabel(profile.timeZone)}`],
        [WORDS.madeBy, madeBy],
      ]),
    },
    signature: signatureOf(profile, madeAt),
  };
}

/** Who signs: the head of the office as the settings name him, else a line to write on. */
export function signatureOf(profile: OfficeProfile, madeAt: string): LetterSignature {
  const official = profile.officials.find(({ actor }) => actor === 'office-head');
  const date = letterDate(localDate(madeAt, profile.timeZone));
  return {
    actor: 'office-head',
    column: 'right',
    dateline: plain(`${profile.place}, ${date}`),
    position: plain(official === undefined ? WORDS.headOfOffice : `${official.position},`),
    name: plain(official?.name ?? WORDS.unsignedName),
    details: official?.nip ? [plain(WORDS.nip(official.nip))] : [],
  };
}

/** Facts as rows of a report. */
export function rows(
  facts: readonly (readonly [label: string, text: string])[],
): readonly LetterRow[] {
  return facts.map(([label, text]) => ({ label: plain(label), text: plain(text) }));
}

/** A number as Indonesian papers write it: "1.234". */
export function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, '.');
}
