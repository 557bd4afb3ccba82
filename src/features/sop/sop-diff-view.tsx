import { ArrowUpDown, Equal, Minus, PencilLine, Plus, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { diffSops, type RowChange } from '../../domain/sop/diff-sops';
import type { Sop } from '../../domain/sop/sop';
import { EmptyState } from '../../ui/feedback/empty-state';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { Tone } from '../../ui/feedback/tone';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { diffInWords, type CellLines, type ShownCell, type ShownRow } from './sop-diff-words';
import styles from './sop-diff.module.css';

const looks = {
  same: { icon: Equal, tone: 'neutral' },
  changed: { icon: PencilLine, tone: 'warn' },
  added: { icon: Plus, tone: 'good' },
  removed: { icon: Minus, tone: 'bad' },
  moved: { icon: ArrowUpDown, tone: 'info' },
} as const satisfies Readonly<
  Record<RowChange, { readonly icon: LucideIcon; readonly tone: Tone }>
>;

const lists = ['actors', 'documents', 'reasons', 'steps'] as const;

interface SopDiffViewProps {
  readonly before: Sop;
  readonly after: Sop;
}

/** Two SOPs side by side: what differs, part by part; what is the same is behind a line. */
export function SopDiffView({ before, after }: SopDiffViewProps) {
  const t = useMessages();
  const locale = useLocale();
  const diff = diffSops(before, after);
  if (diff.changes === 0) {
    return <EmptyState title={t('sop.diff.same')} text={t('sop.diff.sameText')} />;
  }
  const shown = diffInWords(diff, before, after, locale);
  return (
    <div className={styles.diff} data-changes={diff.changes}>
      {shown.identity.length > 0 && (
        <Part title={t('sopEditor.section.identity')}>
          <tbody>
            {shown.identity.map((cell) => (
              <CellRow key={cell.field} cell={cell} change={changeOf(cell)} />
            ))}
          </tbody>
        </Part>
      )}
      {lists
        .filter((list) => shown[list].some(({ change }) => change !== 'same'))
        .map((list) => (
          <Part key={list} title={t(`sopEditor.section.${list}`)}>
            {runs(shown[list]).map((run) => (
              <Run key={run[0]?.key} rows={run} />
            ))}
          </Part>
        ))}
    </div>
  );
}

/** One part of the SOP as a table: field, before, after. */
function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const t = useMessages();
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sop.diff.field')}</th>
          <th scope="col">{t('sop.diff.before')}</th>
          <th scope="col">{t('sop.diff.after')}</th>
        </tr>
      </thead>
      {children}
    </table>
  );
}

/** Rows that are the same are joined to runs; every other row stands alone. */
function runs(rows: readonly ShownRow[]): readonly (readonly ShownRow[])[] {
  const found: ShownRow[][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (row.change === 'same' && last?.[0]?.change === 'same') last.push(row);
    else found.push([row]);
  }
  return found;
}

function Run({ rows }: { readonly rows: readonly ShownRow[] }) {
  const t = useMessages();
  const [first] = rows;
  if (first === undefined) return null;
  if (first.change !== 'same') return <ChangedRow row={first} />;
  return (
    <tbody>
      <tr>
        <td colSpan={3}>
          <details className={styles.same}>
            <summary>{t('sop.diff.sameRows', { count: rows.length })}</summary>
            <ul>
              {rows.map(({ key, name }) => (
                <li key={key}>{name}</li>
              ))}
            </ul>
          </details>
        </td>
      </tr>
    </tbody>
  );
}

function ChangedRow({ row }: { readonly row: ShownRow }) {
  const t = useMessages();
  const { key, change, name, from, to, cells } = row;
  return (
    <tbody data-change={change} data-row={key}>
      <tr>
        <th scope="rowgroup" colSpan={3} className={styles.rowHead}>
          <span className={styles.rowHeadWords}>
            <ChangeBadge change={change} />
            <span>{name}</span>
            {change === 'moved' && (
              <span className={styles.faint}>{t('sop.diff.movedFrom', { from, to })}</span>
            )}
          </span>
        </th>
      </tr>
      {cells.map((cell) => (
        <CellRow key={cell.field} cell={cell} />
      ))}
    </tbody>
  );
}

/** What became of a field that stands for itself. */
function changeOf({ before, after }: ShownCell): RowChange {
  if (before?.length === 0) return 'added';
  return after?.length === 0 ? 'removed' : 'changed';
}

function ChangeBadge({ change }: { readonly change: RowChange }) {
  const t = useMessages();
  return <StatusBadge {...looks[change]} label={t(`sop.diff.change.${change}`)} />;
}

interface CellRowProps {
  readonly cell: ShownCell;
  /** Of a field under no row of its own, which would say it. */
  readonly change?: RowChange;
}

function CellRow({ cell, change }: CellRowProps) {
  const { field, label, before, after } = cell;
  return (
    <tr data-field={field}>
      <th scope="row">
        <span className={styles.fieldWords}>
          <span>{label}</span>
          {change !== undefined && <ChangeBadge change={change} />}
        </span>
      </th>
      <td>
        <Cell as="del" icon={Minus} lines={before} other={after} />
      </td>
      <td>
        <Cell as="ins" icon={Plus} lines={after} other={before} />
      </td>
    </tr>
  );
}

interface CellProps {
  /** `del` on the left, `ins` on the right: screen readers say so. */
  readonly as: 'del' | 'ins';
  readonly icon: LucideIcon;
  readonly lines: CellLines;
  readonly other: CellLines;
}

/** The lines of one side; those the other side lacks carry a sign. */
function Cell({ as: Mark, icon: Icon, lines, other }: CellProps) {
  const t = useMessages();
  if (lines === null) return <span className={styles.faint}>{t('sop.diff.none')}</span>;
  if (lines.length === 0) return <span className={styles.faint}>{t('sop.diff.blank')}</span>;
  return (
    <ul className={styles.lines}>
      {lines.map((line, index) => (
        <li key={index}>
          {other?.includes(line) === true ? (
            line
          ) : (
            <Mark className={styles[Mark]}>
              <Icon className={styles.sign} size={14} aria-hidden="true" />
              <span>{line}</span>
            </Mark>
          )}
        </li>
      ))}
    </ul>
  );
}
