import { CircleCheck, History, TriangleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { findStep } from '../../domain/sop/route';
import type { RegisterRow } from '../../store/store';
import { classNames } from '../../ui/class-names';
import { Button, ButtonLink } from '../../ui/controls/button';
import { formatDate, formatTimeOrDay } from '../../ui/format/date-time';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useIntakeScreen } from './intake-screen';
import styles from './intake.module.css';
import { DECISION_ID } from './use-intake-saving';

/**
 * What the register knows of this NIK, at one place that is always there: nothing moves when
 * the answer comes. An open request asks for a decision; an earlier one offers its data.
 */
export function PersonHistoryPanel() {
  const t = useMessages();
  const id = useId();
  const { history } = useIntakeScreen();
  const [duplicate, ...more] = history?.open ?? [];
  return (
    <section
      aria-labelledby={id}
      aria-live="polite"
      className={classNames(styles.history, duplicate !== undefined && styles.historyWarn)}
    >
      <h2 id={id} className={styles.sideTitle}>
        {t('intake.history')}
      </h2>
      {history === null && <p className={styles.faint}>{t('intake.history.waiting')}</p>}
      {duplicate !== undefined && <Duplicate row={duplicate} more={more.length} />}
      {history !== null && duplicate === undefined && <Earlier />}
    </section>
  );
}

function Line(props: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <p className={styles.historyLine}>
      {props.icon}
      <span>{props.children}</span>
    </p>
  );
}

function Duplicate({ row, more }: { readonly row: RegisterRow; readonly more: number }) {
  const t = useMessages();
  const locale = useLocale();
  const { store, now } = useLoket();
  const { timeZone, besides, decideBesides, history, kind } = useIntakeScreen();
  const { registerNumber } = row;
  const sop = store.sops.find(row.sop);
  const step = sop === undefined ? undefined : findStep(sop, row.step);
  const since = formatTimeOrDay(row.stepSince, now(), { locale, timeZone });
  const isDecided = besides !== null;
  const openText =
    more === 0
      ? t('intake.history.open', { number: registerNumber })
      : t('intake.history.openMore', { number: registerNumber, count: more });
  return (
    <>
      <Line icon={<TriangleAlert className={styles.historyIcon} size={16} aria-hidden="true" />}>
        <strong>
          {isDecided ? t('intake.history.decided', { number: registerNumber }) : openText}
        </strong>
        {!isDecided && step !== undefined && (
          <span className={styles.step} title={step.activity}>
            {t('intake.history.step', { step: step.number, since, activity: step.activity })}
          </span>
        )}
      </Line>
      <div className={styles.historyActions}>
        {isDecided ? (
          <FillButton />
        ) : (
          <ButtonLink size="small" href={`#/permohonan/${row.id}`}>
            {t('intake.history.openExisting')}
          </ButtonLink>
        )}
        {kind === 'intake' && (
          <Button
            id={DECISION_ID}
            size="small"
            variant={isDecided ? 'plain' : 'quiet'}
            onClick={() => {
              decideBesides(isDecided ? null : (history?.open.map(({ id }) => id) ?? []));
            }}
          >
            {t(isDecided ? 'intake.history.reconsider' : 'intake.history.recordAnyway')}
          </Button>
        )}
      </div>
    </>
  );
}

function Earlier() {
  const t = useMessages();
  const locale = useLocale();
  const { history, timeZone, kind } = useIntakeScreen();
  const earlier = history?.earlier;
  if (earlier == null) {
    return (
      <Line icon={<CircleCheck className={styles.faintIcon} size={16} aria-hidden="true" />}>
        {t('intake.history.none')}
      </Line>
    );
  }
  const { row } = earlier;
  return (
    <>
      <Line icon={<History className={styles.faintIcon} size={16} aria-hidden="true" />}>
        <span className={classNames(styles.step, styles.earlier)}>
          {t('intake.history.earlier', {
            date: formatDate(row.arrivedAt, { locale, timeZone }),
            name: row.summary.name,
            unit: row.summary.unit,
          })}
        </span>
      </Line>
      {kind === 'intake' && (
        <div className={styles.historyActions}>
          <FillButton />
        </div>
      )}
    </>
  );
}

function FillButton() {
  const t = useMessages();
  const { history, fillFromHistory } = useIntakeScreen();
  if (history?.earlier == null) return null;
  return (
    <Button size="small" onClick={fillFromHistory}>
      {t('intake.history.fill', { number: history.earlier.row.registerNumber })}
    </Button>
  );
}
