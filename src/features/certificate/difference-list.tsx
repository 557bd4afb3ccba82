import type { CertificateDifference } from '../../domain/pki/compare-certificate';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { maskNiksIn } from '../../ui/format/numbers';
import { useMessages } from '../../ui/messages/use-messages';
import styles from './certificate.module.css';

const tones = { wrong: 'bad', check: 'warn', note: 'info' } as const;

/** In what a certificate differs from the request, the worst first. */
export function DifferenceList(props: { readonly differences: readonly CertificateDifference[] }) {
  const t = useMessages();
  const { differences } = props;
  return (
    <div className={styles.reading} data-differences={differences.length}>
      <h3 className={styles.heading}>{t('certificate.diff.title')}</h3>
      {differences.length === 0 ? (
        <p>{t('certificate.diff.none')}</p>
      ) : (
        <ul className={styles.differences}>
          {differences.map((one) => (
            <Difference key={one.field} difference={one} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Difference({ difference }: { readonly difference: CertificateDifference }) {
  const t = useMessages();
  const { field, severity, inCertificate, inRequest } = difference;
  return (
    <li className={styles.difference} data-difference={field} data-severity={severity}>
      <StatusBadge tone={tones[severity]} label={t(`certificate.diff.${severity}`)} />
      <span className={styles.words}>
        <span className={styles.strong}>{t(`certificate.diff.${field}`)}</span>
        {inCertificate !== '' && (
          <span className={styles.faint}>
            {t('certificate.diff.inCertificate', { text: maskNiksIn(inCertificate) })}
          </span>
        )}
        {inRequest !== '' && (
          <span className={styles.faint}>
            {t('certificate.diff.inRequest', { text: maskNiksIn(inRequest) })}
          </span>
        )}
      </span>
    </li>
  );
}
