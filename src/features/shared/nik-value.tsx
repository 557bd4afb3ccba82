import { Copy, Eye, EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { TrailNote } from '../../domain/trail/trail-event';
import { Button } from '../../ui/controls/button';
import { useCopy } from '../../ui/controls/use-copy';
import { groupNik, maskNik, maskNiksIn } from '../../ui/format/numbers';
import { useMessages } from '../../ui/messages/use-messages';
import styles from './nik-value.module.css';
import { useTrail } from './use-trail';

/** How long a NIK stays open, in milliseconds: long enough to compare it with a card. */
export const REVEALED_FOR = 30_000;

interface NikValueProps {
  /** 16 digits, ungrouped; what else was recorded is masked too. '' shows nothing. */
  readonly nik: string;
  /** The request it is of; null for a row that is not recorded yet. */
  readonly subject: string | null;
  /** What the trail says beside that: where the row comes from. */
  readonly details?: TrailNote['details'];
  /** Names this NIK where several stand together; "NIK" by default. */
  readonly label?: string | undefined;
}

/**
 * A NIK, masked until somebody asks for it. Asking is noted in the trail (`reveal-nik`). It is
 * masked again after half a minute, when the window is put away, and with the page: on leaving
 * it, on locking, and when another person's NIK takes its place.
 */
export function NikValue(props: NikValueProps) {
  if (props.nik === '') return null;
  return <OneNik key={`${props.subject ?? ''}/${props.nik}`} {...props} />;
}

/** A masked NIK for lists, where a row is opened to see more of it. */
export function MaskedNik({ nik }: { readonly nik: string }) {
  const t = useMessages();
  if (nik === '') return null;
  return (
    <span className={styles.digits} data-nik="masked">
      <span aria-hidden="true">{maskNik(nik)}</span>
      <span className={styles.hidden}>{t('nik.masked', { last: maskNik(nik).slice(-4) })}</span>
    </span>
  );
}

interface TypedTextProps {
  /** As somebody typed it; line ends and all. */
  readonly text: string;
  /** The request it is about. */
  readonly subject: string;
}

/**
 * A text somebody typed: every NIK in it is masked until somebody asks for the whole text,
 * which is noted and ends as with `NikValue`. A text without any shows as it is.
 */
export function TypedText({ text, subject }: TypedTextProps) {
  return maskNiksIn(text) === text ? text : <MaskedText key={text} text={text} subject={subject} />;
}

function MaskedText({ text, subject }: TypedTextProps) {
  const { isOpen, open, close } = useReveal({ action: 'reveal-nik', subject });
  return (
    <>
      <span aria-live="polite" data-nik={isOpen ? 'revealed' : 'masked'}>
        {isOpen ? text : maskNiksIn(text)}
      </span>{' '}
      <span className={styles.nik}>
        <RevealButton isOpen={isOpen} of="" onClick={isOpen ? close : open} />
      </span>
    </>
  );
}

interface RevealButtonProps {
  readonly isOpen: boolean;
  /** Which NIK, behind the button's name; '' where it stands alone. */
  readonly of: string;
  readonly onClick: () => void;
}

function RevealButton({ isOpen, of, onClick }: RevealButtonProps) {
  const t = useMessages();
  return (
    <Button
      variant="plain"
      size="small"
      icon={isOpen ? EyeOff : Eye}
      data-action={isOpen ? 'hide-nik' : 'reveal-nik'}
      aria-label={`${t(isOpen ? 'nik.hide' : 'nik.reveal')}${of}`}
      title={isOpen ? t('nik.hide') : `${t('nik.reveal')}. ${t('nik.revealHint')}`}
      onClick={onClick}
    />
  );
}

function OneNik({ nik, subject, details, label }: NikValueProps) {
  const t = useMessages();
  const { isOpen, open, close } = useReveal({
    action: 'reveal-nik',
    subject,
    ...(details !== undefined && { details }),
  });
  const of = label === undefined ? '' : ` (${label})`;
  return (
    <span className={styles.nik}>
      <span aria-live="polite">
        {isOpen ? (
          <span className={styles.digits} data-nik="revealed">
            {groupNik(nik)}
          </span>
        ) : (
          <MaskedNik nik={nik} />
        )}
      </span>
      <RevealButton isOpen={isOpen} of={of} onClick={isOpen ? close : open} />
      {isOpen && <CopyNik nik={nik} label={label ?? t('intake.label.nik')} />}
    </span>
  );
}

/** Open for a while after `open`, each time with a note; closed when the window is put away. */
function useReveal(note: TrailNote) {
  const { seen } = useTrail();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return undefined;
    const close = () => {
      setIsOpen(false);
    };
    const closeWhenHidden = () => {
      if (document.visibilityState === 'hidden') close();
    };
    const timer = setTimeout(close, REVEALED_FOR);
    document.addEventListener('visibilitychange', closeWhenHidden);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', closeWhenHidden);
    };
  }, [isOpen]);
  return {
    isOpen,
    open: () => {
      void seen(note);
      setIsOpen(true);
    },
    close: () => {
      setIsOpen(false);
    },
  };
}

/** Takes the NIK to the clipboard as services want it: ungrouped. */
function CopyNik({ nik, label }: { readonly nik: string; readonly label: string }) {
  const t = useMessages();
  const copy = useCopy();
  return (
    <Button
      variant="plain"
      size="small"
      icon={Copy}
      aria-label={`${t('ui.copy')} ${label}`}
      onClick={() => {
        copy(nik, label);
      }}
    />
  );
}
