import { Download, Printer } from 'lucide-react';
import { useRef, useState } from 'react';
import { CHART_PAPERS, chartApprover, type ChartProgress } from '../../documents/chart-content';
import type { LetterError } from '../../domain/letters/letter-error';
import { localDate } from '../../domain/numbering/local-date';
import type { Sop } from '../../domain/sop/sop';
import { Button } from '../../ui/controls/button';
import { ButtonRow, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { useLocale, useMessages, type Translate } from '../../ui/messages/use-messages';
import type { Locale } from '../../messages/catalogue';
import { usePrint } from '../request/stored-file-view';
import { letterErrorText } from '../shared/letter-error-text';
import { useLoket, type Loket } from '../shared/loket-context';
import { readLogo } from '../shared/read-logo';
import { saveFile } from '../shared/save-file';
import { useTrail } from '../shared/use-trail';

export interface ChartPdfButtonsProps {
  readonly sop: Sop;
  /** A request's way through it; null prints the SOP's own chart. */
  readonly progress: ChartProgress | null;
  /** Whose way it is, for the trail; null for the SOP's own chart. */
  readonly requestId: string | null;
}

type Way = 'print' | 'save';

/** Prints or saves the chart as PDF; what keeps it from being made stands below the buttons. */
export function ChartPdfButtons({ sop, progress, requestId }: ChartPdfButtonsProps) {
  const t = useMessages();
  const locale = useLocale();
  const { busy, failure, start } = useChartPdf({ sop, progress, requestId });
  return (
    <Stack>
      <ButtonRow>
        <Button
          icon={Printer}
          busy={busy === 'print'}
          data-action="print-chart"
          onClick={() => void start('print')}
        >
          {t('sopChart.print')}
        </Button>
        <Button
          icon={Download}
          busy={busy === 'save'}
          data-action="save-chart"
          onClick={() => void start('save')}
        >
          {t('sopChart.save')}
        </Button>
      </ButtonRow>
      {failure !== null && (
        <Banner tone="bad" title={t('sopChart.failed')}>
          {failureText(failure, locale, t)}
        </Banner>
      )}
    </Stack>
  );
}

function useChartPdf({ sop, progress, requestId }: ChartPdfButtonsProps) {
  const loket = useLoket();
  const print = usePrint();
  const { allows } = useTrail();
  const [busy, setBusy] = useState<Way | null>(null);
  const [failure, setFailure] = useState<LetterError | null>(null);
  // A second press before the next drawing must not make a second paper.
  const working = useRef(false);
  const start = async (way: Way): Promise<void> => {
    if (working.current) return;
    working.current = true;
    setBusy(way);
    setFailure(null);
    try {
      const made = await makeChart(loket, sop, progress);
      if (!made.ok) {
        setFailure(made.error);
        return;
      }
      const name = chartFileName(sop, progress);
      const about = { subject: requestId, details: { what: 'chart' } };
      if (way === 'print') await print(made.value, name, { action: 'print', ...about });
      else if (await allows({ action: 'export', ...about }))
        saveFile(made.value, name, 'application/pdf');
    } finally {
      working.current = false;
      setBusy(null);
    }
  };
  return { busy, failure, start };
}

async function makeChart(loket: Loket, sop: Sop, progress: ChartProgress | null) {
  const { letters, host, office, newId, now } = loket;
  const { profile } = office;
  const createdAt = now();
  const approver =
    profile &&
    chartApprover(sop.identity, profile.officials, localDate(createdAt, profile.timeZone).isoDate);
  return letters.renderChart(
    { id: newId(), sop, approver, progress },
    {
      paper: CHART_PAPERS.a4,
      createdAt,
      logo: profile && (await readLogo(host, profile)),
    },
  );
}

/** Made of ids and numbers: a file's name never tells of a person. */
function chartFileName({ id, version }: Sop, progress: ChartProgress | null): string {
  return progress === null ? `sop-${id}-v${version}.pdf` : `${progress.registerNumber}-bagan.pdf`;
}

function failureText(error: LetterError, locale: Locale, t: Translate): string {
  switch (error.code) {
    case 'glyph-missing':
      return t('sopChart.glyphMissing', {
        character: error.character,
        codePoint: error.codePoint,
      });
    case 'logo-unreadable':
    case 'fonts-unavailable':
      return letterErrorText(locale, error);
    default:
      return t('sopChart.failedText');
  }
}
