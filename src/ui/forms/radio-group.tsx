import { useId, type ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names';
import { MessageLine, OptionalMark, type FieldWords } from './form-field';
import fieldStyles from './form-field.module.css';
import styles from './radio-group.module.css';

export interface RadioChoice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** Goes to each radio button: what `register(...)` gives, or `checked` is derived from `value`. */
type RadioInputProps = Pick<
  ComponentPropsWithRef<'input'>,
  'name' | 'onChange' | 'onBlur' | 'ref' | 'disabled' | 'required'
>;

export interface RadioGroupProps extends Omit<FieldWords, 'width'>, RadioInputProps {
  readonly choices: readonly RadioChoice[];
  /** Makes the group controlled. Leave it out with `register(...)`. */
  readonly value?: string | null | undefined;
  /** Side by side where there is room; for two or three short words. */
  readonly inline?: boolean | undefined;
}

/** One of a few choices, all visible. Arrows move within, Tab goes past. */
export function RadioGroup(props: RadioGroupProps) {
  const { label, hint, error, warning, note, optional, bare, ...rest } = props;
  const { choices, value, inline, name, ...input } = rest;
  const generated = useId();
  const group = name ?? generated;
  const lineId = `${group}-line`;
  return (
    <fieldset
      className={fieldStyles.field}
      aria-describedby={lineId}
      aria-invalid={error !== undefined}
    >
      <legend className={bare === true ? fieldStyles.hidden : fieldStyles.label}>
        {label}
        {optional === true && <OptionalMark />}
      </legend>
      {hint !== undefined && <div className={fieldStyles.hint}>{hint}</div>}
      <div className={classNames(styles.choices, inline === true && styles.inline)}>
        {choices.map((choice, index) => (
          <label key={choice.value} className={styles.choice}>
            <input
              {...input}
              type="radio"
              id={index === 0 ? group : `${group}-${choice.value}`}
              name={group}
              value={choice.value}
              disabled={choice.disabled ?? input.disabled}
              {...(value === undefined ? {} : { checked: value === choice.value })}
              className={styles.mark}
            />
            <span>
              {choice.label}
              {choice.hint !== undefined && <span className={styles.hint}>{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <MessageLine id={lineId} error={error} warning={warning} note={note} bare={bare} />
    </fieldset>
  );
}

export interface CheckboxProps extends Omit<
  ComponentPropsWithRef<'input'>,
  'className' | 'style' | 'type'
> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Keeps no line free for a message: for boxes that stand in a list. */
  readonly compact?: boolean | undefined;
}

/** Yes or no. Fits `register(...)`; the label is part of what can be clicked. */
export function Checkbox(props: CheckboxProps) {
  const { label, hint, error, compact, id, ...input } = props;
  const generated = useId();
  const boxId = id ?? input.name ?? generated;
  const lineId = `${boxId}-line`;
  return (
    <div className={fieldStyles.field}>
      <label className={styles.choice}>
        <input
          {...input}
          type="checkbox"
          id={boxId}
          aria-describedby={compact === true ? undefined : lineId}
          aria-invalid={error !== undefined}
          className={classNames(styles.mark, styles.box)}
        />
        <span>
          {label}
          {hint !== undefined && <span className={styles.hint}>{hint}</span>}
        </span>
      </label>
      {compact !== true && <MessageLine id={lineId} error={error} />}
    </div>
  );
}
