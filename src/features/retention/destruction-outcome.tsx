import { useEffect, useState } from 'react';
import type { ServiceError } from '../../contract/result';
import { Button } from '../../ui/controls/button';
import { Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { useMessages } from '../../ui/messages/use-messages';
import { beginBackup, type BegunBackup } from '../shared/begin-backup';
import { useLoket } from '../shared/loket-context';

/** How a destruction ended. */
export interface Outcome {
  readonly count: number;
  /** Why keys or files are still there; null when nothing is left. */
  readonly unfinished: ServiceError | null;
}

/** What was destroyed, what is still to be done here, and what the backup still holds. */
export function DestructionOutcome({ outcome }: { readonly outcome: Outcome }) {
  const t = useMessages();
  const { store } = useLoket();
  const [left, setLeft] = useState(outcome.unfinished);
  const [busy, setBusy] = useState(false);
  const again = async () => {
    setBusy(true);
    const finished = await store.retention.finish();
    setBusy(false);
    setLeft(finished.ok ? null : finished.error);
  };
  return (
    <Stack>
      {left === null ? (
        <Banner tone="good" title={t('retention.destroyed.done', { count: outcome.count })} />
      ) : (
        <Banner
          tone="warn"
          title={t('retention.unfinished')}
          details={{ summary: t('ui.showDetails'), text: `${left.kind}: ${left.detail}` }}
          actions={
            <Button busy={busy} onClick={() => void again()}>
              {t('retention.unfinishedAgain')}
            </Button>
          }
        >
          {t('retention.unfinishedText')}
        </Banner>
      )}
      {left === null && <BackupToo />}
    </Stack>
  );
}

/** The backup shares one file of keys: a run after the destruction takes them away there too. */
function BackupToo() {
  const t = useMessages();
  const { host } = useLoket();
  const [told, setTold] = useState<BegunBackup>();
  useEffect(() => {
    const left = new AbortController();
    void beginBackup(host)
      .then((begun) => {
        if (!left.signal.aborted && begun !== null) setTold(begun);
      })
      .catch(() => undefined);
    return () => {
      left.abort();
    };
  }, [host]);
  if (told === undefined) return null;
  const { folder, started } = told;
  return (
    <Banner tone={started ? 'info' : 'warn'} title={t('retention.backup.title')}>
      {started
        ? t('retention.backup.started', { folder })
        : t('retention.backup.later', { folder })}
    </Banner>
  );
}
