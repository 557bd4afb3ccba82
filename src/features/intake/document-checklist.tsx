import { FileText, PenLine } from 'lucide-react';
import { useId } from 'react';
import { allRequiredDocuments } from '../../domain/sop/progress';
import type { Sop } from '../../domain/sop/sop';
import { useMessages } from '../../ui/messages/use-messages';
import styles from './intake.module.css';

interface DocumentChecklistProps {
  readonly sop: Sop | null;
  /** Key of the chosen reason; '' while none is chosen. */
  readonly reason: string;
}

/** What the SOP will ask for with this reason, so that the applicant can be told at once. */
export function DocumentChecklist({ sop, reason }: DocumentChecklistProps) {
  const t = useMessages();
  const id = useId();
  const asked = sop === null ? [] : allRequiredDocuments(sop, reason === '' ? null : reason);
  const dependsOnReason = reason === '' && (sop?.reasons.length ?? 0) > 0;
  return (
    <section aria-labelledby={id} aria-live="polite">
      <h2 id={id} className={styles.sideTitle}>
        {t('intake.section.documents')}
      </h2>
      <ul className={styles.documents}>
        {asked.map((key) => {
          const document = sop?.documents.find((one) => one.key === key);
          const isMadeHere = document?.madeByLetter !== undefined;
          const Icon = isMadeHere ? PenLine : FileText;
          return (
            <li key={key} className={styles.document}>
              <Icon className={styles.documentIcon} size={16} aria-hidden="true" />
              <span>{document?.label ?? key}</span>
              <span className={styles.origin}>
                {t(isMadeHere ? 'intake.documents.madeHere' : 'intake.documents.fromApplicant')}
              </span>
            </li>
          );
        })}
        {sop !== null && asked.length === 0 && <li>{t('intake.documents.empty')}</li>}
        {dependsOnReason && <li className={styles.faint}>{t('intake.documents.chooseReason')}</li>}
      </ul>
    </section>
  );
}
