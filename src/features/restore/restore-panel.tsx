import { useRef, useState } from 'react';
import type { SnapshotSummary } from '../../contract/backup';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { Dialog } from '../../ui/feedback/dialog';
import { useMessages } from '../../ui/messages/use-messages';
import type { BackupWords } from './backup-words';
import { FolderField, type FolderProblem } from './folder-field';
import { RestoreOutcome } from './restore-outcome';
import styles from './restore.module.css';
import { RunningWork } from './running-work';
import type { BackupHost, WatchedStatus } from './use-backup-status';

type WholeSnapshot = Extract<SnapshotSummary, { state: 'whole' }>;

interface Listed {
  readonly folder: string;
  readonly snapshots: readonly SnapshotSummary[];
}

interface RestorePanelProps {
  readonly host: BackupHost;
  readonly watched: WatchedStatus;
  readonly words: BackupWords;
  /** Stands in the field at first. */
  readonly folder: string;
}

/** From a folder to an ordered restore: its snapshots, the decision, progress and outcome. */
export function RestorePanel({ host, watched, words, folder: first }: RestorePanelProps) {
  const t = useMessages();
  const [folder, setFolder] = useState(first);
  const { listed, problem, busy, look } = useSnapshots(host);
  const [chosen, setChosen] = useState<WholeSnapshot | null>(null);
  const [last, setLast] = useState<{ from: Listed; snapshot: WholeSnapshot } | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const { running = null, restore = null } = watched.status ?? {};

  async function order(from: Listed, snapshot: WholeSnapshot, leaveOut = false): Promise<void> {
    setChosen(null);
    setLast({ from, snapshot });
    const answer = await host.backup.restore({
      folder: from.folder,
      snapshot: snapshot.name,
      otherOffice: snapshot.otherOffice,
      leaveOut,
    });
    setIsRefused(!answer.ok || answer.value.outcome === 'busy');
    await watched.refresh();
  }

  return (
    <div className={styles.panel}>
      {isRefused && <Banner tone="warn" title={t('backup.busy')} />}
      {running?.work === 'restore' && <RunningWork running={running} words={words} />}
      {running?.work !== 'restore' && restore !== null && (
        <RestoreOutcome
          restore={restore}
          words={words}
          onLeaveOut={last === null ? undefined : () => void order(last.from, last.snapshot, true)}
        />
      )}
      <FolderField
        host={host}
        words={words}
        name="restore-folder"
        label={t('restore.folder')}
        action={t('restore.look')}
        folder={folder}
        onFolder={setFolder}
        problem={problem}
        busy={busy}
        onTake={(taken) => void look(taken)}
      />
      {listed !== null && <SnapshotList listed={listed} words={words} onPick={setChosen} />}
      {listed !== null && chosen !== null && (
        <RestoreDialog
          time={words.time(chosen.takenAt)}
          otherOffice={chosen.otherOffice}
          onClose={() => {
            setChosen(null);
          }}
          onConfirm={() => void order(listed, chosen)}
        />
      )}
    </div>
  );
}

interface Snapshots {
  readonly listed: Listed | null;
  readonly problem: FolderProblem | null;
  readonly busy: boolean;
  readonly look: (folder: string) => Promise<void>;
}

function useSnapshots(host: BackupHost): Snapshots {
  const [listed, setListed] = useState<Listed | null>(null);
  const [problem, setProblem] = useState<FolderProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const last = useRef(0);

  async function look(folder: string): Promise<void> {
    const mine = (last.current += 1);
    setBusy(true);
    const answer = await host.backup.listSnapshots({ folder });
    // A slow share must not overwrite the folder that was asked for after it.
    if (mine !== last.current) return;
    setBusy(false);
    const found = answer.ok ? answer.value : null;
    setListed(found?.outcome === 'found' ? found : null);
    setProblem(found === null ? 'unanswered' : found.outcome === 'refused' ? found.problem : null);
  }
  return { listed, problem, busy, look };
}

interface SnapshotListProps {
  readonly listed: Listed;
  readonly words: BackupWords;
  readonly onPick: (snapshot: WholeSnapshot) => void;
}

function SnapshotList({ listed, words, onPick }: SnapshotListProps) {
  const t = useMessages();
  const label = t('restore.snapshots', { folder: listed.folder });
  if (listed.snapshots.length === 0) return <p>{t('restore.none')}</p>;
  return (
    <div className={styles.suggested}>
      <span>{label}</span>
      <ul className={styles.list} aria-label={label}>
        {listed.snapshots.map((snapshot) => (
          <li key={snapshot.name} className={styles.row} data-snapshot={snapshot.name}>
            {snapshot.state === 'whole' ? (
              <WholeRow snapshot={snapshot} words={words} onPick={onPick} />
            ) : (
              <>
                <span className={styles.when}>{snapshot.name}</span>
                <span className={styles.faint}>{t('restore.snapshot.unreadable')}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function WholeRow(props: {
  readonly snapshot: WholeSnapshot;
  readonly words: BackupWords;
  readonly onPick: (snapshot: WholeSnapshot) => void;
}) {
  const t = useMessages();
  const { snapshot, words, onPick } = props;
  const time = words.time(snapshot.takenAt);
  const { records, files, size } = words.counts(snapshot);
  return (
    <>
      <span className={styles.when}>{time}</span>
      <span className={styles.faint}>{t('restore.snapshot.counts', { records, files, size })}</span>
      <Button
        size="small"
        data-action="restore"
        aria-label={t('restore.pickOf', { time })}
        onClick={() => {
          onPick(snapshot);
        }}
      >
        {t('restore.pick')}
      </Button>
    </>
  );
}

function RestoreDialog(props: {
  readonly time: string;
  readonly otherOffice: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  const t = useMessages();
  const { time, otherOffice } = props;
  return (
    <Dialog
      open
      title={t(otherOffice ? 'restore.dialog.otherTitle' : 'restore.dialog.title', { time })}
      onClose={props.onClose}
      actions={
        <>
          <Button data-initial-focus onClick={props.onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="danger" data-action="confirm" onClick={props.onConfirm}>
            {t(otherOffice ? 'restore.confirmOther' : 'restore.confirm')}
          </Button>
        </>
      }
    >
      {otherOffice && (
        <Banner tone="bad" title={t('restore.dialog.other')}>
          {t('restore.dialog.otherText')}
        </Banner>
      )}
      <ul className={styles.decision}>
        <li>{t('restore.dialog.copy')}</li>
        <li>{t(otherOffice ? 'restore.dialog.presentOther' : 'restore.dialog.present')}</li>
        {!otherOffice && <li>{t('restore.dialog.newer')}</li>}
        <li>{t('restore.dialog.reopen')}</li>
      </ul>
    </Dialog>
  );
}
