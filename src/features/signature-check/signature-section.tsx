import type { SignatureReport } from '../../contract/pki';
import { signatureVerdict } from '../../domain/signatures/document-verdict';
import type { Locale } from '../../messages/catalogue';
import { KeyValueList, type KeyValue } from '../../ui/data/key-value-list';
import { Section } from '../../ui/data/section';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { formatDateTime } from '../../ui/format/date-time';
import { formatBytes, maskNiksIn } from '../../ui/format/numbers';
import { useLocale, useMessages, type Translate } from '../../ui/messages/use-messages';
import { CertificateFactList } from '../shared/certificate-facts';
import { EvidenceList } from '../shared/evidence-list';
import { useTimeContext } from '../shared/use-time-context';
import styles from './signature-check.module.css';
import { changesText, saidText, signerName, trustText, verdictTones } from './signature-words';

interface SignatureSectionProps {
  readonly report: SignatureReport;
  readonly number: number;
  /** Bytes of the whole file. */
  readonly fileSize: number;
  /** Details are open from the beginning: where there is only one. */
  readonly isOpen: boolean;
}

/** One signature: three plain sentences, then everything they rest on. */
export function SignatureSection({ report, number, fileSize, isOpen }: SignatureSectionProps) {
  const t = useMessages();
  const locale = useLocale();
  const context = useTimeContext();
  const verdict = signatureVerdict(report);
  const name = maskNiksIn(signerName(report, locale));
  const title =
    report.kind === 'signature'
      ? t('check.signature', { number, name })
      : t('check.stampSignature', { number, name });
  return (
    <div data-signature={number} data-verdict={verdict}>
      <Section
        title={title}
        actions={<StatusBadge tone={verdictTones[verdict]} label={t(`check.badge.${verdict}`)} />}
      >
        <div className={styles.signature}>
          <div className={styles.said}>
            <p>{maskNiksIn(saidText(report, context))}</p>
            <p>{changesText(report, locale)}</p>
            <p>{trustText(report, locale)}</p>
          </div>
          <details className={styles.details} open={isOpen}>
            <summary>{t('check.details', { number })}</summary>
            <Details report={report} fileSize={fileSize} />
          </details>
        </div>
      </Section>
    </div>
  );
}

function Details({ report, fileSize }: Pick<SignatureSectionProps, 'report' | 'fileSize'>) {
  const t = useMessages();
  const { certificate, revocation } = report;
  return (
    <div className={styles.signature}>
      <SignatureFacts report={report} fileSize={fileSize} />
      {certificate !== null && <CertificateFactList facts={certificate} />}
      {revocation.length > 0 && (
        <div>
          <p>{t('check.label.revocation')}</p>
          <EvidenceList evidence={revocation} />
        </div>
      )}
    </div>
  );
}

function SignatureFacts({ report, fileSize }: Pick<SignatureSectionProps, 'report' | 'fileSize'>) {
  const t = useMessages();
  const locale = useLocale();
  const context = useTimeContext();
  const { claimedAt, changes, chain, certification } = report;
  const fact = (key: string, label: string, value: string): KeyValue => ({ key, label, value });
  return (
    <KeyValueList
      entries={[
        fact('claimed-name', t('check.label.claimedName'), maskNiksIn(report.claimedName)),
        fact(
          'claimed-at',
          t('check.label.claimedAt'),
          claimedAt === null ? '' : formatDateTime(claimedAt, context),
        ),
        fact('stamped-at', t('check.label.stampedAt'), stampText(report, t, context)),
        fact('integrity', t('check.label.integrity'), integrityText(report, t)),
        fact(
          'changes',
          t('check.label.changes'),
          // Of bytes that are not the signed ones nothing can be said to be unchanged.
          report.integrity.state === 'broken'
            ? t('check.changes.broken')
            : [t(`check.changes.${changes.kind}`), ...changes.details].join(' · '),
        ),
        fact('covers', t('check.label.covers'), coveredText(report, fileSize, t, locale)),
        ...(certification === null
          ? []
          : [
              fact(
                'certification',
                t('check.label.certification'),
                certifiedText(certification, t),
              ),
            ]),
        fact('reason', t('check.label.reason'), maskNiksIn(report.reason)),
        fact('location', t('check.label.location'), maskNiksIn(report.location)),
        fact('format', t('check.label.format'), report.subFilter),
        fact(
          'bound',
          t('check.label.bound'),
          t(report.isCertificateBound ? 'check.yes' : 'check.no'),
        ),
        fact(
          'chain',
          t('check.label.chain'),
          chain.map(({ commonName, subjectDn }) => commonName ?? subjectDn).join(' → '),
        ),
        ...(report.revocation.length > 0
          ? []
          : [fact('revocation', t('check.label.revocation'), t('check.none'))]),
      ]}
    />
  );
}

function coveredText(
  { revisionEnd, coversWholeFile }: SignatureReport,
  fileSize: number,
  t: Translate,
  locale: Locale,
): string {
  if (coversWholeFile) return t('check.covers.whole');
  // Which bytes it covers could not be found out.
  if (revisionEnd === null) return '';
  const bytes = formatBytes(revisionEnd, locale);
  return t('check.covers.revision', { bytes, total: formatBytes(fileSize, locale) });
}

function certifiedText(
  { level, isKept }: NonNullable<SignatureReport['certification']>,
  t: Translate,
): string {
  return t(`check.certification.${isKept ? 'kept' : 'broken'}`, { level });
}

function stampText(
  { timestamp }: SignatureReport,
  t: Translate,
  context: Parameters<typeof formatDateTime>[1],
): string {
  if (timestamp === null) return t('check.none');
  const { integrity, trust } = timestamp;
  const facts = {
    time: formatDateTime(timestamp.at, context),
    authority: timestamp.authority ?? t('check.nobody'),
  };
  const isBad = integrity.state === 'broken' || trust.state === 'untrusted';
  if (isBad) return t('check.stamp.bad', facts);
  const isSure = integrity.state === 'ok' && trust.state === 'trusted';
  return t(isSure ? 'check.stamp.trusted' : 'check.stamp.unknown', facts);
}

function integrityText({ integrity }: SignatureReport, t: Translate): string {
  if (integrity.state !== 'ok') {
    const code = integrity.code === null ? '' : ` (${integrity.code})`;
    return `${t(`check.integrity.${integrity.state}`)}${code}`;
  }
  return t(integrity.isWeak ? 'check.integrity.weak' : 'check.integrity.ok');
}
