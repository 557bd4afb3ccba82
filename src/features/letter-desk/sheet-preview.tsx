import { Download, Printer, X } from 'lucide-react';
import type { OfficeProfile } from '../../domain/office/office-event';
import { localDate } from '../../domain/numbering/local-date';
import { Button } from '../../ui/controls/button';
import { Section } from '../../ui/data/section';
import { useMessages } from '../../ui/messages/use-messages';
import { PdfView } from '../../ui/viewers/pdf-view';
import { usePrint } from '../request/stored-file-view';
import { useLoket } from '../shared/loket-context';
import { saveFile } from '../shared/save-file';
import { useTrail } from '../shared/use-trail';
import styles from './letter-desk.module.css';
import type { SheetPaper } from './use-sheet-paper';

/** The paper that was made, as it will be printed, with its ways out. */
export function SheetPreview(props: {
  readonly paper: SheetPaper;
  readonly profile: OfficeProfile;
}) {
  const t = useMessages();
  const { now } = useLoket();
  const print = usePrint();
  const { allows } = useTrail();
  const { made, close } = props.paper;
  if (made === null) return null;
  const { desk, timeZone } = props.profile;
  const name = `${made.kind}-${desk}-${localDate(now(), timeZone).isoDate}.pdf`;
  const details = { what: made.kind };
  const title = t(`letterDesk.sheet.${made.kind}`);
  return (
    <Section flush title={title}>
      <div className={styles.preview} data-sheet={made.kind}>
        <PdfView
          bytes={made.bytes}
          label={title}
          actions={
            <>
              <Button
                size="small"
                icon={Printer}
                onClick={() =>
                  void print(made.bytes, name, { action: 'print', subject: null, details })
                }
              >
                {t('letterDesk.sheet.print')}
              </Button>
              <Button
                size="small"
                icon={Download}
                data-action="save-sheet"
                onClick={() => {
                  void allows({ action: 'export', subject: null, details }).then((may) => {
                    if (may) saveFile(made.bytes, name, 'application/pdf');
                  });
                }}
              >
                {t('letterDesk.sheet.save')}
              </Button>
              <Button size="small" variant="plain" icon={X} onClick={close}>
                {t('ui.close')}
              </Button>
            </>
          }
        />
      </div>
    </Section>
  );
}
