import { letterDateOfIso } from '../../domain/numbering/local-date';
import type { DestroyedRequest } from '../../store/retention-store';
import { Banner } from '../../ui/feedback/banner';
import { formatShortDate } from '../../ui/format/date-time';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { serviceLabel } from './sop-words';
import { useTimeContext } from './use-time-context';

/** Number and date of the berita acara, in words. */
export function useReportWords(): (report: DestroyedRequest['report']) => string {
  const t = useMessages();
  return (report) =>
    report === null
      ? t('retention.report.unknown')
      : t('retention.report.of', { number: report.number, date: letterDateOfIso(report.date) });
}

/** What is left to be said of a destroyed request: numbers, dates and its berita acara. */
export function DestroyedNote({ destroyed }: { readonly destroyed: DestroyedRequest }) {
  const t = useMessages();
  const locale = useLocale();
  const context = useTimeContext();
  const reportWords = useReportWords();
  const { registerNumber, service, arrivedAt, endedAt, report } = destroyed;
  const facts = {
    service: serviceLabel(service, locale),
    arrived: formatShortDate(arrivedAt, context),
    ended: formatShortDate(endedAt, context),
    report: reportWords(report),
  };
  return (
    <Banner tone="neutral" title={t('retention.gone', { number: registerNumber })}>
      {t('retention.goneText', facts)}
    </Banner>
  );
}
