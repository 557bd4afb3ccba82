import {
  numberBookPaper,
  registerPaper,
  transmittalPaper,
  type TransmittalLine,
} from '../../src/documents/batch-papers';
import { renderLabels } from '../../src/documents/label-sheet';
import type { LetterResult } from '../../src/documents/letter-result';
import type { PaperAssets } from '../../src/documents/pdf-parts';
import { renderChart } from '../../src/documents/render-chart';
import { renderLetter } from '../../src/documents/render-letter';
import { renderReport } from '../../src/documents/render-report';
import { prepareBlankLetter } from '../../src/domain/letters/prepare-letter';
import { presetOf } from './all-sops';
import { chartOf, chartOptions } from './charts';
import { finalOptions, sampleSources, templateOf } from './letters';
import { profile } from './memory-fixtures';
import { sampleLogo } from './sample-logo';

/** A paper that is no letter of one request. */
export interface BatchCase {
  /** What it is, in Indonesian. */
  readonly title: string;
  readonly render: (assets: PaperAssets) => Promise<LetterResult>;
}

const basis = {
  id: '0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b',
  profile,
  madeAt: '2026-03-02T02:14:00.000Z',
  madeBy: 'Petugas Contoh',
};
const options = { createdAt: basis.madeAt, logo: sampleLogo() };

const lines: readonly TransmittalLine[] = ['Satu, S.E.', 'Dua, S.Kom.', 'Tiga'].map(
  (name, index) => ({
    registerNumber: `A-2026-000${String(index + 1)}`,
    receivedOn: '2026-03-02',
    name: `Contoh ${name}`,
    unit: 'Badan Contoh Daerah',
    service: 'Pencabutan',
    state: 'Berjalan',
    papers: 3 - index,
  }),
);
const number = '000.6.5.2/7/Diskominfo/2026';
const letter = 'Surat Pemberitahuan Kekurangan Berkas';

/** Lists over several requests, labels, the empty form, and the chart of an SOP. */
export const batchCases: readonly BatchCase[] = [
  {
    title: 'Lembar disposisi kosong',
    render: async (assets) => {
      const content = prepareBlankLetter(templateOf('disposition-sheet'), sampleSources);
      if (!content.ok) return content;
      return renderLetter(content.value, assets, { ...finalOptions, logo: sampleLogo() });
    },
  },
  {
    title: 'Daftar pengantar',
    render: (assets) =>
      renderReport(
        transmittalPaper({ ...basis, number, to: 'Kepala Balai Contoh', lines }),
        assets,
        options,
      ),
  },
  {
    title: 'Halaman buku register',
    render: (assets) =>
      renderReport(
        registerPaper({ ...basis, from: '2026-03-01', until: '2026-03-31', lines }),
        assets,
        options,
      ),
  },
  {
    title: 'Buku nomor surat keluar',
    render: (assets) => {
      const date = '2026-03-02';
      const book = lines.map(({ registerNumber: state }, index) => ({
        ...{ place: String(index + 1), date, what: letter, state },
        number: `000.6.5.2/${String(index + 1)}/Diskominfo/2026`,
      }));
      return renderReport(numberBookPaper({ ...basis, year: 2026, lines: book }), assets, options);
    },
  },
  {
    title: 'Label map',
    render: (assets) => {
      const labels = lines.map((line) => ({
        ...line,
        requestId: basis.id,
        received: 'Diterima 2 Maret 2026',
      }));
      return renderLabels({ id: basis.id, labels }, assets, basis.madeAt);
    },
  },
  {
    title: 'Bagan SOP',
    render: (assets) =>
      renderChart(chartOf(presetOf('ciamis-2025-revocation')), assets, chartOptions),
  },
];
