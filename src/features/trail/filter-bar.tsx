import type { Staff } from '../../domain/office/office-state';
import { trailKinds } from '../../domain/trail/trail-kind';
import { DateField } from '../../ui/forms/date-field';
import { Select } from '../../ui/forms/select';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { badDates, type FilterValues } from './trail-filter';
import styles from './trail.module.css';

interface FilterBarProps {
  readonly values: FilterValues;
  readonly staff: readonly Staff[];
  /** The typed number belongs to no request. */
  readonly unknownNumber: boolean;
  readonly onChange: (values: FilterValues) => void;
}

/** Period, member of staff, kind and request. */
export function FilterBar({ values, staff, unknownNumber, onChange }: FilterBarProps) {
  const t = useMessages();
  const set = (change: Partial<FilterValues>) => {
    onChange({ ...values, ...change });
  };
  return (
    <div role="group" aria-label={t('trail.filter')} className={styles.filter}>
      <Period values={values} onPeriod={set} />
      <Select
        name="trail.staff"
        width="short"
        label={t('trail.filter.staff')}
        placeholder={t('trail.filter.all')}
        choices={staff.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.staffId}
        onChange={(event) => {
          set({ staffId: event.target.value });
        }}
      />
      <Select
        name="trail.kind"
        width="short"
        label={t('trail.filter.kind')}
        placeholder={t('trail.filter.all')}
        choices={trailKinds.map((kind) => ({ value: kind, label: t(`trail.kind.${kind}`) }))}
        value={values.kind}
        onChange={(event) => {
          set({ kind: event.target.value });
        }}
      />
      <TextField
        name="trail.number"
        label={t('trail.filter.number')}
        width="short"
        value={values.number}
        error={unknownNumber ? t('trail.filter.unknown') : undefined}
        onChange={(event) => {
          set({ number: event.target.value });
        }}
      />
    </div>
  );
}

interface PeriodProps {
  readonly values: FilterValues;
  readonly onPeriod: (change: Partial<Pick<FilterValues, 'from' | 'to'>>) => void;
}

function Period({ values, onPeriod }: PeriodProps) {
  const t = useMessages();
  const bad = badDates(values);
  const badDate = (isBad: boolean) => (isBad ? t('trail.filter.badDate') : undefined);
  return (
    <>
      <DateField
        compact
        name="trail.from"
        label={t('trail.filter.from')}
        value={values.from}
        error={badDate(bad.from)}
        onValueChange={(from) => {
          onPeriod({ from });
        }}
      />
      <DateField
        compact
        name="trail.to"
        label={t('trail.filter.to')}
        value={values.to}
        error={badDate(bad.to)}
        onValueChange={(to) => {
          onPeriod({ to });
        }}
      />
    </>
  );
}
