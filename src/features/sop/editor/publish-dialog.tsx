import { TriangleAlert } from 'lucide-react';
import type { Sop } from '../../../domain/sop/sop';
import type { CommandFailure } from '../../../store/store';
import { Button } from '../../../ui/controls/button';
import { KeyValueList } from '../../../ui/data/key-value-list';
import { Banner } from '../../../ui/feedback/banner';
import { Dialog } from '../../../ui/feedback/dialog';
import { useLocale, useMessages } from '../../../ui/messages/use-messages';
import { OfficeFailure } from '../../settings/office-failure';
import { SopDiffView } from '../sop-diff-view';
import { useSopEditor } from './editor-context';
import styles from './editor.module.css';
import { problemText } from './problem-words';

interface PublishDialogProps {
  /** What it is compared with: the version it follows, else the SOP it was copied from. */
  readonly before: Sop | undefined;
  /** Whether the office has published versions of it. */
  readonly follows: boolean;
  /** False where the intake offers a choice of SOPs that this one is not in. */
  readonly isOffered: boolean;
  readonly failure: CommandFailure | null;
  readonly busy: boolean;
  readonly onPublish: () => void;
  readonly onTakeNext: (version: number) => void;
  readonly onClose: () => void;
}

/** The last look before an SOP is recorded for good. */
export function PublishDialog(props: PublishDialogProps) {
  const t = useMessages();
  const { sop } = useSopEditor();
  const { before, follows, isOffered, failure, busy, onPublish, onClose } = props;
  const { version, id, identity, steps } = sop;
  return (
    <Dialog
      open
      wide
      title={t('sopEditor.publishing.title', { title: identity.title, version })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('sopEditor.publishing.cancel')}</Button>
          <Button variant="primary" busy={busy} data-action="confirm" onClick={onPublish}>
            {t('sopEditor.publishing.confirm', { version })}
          </Button>
        </>
      }
    >
      {failure !== null && <PublishFailure failure={failure} onTakeNext={props.onTakeNext} />}
      <KeyValueList
        entries={[
          { key: 'number', label: t('sopEditor.publishing.number'), value: identity.number },
          { key: 'version', label: t('sopEditor.publishing.version'), value: version },
          { key: 'id', label: t('sopEditor.publishing.id'), value: id },
          { key: 'steps', label: t('sopEditor.publishing.steps'), value: steps.length },
        ]}
      />
      <p className={styles.dialogPart}>
        {follows ? t('sopEditor.publishing.running', { version }) : t('sopEditor.publishing.first')}{' '}
        {!isOffered && t('sopEditor.publishing.notOffered')}
      </p>
      <Warnings />
      {before !== undefined && (
        // Can have the focus, so that the keyboard can scroll a long comparison.
        <section className={styles.dialogPart} aria-labelledby="sop-publish-changes" tabIndex={0}>
          <h3 id="sop-publish-changes">
            {follows
              ? t('sopEditor.publishing.changes', { version: before.version })
              : t('sopEditor.publishing.changesOfCopy')}
          </h3>
          <SopDiffView before={before} after={sop} />
        </section>
      )}
    </Dialog>
  );
}

function Warnings() {
  const t = useMessages();
  const locale = useLocale();
  const { problems } = useSopEditor();
  if (problems.length === 0) return null;
  return (
    <section className={styles.dialogPart}>
      <h3>{t('sopEditor.publishing.warnings')}</h3>
      <ul className={styles.dialogWarnings}>
        {problems.map((problem, index) => (
          <li key={index}>
            <TriangleAlert className={styles.warn} size={16} aria-hidden="true" />
            <span>{problemText(problem, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PublishFailure({
  failure,
  onTakeNext,
}: Pick<PublishDialogProps, 'onTakeNext'> & { readonly failure: CommandFailure }) {
  const t = useMessages();
  const { sop } = useSopEditor();
  if (failure.kind !== 'office-refused' || failure.refusal.code !== 'sop-version-taken') {
    return <OfficeFailure failure={failure} />;
  }
  const { next } = failure.refusal;
  return (
    <Banner
      tone="bad"
      title={t('sopEditor.publishing.taken', { version: sop.version })}
      actions={
        <Button size="small" data-action="take-next" onClick={() => onTakeNext(next)}>
          {t('sopEditor.publishing.takeNext', { next })}
        </Button>
      }
    >
      {t('sopEditor.publishing.takenText', { next })}
    </Banner>
  );
}
