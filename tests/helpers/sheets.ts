import type { Party } from '../../src/domain/request/request-event';
import type { SheetEntry } from '../../src/domain/request/request-state';

const from: Party = {
  actor: 'office-head',
  name: 'Contoh Kepala, M.Si.',
  title: 'Kepala Dinas Komunikasi dan Informatika',
};
const to: Party = { actor: 'division-head', name: 'Contoh Bidang, S.Kom.', title: 'Kepala Bidang' };

/** Lines of a made-up disposition sheet, of those kinds at those steps. */
export function sheetOf(
  lines: readonly { readonly kind: SheetEntry['kind']; readonly step: string }[],
  parties: { readonly from: Party; readonly to: Party } = { from, to },
): readonly SheetEntry[] {
  return lines.map(({ kind, step }, index): SheetEntry => {
    const base = {
      ...parties,
      id: `01930000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      step,
      medium: 'paper' as const,
      recordedAt: '2026-03-02T03:00:00.000Z',
      recordedBy: 'Petugas Contoh',
    };
    switch (kind) {
      case 'given':
        return {
          ...base,
          kind,
          instructions: ['Proses Lebih Lanjut'],
          note: 'Segera diperiksa',
          urgency: 'urgent',
          deadline: '2026-03-05',
          writtenOn: '2026-03-02',
        };
      case 'forwarded':
        return { ...base, kind, note: 'Segera diperiksa' };
      case 'returned':
        return { ...base, kind, opens: 'dispose-office-head', reason: 'Surat belum lengkap' };
    }
  });
}

/** A sheet as full as it gets: four levels, one forwarded, one returned, names of sixty letters. */
export const longSheet = sheetOf(
  [
    { kind: 'given', step: 'dispose-office-head' },
    { kind: 'returned', step: 'dispose-division-head' },
    { kind: 'given', step: 'dispose-office-head' },
    { kind: 'given', step: 'dispose-division-head' },
    { kind: 'forwarded', step: 'dispose-functional-officer' },
    { kind: 'given', step: 'dispose-functional-officer' },
  ],
  {
    from: {
      actor: 'office-head',
      name: 'Prof. Dr. Ir. H. R. Contoh Muhammad Abdurrahman Wira’atmadja, S.K.M., M.P.H.',
      title: 'Kepala Dinas Komunikasi, Informatika, Statistik, Persandian, dan Kearsipan Daerah',
    },
    to: {
      actor: 'division-head',
      name: 'Dr. dr. Hj. Contoh Nur’aini Désirée Ñunuk-Ma‘rufatullah, S.Kom., Ph.D.',
      title: 'Kepala Bidang Persandian dan Keamanan Informasi',
    },
  },
);
