import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { LetterTemplate } from '../../../domain/letters/letter-template';
import { Button } from '../../../ui/controls/button';
import { Banner } from '../../../ui/feedback/banner';
import { Dialog } from '../../../ui/feedback/dialog';
import { TextArea } from '../../../ui/forms/text-field';
import { useMessages } from '../../../ui/messages/use-messages';
import { OfficeFailure } from '../../settings/office-failure';
import { useLoket } from '../../shared/loket-context';
import { TemplateDiff } from '../template-diff';
import { faultText } from '../template-words';
import { useTemplateDesk } from './editor-context';
import styles from './editor.module.css';
import type { TemplatePublishing } from './use-publishing';

interface PublishDialogProps {
  readonly original: LetterTemplate;
  readonly publishing: TemplatePublishing;
}

/** The last look before a text is recorded for good. */
export function PublishDialog({ original, publishing }: PublishDialogProps) {
  const t = useMessages();
  const { store } = useLoket();
  const { editor, template } = useTemplateDesk();
  const [note, setNote] = useState('');
  const version = editor.history().present.follows + 1;
  const inUse = store.templates.inUse(original.key)?.template ?? original;
  return (
    <Dialog
      open
      wide
      title={t('template.publishing.title', { title: original.title, version })}
      onClose={publishing.close}
      actions={
        <>
          <Button onClick={publishing.close}>{t('template.publishing.cancel')}</Button>
          <Button
            variant="primary"
            busy={publishing.busy}
            data-action="confirm"
            onClick={() => {
              publishing.publish(note);
            }}
          >
            {t('template.publishing.confirm', { version })}
          </Button>
        </>
      }
    >
      <div className={styles.question}>
        <PublishFailure publishing={publishing} version={version} />
        <p>{t('template.publishing.text')}</p>
        <TextArea
          data-initial-focus
          optional
          rows={1}
          label={t('template.publishing.note')}
          hint={t('template.publishing.noteHint')}
          name="template-note"
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
          }}
        />
        <Warnings />
        {/* Can have the focus, so that the keyboard can scroll a long comparison. */}
        <section aria-labelledby="template-changes" tabIndex={0} className={styles.changes}>
          <h3 id="template-changes" className={styles.blockName}>
            {t('template.publishing.changes')}
          </h3>
          <TemplateDiff before={inUse} after={template} />
        </section>
      </div>
    </Dialog>
  );
}

function Warnings() {
  const t = useMessages();
  const { faults, speech } = useTemplateDesk();
  if (faults.length === 0) return null;
  return (
    <section>
      <h3 className={styles.blockName}>{t('template.publishing.warnings')}</h3>
      <ul className={styles.warnings}>
        {faults.map((fault, index) => (
          <li key={index}>
            <TriangleAlert className={styles.warn} size={16} aria-hidden="true" />
            <span>{faultText(fault, speech.locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PublishFailure(props: {
  readonly publishing: TemplatePublishing;
  readonly version: number;
}) {
  const t = useMessages();
  const { publishing, version } = props;
  const { failure } = publishing;
  if (failure === null) return null;
  if (
    failure.kind !== 'office-refused' ||
    failure.refusal.code !== 'letter-template-version-taken'
  ) {
    return <OfficeFailure failure={failure} />;
  }
  const { next } = failure.refusal;
  return (
    <Banner
      tone="bad"
      title={t('template.publishing.taken', { version })}
      actions={
        <Button
          size="small"
          data-action="take-next"
          onClick={() => {
            publishing.takeNext(next);
          }}
        >
          {t('template.publishing.takeNext', { next })}
        </Button>
      }
    >
      {t('template.publishing.takenText', { next })}
    </Banner>
  );
}
