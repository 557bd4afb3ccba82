import { useState } from 'react';
import { backupWarning } from '../../domain/backup/limits';
import { Button, ButtonLink } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { useMessages } from '../../ui/messages/use-messages';
import { useBackupWords } from '../restore/backup-words';
import { useBackupStatus } from '../restore/use-backup-status';
import { useLoket } from '../shared/loket-context';

/** Put away until the next start. */
let isPutAway = false;

/**
 * Warns that there is no backup, none of the last two days, or one that knows more than the
 * records here, and leads to the settings.
 */
export function BackupBanner() {
  const t = useMessages();
  const { host, office, now } = useLoket();
  const { status } = useBackupStatus(host);
  const words = useBackupWords(office.profile?.timeZone ?? 'Asia/Jakarta');
  const [, setShown] = useState(isPutAway);
  if (status === null) return null;
  const last = status.lastAttempt?.outcome;
  if (last?.kind === 'failed' && last.reason === 'journal-cut') {
    return <CutBanner text={words.failure(last.reason)} />;
  }
  if (isPutAway) return null;
  const lastGoodAt = status.lastGood?.at ?? null;
  const warning = backupWarning({
    hasTarget: status.target !== null,
    targetSince: status.target?.since ?? null,
    lastGoodAt,
    now: Date.parse(now()),
  });
  if (warning === null) return null;
  const title =
    warning === 'old'
      ? t('counter.backup.old', { time: words.time(lastGoodAt ?? '') })
      : t(`counter.backup.${warning}`);
  return (
    <Banner
      tone="warn"
      title={title}
      actions={
        <>
          <ButtonLink size="small" href="#/pengaturan?bagian=backup">
            {t('counter.backup.open')}
          </ButtonLink>
          <Button
            size="small"
            onClick={() => {
              isPutAway = true;
              setShown(true);
            }}
          >
            {t('counter.backup.later')}
          </Button>
        </>
      }
    >
      {t(warning === 'no-target' ? 'counter.backup.no-targetText' : 'counter.backup.oldText')}
    </Banner>
  );
}

/** Not to be put away: the records here, or the backup, are not what they were. */
function CutBanner({ text }: { readonly text: string }) {
  const t = useMessages();
  return (
    <Banner
      tone="bad"
      title={t('counter.backup.cut')}
      actions={
        <ButtonLink size="small" href="#/pengaturan?bagian=backup">
          {t('counter.backup.open')}
        </ButtonLink>
      }
    >
      {text}
    </Banner>
  );
}
