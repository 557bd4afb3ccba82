import { Download, Eye, Trash2, Printer } from 'lucide-react';
import { useState } from 'react';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { Proposal } from '../../domain/retention/retention-state';
import { Button } from '../../ui/controls/button';
import { KeyValueList } from '../../ui/data/key-value-list';
import { ButtonRow, Section, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { ReasonDialog } from '../../ui/feedback/reason-dialog';
import { useToast } from '../../ui/feedback/toast';
import { formatDateTime, formatShortDate } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { PdfView } from '../../ui/viewers/pdf-view';
import { useMay } from '../shared/use-permission';
import { useTimeContext } from '../shared/use-time-context';
import { DestroyDialog } from './destroy-dialog';
import type { Outcome } from './destruction-outcome';
import { RetentionFailureBanner } from './retention-failure';
import styles from './retention.module.css';
import { useReport } from './use-report';
import { useRetentionWork } from './use-retention';

/** Numbers shown before the rest is only counted; the berita acara has them all. */
const MOST_SHOWN = 60;

interface ProposalSectionProps {
  readonly proposal: Proposal;
  readonly profile: OfficeProfile;
  readonly onDestroyed: (outcome: Outcome) => void;
}

/** A list on its way: make the berita acara, have it signed, then destroy or withdraw. */
export function ProposalSection({ proposal, profile, onDestroyed }: ProposalSectionProps) {
  const t = useMessages();
  const context = useTimeContext();
  const report = useReport(profile);
  const { items, at } = proposal;
  return (
    <Section
      title={t('retention.proposal', { date: formatShortDate(at, context), count: items.length })}
    >
      <Stack>
        {report.failure !== null && (
          <Banner tone="bad" title={t('retention.report.failed')}>
            {report.failure}
          </Banner>
        )}
        {report.notRecorded !== null && <RetentionFailureBanner failure={report.notRecorded} />}
        <ProposalFacts proposal={proposal} />
        <ProposalButtons proposal={proposal} report={report} onDestroyed={onDestroyed} />
        {report.shown !== null && (
          <div className={styles.paper}>
            <PdfView bytes={report.shown} label={t('retention.report.label')} />
          </div>
        )}
      </Stack>
    </Section>
  );
}

function ProposalFacts({ proposal }: Pick<ProposalSectionProps, 'proposal'>) {
  const t = useMessages();
  const context = useTimeContext();
  const { items, at, by, basis, report } = proposal;
  const numbers = items.slice(0, MOST_SHOWN).map(({ registerNumber }) => registerNumber);
  const more = items.length - numbers.length;
  const rest = more > 0 ? [t('retention.proposal.more', { count: more })] : [];
  return (
    <KeyValueList
      entries={[
        {
          key: 'state',
          label: t('retention.proposal.state'),
          value:
            report === null
              ? t('retention.proposal.new')
              : t('retention.proposal.made', { time: formatDateTime(report.at, context) }),
        },
        { key: 'basis', label: t('retention.settings.basis'), value: basis },
        {
          key: 'by',
          label: t('retention.proposal.by'),
          value: `${by} · ${formatDateTime(at, context)}`,
        },
        {
          key: 'numbers',
          label: t('retention.proposal.numbers'),
          value: <span className={styles.numbers}>{[...numbers, ...rest].join(', ')}</span>,
        },
      ]}
    />
  );
}

interface ProposalButtonsProps extends Pick<ProposalSectionProps, 'proposal' | 'onDestroyed'> {
  readonly report: ReturnType<typeof useReport>;
}

function ProposalButtons({ proposal, report, onDestroyed }: ProposalButtonsProps) {
  const t = useMessages();
  const { why } = useMay('destroy-records');
  const [asking, setAsking] = useState<'destroy' | 'withdraw' | null>(null);
  const close = () => {
    setAsking(null);
  };
  const made = proposal.report !== null;
  return (
    <ButtonRow>
      <ReportButtons proposal={proposal} report={report} why={why} />
      <Button
        blocked={why}
        data-action="withdraw-destruction"
        onClick={() => {
          setAsking('withdraw');
        }}
      >
        {t('retention.withdraw')}
      </Button>
      <Button
        variant="danger"
        icon={Trash2}
        blocked={why ?? (made ? undefined : t('retention.destroyBlocked'))}
        data-action="destroy-records"
        onClick={() => {
          setAsking('destroy');
        }}
      >
        {t('retention.destroy')}
      </Button>
      {asking === 'withdraw' && <WithdrawDialog proposal={proposal} onClose={close} />}
      {asking === 'destroy' && (
        <DestroyDialog proposal={proposal} onClose={close} onDestroyed={onDestroyed} />
      )}
    </ButtonRow>
  );
}

interface ReportButtonsProps extends Pick<ProposalButtonsProps, 'proposal' | 'report'> {
  readonly why: string | undefined;
}

const WAYS = [
  { way: 'print', icon: Printer },
  { way: 'save', icon: Download },
  { way: 'view', icon: Eye },
] as const;

function ReportButtons({ proposal, report, why }: ReportButtonsProps) {
  const t = useMessages();
  const { busy, start, shown, hide } = report;
  return (
    <>
      {WAYS.map(({ way, icon }) => {
        const hides = way === 'view' && shown !== null;
        return (
          <Button
            key={way}
            variant={way === 'print' && proposal.report === null ? 'primary' : 'quiet'}
            icon={icon}
            busy={busy === way}
            blocked={why}
            data-action={`${way}-destruction-report`}
            onClick={() => {
              if (hides) hide();
              else void start(proposal, way);
            }}
          >
            {t(`retention.report.${hides ? 'hide' : way}`)}
          </Button>
        );
      })}
    </>
  );
}

function WithdrawDialog(props: { readonly proposal: Proposal; readonly onClose: () => void }) {
  const t = useMessages();
  const toast = useToast();
  const work = useRetentionWork();
  const { proposal, onClose } = props;
  const withdraw = async (reason: string) => {
    const command = 'withdraw-destruction' as const;
    if ((await work.act({ command, destructionId: proposal.id, reason })) === null) return;
    toast({ text: t('retention.withdrawn') });
    onClose();
  };
  return (
    <>
      {work.failure !== null && <RetentionFailureBanner failure={work.failure} />}
      <ReasonDialog
        open
        title={t('retention.withdraw')}
        description={t('retention.withdrawText')}
        confirmLabel={t('retention.withdraw')}
        busy={work.busy}
        onConfirm={(reason) => void withdraw(reason)}
        onClose={onClose}
      />
    </>
  );
}
