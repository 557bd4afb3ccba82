import { Eye, ScanLine, Trash2 } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import type { Attachment } from '../../domain/request/request-state';
import type { Sop } from '../../domain/sop/sop';
import { classNames } from '../../ui/class-names';
import { Button, ButtonLink } from '../../ui/controls/button';
import { FilePicker } from '../../ui/forms/file-picker';
import { formatBytes } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { documentLabel, letterTitle } from '../shared/sop-words';
import { useMay } from '../shared/use-permission';
import { DocumentMark } from './document-mark';
import type { DocumentRow } from './document-rows';
import styles from './request.module.css';

/** For the picker only; what a file is, its content says. */
export const PAPER_TYPES = 'application/pdf,image/jpeg,image/png';

export interface DocumentLineProps {
  readonly requestId: string;
  readonly row: DocumentRow;
  readonly sop: Sop;
  /** Bytes AMS takes per file. */
  readonly limit: number;
  /** The request has ended: nothing can be added or taken away. */
  readonly ended: boolean;
  readonly busy: boolean;
  readonly shownId: string | null;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onShow: (id: string) => void;
  readonly onRemove: (attachment: Attachment) => void;
}

/** One paper of the checklist; files can be dropped on it. */
export function DocumentLine(props: DocumentLineProps) {
  const { row, sop, ended } = props;
  const t = useMessages();
  const locale = useLocale();
  const [over, setOver] = useState(false);
  const label = documentLabel(sop, row.document, locale);
  const drop = (event: DragEvent) => {
    setOver(false);
    if (ended || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    props.onFiles(Array.from(event.dataTransfer.files));
  };
  return (
    <li
      data-document-row={row.document}
      className={classNames(styles.documentLine, over && styles.over)}
      onDragOver={(event) => {
        if (ended) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={drop}
    >
      <DocumentMark status={row.status} />
      <div className={styles.documentWords}>
        <div className={styles.documentFirst}>
          <span className={styles.strong}>{label}</span>
          <span className={styles[`${row.status}Word`]}>{t(`request.paper.${row.status}`)}</span>
        </div>
        <DocumentFacts row={row} />
        {row.attachments.map((attachment) => (
          <AttachmentLine key={attachment.id} attachment={attachment} line={props} label={label} />
        ))}
        {row.letter !== null && <LetterLine letter={row.letter} line={props} />}
      </div>
      {!ended && (
        <div className={styles.pick}>
          <ScanLink line={props} label={label} />
          <PickButton line={props} label={label} />
        </div>
      )}
    </li>
  );
}

function DocumentFacts({ row }: { readonly row: DocumentRow }) {
  const t = useMessages();
  const asked =
    row.steps.length === 0 ? null : t('request.documents.steps', { steps: row.steps.join(', ') });
  const make =
    row.madeByLetter !== null && row.letter === null
      ? t('request.documents.madeByLetter', { letter: letterTitle(row.madeByLetter) })
      : null;
  const facts = [asked, make].filter((fact) => fact !== null).join(' · ');
  return facts === '' ? null : <div className={styles.faint}>{facts}</div>;
}

interface LinePartProps {
  readonly line: DocumentLineProps;
  readonly label: string;
}

function AttachmentLine({
  attachment,
  line,
  label,
}: LinePartProps & { readonly attachment: Attachment }) {
  const t = useMessages();
  const locale = useLocale();
  const remove = useMay('remove-document');
  const { size } = attachment.file;
  return (
    <div
      data-attachment={attachment.id}
      className={classNames(styles.fileLine, line.shownId === attachment.id && styles.shown)}
    >
      <span className={styles.fileName} title={attachment.originalName}>
        {attachment.originalName}
      </span>
      <span className={styles.faint}>{formatBytes(size, locale)}</span>
      {size > line.limit && (
        <span className={styles.missingWord}>
          {t('request.documents.tooLarge', { limit: formatBytes(line.limit, locale) })}
        </span>
      )}
      <span className={styles.fileButtons}>
        <Button
          size="small"
          variant="plain"
          icon={Eye}
          aria-label={t('request.documents.showNamed', { document: label })}
          onClick={() => {
            line.onShow(attachment.id);
          }}
        />
        {!line.ended && (
          <Button
            size="small"
            variant="plain"
            icon={Trash2}
            aria-label={t('request.documents.removeNamed', { document: label })}
            blocked={remove.why}
            onClick={() => {
              line.onRemove(attachment);
            }}
          />
        )}
      </span>
    </div>
  );
}

function LetterLine(props: {
  readonly letter: NonNullable<DocumentRow['letter']>;
  readonly line: DocumentLineProps;
}) {
  const t = useMessages();
  const { letter, line } = props;
  return (
    <div className={classNames(styles.fileLine, line.shownId === letter.id && styles.shown)}>
      <span className={styles.fileName}>
        {t('request.letters.number', { number: letter.number })}
      </span>
      <span className={styles.fileButtons}>
        <Button
          size="small"
          variant="plain"
          icon={Eye}
          aria-label={t('request.documents.showNamed', { document: letter.number })}
          onClick={() => {
            line.onShow(letter.id);
          }}
        />
      </span>
    </div>
  );
}

function PickButton({ line, label }: LinePartProps) {
  const t = useMessages();
  const { why } = useMay('attach-document');
  const picker = useRef<HTMLInputElement>(null);
  const { row, busy } = line;
  return (
    <>
      <Button
        size="small"
        variant={row.status === 'optional' ? 'plain' : 'quiet'}
        busy={busy}
        aria-label={t('request.documents.pickNamed', { document: label })}
        data-pick={row.document}
        blocked={why}
        onClick={() => picker.current?.click()}
      >
        {row.attachments.length > 0 ? t('request.documents.add') : t('ui.file.choose')}
      </Button>
      <FilePicker
        ref={picker}
        multiple
        data-document={row.document}
        accept={PAPER_TYPES}
        disabled={why !== undefined}
        aria-label={t('request.documents.pickNamed', { document: label })}
        onFiles={line.onFiles}
      />
    </>
  );
}

function ScanLink({ line, label }: LinePartProps) {
  const t = useMessages();
  const { why } = useMay('attach-document');
  return (
    <ButtonLink
      size="small"
      variant={line.row.status === 'optional' ? 'plain' : 'quiet'}
      icon={ScanLine}
      href={`#/permohonan/${line.requestId}/pindai/${line.row.document}`}
      aria-label={t('scan.openNamed', { document: label })}
      data-scan={line.row.document}
      blocked={why}
    >
      {t('scan.open')}
    </ButtonLink>
  );
}
