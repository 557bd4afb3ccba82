import { timeZoneLabel } from '../../domain/numbering/local-date';
import type { TimeZone } from '../../domain/office/office-event';
import { FieldGrid } from '../../ui/data/section';
import { DateField } from '../../ui/forms/date-field';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';

/** A date, yyyy-mm-dd or the text that is none yet, and the clock as typed. */
export interface TypedMoment {
  readonly date: string;
  readonly time: string;
}

interface MomentFieldsProps {
  /** Stands before `.date` and `.time` in the names of the fields. */
  readonly name: string;
  /** What happened then. */
  readonly label: string;
  readonly timeZone: TimeZone;
  readonly values: TypedMoment;
  readonly error: string | undefined;
  /** Stands below the clock, such as the deadline that follows. */
  readonly note?: string | undefined;
  readonly onChange: (change: Partial<TypedMoment>) => void;
}

/** A moment on the office's clocks: its date and its time, side by side. */
export function MomentFields(props: MomentFieldsProps) {
  const { name, label, timeZone, values, error, note, onChange } = props;
  const t = useMessages();
  return (
    <FieldGrid>
      <DateField
        compact
        name={`${name}.date`}
        label={label}
        value={values.date}
        error={error}
        onValueChange={(date) => {
          onChange({ date });
        }}
      />
      <TextField
        width="short"
        inputMode="numeric"
        name={`${name}.time`}
        label={`${t('rights.ask.time')} (${timeZoneLabel(timeZone)})`}
        note={note}
        value={values.time}
        onChange={({ target }) => {
          onChange({ time: target.value });
        }}
      />
    </FieldGrid>
  );
}
