import { letterDateOfIso } from '../../domain/numbering/local-date';
import type { DestroyedRequest } from '../../store/retention-store';
import { Banner } from '../../ui/feedback/banner';
import { EmptyState } from '../../ui/feedback/empty-state';
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

/** What is left to be said of a destroyed request, on its page. */
export function DestroyedNote({ destroyed }: { readonly destroyed: DestroyedRequest }) {
  const { title, text } = useDestroyedWords(destroyed);
  return (
    <Banner tone="neutral" title={title}>
      {text}
    </Banner>
  );
}

/** The same in place of a list that finds nothing else. */
export function DestroyedEmpty({ destroyed }: { readonly destroyed: DestroyedRequest }) {
  return <EmptyState {...useDestroyedWords(destroyed)} />;
}

/** Numbers, dates and the berita acara of a destroyed request as sentences. */
function useDestroyedWords(destroyed: DestroyedRequest) {
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
  return {
    title: t('retention.gone', { number: registerNumber }),
    text: t('retention.goneText', facts),
  };
}
