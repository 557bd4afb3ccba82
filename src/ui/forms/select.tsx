import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names';
import { useMessages } from '../messages/use-messages';
import styles from './control.module.css';
import { FormField, type FieldWords } from './form-field';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface SelectProps
  extends FieldWords, Omit<ComponentPropsWithRef<'select'>, 'className' | 'style' | 'children'> {
  readonly choices: readonly Choice[];
  /** Text of the empty first choice; `null` leaves it out. */
  readonly placeholder?: string | null | undefined;
}

/** A choice from a short list (up to about 12; `ComboBox` for more). Fits `register(...)`. */
export function Select(props: SelectProps) {
  const t = useMessages();
  const { label, hint, error, warning, note, optional, width, bare, ...control } = props;
  const { id, choices, placeholder, ...rest } = control;
  const words: FieldWords = { label, hint, error, warning, note, optional, width, bare };
  return (
    <FormField {...words} id={id ?? rest.name}>
      {(ids) => (
        <select
          {...rest}
          id={ids.id}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.invalid}
          className={classNames(styles.control, styles.select)}
        >
          {placeholder !== null && (
            <option value="">{placeholder ?? t('ui.select.placeholder')}</option>
          )}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}
