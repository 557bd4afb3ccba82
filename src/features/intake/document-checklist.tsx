import { FileText, PenLine, type LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { allRequiredDocuments } from '../../domain/sop/progress';
import type { Sop, SopDocument } from '../../domain/sop/sop';
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
  const keys = sop === null ? [] : allRequiredDocuments(sop, reason === '' ? null : reason);
  const asked = sop?.documents.filter(({ key }) => keys.includes(key)) ?? [];
  const dependsOnReason = reason === '' && (sop?.reasons.length ?? 0) > 0;
  return (
    <section aria-labelledby={id} aria-live="polite">
      <h2 id={id} className={styles.sideTitle}>
        {t('intake.section.documents')}
      </h2>
      <div className={styles.documents}>
        <Papers
          title={t('intake.documents.fromApplicant')}
          icon={FileText}
          papers={asked.filter(({ madeByLetter }) => madeByLetter === undefined)}
        />
        {dependsOnReason && <p className={styles.faint}>{t('intake.documents.chooseReason')}</p>}
        <Papers
          title={t('intake.documents.madeHere')}
          icon={PenLine}
          papers={asked.filter(({ madeByLetter }) => madeByLetter !== undefined)}
        />
        {sop !== null && asked.length === 0 && <p>{t('intake.documents.empty')}</p>}
      </div>
    </section>
  );
}

interface PapersProps {
  readonly title: string;
  readonly icon: LucideIcon;
  readonly papers: readonly SopDocument[];
}

function Papers({ title, icon: Icon, papers }: PapersProps) {
  if (papers.length === 0) return null;
  return (
    <>
      <h3 className={styles.origin}>{title}</h3>
      <ul>
        {papers.map(({ key, label }) => (
          <li key={key} className={styles.document}>
            <Icon className={styles.documentIcon} size={16} aria-hidden="true" />
            <span>{label}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
