import { useMemo, useState } from 'react';
import { ComboBox } from '../../../ui/forms/combo-box';
import { useShortcuts } from '../../../ui/keyboard/use-shortcuts';
import { useMessages } from '../../../ui/messages/use-messages';
import { fieldChoices, placeWords } from '../template-words';
import { useTemplateDesk } from './editor-context';
import styles from './editor.module.css';

/** Where Alt+I goes. */
const INSERT_ID = 'template-insert';

interface InsertFieldProps {
  /** The text that was written in last; null before any was. */
  readonly area: HTMLTextAreaElement | null;
}

/** Puts a field, chosen by its name, where the cursor was in the text written in last. */
export function InsertField({ area }: InsertFieldProps) {
  const t = useMessages();
  const { speech } = useTemplateDesk();
  const options = useMemo(() => fieldChoices(speech), [speech]);
  /** Counts what was inserted: each choice begins with an empty entry. */
  const [inserted, setInserted] = useState(0);
  useShortcuts(
    {
      'Alt+i': {
        label: t('template.edit.insertKey'),
        run: () => document.getElementById(INSERT_ID)?.focus(),
      },
    },
    { group: t('template.title') },
  );
  const path = area?.dataset['text'];
  const note =
    path === undefined
      ? t('template.edit.insertNone')
      : t('template.edit.insertInto', { place: placeWords(path, speech.locale) });
  return (
    <div className={styles.insert}>
      <ComboBox
        key={inserted}
        id={INSERT_ID}
        label={t('template.edit.insert')}
        note={note}
        options={options}
        value=""
        disabled={area === null}
        onValueChange={(placeholder) => {
          if (area === null || placeholder === '') return;
          setInserted(inserted + 1);
          insertInto(area, `{${placeholder}}`);
        }}
      />
    </div>
  );
}

/** Writes as a person would: the field hears of it and the cursor stands behind it. */
function insertInto(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
