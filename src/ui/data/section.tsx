import { useId, type ReactNode } from 'react';
import { classNames } from '../class-names';
import styles from './section.module.css';

export interface SectionProps {
  readonly title: string;
  readonly description?: string | undefined;
  readonly actions?: ReactNode;
  /** Contents reach the edges: for tables and lists that have their own padding. */
  readonly flush?: boolean | undefined;
  readonly children: ReactNode;
}

/** A titled part of a page on its own surface. */
export function Section({ title, description, actions, flush, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 id={id}>{title}</h2>
          {description !== undefined && <p className={styles.description}>{description}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={classNames(flush !== true && styles.body)}>{children}</div>
    </section>
  );
}

/** Fields side by side where there is room, below each other where there is not. */
export function FieldGrid(props: { readonly children: ReactNode }) {
  return <div className={styles.grid}>{props.children}</div>;
}

/** Things below each other at one distance. */
export function Stack(props: { readonly children: ReactNode }) {
  return <div className={styles.stack}>{props.children}</div>;
}

/** Buttons in a row; the decisive one first in forms, last in dialogs. */
export function ButtonRow(props: { readonly children: ReactNode }) {
  return <div className={styles.buttons}>{props.children}</div>;
}
