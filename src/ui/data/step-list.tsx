import { Check, CornerUpLeft, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import { assertNever } from '../../domain/assert-never';
import { useMessages } from '../messages/use-messages';
import styles from './step-list.module.css';

export type StepState = 'done' | 'current' | 'waiting' | 'skipped' | 'returned';

export interface Step {
  readonly id: string;
  readonly number: number | string;
  /** The SOP's own words. */
  readonly title: string;
  /** Who has it. */
  readonly actor?: string | undefined;
  readonly state: StepState;
  /** Time taken, time left, who did it: one short line. */
  readonly meta?: ReactNode;
  /** Buttons of the current step. */
  readonly actions?: ReactNode;
}

function StepMark({ step }: { readonly step: Step }) {
  switch (step.state) {
    case 'done':
      return <Check size={14} strokeWidth={2.5} aria-hidden="true" />;
    case 'skipped':
      return <Minus size={14} aria-hidden="true" />;
    case 'returned':
      return <CornerUpLeft size={14} aria-hidden="true" />;
    case 'current':
    case 'waiting':
      return <span aria-hidden="true">{step.number}</span>;
    default:
      return assertNever(step.state);
  }
}

/** The steps of a procedure, numbered, each with its state as sign, word and colour. */
export function StepList(props: { readonly label: string; readonly steps: readonly Step[] }) {
  const t = useMessages();
  return (
    <ol aria-label={props.label} className={styles.steps}>
      {props.steps.map((step) => (
        <li
          key={step.id}
          aria-current={step.state === 'current' ? 'step' : undefined}
          className={classNames(styles.step, styles[step.state])}
        >
          <span className={styles.mark}>
            <StepMark step={step} />
          </span>
          <div className={styles.words}>
            <div className={styles.title}>{step.title}</div>
            <div className={styles.line}>
              <span className={styles.state}>{t(`ui.step.${step.state}`)}</span>
              {step.actor !== undefined && <span>{step.actor}</span>}
              {step.meta !== undefined && <span>{step.meta}</span>}
            </div>
            {step.actions !== undefined && <div className={styles.actions}>{step.actions}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
