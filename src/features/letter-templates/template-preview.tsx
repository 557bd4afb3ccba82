import { StatusBadge } from '../../ui/feedback/status-badge';
import { Select } from '../../ui/forms/select';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { PdfView } from '../../ui/viewers/pdf-view';
import { letterErrorText } from '../shared/letter-error-text';
import styles from './letter-templates.module.css';
import type { TemplatePreview } from './use-preview';

interface TemplatePreviewPaneProps {
  /** The paper's name. */
  readonly title: string;
  readonly preview: TemplatePreview;
  /** Faults that hold the drawing. */
  readonly errors: number;
}

/** The paper as it will be printed, with example data that says of itself that it is one. */
export function TemplatePreviewPane({ title, preview, errors }: TemplatePreviewPaneProps) {
  const t = useMessages();
  const { bytes, isCurrent } = preview;
  return (
    <section
      aria-label={t('template.preview')}
      className={styles.preview}
      data-preview={isCurrent ? 'current' : 'behind'}
    >
      <div className={styles.previewHead}>
        <StatusBadge tone="warn" label={t('template.preview.example')} />
        <ReasonChoice preview={preview} />
      </div>
      <PreviewState preview={preview} errors={errors} />
      <div className={styles.paper}>
        {bytes === null ? (
          <p className={styles.words}>
            {t(errors > 0 ? 'template.preview.none' : 'template.preview.making')}
          </p>
        ) : (
          <PdfView steady bytes={bytes} label={t('template.preview.label', { title })} />
        )}
      </div>
    </section>
  );
}

/** Pieces for one reason alone are seen with that reason. */
function ReasonChoice({ preview }: Pick<TemplatePreviewPaneProps, 'preview'>) {
  const t = useMessages();
  const { sop, reason, chooseReason } = preview;
  if (sop === undefined || sop.reasons.length < 2) return null;
  return (
    <Select
      bare
      label={t('template.preview.reason')}
      placeholder={null}
      value={reason ?? ''}
      choices={sop.reasons.map(({ key, label }) => ({ value: key, label }))}
      onChange={(event) => {
        chooseReason(event.target.value);
      }}
    />
  );
}

/** One line, always kept: whether the paper below is the text as it stands. */
function PreviewState({ preview, errors }: Omit<TemplatePreviewPaneProps, 'title'>) {
  const t = useMessages();
  const locale = useLocale();
  const { error, isCurrent, sop } = preview;
  const text =
    errors > 0
      ? t('template.preview.stopped', { count: errors })
      : error !== null
        ? letterErrorText(locale, error, sop)
        : t(isCurrent ? 'template.preview.ready' : 'template.preview.making');
  return (
    <p role="status" className={styles.previewState} title={text}>
      {text}
    </p>
  );
}
