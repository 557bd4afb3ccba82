import { useEffect, useRef, type ReactNode } from 'react';
import { Banner } from '../../ui/feedback/banner';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { useMessages } from '../../ui/messages/use-messages';
import type { FoundOn, ReadFailure } from './read-paper';
import styles from './read-snippet.module.css';

/** Shares of a line's height that are shown around it. */
const AROUND = { x: 0.5, y: 0.4 } as const;
/** Below this a word should be compared letter by letter. */
const SURE = 0.6;

export type ReadField = 'nik' | 'name' | 'number' | 'date';

interface ReadRowProps {
  readonly field: ReadField;
  readonly found: FoundOn | null;
  /** The value as it is shown; left out where what is said of it says enough. */
  readonly value?: ReactNode;
  readonly actions?: ReactNode;
  /** What is said of it, below. */
  readonly children?: ReactNode;
}

/** One thing that was looked for on a paper: its value beside the place it was read from. */
export function ReadRow({ field, found, value, actions, children }: ReadRowProps) {
  const t = useMessages();
  const label = t(`reading.field.${field}`);
  if (found === null) {
    return (
      <p className={styles.faint} data-read={field} data-read-state="nothing">
        {t('reading.notFound', { field: label })}
      </p>
    );
  }
  return (
    <div className={styles.row} data-read={field} data-read-state="found">
      <div className={styles.head}>
        <span className={styles.label}>{label}</span>
        {value !== undefined && <span className={styles.value}>{value}</span>}
        {actions}
      </div>
      <Snippet found={found} label={t('reading.snippet', { field: label })} />
      {found.confidence < SURE && <StatusBadge tone="warn" label={t('reading.unsure')} />}
      {children}
    </div>
  );
}

/** The line of the picture from which something was read. */
function Snippet({ found, label }: { readonly found: FoundOn; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { picture, box } = found;
  useEffect(() => {
    let isWanted = true;
    const left = Math.max(0, Math.round(box.left - box.height * AROUND.x));
    const top = Math.max(0, Math.round(box.top - box.height * AROUND.y));
    const width = Math.round(box.width + 2 * box.height * AROUND.x);
    const height = Math.round(box.height * (1 + 2 * AROUND.y));
    const blob = new Blob([picture], { type: 'image/jpeg' });
    void createImageBitmap(blob, left, top, width, height).then(
      (cut) => {
        const paper = canvas.current;
        if (isWanted && paper !== null) {
          paper.width = cut.width;
          paper.height = cut.height;
          paper.getContext('2d')?.drawImage(cut, 0, 0);
        }
        cut.close();
      },
      // The value still stands there; without its picture it is compared with the paper itself.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [picture, box]);
  return <canvas ref={canvas} className={styles.snippet} role="img" aria-label={label} />;
}

/** Why nothing was read, and what to do instead. */
export function ReadFailureBanner({ failure }: { readonly failure: ReadFailure }) {
  const t = useMessages();
  const { kind } = failure;
  return (
    <div data-read-failed={kind}>
      <Banner
        tone="warn"
        title={t(`reading.failed.${kind}`)}
        {...(failure.kind === 'service' && {
          details: {
            summary: t('ui.showDetails'),
            text: `${failure.error.kind}: ${failure.error.detail}`,
          },
        })}
      >
        {t(`reading.failed.${kind}.text`)}
      </Banner>
    </div>
  );
}
