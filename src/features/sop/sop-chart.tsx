import { ArrowDownRight, Check, CornerUpLeft, MapPin, Minus } from 'lucide-react';
import { useLayoutEffect, useRef, type CSSProperties } from 'react';
import { chartRows, type ChartRow } from '../../domain/sop/chart';
import { refusalTarget, stepAfter } from '../../domain/sop/route';
import type { Sop, SopStep } from '../../domain/sop/sop';
import { classNames } from '../../ui/class-names';
import { formatStandardTime } from '../../ui/format/duration';
import { useLocale, useMessages, type Translate } from '../../ui/messages/use-messages';
import { ChartDrawing } from './chart-drawing';
import styles from './sop-chart.module.css';

/** How far a request is with a step, and its times in words. */
export interface ChartFacts {
  readonly state: 'done' | 'current' | 'waiting' | 'skipped' | 'returned';
  readonly words: readonly string[];
}

export interface SopChartProps {
  readonly sop: Sop;
  /** Of a request, by the step's key; left out, the chart is the SOP's own. */
  readonly facts?: ReadonlyMap<string, ChartFacts> | undefined;
  /** Key of the open step. */
  readonly current?: string | null | undefined;
}

/**
 * An SOP in the form of PermenPAN-RB 35/2012: a table with one column per actor, the lines of
 * its flow drawn through them, then mutu baku and keterangan. Reads as a table too: who acts
 * and where a step leads stands in words for those who do not see the lines.
 */
export function SopChart({ sop, facts, current }: SopChartProps) {
  const t = useMessages();
  const actors = Math.max(1, sop.actors.length);
  const box = useOpenStepInView();
  return (
    <div
      ref={box}
      className={styles.box}
      tabIndex={0}
      role="region"
      aria-label={t('sopChart.label')}
    >
      <table className={styles.table} style={{ '--actors': actors } as CSSProperties}>
        <caption className={styles.hidden}>{sop.identity.title}</caption>
        <Columns sop={sop} />
        <Head sop={sop} />
        <tbody>
          {chartRows(sop).map((row) => (
            <Row
              key={row.step.key}
              sop={sop}
              row={row}
              facts={facts?.get(row.step.key)}
              isCurrent={row.step.key === current}
              shows={facts !== undefined}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Lets a long chart begin where the request stands; afterwards only the reader moves it. */
function useOpenStepInView() {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const row = box.current?.querySelector<HTMLElement>('tr[aria-current]');
    if (!box.current || !row) return;
    const hidden = row.offsetTop + row.offsetHeight - box.current.clientHeight;
    if (hidden > 0) box.current.scrollTop = row.offsetTop - box.current.clientHeight / 2;
  }, []);
  return box;
}

function Columns({ sop }: { readonly sop: Sop }) {
  return (
    <colgroup>
      <col className={styles.numberColumn} />
      <col className={styles.activityColumn} />
      <col span={Math.max(1, sop.actors.length)} className={styles.actorColumn} />
      <col className={styles.needsColumn} />
      <col className={styles.timeColumn} />
      <col className={styles.needsColumn} />
      <col className={styles.noteColumn} />
    </colgroup>
  );
}

function Head({ sop }: { readonly sop: Sop }) {
  const t = useMessages();
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className={styles.number}>
          {t('sopChart.number')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('sopChart.activity')}
        </th>
        <th scope="colgroup" colSpan={sop.actors.length}>
          {t('sopChart.actors')}
        </th>
        <th scope="colgroup" colSpan={3}>
          {t('sopChart.quality')}
        </th>
        <th scope="col" rowSpan={2}>
          {t('sopChart.note')}
        </th>
      </tr>
      <tr className={styles.second}>
        {sop.actors.map(({ key, label }, index) => (
          <th key={`${key}-${String(index)}`} scope="col" className={styles.actor}>
            {label}
          </th>
        ))}
        <th scope="col">{t('sopChart.completeness')}</th>
        <th scope="col">{t('sopChart.time')}</th>
        <th scope="col">{t('sopChart.output')}</th>
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly sop: Sop;
  readonly row: ChartRow;
  readonly facts: ChartFacts | undefined;
  readonly isCurrent: boolean;
  /** Whether the chart shows a request. */
  readonly shows: boolean;
}

function Row({ sop, row, facts, isCurrent, shows }: RowProps) {
  const t = useMessages();
  const { step } = row;
  return (
    <tr
      className={classNames(isCurrent && styles.current, facts && styles[facts.state])}
      aria-current={isCurrent ? 'step' : undefined}
      data-chart-step={step.key}
    >
      <td className={styles.number}>{step.number}</td>
      <td>
        {step.activity}
        <span className={styles.hidden}>{flowWords(sop, step, t)}</span>
      </td>
      {sop.actors.map(({ key }, index) => (
        <td key={`${key}-${String(index)}`} className={styles.actor}>
          {index === 0 && <ChartDrawing row={row} state={facts?.state ?? null} />}
          {[step.actor, ...step.alternateActors].includes(key) && (
            <span className={styles.hidden}>{t('sopChart.acts')}</span>
          )}
        </td>
      ))}
      <td>{step.completeness ?? '–'}</td>
      <td>
        <Times step={step} facts={shows ? facts : undefined} isCurrent={isCurrent} />
      </td>
      <td>{step.output ?? '–'}</td>
      <td>{step.note}</td>
    </tr>
  );
}

const marks = {
  done: Check,
  current: MapPin,
  skipped: Minus,
  returned: CornerUpLeft,
  waiting: ArrowDownRight,
} as const;

/** The standard time, and what a request took of it. */
function Times(props: {
  readonly step: SopStep;
  readonly facts: ChartFacts | undefined;
  readonly isCurrent: boolean;
}) {
  const t = useMessages();
  const locale = useLocale();
  const { step, facts, isCurrent } = props;
  const standard = step.standardTime === null ? '–' : formatStandardTime(step.standardTime, locale);
  if (facts === undefined || facts.state === 'waiting') return standard;
  const Mark = marks[facts.state];
  return (
    <>
      <div>{standard}</div>
      <div className={styles.state}>
        <Mark size={14} aria-hidden="true" />
        {isCurrent ? t('sopChart.here') : t(`ui.step.${facts.state}`)}
      </div>
      <div className={styles.words}>
        {facts.state !== 'skipped' && <div>{t('sopChart.actual')}</div>}
        {facts.words.map((word) => (
          <div key={word}>{word}</div>
        ))}
      </div>
    </>
  );
}

/** Where a step leads, in words. */
function flowWords(sop: Sop, step: SopStep, t: Translate): string {
  const next = stepAfter(sop, step.key);
  const back = refusalTarget(sop, step);
  return [
    next === undefined ? t('sopChart.ends') : t('sopChart.next', { number: next.number }),
    ...(back === undefined ? [] : [t('sopChart.back', { number: back.number })]),
  ].join(' ');
}
