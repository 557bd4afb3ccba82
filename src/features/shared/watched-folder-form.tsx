import { useState } from 'react';
import type { Host } from '../../contract';
import { Button } from '../../ui/controls/button';
import { ButtonRow, Stack } from '../../ui/data/section';
import { useToast } from '../../ui/feedback/toast';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { useKeptFolder } from './use-kept-folder';

export interface WatchedFolderFormProps {
  readonly service: Pick<Host['arrivals'], 'describe' | 'setFolder'>;
  /** For automation: `<name>.folder` is the field, `save-<action>` and `stop-<action>` the buttons. */
  readonly name: string;
  readonly action: string;
  readonly hint: string;
  /** What is said once a folder is watched, or no more. */
  readonly saved: string;
  readonly stopped: string;
  /** Why it cannot be changed, in words. */
  readonly blocked?: string | undefined;
  readonly small?: boolean | undefined;
  readonly onKept?: () => void;
}

/** The choice of a folder of this computer that is watched for files of other programs. */
export function WatchedFolderForm(props: WatchedFolderFormProps) {
  const { service, name, action, hint, saved, stopped, blocked, onKept } = props;
  const t = useMessages();
  const toast = useToast();
  const { kept, busy, problem, save, forgetProblem } = useKeptFolder(service, (folder) => {
    toast({ text: folder === null ? stopped : saved });
    onKept?.();
  });
  const [typed, setTyped] = useState<string | null>(null);
  const size = props.small === true ? 'small' : 'normal';
  const keep = async (folder: string | null) => {
    if (await save(folder)) setTyped(null);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void keep(typed ?? kept);
      }}
    >
      <Stack>
        <TextField
          width="long"
          name={`${name}.folder`}
          label={t('returns.folder')}
          hint={hint}
          error={problem === null ? undefined : t(`returns.problem.${problem}`)}
          value={typed ?? kept ?? ''}
          disabled={blocked !== undefined}
          onChange={({ target }) => {
            setTyped(target.value);
            forgetProblem();
          }}
        />
        <ButtonRow>
          <Button
            type="submit"
            size={size}
            busy={busy}
            blocked={blocked}
            data-action={`save-${action}`}
          >
            {t('returns.save')}
          </Button>
          {kept !== null && (
            <Button
              size={size}
              variant="plain"
              blocked={blocked}
              data-action={`stop-${action}`}
              onClick={() => void keep(null)}
            >
              {t('returns.stop')}
            </Button>
          )}
        </ButtonRow>
      </Stack>
    </form>
  );
}
