import { Controller, useWatch } from 'react-hook-form';
import { signerOn } from '../../domain/office/acting';
import { FieldGrid } from '../../ui/data/section';
import { DateField } from '../../ui/forms/date-field';
import { Select } from '../../ui/forms/select';
import { useMessages } from '../../ui/messages/use-messages';
import { actingChoices, keptActing, type OfficialEntry } from './officials';
import { SettingsField, type SettingsForm } from './settings-form';
import styles from './settings.module.css';

type OfficialsForm = SettingsForm<{
  officials: Record<string, Required<OfficialEntry>>;
}>['form'];

interface ActingFieldsProps {
  readonly form: OfficialsForm;
  readonly actor: string;
  /** The role in the SOP's words; stands in for a position not typed yet. */
  readonly label: string;
}

/** Who acts for an official, on which days, and how it reads above the signature. */
export function ActingFields({ form, actor, label }: ActingFieldsProps) {
  const t = useMessages();
  const entry = useWatch({ control: form.control, name: `officials.${actor}` });
  const { kind } = entry.acting;
  const path = `officials.${actor}.acting` as const;
  return (
    <>
      <Select
        label={t('settings.acting')}
        placeholder={null}
        width="medium"
        choices={actingChoices.map((value) => ({
          value,
          label: t(value === '' ? 'settings.acting.none' : `settings.acting.${value}`),
        }))}
        {...form.register(`${path}.kind`)}
      />
      {kind !== '' && (
        <div className={styles.acting}>
          <FieldGrid>
            {kind === 'ub' && (
              <SettingsField
                form={form}
                path={`${path}.through`}
                label={t('settings.acting.through')}
                note={t('settings.acting.throughHint')}
              />
            )}
            <SettingsField form={form} path={`${path}.name`} label={t('settings.acting.name')} />
            <SettingsField
              form={form}
              path={`${path}.position`}
              label={t('settings.acting.position')}
              optional={kind === 'plt' || kind === 'plh'}
              note={
                kind === 'plt' || kind === 'plh' ? t('settings.acting.positionHint') : undefined
              }
            />
            <SettingsField
              form={form}
              path={`${path}.nip`}
              label={t('settings.acting.nip')}
              optional
            />
            <SettingsField
              form={form}
              path={`${path}.rank`}
              label={t('settings.acting.rank')}
              optional
            />
            <DayField form={form} actor={actor} part="from" />
            <DayField form={form} actor={actor} part="until" />
          </FieldGrid>
          <p role="status">{t('settings.acting.preview', { lines: previewOf(entry, label) })}</p>
        </div>
      )}
    </>
  );
}

function DayField({
  form,
  actor,
  part,
}: Pick<ActingFieldsProps, 'form' | 'actor'> & { readonly part: 'from' | 'until' }) {
  const t = useMessages();
  return (
    <Controller
      control={form.control}
      name={`officials.${actor}.acting.${part}`}
      render={({ field: { onChange, ...field }, fieldState: { error } }) => (
        <DateField
          optional
          label={t(`settings.acting.${part}`)}
          note={field.value === '' ? t('settings.acting.open') : undefined}
          error={error?.message}
          onValueChange={onChange}
          {...field}
        />
      )}
    />
  );
}

/** The lines above the signature on a day on which somebody acts. */
function previewOf({ name, position, acting }: Required<OfficialEntry>, label: string): string {
  const kept = keptActing(acting);
  const always = kept && { ...kept, from: null, until: null };
  const official = { name, nip: null, rank: null, position, acting: always };
  const signer = signerOn(official, '', label);
  return [...signer.position.split('\n'), signer.name].filter((line) => line !== '').join(' · ');
}
