import { signerOn } from '../domain/office/acting';
import type { Official } from '../domain/office/office-event';
import type { Sop } from '../domain/sop/sop';

/** A request's way through the SOP, drawn on its chart. */
export interface ChartProgress {
  /** Names the request; never a person. */
  readonly registerNumber: string;
  /** Key of the open step; null once it has ended. */
  readonly current: string | null;
  /** By the step's key; a step that is absent still waits. */
  readonly steps: Readonly<Record<string, ChartStepProgress>>;
}

export interface ChartStepProgress {
  readonly state: 'done' | 'current' | 'waiting' | 'skipped' | 'returned';
  /** What was taken of its time, in Indonesian. */
  readonly words: readonly string[];
}

/** What a chart is drawn from. */
export interface ChartContent {
  /** UUID of the paper. */
  readonly id: string;
  readonly sop: Sop;
  /** Who approves it, where the office's settings name somebody; the SOP itself names none. */
  readonly approver: ChartApprover | null;
  readonly progress: ChartProgress | null;
}

/** Whose signature makes the SOP hold. */
export interface ChartApprover {
  readonly name: string;
  readonly nip: string | null;
  /** As above a signature, one line for each part: "Plt. Kepala Dinas". */
  readonly position: string;
}

/**
 * Who approves an SOP on that day (yyyy-mm-dd): the head of the office or who signs for him,
 * in the position the SOP gives ("Disahkan oleh"), else that of the settings.
 */
export function chartApprover(
  { approvedBy }: Pick<Sop['identity'], 'approvedBy'>,
  officials: readonly Official[],
  day: string,
): ChartApprover | null {
  const head = officials.find(({ actor }) => actor === 'office-head');
  if (head === undefined) return null;
  return signerOn({ ...head, position: approvedBy || head.position }, day, '');
}

/** The paper, lying; offices use A4 or F4. Millimetres. */
export interface ChartPaper {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

export const CHART_PAPERS = {
  a4: { width: 297, height: 210, margin: 12 },
  f4: { width: 330, height: 215, margin: 12 },
} as const satisfies Readonly<Record<string, ChartPaper>>;

/** Words of the form (PermenPAN-RB 35/2012); the paper is always Indonesian. */
export const CHART_WORDS = {
  title: 'Bagan alir SOP',
  number: 'NOMOR SOP',
  createdOn: 'TGL. PEMBUATAN',
  revisedOn: 'TGL. REVISI',
  effectiveOn: 'TGL. EFEKTIF',
  approvedBy: 'DISAHKAN OLEH',
  name: 'NAMA SOP',
  legalBases: 'DASAR HUKUM',
  qualifications: 'KUALIFIKASI PELAKSANA',
  relatedSops: 'KETERKAITAN',
  equipment: 'PERALATAN/PERLENGKAPAN',
  warnings: 'PERINGATAN',
  records: 'PENCATATAN DAN PENDATAAN',
  correction: (text: string) => `Perbaikan kantor: ${text}`,
  no: 'No',
  activity: 'Kegiatan',
  actors: 'Pelaksana',
  quality: 'Mutu Baku',
  completeness: 'Kelengkapan',
  time: 'Waktu',
  output: 'Output',
  note: 'Keterangan',
  yes: 'Ya',
  refuse: 'Tidak',
  states: {
    done: 'Selesai',
    current: 'Di sini',
    skipped: 'Dilewati',
    returned: 'Dikembalikan',
  },
  actual: 'Realisasi:',
  nip: (nip: string) => `NIP ${nip}`,
  page: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
  version: (number: string, version: number) => `SOP ${number} · versi ${version}`,
  request: (registerNumber: string) => `Permohonan ${registerNumber}`,
  // No-break spaces: a time stays on one line.
  minutes: (amount: string) => `${amount}\u00a0menit`,
  workingDays: (amount: string) => `${amount}\u00a0hari\u00a0kerja`,
} as const;
