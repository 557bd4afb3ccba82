import { CHART_PAPERS, type ChartContent } from '../../src/documents/chart-content';
import { renderChart, type ChartOptions } from '../../src/documents/render-chart';
import { sopSchema, type Sop } from '../../src/domain/sop/sop';
import { presetOf } from './all-sops';
import { readFonts } from './letters';

export const chartOptions: ChartOptions = {
  paper: CHART_PAPERS.a4,
  createdAt: '2026-03-02T02:14:00.000Z',
  logo: null,
};

/** An SOP on paper, approved by somebody plainly made up. */
export function chartOf(sop: Sop, more: Partial<ChartContent> = {}): ChartContent {
  return {
    id: '0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
    sop,
    approver: {
      name: 'Contoh Kepala, S.T., M.Si.',
      nip: '197001011995011001',
      position: sop.identity.approvedBy ?? '',
    },
    progress: null,
    ...more,
  };
}

let fonts: ReturnType<typeof readFonts> | null = null;

/** The chart's bytes; throws what refused it. */
export async function madeChart(
  content: ChartContent,
  options: ChartOptions = chartOptions,
): Promise<Uint8Array> {
  fonts ??= readFonts();
  const result = await renderChart(content, { fonts }, options);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/**
 * A made-up SOP of any size, in small letters only: whatever word of one or two capitals
 * stands on its paper is a connector's. Steps jump between actors, every sixth may refuse far
 * back, and one passes on past others.
 */
export function largeSop(actors: number, steps: number): Sop {
  const words = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${name}${String(index)}`).join(' ');
  return sopSchema.parse({
    ...presetOf('ciamis-2025-revocation'),
    id: 'contoh-besar',
    identity: {
      ...presetOf('ciamis-2025-revocation').identity,
      number: 'contoh/1',
      title: 'contoh besar',
      office: 'kantor contoh',
    },
    documents: [],
    reasons: [],
    actors: Array.from({ length: actors }, (_, index) => ({
      key: `a${String(index)}`,
      label: `pelaksana persandian ${String(index)}`,
      side: 'office',
    })),
    steps: Array.from({ length: steps }, (_, index) => ({
      key: `s${String(index)}`,
      number: index + 1,
      kind: 'verify',
      actor: `a${String((index * 5) % actors)}`,
      alternateActors: index % 7 === 3 ? [`a${String((index * 3) % actors)}`] : [],
      activity: `kegiatan-${String(index + 1)}. ${words('kata', 3 + (index % 9))}`,
      completeness: words('berkas', index % 5),
      standardTime: { amount: 0.5 + index, unit: 'minutes' },
      output: words('hasil', index % 4),
      note: words('catatan', (index % 6) * 4),
      ...(index % 6 === 5 ? { refusal: { returnsTo: `s${String(index - (index % 12))}` } } : {}),
      ...(index === 20 ? { passesTo: 's25' } : {}),
    })),
  });
}
