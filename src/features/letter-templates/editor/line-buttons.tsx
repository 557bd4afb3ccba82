import { ArrowDown, ArrowUp, SlidersHorizontal, Trash2 } from 'lucide-react';
import { Button } from '../../../ui/controls/button';
import { useToast } from '../../../ui/feedback/toast';
import { useMessages } from '../../../ui/messages/use-messages';
import { moveAt, removeAt } from './edit-template';
import { useTemplateDesk } from './editor-context';
import styles from './editor.module.css';

const SMALL = { size: 'small', variant: 'plain' } as const;

interface LineButtonsProps {
  /** Dotted path of the list and the place of the entry in it. */
  readonly list: string;
  readonly index: number;
  readonly count: number;
  /** What the entry is called. */
  readonly name: string;
  /** Opens and closes the fields of when it is printed; left out where it is always. */
  readonly conditions?: { readonly isOpen: boolean; readonly toggle: () => void } | undefined;
}

/** What can be done with an entry of a list: when it is printed, its place, its removal. */
export function LineButtons({ list, index, count, name, conditions }: LineButtonsProps) {
  const t = useMessages();
  const toast = useToast();
  const { editor, goTo } = useTemplateDesk();

  function remove(): void {
    editor.settle();
    const before = editor.history().present;
    editor.change((was) => removeAt(was, list, index));
    toast({
      text: t('sheet.removed', { name }),
      action: { label: t('ui.undo'), run: () => editor.backTo(before) },
    });
    // The entry that took its place, else the one before, else what adds a new one.
    goTo(count > 1 ? `${list}.${Math.min(index, count - 2)}` : list);
  }

  /** The entry's own button keeps the focus, so that it can be moved on. */
  function move(by: -1 | 1): void {
    editor.change((was) => moveAt(was, list, index, by));
    const place = index + by;
    const isAtEnd = by === -1 ? place === 0 : place === count - 1;
    const button = (by === -1) === isAtEnd ? 'down' : 'up';
    goTo(`${list}.${place}.${button}`);
  }

  return (
    <span className={styles.lineButtons}>
      {conditions !== undefined && (
        <Button
          {...SMALL}
          icon={SlidersHorizontal}
          title={t('template.edit.conditions', { name })}
          aria-label={t('template.edit.conditions', { name })}
          aria-expanded={conditions.isOpen}
          data-action="conditions"
          onClick={conditions.toggle}
        />
      )}
      <MoveButton
        by={-1}
        id={`${list}.${index}.up`}
        name={name}
        disabled={index === 0}
        onMove={move}
      />
      <MoveButton
        by={1}
        id={`${list}.${index}.down`}
        name={name}
        disabled={index === count - 1}
        onMove={move}
      />
      <Button
        {...SMALL}
        icon={Trash2}
        title={t('sheet.remove')}
        aria-label={t('sheet.removeNamed', { name })}
        data-action="remove-line"
        onClick={remove}
      />
    </span>
  );
}

interface MoveButtonProps {
  readonly by: -1 | 1;
  readonly id: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly onMove: (by: -1 | 1) => void;
}

function MoveButton({ by, id, name, disabled, onMove }: MoveButtonProps) {
  const t = useMessages();
  const isUp = by === -1;
  return (
    <Button
      {...SMALL}
      icon={isUp ? ArrowUp : ArrowDown}
      id={id}
      disabled={disabled}
      title={t(isUp ? 'sheet.up' : 'sheet.down')}
      aria-label={t(isUp ? 'sheet.upNamed' : 'sheet.downNamed', { name })}
      onClick={() => {
        onMove(by);
      }}
    />
  );
}
