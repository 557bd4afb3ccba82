import type { ReactNode } from 'react';
import type { Sop, SopIdentity } from '../../domain/sop/sop';
import { Banner } from '../../ui/feedback/banner';
import { formatDate } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { useTimeContext } from '../shared/use-time-context';
import styles from './sop-identity-block.module.css';

/**
 * The header block of the form (PermenPAN-RB 35/2012): whose SOP it is and its numbers, then
 * legal bases to records in pairs. What an office should know of the SOP stands below.
 */
export function SopIdentityBlock({ sop }: { readonly sop: Sop }) {
  const t = useMessages();
  const { identity, notices } = sop;
  return (
    <div className={styles.stack}>
      <div className={styles.block}>
        <div className={styles.office}>
          <p className={styles.officeName}>{identity.office}</p>
          {identity.unit !== null && <p>{identity.unit}</p>}
        </div>
        <Numbers identity={identity} />
        <Part title={t('sopIdentity.legalBases')}>
          <LegalBases bases={identity.legalBases} />
        </Part>
        <Part title={t('sopIdentity.qualifications')}>
          <Lines lines={identity.qualifications} />
        </Part>
        <Part title={t('sopIdentity.relatedSops')}>
          <Lines lines={identity.relatedSops} />
        </Part>
        <Part title={t('sopIdentity.equipment')}>
          <Lines lines={identity.equipment} />
        </Part>
        <Part title={t('sopIdentity.warnings')}>
          <Lines lines={identity.warnings} />
        </Part>
        <Part title={t('sopIdentity.records')}>
          <Lines lines={identity.records} />
        </Part>
      </div>
      {notices.length > 0 && (
        <Banner tone="info" title={t('sopIdentity.notices')}>
          <Lines lines={notices} />
        </Banner>
      )}
    </div>
  );
}

function Numbers({ identity }: { readonly identity: SopIdentity }) {
  const t = useMessages();
  const context = useTimeContext();
  const date = (value: string | null) => (value === null ? '–' : formatDate(value, context));
  const rows = [
    [t('sopIdentity.number'), identity.number],
    [t('sopIdentity.createdOn'), date(identity.createdOn)],
    [t('sopIdentity.revisedOn'), date(identity.revisedOn)],
    [t('sopIdentity.effectiveOn'), date(identity.effectiveOn)],
    [t('sopIdentity.approvedBy'), identity.approvedBy ?? '–'],
    [t('sopIdentity.title'), identity.title],
  ] as const;
  return (
    <dl className={styles.numbers}>
      {rows.map(([label, value]) => (
        <div key={label} className={styles.row}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Part(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3 className={styles.title}>{props.title}</h3>
      {props.children}
    </section>
  );
}

/** One line stands alone, several are numbered, none is a dash. */
function Lines({ lines }: { readonly lines: readonly string[] }) {
  const [only] = lines;
  if (only === undefined) return <p>–</p>;
  if (lines.length === 1) return <p>{only}</p>;
  return (
    <ol className={styles.lines}>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ol>
  );
}

/** As written, each with the office's correction beneath it. */
function LegalBases({ bases }: { readonly bases: SopIdentity['legalBases'] }) {
  const t = useMessages();
  if (bases.length === 0) return <p>–</p>;
  return (
    <ol className={styles.lines}>
      {bases.map(({ text, correction }, index) => (
        <li key={index}>
          {text}
          {correction !== null && correction !== '' && (
            <em className={styles.correction}>
              {t('sopIdentity.correction', { text: correction })}
            </em>
          )}
        </li>
      ))}
    </ol>
  );
}
