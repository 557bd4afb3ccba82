import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type {
  LetterTemplateLine,
  LetterTemplateRow,
} from '../../../domain/letters/letter-template';
import { classNames } from '../../../ui/class-names';
import { Button } from '../../../ui/controls/button';
import { useMessages } from '../../../ui/messages/use-messages';
import { placeWords } from '../template-words';
import { ConditionFields } from './condition-fields';
import { FRESH_LINE, FRESH_ROW, insertAt } from './edit-template';
import { useTemplateDesk } from './editor-context';
import styles from './editor.module.css';
import { LineButtons } from './line-buttons';
import { PieceText } from './text-field';

interface LineListProps {
  /** Dotted path of the list: also the id of what adds to it. */
  readonly path: string;
  readonly lines: readonly LetterTemplateLine[];
  /** What the button that adds one says. */
  readonly add: string;
}

/** Lines that can be added, moved, taken away and printed under conditions. */
export function LineList({ path, lines, add }: LineListProps) {
  return (
    <EntryList path={path} count={lines.length} add={add} fresh={FRESH_LINE} first="text">
      {(index) => {
        const line = lines[index];
        return line && <Line list={path} index={index} count={lines.length} line={line} />;
      }}
    </EntryList>
  );
}

/** Rows "label : value" with the same freedom. */
export function RowList(props: {
  readonly path: string;
  readonly rows: readonly LetterTemplateRow[];
}) {
  const t = useMessages();
  const { path, rows } = props;
  return (
    <EntryList
      path={path}
      count={rows.length}
      add={t('template.edit.addRow')}
      fresh={FRESH_ROW}
      first="label"
    >
      {(index) => {
        const row = rows[index];
        return row && <Line list={path} index={index} count={rows.length} line={row} isRow />;
      }}
    </EntryList>
  );
}

/** Plain texts in a list, such as the lines of a heading. */
export function TextList(props: { readonly path: string; readonly count: number }) {
  const t = useMessages();
  const { path, count } = props;
  const { speech } = useTemplateDesk();
  return (
    <EntryList path={path} count={count} add={t('template.edit.addLine')} fresh="" first={null}>
      {(index) => {
        const place = `${path}.${index}`;
        return (
          <div className={styles.line}>
            <PieceText path={place} />
            <LineButtons
              list={path}
              index={index}
              count={count}
              name={placeWords(place, speech.locale)}
            />
          </div>
        );
      }}
    </EntryList>
  );
}

interface EntryListProps {
  readonly path: string;
  readonly count: number;
  readonly add: string;
  readonly fresh: unknown;
  /** The text of a new entry that is written first; null where the entry is one itself. */
  readonly first: 'text' | 'label' | null;
  readonly children: (index: number) => ReactNode;
}

function EntryList({ path, count, add, fresh, first, children }: EntryListProps) {
  const { editor, goTo } = useTemplateDesk();
  return (
    <div className={styles.entries}>
      <ol className={styles.lines}>
        {Array.from({ length: count }, (_, index) => (
          <li key={index}>{children(index)}</li>
        ))}
      </ol>
      <Button
        size="small"
        variant="plain"
        icon={Plus}
        id={path}
        data-add={path}
        onClick={() => {
          editor.change((was) => insertAt(was, path, count, fresh));
          goTo(`${path}.${count}${first === null ? '' : `.${first}`}`);
        }}
      >
        {add}
      </Button>
    </div>
  );
}

interface LineProps {
  readonly list: string;
  readonly index: number;
  readonly count: number;
  readonly line: LetterTemplateLine;
  readonly isRow?: boolean;
}

function Line({ list, index, count, line, isRow = false }: LineProps) {
  const { speech } = useTemplateDesk();
  const [isOpen, setIsOpen] = useState(false);
  const path = `${list}.${index}`;
  const name = placeWords(path, speech.locale);
  return (
    <div className={classNames(styles.line, isRow && styles.rowLine)}>
      {isRow && <PieceText path={`${path}.label`} />}
      <PieceText path={`${path}.text`} condition={line} />
      <LineButtons
        list={list}
        index={index}
        count={count}
        name={name}
        conditions={{
          isOpen,
          toggle: () => {
            setIsOpen(!isOpen);
          },
        }}
      />
      {isOpen && <ConditionFields path={path} name={name} line={line} />}
    </div>
  );
}
