import { useState } from 'react';
import { localDate } from '../../domain/numbering/local-date';
import type { NumberReservation } from '../../domain/numbering/number-reservation';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { RegisterRow } from '../../store/store';
import { useLive } from '../../store/use-live';
import { Button } from '../../ui/controls/button';
import { ButtonRow, FieldGrid, Section, Stack } from '../../ui/data/section';
import { Checkbox } from '../../ui/forms/radio-group';
import { DateField } from '../../ui/forms/date-field';
import { Select } from '../../ui/forms/select';
import { TextField } from '../../ui/forms/text-field';
import { parseTypedDate } from '../../ui/format/typed-date';
import { useMessages } from '../../ui/messages/use-messages';
import { freeNumbers } from '../request/number-choice-fields';
import { useLoket } from '../shared/loket-context';
import { serviceLabel } from '../shared/sop-words';
import { useMay } from '../shared/use-permission';
import styles from './letter-desk.module.css';
import { rowsBetween } from './make-sheet';
import { SheetPreview } from './sheet-preview';
import { toggled } from './toggled';
import { useSheetPaper, type SheetPaper } from './use-sheet-paper';

/** Papers over several requests, and the empty form: made, looked at, printed. */
export function SheetsPanel({ profile }: { readonly profile: OfficeProfile }) {
  const paper = useSheetPaper(profile);
  return (
    <Stack>
      {paper.failure}
      <SheetPreview paper={paper} profile={profile} />
      <PeriodSection profile={profile} paper={paper} />
      <BlankSection paper={paper} />
    </Stack>
  );
}

interface SectionProps {
  readonly profile: OfficeProfile;
  readonly paper: SheetPaper;
}

/** The requests of a period: as a page of the register, as a list to go along, as labels. */
function PeriodSection({ profile, paper }: SectionProps) {
  const t = useMessages();
  const { store, now } = useLoket();
  const today = localDate(now(), profile.timeZone).isoDate;
  const [typed, setTyped] = useState({ from: today, until: today });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const period = periodOf(typed.from, typed.until);
  const rows =
    useLive(
      async () => (period === null ? [] : rowsBetween(store, profile, period)),
      [store, profile, period?.from, period?.until],
    ) ?? [];
  const chosen = rows.filter(({ id }) => !left.has(id));
  const none = chosen.length === 0 ? t('letterDesk.period.none') : undefined;
  return (
    <Section title={t('letterDesk.period.title')} description={t('letterDesk.period.text')}>
      <Stack>
        <PeriodFields typed={typed} onTyped={setTyped} />
        <RequestChecks rows={rows} left={left} onLeft={setLeft} />
        <PeriodButtons period={period} chosen={chosen} none={none} paper={paper} />
        <Transmittal
          count={chosen.length}
          busy={paper.busy}
          none={none}
          waiting={paper.waiting}
          onMake={(to, reservationId) =>
            void paper.start({ kind: 'transmittal', rows: chosen, to, reservationId })
          }
        />
      </Stack>
    </Section>
  );
}

interface Typed {
  readonly from: string;
  readonly until: string;
}

function PeriodFields(props: { readonly typed: Typed; readonly onTyped: (typed: Typed) => void }) {
  const t = useMessages();
  const { typed, onTyped } = props;
  const isDay = (text: string) => parseTypedDate(text) !== null;
  const isOrdered = periodOf(typed.from, typed.until) !== null;
  const wrong = (text: string) => (isDay(text) ? undefined : t('number.dateMissing'));
  const order = isDay(typed.from) && !isOrdered ? t('letterDesk.period.order') : undefined;
  return (
    <FieldGrid>
      <DateField
        id="period-from"
        label={t('letterDesk.period.from')}
        error={wrong(typed.from)}
        value={typed.from}
        onValueChange={(from) => {
          onTyped({ ...typed, from });
        }}
      />
      <DateField
        id="period-until"
        label={t('letterDesk.period.until')}
        error={wrong(typed.until) ?? order}
        value={typed.until}
        onValueChange={(until) => {
          onTyped({ ...typed, until });
        }}
      />
    </FieldGrid>
  );
}

function RequestChecks(props: {
  readonly rows: readonly RegisterRow[];
  /** Ids that are not ticked. */
  readonly left: ReadonlySet<string>;
  readonly onLeft: (left: ReadonlySet<string>) => void;
}) {
  const { rows, left, onLeft } = props;
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.id} className={styles.line}>
          <Checkbox
            compact
            id={`sheet-${row.id}`}
            label={`${row.registerNumber} · ${row.summary.name}`}
            hint={`${serviceLabel(row.service, 'id')} · ${row.summary.unit}`}
            checked={!left.has(row.id)}
            onChange={() => {
              onLeft(toggled(left, row.id));
            }}
          />
        </li>
      ))}
    </ul>
  );
}

function PeriodButtons(props: {
  readonly period: Typed | null;
  readonly chosen: readonly RegisterRow[];
  readonly none: string | undefined;
  readonly paper: SheetPaper;
}) {
  const t = useMessages();
  const { why } = useMay('export-register');
  const { period, chosen, none, paper } = props;
  return (
    <ButtonRow>
      <Button
        busy={paper.busy}
        data-action="make-register"
        blocked={why ?? (period === null ? t('letterDesk.period.order') : undefined)}
        onClick={() => {
          if (period !== null) void paper.start({ kind: 'register', ...period });
        }}
      >
        {t('letterDesk.period.register')}
      </Button>
      <Button
        busy={paper.busy}
        data-action="make-labels"
        blocked={why ?? none}
        onClick={() => void paper.start({ kind: 'labels', rows: chosen })}
      >
        {t('letterDesk.period.labels', { count: chosen.length })}
      </Button>
    </ButtonRow>
  );
}

/** Null while a day is no day, or the period ends before it begins. */
function periodOf(from: string, until: string) {
  const [first, last] = [parseTypedDate(from), parseTypedDate(until)];
  return first === null || last === null || first > last ? null : { from: first, until: last };
}

function Transmittal(props: {
  readonly count: number;
  readonly busy: boolean;
  readonly none: string | undefined;
  /** Id of the number of the last list that has not left; '' for none. */
  readonly waiting: string;
  readonly onMake: (to: string, reservationId: string | null) => void;
}) {
  const t = useMessages();
  const { store } = useLoket();
  const { why } = useMay('reserve-letter-number');
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const free = useLive(() => freeNumbers(store), [store]) ?? [];
  const wanted = picked ?? props.waiting;
  const kept = free.some(({ id }) => id === wanted) ? wanted : '';
  return (
    <FieldGrid>
      <TextField
        id="transmittal-to"
        label={t('letterDesk.transmittal.to')}
        hint={t('letterDesk.transmittal.toHint')}
        error={tried && to.trim() === '' ? t('letterDesk.transmittal.toMissing') : undefined}
        value={to}
        onChange={(event) => {
          setTo(event.target.value);
        }}
      />
      <NumberField free={free} value={kept} onPick={setPicked} />
      <div className={styles.beside}>
        <Button
          busy={props.busy}
          data-action="make-transmittal"
          blocked={why ?? props.none}
          onClick={() => {
            setTried(true);
            if (to.trim() === '') document.getElementById('transmittal-to')?.focus();
            else {
              setPicked(null);
              props.onMake(to, kept === '' ? null : kept);
            }
          }}
        >
          {t('letterDesk.transmittal.make', { count: props.count })}
        </Button>
      </div>
    </FieldGrid>
  );
}

/** The next number of the book, or one that waits there; nothing where none does. */
function NumberField(props: {
  readonly free: readonly NumberReservation[];
  /** Id of the number; '' for the next. */
  readonly value: string;
  readonly onPick: (id: string) => void;
}) {
  const t = useMessages();
  const { free, value, onPick } = props;
  if (free.length === 0) return null;
  return (
    <Select
      id="transmittal-number"
      label={t('letterDesk.transmittal.number')}
      placeholder={t('number.choice.next')}
      value={value}
      choices={free.map(({ id, number, purpose }) => ({
        value: id,
        label: `${number} – ${purpose}`,
      }))}
      onChange={(event) => {
        onPick(event.target.value);
      }}
    />
  );
}

function BlankSection({ paper }: { readonly paper: SheetPaper }) {
  const t = useMessages();
  return (
    <Section title={t('letterDesk.blank.title')} description={t('letterDesk.blank.text')}>
      <Button
        busy={paper.busy}
        data-action="make-blank"
        onClick={() => void paper.start({ kind: 'blank-disposition' })}
      >
        {t('letterDesk.blank.make')}
      </Button>
    </Section>
  );
}
