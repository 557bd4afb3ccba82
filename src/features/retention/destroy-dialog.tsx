import { useState, type SyntheticEvent } from 'react';
import type { RetentionRefusal } from '../../domain/retention/retention-command';
import type { Proposal } from '../../domain/retention/retention-state';
import type { RetentionFailure } from '../../store/retention-store';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { Dialog } from '../../ui/feedback/dialog';
import { DateField } from '../../ui/forms/date-field';
import { TextField } from '../../ui/forms/text-field';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import type { Outcome } from './destruction-outcome';
import { RetentionFailureBanner } from './retention-failure';
import { retentionRefusalText } from './retention-refusal-text';
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
        {work.failure !== null && !isOfField(work.failure) && (
          <RetentionFailureBanner failure={work.failure} />
        )}
        <DestroyFields
          typed={typed}
          failure={work.failure}
          wordMissing={refused && !isMeant}
          onTyped={setTyped}
        />
      </form>
    </Dialog>
  );
}

type Field = 'number' | 'date';

/** The field a refusal is about; the others stand above the form. */
const FIELD_OF: Readonly<Partial<Record<RetentionRefusal['code'], Field>>> = {
  'report-number-missing': 'number',
  'report-date-invalid': 'date',
  'report-date-ahead': 'date',
  'report-date-early': 'date',
};

function isOfField(failure: RetentionFailure): boolean {
  return failure.kind === 'retention-refused' && failure.refusal.code in FIELD_OF;
}

interface DestroyFieldsProps {
  readonly typed: Typed;
  readonly failure: RetentionFailure | null;
  readonly wordMissing: boolean;
  readonly onTyped: (typed: Typed) => void;
}

function DestroyFields({ typed, failure, wordMissing, onTyped }: DestroyFieldsProps) {
  const t = useMessages();
  const locale = useLocale();
  const wrong = (field: Field) =>
    failure?.kind === 'retention-refused' && FIELD_OF[failure.refusal.code] === field
      ? retentionRefusalText(failure.refusal, locale)
      : undefined;
  return (
    <>
      <TextField
        data-initial-focus
        name="destruction.number"
        label={t('retention.destroy.number')}
        value={typed.number}
        error={wrong('number')}
        onChange={(event) => {
          onTyped({ ...typed, number: event.target.value });
        }}
      />
      <DateField
        name="destruction.date"
        label={t('retention.destroy.date')}
        value={typed.date}
        error={wrong('date')}
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
