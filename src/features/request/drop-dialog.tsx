import { useState } from 'react';
import { Button } from '../../ui/controls/button';
import { Dialog } from '../../ui/feedback/dialog';
import { Select } from '../../ui/forms/select';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { documentLabel } from '../shared/sop-words';
import { documentRows } from './document-rows';
import type { OpenRequest } from './open-request';
import styles from './request.module.css';
import type { PickedPaper } from './use-request-work';

export interface DropDialogProps {
  readonly open: OpenRequest;
  /** Files dropped on the page itself; none closes the dialog. */
  readonly files: readonly File[];
  readonly onAttach: (papers: readonly PickedPaper[]) => void;
  readonly onClose: () => void;
}

/** Asks which paper each dropped file is; missing ones are offered first, in their order. */
export function DropDialog(props: DropDialogProps) {
  return props.files.length === 0 ? null : <OpenDropDialog {...props} />;
}

function OpenDropDialog({ open, files, onAttach, onClose }: DropDialogProps) {
  const t = useMessages();
  const locale = useLocale();
  const rows = documentRows(open.sop, open.state);
  const missing = rows.filter(({ status }) => status === 'missing');
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    files.map((_, index) => (missing[index] ?? missing.at(-1) ?? rows[0])?.document ?? ''),
  );
  return (
    <Dialog
      open
      title={t('request.drop.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            data-action="confirm"
            data-initial-focus
            onClick={() => {
              onAttach(files.map((file, index) => ({ file, document: chosen[index] ?? '' })));
            }}
          >
            {t('request.drop.attach', { count: files.length })}
          </Button>
        </>
      }
    >
      <div className={styles.dropChoices}>
        {files.map((file, index) => (
          <Select
            key={`${file.name}-${String(index)}`}
            id={`drop-${String(index)}`}
            label={file.name}
            value={chosen[index] ?? ''}
            placeholder={null}
            choices={[...missing, ...rows.filter((row) => !missing.includes(row))].map((row) => ({
              value: row.document,
              label: documentLabel(open.sop, row.document, locale),
            }))}
            onChange={(event) => {
              setChosen(chosen.with(index, event.target.value));
            }}
          />
        ))}
      </div>
    </Dialog>
  );
}
