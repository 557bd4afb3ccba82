import { Banner } from '../../ui/feedback/banner';
import { formatTime } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import styles from './draft-fact.module.css';
import type { DraftState } from './draft-saver';
import { useTimeContext } from './use-time-context';

/** How safe what is being written is, as a fact in the head of its page. */
export function DraftFact({ state }: { readonly state: DraftState }) {
  const t = useMessages();
  const context = useTimeContext();
  const text =
    state.kind === 'kept'
      ? t('sheet.draft.kept', { time: formatTime(state.at, context) })
      : t(`sheet.draft.${state.kind}`);
  return (
    <span className={styles.fact} data-draft={state.kind}>
      {text}
    </span>
  );
}

/** Said on top of the page, because what is typed would be lost. */
export function DraftFailure({ state }: { readonly state: DraftState }) {
  const t = useMessages();
  if (state.kind !== 'failed') return null;
  const { kind, detail } = state.error;
  return (
    <Banner
      tone="bad"
      title={t('sheet.draft.failedTitle')}
      details={{ summary: t('ui.showDetails'), text: `${kind}: ${detail}` }}
    >
      {t('sheet.draft.failedText')}
    </Banner>
  );
}
