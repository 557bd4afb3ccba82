import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { classNames } from '../class-names';
import { Button } from '../controls/button';
import { useMessages } from '../messages/use-messages';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Esc, the close button and the caller's own buttons end here. */
  readonly onClose: () => void;
  readonly children?: ReactNode;
  /** Buttons, the decisive one last. */
  readonly actions?: ReactNode;
  readonly wide?: boolean | undefined;
}

function OpenDialog({ title, onClose, children, actions, wide }: DialogProps) {
  const t = useMessages();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // A layout effect, so that closing happens while the dialog still is in the page: only then
  // does the browser put the focus back where it was.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-initial-focus]')?.focus();
    return () => {
      dialog?.close();
    };
  }, []);

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      className={classNames(styles.dialog, wide === true && styles.wide)}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <Button
          variant="plain"
          size="small"
          icon={X}
          aria-label={t('ui.close')}
          onClick={onClose}
        />
      </header>
      <div className={styles.body}>{children}</div>
      {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
    </dialog>
  );
}

/**
 * A question that must be answered before going on. Never for forms or for errors alone. The
 * element `[data-initial-focus]` gets the focus, else the first that can; the focus returns to
 * where it was.
 */
export function Dialog(props: DialogProps) {
  return props.open ? <OpenDialog {...props} /> : null;
}
