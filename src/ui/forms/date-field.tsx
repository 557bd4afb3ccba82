import { useState, type FocusEvent, type Ref } from 'react';
import { formatLongDate, formatTypedDate } from '../format/date-time';
import { parseTypedDate } from '../format/typed-date';
import { useLocale, useMessages } from '../messages/use-messages';
import styles from './control.module.css';
import { FormField, type FieldWords } from './form-field';

export interface DateFieldProps extends FieldWords {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** "2026-03-02"; or the very text typed while it is no date yet, so that nothing is lost. */
  readonly value: string;
  /** Gets the ISO day as soon as the text is a real date, else the text as typed. */
  readonly onValueChange: (value: string) => void;
  readonly onBlur?: ((event: FocusEvent<HTMLInputElement>) => void) | undefined;
  readonly disabled?: boolean | undefined;
  /** Leaves out the reminder of the order where room is short; the control shows it instead. */
  readonly compact?: boolean | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/**
 * A date typed as Indonesian forms are filled in: "02-03-2026", "2/3/2026", "2 Maret 2026".
 * The weekday shown below confirms what was understood. Use with react-hook-form's Controller.
 */
export function DateField(props: DateFieldProps) {
  const t = useMessages();
  const locale = useLocale();
  const { id, name, value, onValueChange, onBlur, disabled, compact, ref, ...words } = props;
  const [typing, setTyping] = useState<string | null>(null);
  const iso = parseTypedDate(value);
  const shown = typing ?? (iso === null ? value : formatTypedDate(iso));
  const understood = iso === null ? undefined : formatLongDate(iso, { locale, timeZone: 'UTC' });
  return (
    <FormField
      width="short"
      {...words}
      note={words.note ?? understood ?? (compact === true ? undefined : t('ui.date.hint'))}
      id={id ?? name}
    >
      {(ids) => (
        <input
          ref={ref}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          name={name}
          disabled={disabled}
          placeholder={compact === true ? t('ui.date.placeholder') : undefined}
          id={ids.id}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.invalid}
          className={styles.control}
          value={shown}
          onChange={(event) => {
            const text = event.target.value;
            setTyping(text);
            onValueChange(parseTypedDate(text) ?? text);
          }}
          onBlur={(event) => {
            setTyping(null);
            onBlur?.(event);
          }}
        />
      )}
    </FormField>
  );
}
