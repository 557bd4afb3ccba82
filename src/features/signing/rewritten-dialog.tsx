import { Button } from '../../ui/controls/button';
import { Dialog } from '../../ui/feedback/dialog';
import { useMessages } from '../../ui/messages/use-messages';
import type { ReturnedFile } from './returned-file';
import { SignatureFactsView } from './signature-facts-view';
import styles from './signing.module.css';

/** Asks about a file that bears the signature and the same pages, and was written anew. */
export function RewrittenDialog(props: {
  readonly file: ReturnedFile | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const { file, onConfirm, onClose } = props;
  if (file === null) return null;
  return (
    <Dialog
      open
      title={t('signing.rewritten.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" data-action="take-rewritten" onClick={onConfirm}>
            {t('signing.rewritten.take')}
          </Button>
        </>
      }
    >
      <div className={styles.panel}>
        <p>{t('signing.rewritten.text')}</p>
        <SignatureFactsView {...file} />
      </div>
    </Dialog>
  );
}
