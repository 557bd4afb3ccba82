import { Copy, ScanText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { PaperKind } from '../../contract/reading';
import { isSameName } from '../../domain/reading/compare-names';
import type { RequestState } from '../../domain/request/request-state';
import type { ScanPage } from '../../domain/scanning/scan-page';
import { Button } from '../../ui/controls/button';
import { useCopy } from '../../ui/controls/use-copy';
import { Section, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { formatLongDate } from '../../ui/format/date-time';
import { RadioGroup } from '../../ui/forms/radio-group';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { NikValue } from '../shared/nik-value';
import type { FoundOn } from '../shared/read-paper';
import { ReadFailureBanner, ReadRow, type ReadField } from '../shared/read-snippet';
import styles from './scan.module.css';
import type { ReadPageBytes } from './use-page-bytes';
import { usePageReading, type PageRead, type PageReading } from './use-page-reading';

interface ReadingPanelProps {
  readonly state: RequestState;
  readonly page: ScanPage;
  readonly read: ReadPageBytes;
}

/** What the chosen page says, read when asked, beside the places it was read from. */
export function ReadingPanel(props: ReadingPanelProps) {
  const [kind, setKind] = useState<PaperKind>('letter');
  const { id, edit } = props.page;
  // What was read of another page, or of this one before it was turned, is let go.
  return <OneReading key={JSON.stringify([id, edit])} {...props} kind={kind} onKind={setKind} />;
}

interface OneReadingProps extends ReadingPanelProps {
  readonly kind: PaperKind;
  readonly onKind: (kind: PaperKind) => void;
}

function OneReading({ state, page, read, kind, onKind }: OneReadingProps) {
  const t = useMessages();
  const { reading, start } = usePageReading(page, read);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Asked for by a key, it may stand below what is seen.
    if (reading.state !== 'idle') panel.current?.scrollIntoView({ block: 'nearest' });
  }, [reading.state]);
  const run = () => {
    if (reading.state !== 'working') start(kind);
  };
  useShortcuts({ b: { label: t('reading.page'), run } }, { group: t('scan.group') });
  return (
    <Section title={t('reading.title')}>
      <div ref={panel} data-reading={reading.state}>
        <Stack>
          <RadioGroup
            inline
            label={t('reading.kind')}
            name="reading-kind"
            choices={(['letter', 'card'] as const).map((value) => ({
              value,
              label: t(`reading.kind.${value}`),
            }))}
            value={kind}
            onChange={({ target }) => onKind(target.value === 'card' ? 'card' : 'letter')}
          />
          <Button icon={ScanText} kbd="B" busy={reading.state === 'working'} onClick={run}>
            {t(reading.state === 'idle' ? 'reading.page' : 'reading.again')}
          </Button>
          <div aria-live="polite">
            <Outcome reading={reading} state={state} />
          </div>
        </Stack>
      </div>
    </Section>
  );
}

function Outcome({
  reading,
  state,
}: {
  readonly reading: PageReading;
  readonly state: RequestState;
}) {
  const t = useMessages();
  switch (reading.state) {
    case 'idle':
      return <p className={styles.faint}>{t('reading.hint')}</p>;
    case 'working':
      return <p className={styles.faint}>{t('reading.working')}</p>;
    case 'failed':
      return <ReadFailureBanner failure={reading.failure} />;
    case 'read':
      return <Read read={reading.read} state={state} />;
  }
}

function Read({ read, state }: { readonly read: PageRead; readonly state: RequestState }) {
  const locale = useLocale();
  if (read.kind === 'card') {
    return (
      <Stack>
        <NikRow found={read.found.nik} state={state} />
        <NameRow found={read.found.name} state={state} />
      </Stack>
    );
  }
  const { number, date } = read.found;
  return (
    <Stack>
      <CopyRow field="number" found={number} value={number?.value ?? ''} />
      <CopyRow
        field="date"
        found={date}
        value={date === null ? '' : formatLongDate(date.value, { locale, timeZone: 'UTC' })}
      />
    </Stack>
  );
}

interface CardRowProps {
  readonly found: FoundOn | null;
  readonly state: RequestState;
}

function NikRow({ found, state }: CardRowProps) {
  const t = useMessages();
  const recorded = state.data.applicant.nik;
  if (found?.value === recorded) {
    return (
      <ReadRow field="nik" found={found}>
        <Banner tone="good" title={t('reading.nik.same')} />
      </ReadRow>
    );
  }
  return (
    <ReadRow field="nik" found={found}>
      <Banner tone="bad" title={t('reading.nik.different')} />
      {found !== null && (
        <>
          <Labelled nik={found.value} label={t('reading.nik.onCard')} state={state} />
          <Labelled nik={recorded} label={t('reading.nik.recorded')} state={state} />
        </>
      )}
    </ReadRow>
  );
}

function Labelled(props: {
  readonly nik: string;
  readonly label: string;
  readonly state: RequestState;
}) {
  return (
    <span className={styles.faint}>
      {props.label}: <NikValue nik={props.nik} subject={props.state.id} label={props.label} />
    </span>
  );
}

function NameRow({ found, state }: CardRowProps) {
  const t = useMessages();
  const recorded = state.data.applicant.name;
  const isSame = found !== null && isSameName(found.value, recorded);
  return (
    <ReadRow field="name" found={found} value={found?.value}>
      <Banner
        tone={isSame ? 'good' : 'bad'}
        title={isSame ? t('reading.name.same') : t('reading.name.different', { recorded })}
      />
    </ReadRow>
  );
}

interface CopyRowProps {
  readonly field: ReadField;
  readonly found: FoundOn | null;
  readonly value: string;
}

function CopyRow({ field, found, value }: CopyRowProps) {
  const t = useMessages();
  const copy = useCopy();
  const what = t(`reading.field.${field}`);
  return (
    <ReadRow
      field={field}
      found={found}
      value={value}
      actions={
        <Button
          variant="plain"
          size="small"
          icon={Copy}
          aria-label={t('reading.copy', { field: what })}
          onClick={() => copy(value, what)}
        />
      }
    />
  );
}
