import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { TrailNote } from '../../domain/trail/trail-event';
import type { CommandFailure } from '../../store/store';
import { Button } from '../../ui/controls/button';
import { Dialog } from '../../ui/feedback/dialog';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import { TrailContext, type Trail } from '../shared/use-trail';
import { useBackupNotes } from './use-backup-notes';
import { TrailWatchContext, useCheckingTrail } from './use-trail-watch';

/** A note that could not be written, waiting for the person's word. */
interface Refused {
  readonly failure: CommandFailure;
  readonly answer: (again: boolean) => void;
}

/** Hands the trail to the screens: noting, and the check that begins with the start. */
export function TrailProvider({ children }: { readonly children: ReactNode }) {
  const { store, staff } = useLoket();
  const watch = useCheckingTrail();
  const [refused, setRefused] = useState<Refused | null>(null);
  const take = useCallback(
    (note: TrailNote) =>
      thrownAsFailure<undefined, CommandFailure>(async () =>
        staff === null
          ? { ok: true, value: undefined }
          : asUndefined(await store.note(note, staff)),
      ),
    [store, staff],
  );
  const allows = useCallback(
    async (note: TrailNote): Promise<boolean> => {
      for (;;) {
        const noted = await take(note);
        if (noted.ok || noted.error.kind === 'recorded-not-shown') return true;
        const again = await new Promise<boolean>((answer) => {
          setRefused({ failure: noted.error, answer });
        });
        setRefused(null);
        if (!again) return false;
      }
    },
    [take],
  );
  const trail = useMemo<Trail>(
    () => ({
      seen: async (note) => {
        await take(note);
      },
      allows,
    }),
    [take, allows],
  );
  return (
    <TrailContext value={trail}>
      <TrailWatchContext value={watch}>
        {children}
        <BackupNotes />
        <RefusedDialog refused={refused} />
      </TrailWatchContext>
    </TrailContext>
  );
}

/** Asks for the backups' state by itself: what reads the trail is not drawn again for it. */
function BackupNotes() {
  useBackupNotes();
  return null;
}

type Noted = Awaited<ReturnType<ReturnType<typeof useLoket>['store']['note']>>;

function asUndefined(noted: Noted) {
  return noted.ok ? ({ ok: true, value: undefined } as const) : noted;
}

function RefusedDialog({ refused }: { readonly refused: Refused | null }) {
  const t = useMessages();
  if (refused === null) return null;
  const { failure, answer } = refused;
  const error = failure.kind === 'not-recorded' ? failure.error : null;
  const detail = error === null ? failure.kind : `${error.kind}: ${error.detail}`;
  return (
    <Dialog
      open
      title={t('trail.refused.title')}
      onClose={() => {
        answer(false);
      }}
      actions={
        <>
          <Button
            onClick={() => {
              answer(false);
            }}
          >
            {t('ui.close')}
          </Button>
          <Button
            variant="primary"
            data-initial-focus
            onClick={() => {
              answer(true);
            }}
          >
            {t('trail.refused.again')}
          </Button>
        </>
      }
    >
      <p>{t('trail.refused.text')}</p>
      <p>{t(error?.kind === 'disk-full' ? 'trail.refused.full' : 'trail.refused.other')}</p>
      <details>
        <summary>{t('ui.showDetails')}</summary>
        <code>{detail}</code>
      </details>
    </Dialog>
  );
}
