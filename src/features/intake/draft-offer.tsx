import { FilePen } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { TimeZone } from '../../domain/office/office-event';
import { Button } from '../../ui/controls/button';
import { formatLongDate, formatTime } from '../../ui/format/date-time';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import styles from './intake.module.css';
import type { OfferedDraft } from './use-drafts';

interface DraftOfferProps {
  readonly drafts: readonly OfferedDraft[];
  readonly timeZone: TimeZone;
  readonly onContinue: (draft: OfferedDraft) => void;
  readonly onDiscard: (draft: OfferedDraft) => void;
  readonly onStartNew: () => void;
}

/** What was typed and not saved, each with its date and time; the latest one’s button has the focus. */
export function DraftOffer(props: DraftOfferProps) {
  const t = useMessages();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('li button')?.focus();
  }, []);
  return (
    <section ref={box} aria-label={t('intake.draft.offer')} className={styles.offer}>
      <div className={styles.offerHead}>
        <h2>{t('intake.draft.offer')}</h2>
        <Button size="small" variant="plain" onClick={props.onStartNew}>
          {t('intake.draft.startNew')}
        </Button>
      </div>
      <ul>
        {props.drafts.map((one) => (
          <DraftRow key={one.draft.id} one={one} {...props} />
        ))}
      </ul>
    </section>
  );
}

function DraftRow({ one, ...props }: DraftOfferProps & { readonly one: OfferedDraft }) {
  const t = useMessages();
  const locale = useLocale();
  const context = { locale, timeZone: props.timeZone };
  const { updatedAt } = one.draft;
  const typed = one.values.applicant.name.trim();
  const words = {
    name: typed === '' ? t('intake.draft.nameless') : typed,
    date: formatLongDate(updatedAt, context),
    time: formatTime(updatedAt, context),
  };
  return (
    <li className={styles.offerRow}>
      <FilePen className={styles.faintIcon} size={16} aria-hidden="true" />
      <span className={styles.offerText}>{t('intake.draft.row', words)}</span>
      <Button
        size="small"
        aria-label={t('intake.draft.continueNamed', words)}
        onClick={() => {
          props.onContinue(one);
        }}
      >
        {t('intake.draft.continue')}
      </Button>
      <Button
        size="small"
        variant="plain"
        data-action="discard-draft"
        aria-label={t('intake.draft.discardNamed', words)}
        onClick={() => {
          props.onDiscard(one);
        }}
      >
        {t('intake.draft.discard')}
      </Button>
    </li>
  );
}
