import { Download, Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { localDate } from '../../domain/numbering/local-date';
import type { OfficeProfile } from '../../domain/office/office-event';
import { dayCounts } from '../../domain/trail/daily-report';
import { printedDigits } from '../../domain/trail/printed-head';
import { Button } from '../../ui/controls/button';
import { KeyValueList } from '../../ui/data/key-value-list';
import { ButtonRow, Section, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { formatCount } from '../../ui/format/numbers';
import { parseTypedDate } from '../../ui/format/typed-date';
import { DateField } from '../../ui/forms/date-field';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { readDay, type DeskDay } from './desk-day';
import { dayStateWords } from './day-words';
import styles from './trail.module.css';
import { useDailyPaper } from './use-daily-paper';

/** `/jejak/harian`: the day of the desk, to be printed: paper anchors the chain. */
export function DailyReportPage() {
  const { profile } = useLoket().office;
  return profile === null ? null : <DailyReport profile={profile} />;
}

function DailyReport({ profile }: { readonly profile: OfficeProfile }) {
  const t = useMessages();
  const { now } = useLoket();
  const [typed, setTyped] = useState(() => localDate(now(), profile.timeZone).isoDate);
  const date = parseTypedDate(typed);
  const day = useDay(date, profile);
  return (
    <Page head={<PageHead title={t('trail.day.title')} facts={[t('trail.day.text')]} />}>
      <Stack>
        <DateField
          name="report.date"
          label={t('trail.day.date')}
          value={typed}
          error={date === null ? t('trail.filter.badDate') : undefined}
          onValueChange={setTyped}
        />
        {day !== null && <DayPart key={day.date} day={day} profile={profile} />}
      </Stack>
    </Page>
  );
}

/** The day that was read; null while there is none. */
function useDay(date: string | null, profile: OfficeProfile): DeskDay | null {
  const { store } = useLoket();
  const [day, setDay] = useState<DeskDay | null>(null);
  const { timeZone } = profile;
  useEffect(() => {
    if (date === null) return undefined;
    let left = false;
    void readDay(store, date, timeZone).then((read) => {
      if (!left) setDay(read);
    });
    return () => {
      left = true;
    };
  }, [store, date, timeZone]);
  return day?.date === date ? day : null;
}

function DayPart({ day, profile }: { readonly day: DeskDay; readonly profile: OfficeProfile }) {
  const t = useMessages();
  const paper = useDailyPaper(day, profile);
  return (
    <>
      <DayFacts day={day} />
      <Section title={t('trail.day.numbers')}>
        {day.requests.length === 0 ? <p>{t('trail.day.none')}</p> : <DayNumbers day={day} />}
      </Section>
      <ButtonRow>
        <Button
          variant="primary"
          icon={Printer}
          busy={paper.busy === 'print'}
          data-action="print-report"
          onClick={() => void paper.start('print')}
        >
          {t('trail.day.print')}
        </Button>
        <Button
          icon={Download}
          busy={paper.busy === 'save'}
          data-action="save-report"
          onClick={() => void paper.start('save')}
        >
          {t('trail.day.save')}
        </Button>
      </ButtonRow>
      {paper.failure !== null && (
        <Banner tone="bad" title={t('trail.day.failed')}>
          {paper.failure}
        </Banner>
      )}
    </>
  );
}

function DayFacts({ day }: { readonly day: DeskDay }) {
  const t = useMessages();
  const locale = useLocale();
  const counts = dayCounts(day.received, day.events);
  const names = ['received', 'finished', 'cancelled', 'queued', 'sent', 'refused'] as const;
  const { head } = day;
  return (
    <Section title={t('trail.day.title')}>
      <KeyValueList
        entries={[
          ...names.map((name) => ({
            key: name,
            label: t(`trail.day.${name}`),
            value: formatCount(counts[name], locale),
          })),
          {
            key: 'head',
            label: t('trail.day.head'),
            value: (
              <span className={styles.digits} data-head-sequence={head.sequence}>
                {formatCount(head.sequence, locale)} · {printedDigits(head)}
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}

function DayNumbers({ day }: { readonly day: DeskDay }) {
  const locale = useLocale();
  const { sops } = useLoket().store;
  return (
    <KeyValueList
      entries={day.requests.map((request) => ({
        key: request.id,
        label: request.registerNumber,
        value: dayStateWords(request, sops.find(request.sop), locale).join(' · '),
      }))}
    />
  );
}
