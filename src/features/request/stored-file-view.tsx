import { Download, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PaperFacts } from '../../domain/documents/inspect-paper';
import type { RequestFile } from '../../domain/request/request-event';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { useToast } from '../../ui/feedback/toast';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { ImageView } from '../../ui/viewers/image-view';
import { PdfView } from '../../ui/viewers/pdf-view';
import { pictureCopy } from '../../ui/viewers/picture-copy';
import { printPdf } from '../../ui/viewers/print-pdf';
import type { TrailNote } from '../../domain/trail/trail-event';
import { saveFile } from '../shared/save-file';
import { useSeen, useTrail } from '../shared/use-trail';
import styles from './request.module.css';
import { usePaperFacts } from './use-paper-facts';
import { isLost, useStoredFile } from './use-stored-file';

export interface StoredFileViewProps {
  readonly file: RequestFile;
  /** What it is: "Surat Permohonan Pencabutan, 000.6.5.2/1/…". */
  readonly label: string;
  /** Name under which it is saved; made of numbers and keys. */
  readonly saveAs: string;
  /** Which paper of which request it is, for the trail. */
  readonly of: FilePlace;
  /** Prints it; left out, its bytes go to the system's dialog. */
  readonly onPrint?: (() => void) | undefined;
}

/** A letter or another document of a request. */
export interface FilePlace {
  readonly requestId: string;
  readonly letter?: string;
  readonly document?: string;
}

/** What the trail notes of a paper. */
export function fileNote(
  action: Extract<TrailNote['action'], 'view-file' | 'print' | 'export'>,
  { requestId, ...paper }: FilePlace,
  file?: string,
): TrailNote {
  return { action, subject: requestId, details: { ...paper, ...(file !== undefined && { file }) } };
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** The very bytes that are stored, with the ways out: print and save. */
export function StoredFileView({ file, label, saveAs, of, onPrint }: StoredFileViewProps) {
  const t = useMessages();
  const read = useStoredFile(file.address);
  const found = usePaperFacts(read?.ok === true ? read.value.bytes : null);
  useSeen(read?.ok === true ? fileNote('view-file', of, file.address) : null);
  if (read === null) return <p className={styles.loading}>{t('ui.loading')}</p>;
  if (!read.ok) {
    return (
      <Banner
        tone="bad"
        title={isLost(read.error) ? t('request.file.lost') : t('request.file.unread')}
        details={{
          summary: t('ui.showDetails'),
          text: `${read.error.kind}: ${read.error.detail}`,
        }}
      >
        {isLost(read.error) ? t('request.file.lostRemedy') : t('request.file.unreadRemedy')}
      </Banner>
    );
  }
  const { bytes } = read.value;
  const name = `${saveAs}.${EXTENSIONS[file.mediaType] ?? 'bin'}`;
  if (found === null) return <p className={styles.loading}>{t('papers.checking')}</p>;
  const facts = found.ok ? found.value : null;
  const actions = (
    <FileActions
      bytes={bytes}
      name={name}
      mediaType={file.mediaType}
      of={of}
      facts={facts}
      onPrint={onPrint}
    />
  );
  if (!found.ok) {
    return (
      <Banner tone="bad" title={t('papers.refused.title')} actions={actions}>
        {t(`problem.${found.error.code}`)}
      </Banner>
    );
  }
  if (file.mediaType === 'image/jpeg' || file.mediaType === 'image/png') {
    return (
      <div className={styles.picture}>
        <div className={styles.pictureTools}>
          <span className={styles.pictureLabel}>{label}</span>
          {actions}
        </div>
        <ImageView bytes={bytes} mediaType={file.mediaType} label={label} />
      </div>
    );
  }
  return (
    <div className={styles.guarded}>
      <ActiveNotice facts={found.value} />
      <PdfView bytes={bytes} label={label} actions={actions} />
    </div>
  );
}

/** Says what a PDF holds besides its pages, and what that means at the desk. */
function ActiveNotice({ facts }: { readonly facts: PaperFacts }) {
  const t = useMessages();
  const locale = useLocale();
  if (facts.active.length > 0) {
    const kinds = new Intl.ListFormat(locale).format(
      facts.active.map((kind) => t(`papers.kind.${kind}`)),
    );
    return (
      <Banner tone="warn" title={t('papers.active.title')}>
        {t('papers.active.text', { kinds })}
      </Banner>
    );
  }
  if (!facts.isEncrypted) return null;
  return (
    <Banner tone="warn" title={t('papers.encrypted.title')}>
      {t('papers.encrypted.text')}
    </Banner>
  );
}

interface FileActionsProps {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
  readonly of: FilePlace;
  /** Null: not to be shown, and not printed either. */
  readonly facts: PaperFacts | null;
  readonly onPrint: StoredFileViewProps['onPrint'];
}

function FileActions({ bytes, name, mediaType, of, facts, onPrint }: FileActionsProps): ReactNode {
  const t = useMessages();
  const print = usePrint();
  const { allows } = useTrail();
  return (
    <>
      {mediaType === 'application/pdf' && facts !== null && (
        <Button
          size="small"
          icon={Printer}
          kbd="P"
          onClick={() => {
            if (onPrint !== undefined) onPrint();
            else void print(bytes, name, fileNote('print', of), isOnlyLookedAt(facts));
          }}
        >
          {t('ui.print')}
        </Button>
      )}
      <Button
        size="small"
        variant="plain"
        icon={Download}
        data-save={name}
        aria-label={t('ui.download')}
        title={t('ui.download')}
        onClick={() => {
          void allows(fileNote('export', of)).then((allowed) => {
            if (allowed) saveFile(bytes, name, mediaType);
          });
        }}
      />
    </>
  );
}

/** Whether a PDF goes to the printer as pictures of its pages, not into the browser's own viewer. */
function isOnlyLookedAt({ active, isEncrypted }: PaperFacts): boolean {
  return active.length > 0 || isEncrypted;
}

/**
 * Prints stored bytes once the trail has noted it; where this browser does not print them,
 * saves them and says so. `asPictures`: the browser's viewer, which runs scripts and follows
 * actions, gets pictures of the pages instead.
 */
export function usePrint(): (
  bytes: Uint8Array,
  name: string,
  note: TrailNote,
  asPictures?: boolean,
) => Promise<void> {
  const t = useMessages();
  const toast = useToast();
  const { allows } = useTrail();
  return async (stored, name, note, asPictures = false) => {
    if (!(await allows(note))) return;
    const bytes = asPictures ? await pictureCopy(stored).catch(() => null) : stored;
    if (bytes === null) {
      toast({ tone: 'bad', text: t('papers.print.failed'), seconds: 12 });
      return;
    }
    const outcome = await printPdf(bytes);
    if (outcome === 'dialog-opened') return;
    saveFile(bytes, name, 'application/pdf');
    toast({ tone: 'warn', text: t('request.print.savedInstead'), seconds: 12 });
  };
}
