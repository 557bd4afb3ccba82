import type { RevocationEvidence } from '../../contract/pki';
import { formatDateTime } from '../../ui/format/date-time';
import { groupSerial } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { doubtText, revocationReasonText } from './certificate-words';
import styles from './evidence-list.module.css';
import { useTimeContext } from './use-time-context';

/** What each source says of a certificate's revocation, with the dates it rests on. */
export function EvidenceList({ evidence }: { readonly evidence: readonly RevocationEvidence[] }) {
  return (
    <ul className={styles.list}>
      {evidence.map((one, index) => (
        <EvidenceItem key={index} evidence={one} />
      ))}
    </ul>
  );
}

function EvidenceItem({ evidence }: { readonly evidence: RevocationEvidence }) {
  const t = useMessages();
  const locale = useLocale();
  const context = useTimeContext();
  const { source, status, revokedAt, reason, thisUpdate, nextUpdate, entries, sha256 } = evidence;
  const doubt = doubtText(evidence, locale);
  const dates = [
    ...(thisUpdate === null
      ? []
      : [
          t('certificate.evidence.thisUpdate', { time: formatDateTime(thisUpdate, context) }),
          nextUpdate === null
            ? t('certificate.evidence.noNext')
            : t('certificate.evidence.nextUpdate', { time: formatDateTime(nextUpdate, context) }),
        ]),
    ...(entries === null ? [] : [t('certificate.evidence.entries', { count: entries })]),
    ...(evidence.isFromCache ? [t('certificate.evidence.cached')] : []),
  ];
  return (
    <li className={styles.item} data-evidence={source} data-status={status}>
      <span className={styles.source}>
        {t(`certificate.evidence.${source}`)}: {t(`certificate.evidence.${status}`)}
      </span>
      {revokedAt !== null && (
        <span>
          {t('certificate.revokedAt', {
            time: formatDateTime(revokedAt, context),
            reason: revocationReasonText(reason, locale),
          })}
        </span>
      )}
      {doubt !== null && <span>{doubt}</span>}
      {dates.length > 0 && <span className={styles.facts}>{dates.join(' · ')}</span>}
      {evidence.address !== null && <span className={styles.address}>{evidence.address}</span>}
      {sha256 !== null && (
        <span className={styles.address}>
          {t('certificate.evidence.sha256', { sha256: groupSerial(sha256) })}
        </span>
      )}
    </li>
  );
}
