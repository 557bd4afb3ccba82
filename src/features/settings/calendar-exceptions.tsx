import { CalendarPlus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { Controller, useFieldArray, type UseFormReturn } from 'react-hook-form';
import { Button } from '../../ui/controls/button';
import { DateField } from '../../ui/forms/date-field';
import { Select } from '../../ui/forms/select';
import { useMessages } from '../../ui/messages/use-messages';
import type { CalendarValues } from './calendar-entries';
import { SettingsField } from './settings-form';
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
      {fields.map(({ id, name }, index) => (
        <ExceptionRow
          key={id}
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
            append({ date: '', name: '', kind: 'holiday' });
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

function ExceptionRow({ form, index, name, onRemove }: ExceptionRowProps) {
  const t = useMessages();
  const path = `calendar.exceptions.${index}` as const;
  return (
    <div className={styles.exception}>
      <Controller
        control={form.control}
        name={`${path}.date`}
        render={({ field, fieldState }) => (
          <DateField
            compact
            width="full"
            label={t('settings.calendar.date')}
            error={fieldState.error?.message}
            name={field.name}
            ref={field.ref}
            value={field.value}
            onValueChange={field.onChange}
            onBlur={field.onBlur}
          />
        )}
      />
      <SettingsField form={form} path={`${path}.name`} label={t('settings.calendar.name')} />
      <Select
        label={t('settings.calendar.kind')}
        placeholder={null}
        choices={(['holiday', 'working'] as const).map((kind) => ({
          value: kind,
          label: t(`settings.calendar.kind.${kind}`),
        }))}
        {...form.register(`${path}.kind`)}
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
