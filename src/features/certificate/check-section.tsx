import type {
  CertificateCheck,
  ReadCertificate,
  RequestState,
} from '../../domain/request/request-state';
import { Button, ButtonLink } from '../../ui/controls/button';
import { ButtonRow, Section } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { Progress } from '../../ui/feedback/progress';
import { formatDateTime } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import type { RequestWork } from '../request/use-request-work';
import { isPrivateRefusal, verdictTones } from '../shared/certificate-words';
import { EvidenceList } from '../shared/evidence-list';
import { FailureBanner } from '../shared/failure-banner';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { useTimeContext } from '../shared/use-time-context';
import styles from './certificate.module.css';
import {
  useRevocationCheck,
  type CheckProblem,
  type RevocationCheck,
} from './use-revocation-check';

interface CheckSectionProps {
  readonly request: RequestState;
  readonly certificate: ReadCertificate | undefined;
  readonly work: RequestWork;
}

/** Whether the kept certificate was revoked, by whom that is said, and the person's status. */
export function CheckSection({ request, certificate, work }: CheckSectionProps) {
  const t = useMessages();
  const asking = useRevocationCheck(request, certificate, work);
  const checks = request.certificateChecks
    .filter(({ certificateId }) => certificateId === certificate?.id)
    .toReversed();
  const [latest, ...earlier] = checks;
  return (
    <Section title={t('certificate.check.title')}>
      <div className={styles.check}>
        <p>{t('certificate.check.text')}</p>
        <AskButtons certificate={certificate} asking={asking} isBusy={work.busy !== null} />
        {asking.isAsking && <Progress label={t('certificate.check.working')} value={null} />}
        <Problem problem={asking.problem} />
        {latest === undefined ? (
          <p className={styles.faint}>{t('certificate.check.none')}</p>
        ) : (
          <Checked check={latest} asking={asking} />
        )}
        <EscLine check={latest} problem={asking.escProblem} />
        <Earlier checks={earlier} />
      </div>
    </Section>
  );
}

function AskButtons(props: {
  readonly certificate: ReadCertificate | undefined;
  readonly asking: RevocationCheck;
  readonly isBusy: boolean;
}) {
  const t = useMessages();
  const { certificate, asking, isBusy } = props;
  const permission = useMay('record-certificate-check');
  const why = certificate === undefined ? t('certificate.check.needsCertificate') : permission.why;
  const busy = asking.isAsking || isBusy;
  return (
    <ButtonRow>
      <Button
        variant={certificate === undefined ? 'quiet' : 'primary'}
        busy={busy}
        blocked={why}
        data-action="check-revocation"
        onClick={() => {
          asking.check({ useNetwork: true, allowPrivate: false });
        }}
      >
        {t('certificate.check.ask')}
      </Button>
      <Button
        variant="plain"
        busy={busy}
        blocked={why}
        data-action="check-kept-lists"
        onClick={() => {
          asking.check({ useNetwork: false, allowPrivate: false });
        }}
      >
        {t('certificate.check.offline')}
      </Button>
    </ButtonRow>
  );
}

function Problem({ problem }: { readonly problem: CheckProblem | null }) {
  const t = useMessages();
  if (problem === null) return null;
  switch (problem.kind) {
    case 'failed':
      return <FailureBanner failure={{ kind: 'not-recorded', error: problem.error }} />;
    case 'damaged':
      return <Banner tone="bad" title={t('certificate.check.damaged')} />;
    case 'issuer-missing':
      return (
        <div data-problem="issuer-missing">
          <Banner
            tone="warn"
            title={t('certificate.check.issuer')}
            actions={
              <ButtonLink size="small" href="#/pengaturan?bagian=authorities">
                {t('check.importAuthority')}
              </ButtonLink>
            }
          >
            {t('certificate.check.issuerText', { issuer: problem.issuerDn })}
          </Banner>
        </div>
      );
  }
}

function Checked(props: { readonly check: CertificateCheck; readonly asking: RevocationCheck }) {
  const t = useMessages();
  const context = useTimeContext();
  const { check, asking } = props;
  const { verdict, evidence } = check;
  const unasked = evidence.filter(isPrivateRefusal);
  return (
    <div className={styles.check} data-check={verdict}>
      <Banner tone={verdictTones[verdict]} title={t(`certificate.verdict.${verdict}`)}>
        {t(`certificate.advice.${verdict}`)}
      </Banner>
      <p className={styles.faint}>
        {t('certificate.check.at', { time: formatDateTime(check.at, context), name: check.by })}
      </p>
      {evidence.length === 0 ? (
        <p>{t('certificate.check.noAddress')}</p>
      ) : (
        <EvidenceList evidence={evidence} />
      )}
      {unasked.length > 0 && (
        <Banner
          tone="info"
          title={t('certificate.check.private')}
          actions={
            <Button
              size="small"
              busy={asking.isAsking}
              data-action="check-private"
              onClick={() => {
                asking.check({ useNetwork: true, allowPrivate: true });
              }}
            >
              {t('certificate.check.private')}
            </Button>
          }
        >
          {t('certificate.check.privateText', {
            addresses: unasked.map(({ address }) => address ?? '').join(', '),
          })}
        </Banner>
      )}
    </div>
  );
}

/** What the Esign Client Service says of the person; not of this certificate. */
function EscLine(props: {
  readonly check: CertificateCheck | undefined;
  readonly problem: string | null;
}) {
  const t = useMessages();
  const { office } = useLoket();
  const server = office.profile?.esign?.server ?? undefined;
  const { check, problem } = props;
  const status = check?.escStatus ?? null;
  const words =
    status === null
      ? server === undefined
        ? t('certificate.esc.unset')
        : server.version === 'v1'
          ? t('certificate.esc.onlyV2')
          : (problem ?? t('certificate.esc.notAsked'))
      : t(`certificate.esc.status.${status}`);
  return (
    <p data-esc-status={status ?? 'none'}>
      <span className={styles.strong}>{t('certificate.esc.title')}:</span> {words}
    </p>
  );
}

function Earlier({ checks }: { readonly checks: readonly CertificateCheck[] }) {
  const t = useMessages();
  const context = useTimeContext();
  if (checks.length === 0) return null;
  return (
    <details className={styles.earlier}>
      <summary>{t('certificate.check.earlier', { count: checks.length })}</summary>
      <ul>
        {checks.map((check) => (
          <li key={check.id}>
            {t(`certificate.verdict.${check.verdict}`)}.{' '}
            {t('certificate.check.at', { time: formatDateTime(check.at, context), name: check.by })}
          </li>
        ))}
      </ul>
    </details>
  );
}
