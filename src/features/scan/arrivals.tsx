import { useState } from 'react';
import type { ArrivedFile } from '../../contract/arrivals';
import { Button } from '../../ui/controls/button';
import { useToast } from '../../ui/feedback/toast';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useKeptFolder } from '../shared/use-kept-folder';
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
      <FolderChoice onKept={() => setRound((before) => before + 1)} />
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

function FolderChoice({ onKept }: { readonly onKept: () => void }) {
  const t = useMessages();
  const toast = useToast();
  const { host } = useLoket();
  const { kept, busy, problem, save, forgetProblem } = useKeptFolder(host.arrivals, (folder) => {
    toast({ text: t(folder === null ? 'scan.folder.stopped' : 'scan.folder.saved') });
    onKept();
  });
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (folder: string | null) => {
    void save(folder).then((isKept) => {
      if (isKept) setTyped(null);
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep(typed ?? kept);
      }}
    >
      <TextField
        name="arrivals.folder"
        label={t('returns.folder')}
        hint={t('scan.folder.hint')}
        error={problem === null ? undefined : t(`returns.problem.${problem}`)}
        value={typed ?? kept ?? ''}
        onChange={({ target }) => {
          setTyped(target.value);
          forgetProblem();
        }}
      />
      <div className={styles.ways}>
        <Button type="submit" size="small" busy={busy}>
          {t('returns.save')}
        </Button>
        {kept !== null && (
          <Button size="small" variant="plain" onClick={() => keep(null)}>
            {t('returns.stop')}
          </Button>
        )}
      </div>
    </form>
  );
}
