import { X } from 'lucide-react';
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import { classNames } from '../class-names';
import { Button } from '../controls/button';
import { useMessages } from '../messages/use-messages';
import styles from './toast.module.css';
import { toneIcons, type Tone } from './tone';
import tones from './tone.module.css';

export interface Toast {
  readonly tone?: Tone | undefined;
  /** What was done: "Permohonan 2026/A-0012 dikirim". Never the only copy of an error. */
  readonly text: string;
  /** For example "Urungkan", within the time the toast stays. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  /** Default 6 seconds, 10 with an action. The pointer or the focus on it holds it. */
  readonly seconds?: number | undefined;
}

interface ShownToast extends Toast {
  readonly id: number;
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

function ToastItem(props: { readonly toast: ShownToast; readonly onDone: (id: number) => void }) {
  const { toast, onDone } = props;
  const t = useMessages();
  const [held, setHeld] = useState(false);
  const tone = toast.tone ?? 'good';
  const Icon = toneIcons[tone];
  const seconds = toast.seconds ?? (toast.action === undefined ? 6 : 10);

  useEffect(() => {
    if (held) {
      return undefined;
    }
    const timer = setTimeout(() => {
      onDone(toast.id);
    }, seconds * 1000);
    return () => {
      clearTimeout(timer);
    };
  }, [held, seconds, onDone, toast.id]);

  const hold = (value: boolean) => () => {
    setHeld(value);
  };
  return (
    <div
      className={classNames(styles.toast, tones[tone])}
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocus={hold(true)}
      onBlur={hold(false)}
    >
      <Icon className={styles.icon} size={16} aria-hidden="true" />
      <span className={styles.text}>{toast.text}</span>
      {toast.action !== undefined && (
        <Button
          size="small"
          onClick={() => {
            toast.action?.run();
            onDone(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <Button
        variant="plain"
        size="small"
        icon={X}
        aria-label={t('ui.dismiss')}
        onClick={() => {
          onDone(toast.id);
        }}
      />
    </div>
  );
}

let nextId = 1;

/** Shows toasts in the lower right corner, above everything, moving nothing. Mount once. */
export function ToastProvider(props: { readonly children: ReactNode }) {
  const t = useMessages();
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const show = useCallback((toast: Toast) => {
    const id = nextId++;
    setToasts((shown) => [...shown, { ...toast, id }].slice(-3));
  }, []);
  const done = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id));
  }, []);
  return (
    <ToastContext value={show}>
      {props.children}
      <div role="region" aria-label={t('ui.notices')} className={styles.region}>
        <div role="status" aria-live="polite" className={styles.stack}>
          {toasts.map((toast) => (
            <ToastItem key={toast.id} toast={toast} onDone={done} />
          ))}
        </div>
      </div>
    </ToastContext>
  );
}

/** `const toast = useToast(); toast({ text: t('request.saved') })`. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}
