import { useEffect, useState } from 'react';
import type { ReturnFolderProblem } from '../../contract/returns';
import { Button } from '../../ui/controls/button';
import { ButtonRow, Section } from '../../ui/data/section';
import { useToast } from '../../ui/feedback/toast';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import styles from './settings.module.css';

type Problem = ReturnFolderProblem | 'unanswered';

interface KeptFolder {
  /** Null while none is watched. */
  readonly kept: string | null;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** True once it is kept. */
  readonly save: (folder: string | null) => Promise<boolean>;
  readonly forgetProblem: () => void;
}

function useKeptFolder(): KeptFolder {
  const t = useMessages();
  const toast = useToast();
  const { host } = useLoket();
  const [kept, setKept] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let isWanted = true;
    void host.returns.describe({}).then((answer) => {
      if (isWanted && answer.ok) setKept(answer.value.folder);
    });
    return () => {
      isWanted = false;
    };
  }, [host]);

  async function save(folder: string | null): Promise<boolean> {
    setBusy(true);
    const answer = await host.returns.setFolder({ folder });
    setBusy(false);
    const refused = answer.ok && answer.value.outcome === 'refused' ? answer.value.problem : null;
    setProblem(answer.ok ? refused : 'unanswered');
    if (!answer.ok || answer.value.outcome === 'refused') return false;
    setKept(answer.value.folder);
    toast({ text: t(answer.value.folder === null ? 'returns.stopped' : 'returns.saved') });
    return true;
  }

  return {
    kept,
    busy,
    problem,
    save,
    forgetProblem: () => {
      setProblem(null);
    },
  };
}

/** The folder of this computer in which BeSign or Panter puts signed letters; none at first. */
export function ReturnFolder() {
  const t = useMessages();
  const { why } = useMay('configure-office');
  const { kept, busy, problem, save, forgetProblem } = useKeptFolder();
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (folder: string | null) => {
    void save(folder).then((isKept) => {
      if (isKept) setTyped(null);
    });
  };
  return (
    <Section title={t('returns.title')} description={t('returns.text')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          keep(typed ?? kept);
        }}
      >
        <TextField
          width="long"
          name="returns.folder"
          label={t('returns.folder')}
          hint={t('returns.hint')}
          error={problem === null ? undefined : t(`returns.problem.${problem}`)}
          value={typed ?? kept ?? ''}
          disabled={why !== undefined}
          onChange={({ target }) => {
            setTyped(target.value);
            forgetProblem();
          }}
        />
        <ButtonRow>
          <Button type="submit" busy={busy} blocked={why} data-action="save-return-folder">
            {t('returns.save')}
          </Button>
          {kept !== null && (
            <Button
              variant="plain"
              blocked={why}
              data-action="stop-return-folder"
              onClick={() => {
                keep(null);
              }}
            >
              {t('returns.stop')}
            </Button>
          )}
        </ButtonRow>
      </form>
    </Section>
  );
}
