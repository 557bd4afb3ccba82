import { Section } from '../../ui/data/section';
import { Timeline, type TimelineEntry } from '../../ui/data/timeline';
import { formatTimeOrDay } from '../../ui/format/date-time';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useNow, useTimeContext } from '../shared/use-time-context';
import type { RequestEvent } from '../../domain/request/request-event';
import type { Sop } from '../../domain/sop/sop';
import { NikValue, TypedText } from '../shared/nik-value';
import { correctionChanges, type FieldChange } from './correction-changes';
import { describeEvent } from './describe-event';

/** Everything that happened to the request, latest first, with who and when. */
export function HistoryPanel(props: {
  readonly events: readonly RequestEvent[];
  readonly sop: Sop | undefined;
}) {
  const t = useMessages();
  const locale = useLocale();
  const context = useTimeContext();
  const now = useNow();
  const { events, sop } = props;
  const speech = { locale, sop, events, changes: correctionChanges(events) };
  const entries = events.toReversed().map((event): TimelineEntry => {
    const words = describeEvent(event, speech);
    return {
      id: event.id,
      at: event.at,
      time: formatTimeOrDay(event.at, now, context),
      title: words.title,
      who: words.who,
      tone: words.tone,
      detail:
        words.details.length === 0
          ? undefined
          : [
              ...words.details.map((line, index) => (
                <div key={index}>
                  <TypedText text={line} subject={event.stream} />
                </div>
              )),
              ...nikChanges(speech.changes.get(event.id)).map((change) => (
                <NikChange key="nik" requestId={event.stream} {...change} />
              )),
            ],
    };
  });
  return (
    <Section
      title={t('request.history')}
      description={t('request.history.count', { count: events.length })}
    >
      <Timeline label={t('request.history')} entries={entries} />
    </Section>
  );
}

function nikChanges(changes: readonly FieldChange[] = []): readonly FieldChange[] {
  return changes.filter(({ field }) => field === 'applicant.nik');
}

/** What a correction made of the NIK: both masked, each to be opened by who needs it. */
function NikChange(props: FieldChange & { readonly requestId: string }) {
  const t = useMessages();
  const { requestId, before, after } = props;
  return (
    <div>
      {t('nik.changed')} <NikValue nik={before ?? ''} subject={requestId} label={t('nik.before')} />
      {' → '}
      <NikValue nik={after ?? ''} subject={requestId} label={t('nik.after')} />
    </div>
  );
}
