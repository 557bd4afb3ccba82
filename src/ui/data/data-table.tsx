import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from '../class-names';
import { Button } from '../controls/button';
import { useShortcuts } from '../keyboard/use-shortcuts';
import { useMessages } from '../messages/use-messages';
import styles from './data-table.module.css';

/** How wide a column is: from a date to a name; `fill` shares what is left. */
export type ColumnWidth = 'icon' | 'narrow' | 'date' | 'medium' | 'wide' | 'fill';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly width: ColumnWidth;
  readonly cell: (row: Row) => ReactNode;
  /** Right-aligned amounts. */
  readonly numeric?: boolean | undefined;
  /** Left out below 1200 px of window width. */
  readonly secondary?: boolean | undefined;
}

export interface DataTableProps<Row> {
  /** What is listed; read by screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Enter, click. */
  readonly onOpen: (row: Row) => void;
  /** The row shown beside the list. */
  readonly selectedKey?: string | null | undefined;
  /** Follows the focus with J/K and arrows; for a list with its detail beside it. */
  readonly onFocusRow?: ((row: Row) => void) | undefined;
  /** Present while there are more rows; gets the next page after the last row's key. */
  readonly onMore?: (() => void) | undefined;
  readonly loadingMore?: boolean | undefined;
  /** In place of rows when there are none. */
  readonly empty?: ReactNode;
}

function focusRow(body: HTMLTableSectionElement | null, step: 'first' | 'last' | 1 | -1): void {
  const rows = Array.from(body?.rows ?? []);
  const current = rows.findIndex((row) => row === document.activeElement);
  const start = current === -1 ? rows.findIndex((row) => row.tabIndex === 0) : current;
  const move = current === -1 ? 0 : step;
  const target =
    step === 'first'
      ? 0
      : step === 'last'
        ? rows.length - 1
        : Math.min(rows.length - 1, Math.max(0, start + Number(move)));
  const row = rows[target];
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

const steps: Readonly<Record<string, 'first' | 'last' | 1 | -1>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: 'first',
  End: 'last',
};

function TableHead<Row>({ columns }: Pick<DataTableProps<Row>, 'columns'>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            className={classNames(
              styles[column.width],
              column.numeric === true && styles.numeric,
              column.secondary === true && styles.secondary,
            )}
          >
            {column.header}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface TableRowProps<Row> extends Pick<
  DataTableProps<Row>,
  'columns' | 'onOpen' | 'onFocusRow'
> {
  readonly row: Row;
  readonly selected: boolean;
  readonly tabStop: boolean;
}

function TableRow<Row>({
  row,
  columns,
  selected,
  tabStop,
  onOpen,
  onFocusRow,
}: TableRowProps<Row>) {
  return (
    <tr
      tabIndex={tabStop ? 0 : -1}
      aria-selected={selected}
      className={styles.row}
      onClick={() => {
        onOpen(row);
      }}
      onFocus={(event) => {
        if (event.target === event.currentTarget) {
          onFocusRow?.(row);
        }
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) {
          event.preventDefault();
          onOpen(row);
        }
      }}
    >
      {columns.map((column) => {
        const content = column.cell(row);
        return (
          <td
            key={column.key}
            // What does not fit is read by pointing at it.
            title={typeof content === 'string' ? content : undefined}
            className={classNames(
              column.numeric === true && styles.numeric,
              column.secondary === true && styles.secondary,
            )}
          >
            {content}
          </td>
        );
      })}
    </tr>
  );
}

/**
 * A list of rows of 36 px under a head that stays. One tab stop; J/K and arrows move, Enter
 * opens. Rows are given page by page; "Muat lagi" asks for the next.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const t = useMessages();
  const [body, setBody] = useState<HTMLTableSectionElement | null>(null);
  const { columns, rows, rowKey, selectedKey, onMore } = props;
  const selectedIndex = rows.findIndex((row) => rowKey(row) === selectedKey);
  const move = (step: 1 | -1) => () => {
    focusRow(body, step);
  };
  useShortcuts(
    {
      j: { label: t('frame.keys.down'), run: move(1) },
      k: { label: t('frame.keys.up'), run: move(-1) },
    },
    { group: props.label, enabled: rows.length > 0 },
  );
  if (rows.length === 0 && props.empty !== undefined) {
    return <>{props.empty}</>;
  }
  return (
    <div className={styles.frame}>
      <table role="grid" aria-label={props.label} className={styles.table}>
        <TableHead columns={columns} />
        <tbody
          ref={setBody}
          onKeyDown={(event: KeyboardEvent) => {
            const step = steps[event.key];
            if (step !== undefined && event.target instanceof HTMLTableRowElement) {
              event.preventDefault();
              focusRow(body, step);
            }
          }}
        >
          {rows.map((row, index) => (
            <TableRow
              key={rowKey(row)}
              row={row}
              columns={columns}
              selected={index === selectedIndex}
              tabStop={index === Math.max(0, selectedIndex)}
              onOpen={props.onOpen}
              onFocusRow={props.onFocusRow}
            />
          ))}
        </tbody>
      </table>
      {onMore !== undefined && (
        <div className={styles.more}>
          <Button size="small" busy={props.loadingMore} data-action="load-more" onClick={onMore}>
            {t('ui.loadMore')}
          </Button>
          <span>{t('ui.loadedCount', { shown: rows.length })}</span>
        </div>
      )}
    </div>
  );
}
