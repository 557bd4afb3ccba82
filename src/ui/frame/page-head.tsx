import type { ReactNode } from 'react';
import { classNames } from '../class-names';
import styles from './page-head.module.css';

export interface PageHeadProps {
  readonly title: string;
  /** Number, person, service, time left: short facts in one line. */
  readonly facts?: readonly ReactNode[] | undefined;
  /** `StatusBadge` beside the title. */
  readonly status?: ReactNode;
  /** Buttons; the next thing to do is the only primary one. */
  readonly actions?: ReactNode;
}

/** The head of a page; stays in view while the page scrolls below it. */
export function PageHead({ title, facts, status, actions }: PageHeadProps) {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <div className={styles.first}>
          <h1 className={styles.title}>{title}</h1>
          {status}
        </div>
        {facts !== undefined && (
          <div className={styles.facts}>
            {facts.map((fact, index) => (
              <span key={index}>{fact}</span>
            ))}
          </div>
        )}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

export interface PageProps {
  readonly head: ReactNode;
  readonly children: ReactNode;
  /**
   * `form`: one column of reading width; `wide` (default): padded, full width; `bare`: contents
   * reach the edges and fill the height (tables, SplitView).
   */
  readonly layout?: 'form' | 'wide' | 'bare' | undefined;
}

/** A page: its head on top, its contents below. */
export function Page({ head, children, layout = 'wide' }: PageProps) {
  return (
    <div className={classNames(styles.page, layout === 'bare' && styles.fixed)}>
      {head}
      <div className={classNames(styles.contents, styles[layout])}>{children}</div>
    </div>
  );
}
