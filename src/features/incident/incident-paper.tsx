import { Download, Printer } from 'lucide-react';
import type { IncidentLetter } from '../../domain/incident/incident-state';
import type { TrailNote } from '../../domain/trail/trail-event';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { useMessages } from '../../ui/messages/use-messages';
import { PdfView } from '../../ui/viewers/pdf-view';
import { usePrint } from '../request/stored-file-view';
import { useStoredFile } from '../request/use-stored-file';
import { saveFile } from '../shared/save-file';
import { useSeen, useTrail } from '../shared/use-trail';
import styles from './incident.module.css';

/** A notice as it was made, with the ways out; each is noted. */
export function IncidentPaper({ letter }: { readonly letter: IncidentLetter }) {
  const t = useMessages();
  const print = usePrint();
  const { allows } = useTrail();
  const read = useStoredFile(letter.file.address);
  const note = (action: 'view-file' | 'print' | 'export'): TrailNote => ({
    action,
    subject: letter.requestId,
    details: { what: 'incident-letter', file: letter.file.address },
  });
  useSeen(read?.ok === true ? note('view-file') : null);
  if (read === null) return <p role="status">{t('ui.loading')}</p>;
  if (!read.ok) return <Banner tone="bad" title={t('request.file.unread')} />;
  const { bytes } = read.value;
  const name = `pemberitahuan-insiden-${letter.id}.pdf`;
  return (
    <div className={styles.paper}>
      <PdfView
        bytes={bytes}
        label={t('incident.letter.label')}
        actions={
          <>
            <Button
              size="small"
              icon={Printer}
              onClick={() => void print(bytes, name, note('print'))}
            >
              {t('ui.print')}
            </Button>
            <Button
              size="small"
              variant="plain"
              icon={Download}
              aria-label={t('ui.download')}
              title={t('ui.download')}
              data-save={name}
              onClick={() => {
                void allows(note('export')).then((allowed) => {
                  if (allowed) saveFile(bytes, name, 'application/pdf');
                });
              }}
            />
          </>
        }
      />
    </div>
  );
}
