import { Lock } from 'lucide-react';
import { useState } from 'react';
import type { Hold } from '../../domain/retention/retention-state';
import type { Store } from '../../store/store';
import { Button } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { ReasonDialog } from '../../ui/feedback/reason-dialog';
import { useToast } from '../../ui/feedback/toast';
import { formatDateTime } from '../../ui/format/date-time';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { useTimeContext } from '../shared/use-time-context';
import { RetentionFailureBanner } from './retention-failure';
import styles from './retention.module.css';
import { useRetentionWork } from './use-retention';

/** Requests that are not destroyed whatever the schedule says, and why. */
export function HoldsPanel({ holds }: { readonly holds: readonly Hold[] }) {
  const t = useMessages();
  return (
    <Section title={t('retention.holds')} description={t('retention.holdsText')}>
      <Stack>
        <HoldForm />
        {holds.length === 0 ? <p>{t('retention.holdsEmpty')}</p> : <HoldList holds={holds} />}
      </Stack>
    </Section>
  );
}

function HoldForm() {
  const t = useMessages();
  const toast = useToast();
  const { store } = useLoket();
  const work = useRetentionWork();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [unknown, setUnknown] = useState<string | null>(null);
  const wanted = number.trim().toUpperCase();
  const submit = async () => {
    const requestId = await requestOfNumber(store, wanted);
    setUnknown(requestId === null ? wanted : null);
    if (requestId === null) return;
    if ((await work.act({ command: 'hold-records', requestId, reason })) === null) return;
    setNumber('');
    setReason('');
    toast({ text: t('retention.hold.done', { number: wanted }) });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {work.failure !== null && <RetentionFailureBanner failure={work.failure} />}
      <div className={styles.holdForm}>
        <TextField
          name="hold.number"
          label={t('retention.hold.number')}
          value={number}
          error={unknown === null ? undefined : t('retention.hold.unknown', { number: unknown })}
          onChange={(event) => {
            setNumber(event.target.value);
          }}
        />
        <TextField
          name="hold.reason"
          label={t('retention.hold.reason')}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        <Button type="submit" icon={Lock} busy={work.busy} data-action="hold-records">
          {t('retention.hold.do')}
        </Button>
      </div>
    </form>
  );
}

/** The request of an exact register number; null where the register has none. */
async function requestOfNumber({ requests }: Store, number: string): Promise<string | null> {
  const { rows } = await requests.search(number, null, 20);
  return rows.find(({ registerNumber }) => registerNumber === number)?.id ?? null;
}

function HoldList({ holds }: { readonly holds: readonly Hold[] }) {
  const t = useMessages();
  const context = useTimeContext();
  const [releasing, setReleasing] = useState<Hold | null>(null);
  const { why } = useMay('destroy-records');
  return (
    <div>
      {holds.map((hold) => (
        <div key={hold.requestId} className={styles.hold}>
          <div className={styles.holdWords}>
            <a href={`#/permohonan/${hold.requestId}`}>{hold.registerNumber}</a> · {hold.reason}
            <div className={styles.soft}>
              {t('retention.hold.line', { time: formatDateTime(hold.at, context), by: hold.by })}
            </div>
          </div>
          <Button
            size="small"
            blocked={why}
            onClick={() => {
              setReleasing(hold);
            }}
          >
            {t('retention.release')}
          </Button>
        </div>
      ))}
      {releasing !== null && (
        <ReleaseDialog
          hold={releasing}
          onClose={() => {
            setReleasing(null);
          }}
        />
      )}
    </div>
  );
}

function ReleaseDialog({ hold, onClose }: { readonly hold: Hold; readonly onClose: () => void }) {
  const t = useMessages();
  const toast = useToast();
  const work = useRetentionWork();
  const number = hold.registerNumber;
  const release = async (reason: string) => {
    const { requestId } = hold;
    if ((await work.act({ command: 'release-records', requestId, reason })) === null) return;
    toast({ text: t('retention.release.done', { number }) });
    onClose();
  };
  return (
    <>
      {work.failure !== null && <RetentionFailureBanner failure={work.failure} />}
      <ReasonDialog
        open
        title={t('retention.release.title', { number })}
        description={t('retention.release.text')}
        confirmLabel={t('retention.release')}
        busy={work.busy}
        onConfirm={(reason) => void release(reason)}
        onClose={onClose}
      />
    </>
  );
}
