import { useState } from 'react';
import type { Attachment } from '../../domain/request/request-state';
import { Button, ButtonLink } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { EmptyState } from '../../ui/feedback/empty-state';
import { ReasonDialog } from '../../ui/feedback/reason-dialog';
import { formatBytes } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { documentLabel } from '../shared/sop-words';
import { DocumentLine } from './document-line';
import { documentRows, type DocumentRow } from './document-rows';
import type { OpenRequest } from './open-request';
import { problemWords } from './problem-words';
import styles from './request.module.css';
import { StoredFileView, type FilePlace } from './stored-file-view';
import type { RequestWork } from './use-request-work';

export interface DocumentsPanelProps {
  readonly open: OpenRequest;
  readonly work: RequestWork;
}

/** The checklist of papers with picker, dropping, preview and removal. */
export function DocumentsPanel({ open, work }: DocumentsPanelProps) {
  const t = useMessages();
  const locale = useLocale();
  const [shownId, setShownId] = useState<string | null>(null);
  const [removing, setRemoving] = useState<Attachment | null>(null);
  const shown = shownPaper(open, shownId, (key) => documentLabel(open.sop, key, locale));
  return (
    <div className={styles.columns}>
      <Stack>
        <Rejected open={open} work={work} />
        <Checklist
          open={open}
          work={work}
          shownId={shown?.id ?? null}
          onShow={setShownId}
          onRemove={setRemoving}
        />
      </Stack>
      <div className={styles.preview}>
        {shown === null ? (
          <EmptyState text={t('request.documents.noPreview')} />
        ) : (
          <StoredFileView
            file={shown.file}
            label={shown.label}
            saveAs={shown.saveAs}
            of={shown.of}
          />
        )}
      </div>
      <RemoveDialog
        attachment={removing}
        onClose={() => {
          setRemoving(null);
        }}
        onRemove={(attachmentId, reason) => {
          setRemoving(null);
          void work.execute({ command: 'remove-document', attachmentId, reason });
        }}
      />
    </div>
  );
}

interface ChecklistProps extends DocumentsPanelProps {
  readonly shownId: string | null;
  readonly onShow: (id: string) => void;
  readonly onRemove: (attachment: Attachment) => void;
}

/** What the SOP asks for or somebody brought, then what may be kept besides. */
function Checklist({ open, work, shownId, onShow, onRemove }: ChecklistProps) {
  const t = useMessages();
  const locale = useLocale();
  const { office } = useLoket();
  const { sop, state } = open;
  const limit = office.profile?.amsFileLimit ?? Infinity;
  const rows = documentRows(sop, state);
  const asked = rows.filter(({ steps, attachments }) => steps.length > 0 || attachments.length > 0);
  const line = (row: DocumentRow) => (
    <DocumentLine
      key={row.document}
      requestId={state.id}
      row={row}
      sop={sop}
      limit={limit}
      ended={state.status !== 'open'}
      busy={work.busy !== null}
      shownId={shownId}
      onFiles={(files) => {
        void work.attach(files.map((file) => ({ document: row.document, file })));
      }}
      onShow={onShow}
      onRemove={onRemove}
    />
  );
  return (
    <>
      <Section
        title={t('request.documents.asked')}
        description={t('request.documents.hint', { limit: formatBytes(limit, locale) })}
        actions={
          state.status === 'open' &&
          asked.some(({ status }) => status === 'missing') && (
            <ButtonLink
              size="small"
              href={`#/permohonan/${state.id}?bagian=letters`}
              data-action="shortage"
            >
              {t('request.documents.shortage')}
            </ButtonLink>
          )
        }
        flush
      >
        <ul className={styles.lines}>{asked.map(line)}</ul>
      </Section>
      {state.status === 'open' && (
        <Section title={t('request.documents.others')} flush>
          <ul className={styles.lines}>{rows.filter((row) => !asked.includes(row)).map(line)}</ul>
        </Section>
      )}
    </>
  );
}

function RemoveDialog(props: {
  /** The paper to be removed; null closes the dialog. */
  readonly attachment: Attachment | null;
  readonly onRemove: (id: string, reason: string) => void;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const { attachment } = props;
  return (
    <ReasonDialog
      open={attachment !== null}
      title={t('request.documents.removeTitle')}
      description={t('request.documents.removeText', { name: attachment?.originalName ?? '' })}
      confirmLabel={t('request.documents.remove')}
      destructive
      suggestions={[
        t('request.documents.reason.wrong'),
        t('request.documents.reason.unreadable'),
        t('request.documents.reason.replaced'),
      ]}
      onClose={props.onClose}
      onConfirm={(reason) => {
        if (attachment !== null) props.onRemove(attachment.id, reason);
      }}
    />
  );
}

/** Papers that were not taken stay named until the next try, each with its reason. */
function Rejected({ open, work }: DocumentsPanelProps) {
  const t = useMessages();
  const locale = useLocale();
  if (work.rejected.length === 0) return null;
  return (
    <Banner
      tone="bad"
      title={t('request.documents.rejected', { count: work.rejected.length })}
      actions={
        <Button size="small" onClick={work.dismiss}>
          {t('ui.close')}
        </Button>
      }
    >
      <ul>
        {work.rejected.map(({ document, name, failure }) => {
          const words = problemWords(failure, { locale, sop: open.sop });
          return (
            <li key={`${document}-${name}`}>
              {documentLabel(open.sop, document, locale)} ({name}): {words.title} {words.text ?? ''}
            </li>
          );
        })}
      </ul>
    </Banner>
  );
}

interface ShownPaper {
  readonly id: string;
  readonly file: Attachment['file'];
  readonly label: string;
  readonly saveAs: string;
  readonly of: FilePlace;
}

/** The chosen paper, else the first there is: the preview is never empty without need. */
function shownPaper(
  { state }: OpenRequest,
  id: string | null,
  label: (document: string) => string,
): ShownPaper | null {
  const letter = state.letters.find((made) => made.id === id);
  if (letter?.status === 'issued') {
    const saveAs = `${state.registerNumber}-${letter.letter}`;
    const of = { requestId: state.id, letter: letter.letter };
    return { id: letter.id, file: letter.file, label: letter.number, saveAs, of };
  }
  const paper = state.attachments.find((one) => one.id === id) ?? state.attachments.at(-1);
  if (paper === undefined) return null;
  return {
    id: paper.id,
    file: paper.file,
    label: label(paper.document),
    saveAs: `${state.registerNumber}-${paper.document}`,
    of: { requestId: state.id, document: paper.document },
  };
}
