import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { classNames } from '../class-names';
import { useMessages } from '../messages/use-messages';
import styles from './form-field.module.css';

/** Width of a control: by what is typed into it, so that forms line up. */
export type FieldWidth = 'short' | 'medium' | 'long' | 'full';

/** What every field of a form can say about itself. */
export interface FieldWords {
  readonly label: string;
  /** Stays visible while typing; for a rule of the entry, not for its label. */
  readonly hint?: string | undefined;
  /** What is wrong and what to do. Marks the field as invalid. */
  readonly error?: string | undefined;
  /** Looks wrong but may be right; does not mark the field as invalid. */
  readonly warning?: string | undefined;
  /** A fact about the entry: what was cleaned, the weekday of a date. */
  readonly note?: string | undefined;
  /** Shows "opsional" beside the label: fields are required unless they say so. */
  readonly optional?: boolean | undefined;
  readonly width?: FieldWidth | undefined;
  /** The label is only read out: what stands around the field shows what it is. */
  readonly labelHidden?: boolean | undefined;
  /**
   * For a strip of one line: the label is only read out, and no line is kept free. A message
   * comes below the control and moves what is under it: only after somebody asked for it.
   */
  readonly bare?: boolean | undefined;
}

/** What the control inside must carry to belong to its label and messages. */
export interface ControlIds {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

interface FormFieldProps extends FieldWords {
  readonly id?: string | undefined;
  readonly children: (ids: ControlIds) => ReactNode;
}

type LineProps = Pick<FieldWords, 'error' | 'warning' | 'note' | 'bare'> & { readonly id: string };

/** One line is always kept free: a message that comes or goes must not move what is below. */
export function MessageLine({ id, error, warning, note, bare }: LineProps) {
  const t = useMessages();
  const tone = error !== undefined ? 'error' : warning !== undefined ? 'warning' : 'note';
  const text = error ?? warning ?? note;
  const isFree = bare === true && text === undefined;
  const Icon = tone === 'error' ? CircleAlert : tone === 'warning' ? TriangleAlert : Info;
  return (
    <div
      id={id}
      className={classNames(isFree ? styles.hidden : styles.line, styles[tone])}
      aria-live="polite"
    >
      {text !== undefined && (
        <>
          <Icon className={styles.lineIcon} size={14} aria-hidden="true" />
          <span>
            {tone === 'error' && <span className={styles.hidden}>{t('ui.form.errorPrefix')} </span>}
            {tone === 'warning' && (
              <span className={styles.hidden}>{t('ui.form.warningPrefix')} </span>
            )}
            {text}
          </span>
        </>
      )}
    </div>
  );
}

/** "opsional" beside a label, in the language of the screen. */
export function OptionalMark() {
  const t = useMessages();
  return <span className={styles.optional}>({t('ui.optional')})</span>;
}

/**
 * Label, hint, control and one reserved line for error, warning or note. The control is made
 * by the caller from the ids handed to it; the ready-made fields beside this file do that.
 */
export function FormField(props: FormFieldProps) {
  const generated = useId();
  const id = props.id ?? generated;
  const hintId = `${id}-hint`;
  const lineId = `${id}-line`;
  const isHidden = props.bare === true || props.labelHidden === true;
  const describedBy = props.hint === undefined ? lineId : `${hintId} ${lineId}`;
  return (
    <div className={classNames(styles.field, styles[props.width ?? 'full'])}>
      <label className={isHidden ? styles.hidden : styles.label} htmlFor={id}>
        {props.label}
        {props.optional === true && <OptionalMark />}
      </label>
      {props.hint !== undefined && (
        <div id={hintId} className={styles.hint}>
          {props.hint}
        </div>
      )}
      {props.children({ id, describedBy, invalid: props.error !== undefined })}
      <MessageLine
        id={lineId}
        error={props.error}
        warning={props.warning}
        note={props.note}
        bare={props.bare}
      />
    </div>
  );
}
