import { Download, Printer, X } from 'lucide-react';
import type { OfficeProfile } from '../../domain/office/office-event';
import { localDate } from '../../domain/numbering/local-date';
import { Button } from '../../ui/controls/button';
import { Section } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { useMessages } from '../../ui/messages/use-messages';
import { PdfView } from '../../ui/viewers/pdf-view';
import { usePrint } from '../request/stored-file-view';
import { useLoket } from '../shared/loket-context';
import { saveFile } from '../shared/save-file';
import { useTrail } from '../shared/use-trail';
import styles from './letter-desk.module.css';
import type { MadeSheet } from './make-sheet';
import type { SheetPaper } from './use-sheet-paper';

/** The paper that was made, as it will be printed, with its ways out. */
export function SheetPreview(props: {
  readonly paper: SheetPaper;
  readonly profile: OfficeProfile;
}) {
  const t = useMessages();
  const { now } = useLoket();
  const { made } = props.paper;
  if (made === null) return null;
  const { desk, timeZone } = props.profile;
  const name = `${made.kind}-${desk}-${localDate(now(), timeZone).isoDate}.pdf`;
  const title = t(`letterDesk.sheet.${made.kind}`);
  return (
    <Section flush title={title}>
      <div className={styles.preview} data-sheet={made.kind}>
        {made.number !== null && (
          <Banner tone="info" title={t('letterDesk.transmittal.unspent', made.number)} />
        )}
        <PdfView
          bytes={made.bytes}
          label={title}
          actions={<WaysOut paper={props.paper} made={made} name={name} />}
        />
      </div>
    </Section>
  );
}

/** Before a paper leaves its number counts as used, and the trail knows of it. */
function WaysOut(props: {
  readonly paper: SheetPaper;
  readonly made: MadeSheet;
  /** Of the file. */
  readonly name: string;
}) {
  const t = useMessages();
  const print = usePrint();
  const { allows } = useTrail();
  const { paper, made, name } = props;
  const about = { subject: null, details: { what: made.kind } };
  return (
    <>
      <Button
        size="small"
        icon={Printer}
        data-action="print-sheet"
        onClick={() => {
          void paper
            .leave()
            .then((may) =>
              may ? print(made.bytes, name, { action: 'print', ...about }) : undefined,
            );
        }}
      >
        {t('letterDesk.sheet.print')}
      </Button>
      <Button
        size="small"
        icon={Download}
        data-action="save-sheet"
        onClick={() => {
          void paper
            .leave()
            .then((may) => may && allows({ action: 'export', ...about }))
            .then((may) => {
              if (may) saveFile(made.bytes, name, 'application/pdf');
            });
        }}
      >
        {t('letterDesk.sheet.save')}
      </Button>
      <Button size="small" variant="plain" icon={X} onClick={paper.close}>
        {t('ui.close')}
      </Button>
    </>
  );
}
