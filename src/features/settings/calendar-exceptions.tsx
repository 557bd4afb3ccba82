import { CalendarPlus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { Controller, useFieldArray, type UseFormReturn } from 'react-hook-form';
import { Button } from '../../ui/controls/button';
import { DateField } from '../../ui/forms/date-field';
import { Select } from '../../ui/forms/select';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import type { CalendarValues } from './calendar-entries';
import styles from './calendar.module.css';

interface ExceptionsProps {
  readonly form: UseFormReturn<CalendarValues>;
}

/** Dates on which the office is closed by itself, or works although the country is off. */
export function CalendarExceptions({ form }: ExceptionsProps) {
  const t = useMessages();
  const add = useRef<HTMLButtonElement>(null);
  const { fields, append, remove } = useFieldArray({
    control: form.control,
    name: 'calendar.exceptions',
  });
  return (
    <fieldset className={styles.part}>
      <legend>{t('settings.calendar.exceptions')}</legend>
      <p className={styles.hint}>{t('settings.calendar.exceptionsHint')}</p>
      {fields.length === 0 && <p className={styles.faint}>{t('settings.calendar.none')}</p>}
      {fields.map(({ name }, index) => (
        <ExceptionRow
          // By its place: saving makes new ids, and a row made anew would lose the focus.
          key={index}
          form={form}
          index={index}
          name={name}
          onRemove={() => {
            remove(index);
            // The button that had the focus is gone; the list stays where it was.
            add.current?.focus();
          }}
        />
      ))}
      <div>
        <Button
          ref={add}
          size="small"
          icon={CalendarPlus}
          data-action="add-calendar-date"
          onClick={() => {
            append(
              { date: '', name: '', kind: 'holiday' },
              { focusName: `calendar.exceptions.${fields.length}.date` },
            );
          }}
        >
          {t('settings.calendar.add')}
        </Button>
      </div>
    </fieldset>
  );
}

interface ExceptionRowProps extends ExceptionsProps {
  readonly index: number;
  /** As it stood when the row came; names the remove button. */
  readonly name: string;
  readonly onRemove: () => void;
}

/** Its fields take their values from the form, so that rows may move up when one goes. */
function ExceptionRow({ form: { control }, index, name, onRemove }: ExceptionRowProps) {
  const t = useMessages();
  const path = `calendar.exceptions.${index}` as const;
  return (
    <div className={styles.exception}>
      <Controller
        control={control}
        name={`${path}.date`}
        render={({ field: { onChange, ...field }, fieldState: { error } }) => (
          <DateField
            compact
            width="full"
            label={t('settings.calendar.date')}
            error={error?.message}
            onValueChange={onChange}
            {...field}
          />
        )}
      />
      <Controller
        control={control}
        name={`${path}.name`}
        render={({ field, fieldState: { error } }) => (
          <TextField label={t('settings.calendar.name')} error={error?.message} {...field} />
        )}
      />
      <Controller
        control={control}
        name={`${path}.kind`}
        render={({ field }) => (
          <Select
            label={t('settings.calendar.kind')}
            placeholder={null}
            choices={(['holiday', 'working'] as const).map((kind) => ({
              value: kind,
              label: t(`settings.calendar.kind.${kind}`),
            }))}
            {...field}
          />
        )}
      />
      <Button
        variant="plain"
        icon={Trash2}
        aria-label={t('settings.calendar.removeOf', {
          name: name === '' ? t('settings.calendar.thisDate') : name,
        })}
        onClick={onRemove}
      >
        {t('settings.calendar.remove')}
      </Button>
    </div>
  );
}
