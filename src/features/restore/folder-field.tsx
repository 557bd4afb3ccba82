import { HardDrive } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { TargetProblem } from '../../contract/backup';
import { Button } from '../../ui/controls/button';
import { ButtonRow } from '../../ui/data/section';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import type { BackupWords } from './backup-words';
import styles from './restore.module.css';
import type { BackupHost } from './use-backup-status';

interface Suggested {
  readonly folder: string;
  readonly freeBytes: number | null;
  readonly hasBackup: boolean;
}

/** Why a folder was not taken; `unanswered` when the shell did not say. */
export type FolderProblem = TargetProblem | 'unanswered';

interface FolderFieldProps {
  readonly host: BackupHost;
  readonly words: BackupWords;
  readonly name: string;
  readonly label: string;
  readonly action: string;
  readonly folder: string;
  readonly onFolder: (folder: string) => void;
  readonly problem: FolderProblem | null;
  readonly busy: boolean;
  readonly onTake: (folder: string) => void;
}

/** A folder by its path, typed, pasted or chosen among the disks that are plugged in. */
export function FolderField(props: FolderFieldProps) {
  const t = useMessages();
  const { folder, onFolder, problem, busy, onTake } = props;
  const take = (): void => {
    if (folder.trim() !== '') onTake(folder);
  };
  return (
    <div className={styles.panel}>
      <Suggestions
        {...props}
        onChoose={(chosen) => {
          onFolder(chosen);
          onTake(chosen);
        }}
      />
      <div>
        <TextField
          width="long"
          name={props.name}
          label={props.label}
          hint={t('backup.target.hint')}
          error={problem === null ? undefined : t(`backup.problem.${problem}`)}
          value={folder}
          onChange={(event) => {
            onFolder(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            take();
          }}
        />
        <ButtonRow>
          <Button data-action={`take-${props.name}`} busy={busy} onClick={take}>
            {props.action}
          </Button>
        </ButtonRow>
      </div>
    </div>
  );
}

function Suggestions({
  host,
  words,
  onChoose,
}: FolderFieldProps & { readonly onChoose: (folder: string) => void }) {
  const t = useMessages();
  const [suggested, setSuggested] = useState<readonly Suggested[]>([]);
  useEffect(() => {
    void host.backup.suggestTargets({}).then((answer) => {
      if (answer.ok) setSuggested(answer.value.targets);
    });
  }, [host]);
  if (suggested.length === 0) return null;
  return (
    <div className={styles.suggested} role="group" aria-label={t('backup.suggested')}>
      <span>{t('backup.suggested')}</span>
      <ButtonRow>
        {suggested.map(({ folder, freeBytes, hasBackup }) => (
          <Button
            key={folder}
            icon={HardDrive}
            onClick={() => {
              onChoose(folder);
            }}
          >
            {t(hasBackup ? 'backup.suggested.withBackup' : 'backup.suggested.plain', {
              folder,
              free: words.bytes(freeBytes),
            })}
          </Button>
        ))}
      </ButtonRow>
    </div>
  );
}
