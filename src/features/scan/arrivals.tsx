import { useState } from 'react';
import type { ArrivedFile } from '../../contract/arrivals';
import { Button } from '../../ui/controls/button';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { WatchedFolderForm } from '../shared/watched-folder-form';
import styles from './scan.module.css';
import { useArrivals, type Arrivals } from './use-arrivals';
import type { Taking } from './use-taking';

/** A folder that a copier or the scanner's own program scans into: what arrives becomes pages. */
export function WatchedScans({ taking }: { readonly taking: Taking }) {
  const t = useMessages();
  const { host } = useLoket();
  const [round, setRound] = useState(0);
  const take = async ({ name, sha256 }: ArrivedFile): Promise<void> => {
    const read = await host.arrivals.read({ name, sha256 });
    if (!read.ok || read.value.outcome !== 'file') return;
    await taking.takeFiles([new File([read.value.bytes], name)]);
  };
  const arrivals = useArrivals(round, take);
  return (
    <details className={styles.network} data-watched-scans={arrivals?.at}>
      <summary>{t('scan.folder.title')}</summary>
      <Standing arrivals={arrivals} onTake={(file) => void take(file)} />
      <WatchedFolderForm
        service={host.arrivals}
        name="arrivals"
        action="scan-folder"
        hint={t('scan.folder.hint')}
        saved={t('scan.folder.saved')}
        stopped={t('scan.folder.stopped')}
        small
        onKept={() => setRound((before) => before + 1)}
      />
    </details>
  );
}

interface StandingProps {
  readonly arrivals: Arrivals | null;
  readonly onTake: (file: ArrivedFile) => void;
}

function Standing({ arrivals, onTake }: StandingProps) {
  const t = useMessages();
  if (arrivals === null || arrivals.at === 'no-folder') return null;
  const { folder } = arrivals;
  if (arrivals.at === 'folder-away') {
    return <p className={styles.bad}>{t('scan.folder.away', { folder })}</p>;
  }
  const { settling, earlier, tooLarge } = arrivals;
  return (
    <>
      <p role="status" className={styles.faint}>
        {t('scan.folder.watching', { folder })}{' '}
        {settling > 0 && t('scan.folder.settling', { count: settling })}
      </p>
      {tooLarge.map((name) => (
        <p key={name} className={styles.bad}>
          {t('scan.folder.tooLarge', { name })}
        </p>
      ))}
      {earlier.length > 0 && (
        <ul className={styles.arrivals} aria-label={t('scan.folder.earlier')}>
          {earlier.map((file) => (
            <li key={file.sha256}>
              <span>{file.name}</span>
              <Button size="small" onClick={() => onTake(file)}>
                {t('scan.folder.take')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
