import { useCallback, useState } from 'react';
import { SYSTEM_AUTHOR, type Author } from '../domain/event';
import type { OfficeState } from '../domain/office/office-state';
import type { Loket, SignIn } from '../features/shared/loket-context';
import type { Store } from '../store/store';
import { useToast } from '../ui/feedback/toast';
import { formatCount } from '../ui/format/numbers';
import { useLocale, useMessages } from '../ui/messages/use-messages';

/** Who sits at the desk, and how they come and go. */
interface Desk extends Pick<Loket, 'staff' | 'signIn' | 'signOut'> {
  /** The desk was left without a word: the screen locks by itself. */
  readonly lock: () => void;
}

/**
 * Who sits at the desk. Coming and going are noted in the trail, wrong passphrases before it as
 * well and said to who came; an account that is disabled meanwhile leaves the desk at once.
 */
export function useDesk(store: Pick<Store, 'note'>, office: OfficeState | undefined): Desk {
  const t = useMessages();
  const locale = useLocale();
  const toast = useToast();
  const [staff, setStaff] = useState<Author | null>(null);
  const leave = useCallback(
    (action: 'sign-out' | 'lock') => {
      // A note that cannot be written holds nobody at the desk.
      if (staff !== null) void store.note({ action, subject: null }, staff).catch(() => undefined);
      setStaff(null);
    },
    [store, staff],
  );
  const signOut = useCallback(() => {
    leave('sign-out');
  }, [leave]);
  const lock = useCallback(() => {
    leave('lock');
  }, [leave]);
  const signIn = useCallback(
    (author: Author, { failedBefore = 0, recovered = false }: Partial<SignIn> = {}) => {
      setStaff(author);
      // A note that cannot be written keeps nobody from the desk.
      const action = recovered ? 'recovery-used' : 'sign-in';
      void store.note({ action, subject: null }, author).catch(() => undefined);
      if (failedBefore === 0) return;
      const details = { staffId: author.id, count: failedBefore };
      const note = { action: 'sign-in-failed', subject: null, details } as const;
      void store.note(note, SYSTEM_AUTHOR).catch(() => undefined);
      const count = formatCount(failedBefore, locale);
      toast({ tone: 'warn', text: t('signIn.failedBefore', { count }), seconds: 20 });
    },
    [store, t, locale, toast],
  );
  const isEnded = office?.staff.some(({ id, active }) => id === staff?.id && !active) === true;
  return { staff: isEnded ? null : staff, signIn, signOut, lock };
}
