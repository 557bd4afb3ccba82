import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PrintForm } from '../../src/features/request/print-form';
import { PrintProblemBanner } from '../../src/features/request/print-problem-banner';
import type { FinalLetter, PrintedRequest } from '../../src/features/request/print-letters';
import type { PrinterList } from '../../src/features/request/use-printers';
import { LoketContext, type Loket } from '../../src/features/shared/loket-context';

const letter: FinalLetter = {
  status: 'issued',
  versions: [],
  id: 'a',
  letter: 'disposition-sheet',
  number: '1',
  date: '2026-03-02',
  place: null,
  superseded: false,
  file: { address: '', sha256: '', size: 1, mediaType: 'application/pdf' },
};
const fresh: PrintedRequest = { id: 'r', registerNumber: '2026/A-0012', prints: [] };
const printed: PrintedRequest = {
  ...fresh,
  prints: [
    {
      id: 'e',
      letterId: 'a',
      at: '2026-03-02T02:14:00Z',
      copies: 2,
      isCopy: false,
      reason: null,
    },
  ],
};
/** As much of Loket as the form reads. */
const loket = {
  office: { profile: null },
  now: () => '2026-03-02T03:00:00Z',
} as unknown as Loket;

const shown = (request: PrintedRequest, list: PrinterList) =>
  renderToStaticMarkup(
    <LoketContext value={loket}>
      <PrintForm
        bundles={[{ request, letters: [letter] }]}
        list={list}
        before={null}
        onSend={() => undefined}
      />
    </LoketContext>,
  );

const two: PrinterList = {
  service: 'running',
  printers: [
    { name: 'Lama', isDefault: false, isAccepting: false, isStopped: false },
    { name: 'Kantor', isDefault: true, isAccepting: true, isStopped: false },
  ],
};

test('offers the printers with what they do, the default one chosen, and the system’s dialog', () => {
  const markup = shown(fresh, two);
  expect(markup).toContain('Lama – tidak menerima cetakan');
  expect(markup).toMatch(/<option value="Kantor" selected="">Kantor \(bawaan\)</);
  expect(markup).toContain('Kotak dialog cetak sistem');
  expect(markup).not.toContain('Alasan mencetak lagi');
});

test('without a queue the system’s dialog is chosen, and the form says why', () => {
  for (const [service, words] of [
    ['running', 'Belum ada printer terpasang'],
    ['absent', 'tidak mempunyai layanan cetak'],
    ['not-answering', 'tidak menjawab'],
  ] as const) {
    const markup = shown(fresh, { service, printers: [] });
    expect(markup).toMatch(/<option value="" selected="">Kotak dialog cetak sistem</);
    expect(markup).toContain(words);
  }
});

test('a letter printed before asks for a reason and says that it becomes a copy', () => {
  const markup = shown(printed, two);
  expect(markup).toContain('Surat ini sudah dicetak 1×, terakhir ');
  expect(markup).toContain('SALINAN');
  expect(markup).toContain('Alasan mencetak lagi');
});

test('a queue that gave no answer in time asks to look at the printer first', () => {
  const banner = (reason: 'not-answering' | 'failed') =>
    renderToStaticMarkup(
      <PrintProblemBanner problem={{ kind: 'refused', reason, detail: 'lp: hung' }} />,
    );
  expect(banner('not-answering')).toContain('Lihat dahulu apakah kertasnya sudah keluar');
  expect(banner('failed')).toContain('Pilih printer lain');
});
