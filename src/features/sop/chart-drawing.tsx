import { Check, CornerUpLeft, MapPin, Minus } from 'lucide-react';
import type { CSSProperties } from 'react';
import {
  SYMBOL_HALF_WIDTH,
  type ChartLabel,
  type ChartLevel,
  type ChartRow,
  type ChartSegment,
  type ChartSymbol,
} from '../../domain/sop/chart';
import { classNames } from '../../ui/class-names';
import { useMessages } from '../../ui/messages/use-messages';
import styles from './sop-chart.module.css';
import type { ChartFacts } from './sop-chart';

/** Heights of the levels, whatever the height of the row: symbols keep theirs. */
const LEVELS: Readonly<Record<ChartLevel, string>> = {
  top: '0%',
  entry: 'calc(50% - var(--symbol) / 2 - 13px)',
  'symbol-top': 'calc(50% - var(--symbol) / 2)',
  middle: '50%',
  'symbol-bottom': 'calc(50% + var(--symbol) / 2)',
  bottom: '100%',
};
const ORDER: readonly ChartLevel[] = [
  'top',
  'entry',
  'symbol-top',
  'middle',
  'symbol-bottom',
  'bottom',
];

/** The symbols and lines of one row, laid over its actor columns; words stand beside them. */
export function ChartDrawing(props: {
  readonly row: ChartRow;
  readonly state: ChartFacts['state'] | null;
}) {
  const { row, state } = props;
  return (
    <div className={styles.drawing} aria-hidden="true">
      {row.segments.map((segment, index) => (
        <Line key={index} segment={segment} />
      ))}
      {row.symbols.map((symbol) => (
        <Symbol key={symbol.column} symbol={symbol} state={state} />
      ))}
      {row.labels.map((label) => (
        <Label key={label.text} label={label} />
      ))}
    </div>
  );
}

function across(x: number): string {
  return `calc(var(--actor) * ${String(x)})`;
}

function Line({ segment }: { readonly segment: ChartSegment }) {
  const { from, to, arrow } = segment;
  const isVertical = from.x === to.x;
  const [upper, lower] =
    ORDER.indexOf(from.level) <= ORDER.indexOf(to.level)
      ? [from.level, to.level]
      : [to.level, from.level];
  const place: CSSProperties = isVertical
    ? {
        left: across(from.x),
        top: LEVELS[upper],
        bottom: `calc(100% - ${LEVELS[lower]})`,
      }
    : {
        left: across(Math.min(from.x, to.x)),
        width: across(Math.abs(to.x - from.x)),
        top: LEVELS[from.level],
      };
  return (
    <>
      <div className={isVertical ? styles.vertical : styles.horizontal} style={place} />
      {arrow && (
        <svg
          viewBox="0 0 9 7"
          className={styles.arrow}
          style={{ left: across(to.x), top: LEVELS[to.level] }}
        >
          <polygon points="0,0 9,0 4.5,7" />
        </svg>
      )}
    </>
  );
}

const icons = {
  done: Check,
  current: MapPin,
  skipped: Minus,
  returned: CornerUpLeft,
} as const;

function Symbol(props: {
  readonly symbol: ChartSymbol;
  readonly state: ChartFacts['state'] | null;
}) {
  const { symbol, state } = props;
  const Icon = state === null || state === 'waiting' ? null : icons[state];
  return (
    <div
      className={classNames(styles.symbol, styles[symbol.kind])}
      data-chart-symbol={symbol.column}
      style={{
        left: across(symbol.column + 0.5 - SYMBOL_HALF_WIDTH),
        width: across(SYMBOL_HALF_WIDTH * 2),
      }}
    >
      {symbol.kind === 'decision' && (
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" className={styles.diamond}>
          <polygon points="50,0 100,50 50,100 0,50" vectorEffect="non-scaling-stroke" />
        </svg>
      )}
      {Icon !== null && <Icon className={styles.icon} size={16} />}
    </div>
  );
}

function Label({ label }: { readonly label: ChartLabel }) {
  const t = useMessages();
  const { text, at, side } = label;
  // A word longer than the margin must not reach into the text beside the drawing.
  const x = text === 'yes' ? at.x : side === 'left' ? Math.floor(at.x) : Math.ceil(at.x);
  return (
    <div
      className={classNames(
        styles.answer,
        side === 'left' ? styles.toLeft : styles.toRight,
        at.level === 'symbol-bottom' && styles.below,
        text === 'no' && styles.no,
      )}
      style={{ left: across(x), top: LEVELS[at.level] }}
    >
      {t(`sopChart.${text}`)}
    </div>
  );
}
