import { Link } from 'react-router';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { useMessages } from '../../ui/messages/use-messages';
import type { FinalLetter } from '../request/print-letters';
import type { FittingFile, JudgedFile } from './found-files';
import styles from './signing.module.css';
import type { Return } from './use-return';
import { useWatchedFolder, type WatchedFolderState } from './use-watched-folder';

/** The folder in which the other program puts signed letters: what lies there, and what of it fits. */
export function WatchedFolder({
  letter,
  task,
}: {
  readonly letter: FinalLetter;
  readonly task: Return;
}) {
  const t = useMessages();
  const state = useWatchedFolder(letter, task.takeFound);
  if (state === null) return null;
  switch (state.at) {
    case 'no-folder':
      return (
        <p className={styles.faint} data-watched-folder="none">
          {t('signing.folder.none')}{' '}
          <Link to="/pengaturan?bagian=esign">{t('signing.folder.choose')}</Link>
        </p>
      );
    case 'folder-away':
      return (
        <div data-watched-folder="away">
          <Banner tone="warn" title={t('signing.folder.away', { folder: state.folder })}>
            {t('signing.folder.awayText')}
          </Banner>
        </div>
      );
    case 'watching':
      return <Watching state={state} task={task} />;
  }
}

function Watching({
  state,
  task,
}: {
  readonly state: Extract<WatchedFolderState, { at: 'watching' }>;
  readonly task: Return;
}) {
  const t = useMessages();
  const { folder, settling, choices, others } = state;
  return (
    <div className={styles.panel} data-watched-folder="watching">
      <p role="status" className={styles.faint}>
        {t('signing.folder.watching', { folder })}{' '}
        {settling > 0 && t('signing.folder.settling', { count: settling })}
      </p>
      {choices.length > 0 && <Choices files={choices} task={task} />}
      {others.length > 0 && <Others files={others} />}
    </div>
  );
}

/** Nothing is taken by itself here: several fit, or the one that does was written anew. */
function Choices({
  files,
  task,
}: {
  readonly files: readonly FittingFile[];
  readonly task: Return;
}) {
  const t = useMessages();
  return (
    <>
      {files.length > 1 && <Banner tone="warn" title={t('signing.folder.several')} />}
      <ul className={styles.plain}>
        {files.map(({ name, sha256, verdict, file }) => (
          <li key={sha256} className={styles.signature} data-found={verdict}>
            <span>{name}</span>
            <span className={styles.faint}>{t(`signing.found.${verdict}`)}</span>
            <Button
              size="small"
              busy={task.busy}
              onClick={() => {
                task.takeFound(file);
              }}
            >
              {t('signing.folder.take')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Others({ files }: { readonly files: readonly JudgedFile[] }) {
  const t = useMessages();
  return (
    <details>
      <summary>{t('signing.folder.others', { count: files.length })}</summary>
      <ul className={styles.plain}>
        {files.map(({ name, verdict }) => (
          <li key={name} className={styles.signature} data-found={verdict}>
            <span>{name}</span>
            <span className={styles.faint}>{t(`signing.found.${verdict}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
