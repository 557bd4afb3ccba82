import { useState } from 'react';
import { Button } from '../../ui/controls/button';
import { ButtonRow, Section } from '../../ui/data/section';
import { useToast } from '../../ui/feedback/toast';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useKeptFolder } from '../shared/use-kept-folder';
import { useMay } from '../shared/use-permission';
import styles from './settings.module.css';

/** The folder of this computer in which BeSign or Panter puts signed letters; none at first. */
export function ReturnFolder() {
  const t = useMessages();
  const { why } = useMay('configure-office');
  const toast = useToast();
  const { host } = useLoket();
  const { kept, busy, problem, save, forgetProblem } = useKeptFolder(host.returns, (folder) => {
    toast({ text: t(folder === null ? 'returns.stopped' : 'returns.saved') });
  });
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
