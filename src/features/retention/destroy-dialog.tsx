import { useState, type SyntheticEvent } from 'react';
import type { Proposal } from '../../domain/retention/retention-state';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { Dialog } from '../../ui/feedback/dialog';
import { DateField } from '../../ui/forms/date-field';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import type { Outcome } from './destruction-outcome';
import { RetentionFailureBanner } from './retention-failure';
import styles from './retention.module.css';
import { useRetentionWork } from './use-retention';

const FORM = 'destroy-records-form';

interface DestroyDialogProps {
  readonly proposal: Proposal;
  readonly onClose: () => void;
  readonly onDestroyed: (outcome: Outcome) => void;
}

/** What is typed before the decision. */
interface Typed {
  readonly number: string;
  readonly date: string;
  readonly word: string;
}

/** Number and date of the signed berita acara, and a word to be typed: it cannot be undone. */
export function DestroyDialog({ proposal, onClose, onDestroyed }: DestroyDialogProps) {
  const t = useMessages();
  const work = useRetentionWork();
  const [typed, setTyped] = useState<Typed>({ number: '', date: '', word: '' });
  const [refused, setRefused] = useState(false);
  const isMeant = typed.word.trim() === t('retention.destroy.theWord');
  const count = proposal.items.length;
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setRefused(!isMeant);
    if (!isMeant) return;
    const { number: reportNumber, date: reportDate } = typed;
    const asked = { destructionId: proposal.id, reportNumber, reportDate };
    const done = await work.act({ command: 'destroy-records', ...asked });
    if (done === null) return;
    onDestroyed({ count, unfinished: done.unfinished });
    onClose();
  };
  return (
    <Dialog
      open
      title={t('retention.destroy.title', { count })}
      onClose={work.busy ? () => undefined : onClose}
      actions={
        <>
          <Button onClick={onClose} blocked={work.busy ? t('ui.loading') : undefined}>
            {t('ui.cancel')}
          </Button>
          <Button
            type="submit"
            form={FORM}
            variant="danger"
            busy={work.busy}
            data-action="confirm-destruction"
          >
            {t('retention.destroy.confirm')}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate className={styles.fields} onSubmit={(event) => void submit(event)}>
        <Banner tone="bad" title={t('retention.destroy.text')} />
        {work.failure !== null && <RetentionFailureBanner failure={work.failure} />}
        <DestroyFields typed={typed} wordMissing={refused && !isMeant} onTyped={setTyped} />
      </form>
    </Dialog>
  );
}

interface DestroyFieldsProps {
  readonly typed: Typed;
  readonly wordMissing: boolean;
  readonly onTyped: (typed: Typed) => void;
}

function DestroyFields({ typed, wordMissing, onTyped }: DestroyFieldsProps) {
  const t = useMessages();
  return (
    <>
      <TextField
        data-initial-focus
        name="destruction.number"
        label={t('retention.destroy.number')}
        value={typed.number}
        onChange={(event) => {
          onTyped({ ...typed, number: event.target.value });
        }}
      />
      <DateField
        name="destruction.date"
        label={t('retention.destroy.date')}
        value={typed.date}
        onValueChange={(date) => {
          onTyped({ ...typed, date });
        }}
      />
      <TextField
        name="destruction.word"
        width="short"
        label={t('retention.destroy.word')}
        note={t('retention.destroy.wordHint')}
        value={typed.word}
        error={wordMissing ? t('retention.destroy.wordMissing') : undefined}
        onChange={(event) => {
          onTyped({ ...typed, word: event.target.value });
        }}
      />
    </>
  );
}
