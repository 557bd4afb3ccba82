import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names';
import styles from './control.module.css';
import { FormField, type FieldWords } from './form-field';

export interface TextFieldProps
  extends FieldWords, Omit<ComponentPropsWithRef<'input'>, 'className' | 'style' | 'width'> {}

/**
 * One line of text. Takes what `register(...)` of react-hook-form gives. The id is the `id`,
 * else the `name`, so that a summary of errors can lead to it.
 */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, warning, note, optional, width, id, ...input } = props;
  const words: FieldWords = { label, hint, error, warning, note, optional, width };
  return (
    <FormField {...words} id={id ?? input.name}>
      {(ids) => (
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...input}
          id={ids.id}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.invalid}
          className={styles.control}
        />
      )}
    </FormField>
  );
}

export interface TextAreaProps
  extends FieldWords, Omit<ComponentPropsWithRef<'textarea'>, 'className' | 'style'> {}

/** Several lines of text; grows with what is typed. With `rows={1}` it begins as one line. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, warning, note, optional, width, labelHidden, id, ...area } = props;
  const words: FieldWords = { label, hint, error, warning, note, optional, width, labelHidden };
  return (
    <FormField {...words} id={id ?? area.name}>
      {(ids) => (
        <textarea
          rows={3}
          autoComplete="off"
          {...area}
          id={ids.id}
          aria-describedby={ids.describedBy}
          aria-invalid={ids.invalid}
          className={classNames(styles.control, styles.area)}
        />
      )}
    </FormField>
  );
}
