import type { Step } from '../../../src/ui/data/step-list';
import type { TimelineEntry } from '../../../src/ui/data/timeline';
import type { Tone } from '../../../src/ui/feedback/tone';

/** A row of the example register; every name is made up. */
export interface ExampleRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly nik: string;
  readonly step: string;
  readonly holder: string;
  readonly due: string;
  readonly tone: Tone;
  readonly state: string;
}

const names = ['Contoh Satu', 'Contoh Dua', 'Contoh Tiga', 'Contoh Empat', 'Contoh Lima'];
const states: readonly (readonly [Tone, string, string])[] = [
  ['info', 'Berjalan', '12 menit lagi'],
  ['warn', 'Menunggu koneksi', '3 jam kerja lagi'],
  ['bad', 'Perlu tindakan', 'terlambat 2 hari kerja'],
  ['good', 'Terkirim', '1 hari kerja lagi'],
  ['neutral', 'Draf', '—'],
];
const exampleSteps = [
  'Memeriksa kelengkapan berkas permohonan',
  'Membuat lembar disposisi',
  'Memberi disposisi kepada Kepala Bidang Persandian',
];

export const exampleRows: readonly ExampleRow[] = Array.from({ length: 24 }, (_, index) => {
  const [tone, state, due] = states[index % states.length] ?? ['neutral', 'Draf', '—'];
  return {
    id: `row-${String(index)}`,
    number: `A-${String(124 - index).padStart(4, '0')}/2026`,
    name: names[index % names.length] ?? 'Contoh',
    nik: `32070115018500${String(10 + index)}`,
    step: exampleSteps[index % exampleSteps.length] ?? '',
    holder: index % 2 === 0 ? 'Petugas Loket' : 'Kepala Bidang Persandian dan Statistik',
    due,
    tone,
    state,
  };
});

export const exampleStepList: readonly Step[] = [
  {
    id: 's1',
    number: 1,
    title: 'Menerima surat permohonan pencabutan sertifikat elektronik',
    actor: 'Petugas Loket',
    state: 'done',
    meta: '4 menit',
  },
  {
    id: 's2',
    number: 2,
    title: 'Memeriksa kelengkapan berkas permohonan',
    actor: 'Petugas Loket',
    state: 'returned',
    meta: 'kurang: salinan KTP',
  },
  {
    id: 's3',
    number: 3,
    title: 'Memberi disposisi kepada Kepala Bidang',
    actor: 'Kepala Dinas',
    state: 'current',
    meta: '12 menit lagi',
  },
  {
    id: 's4',
    number: 4,
    title: 'Mengajukan pencabutan melalui portal AMS',
    actor: 'Verifikator',
    state: 'waiting',
  },
  { id: 's5', number: 5, title: 'Melaporkan hasil', actor: 'Verifikator', state: 'skipped' },
];

export const exampleTimeline: readonly TimelineEntry[] = [
  {
    id: 't1',
    at: '2026-03-02T02:14:00Z',
    time: '2 Mar 09.14',
    title: 'Permohonan dicatat',
    who: 'Contoh Petugas, Loket A',
    tone: 'good',
  },
  {
    id: 't2',
    at: '2026-03-02T02:20:00Z',
    time: '2 Mar 09.20',
    title: 'Kiriman ditolak',
    who: 'Gateway',
    tone: 'bad',
    detail: 'Berkas KTP lebih dari 1 MB. Perkecil lalu kirim lagi.',
  },
  {
    id: 't3',
    at: '2026-03-02T02:31:00Z',
    time: '2 Mar 09.31',
    title: 'Berkas diganti',
    who: 'Contoh Petugas, Loket A',
    tone: 'neutral',
    detail: 'Alasan: pindaian terlalu besar',
  },
];
