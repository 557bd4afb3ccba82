import { zodResolver } from '@hookform/resolvers/zod';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useForm, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import type { OfficeCommand } from '../../domain/office/office-command';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { CommandFailure } from '../../store/store';
import { Button } from '../../ui/controls/button';
import { ButtonRow, Section } from '../../ui/data/section';
import { useToast } from '../../ui/feedback/toast';
import { TextField, type TextFieldProps } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { OfficeFailure } from './office-failure';
import styles from './settings.module.css';

/** Sends a settings command in the name of who sits at the desk. */
export function useOfficeCommand(): (command: OfficeCommand) => Promise<CommandFailure | null> {
  const { store, staff } = useLoket();
  return async (command) => {
    // Without a member of staff no screen is shown; nothing could be recorded in a name.
    if (staff === null) return null;
    const result = await store.executeOffice(command, staff);
    return result.ok ? null : result.error;
  };
}

interface SettingsFormOptions<Values extends FieldValues> {
  /** The section's name, for the confirmation. */
  readonly title: string;
  /** Checks what was typed; its messages are whole sentences. */
  readonly schema: z.ZodType<Values, Values>;
  /** What the records say; a field somebody is changing keeps what was typed. */
  readonly values: Values;
  /** The profile with the section's values in it. */
  readonly merge: (profile: OfficeProfile, values: Values) => OfficeProfile;
}

export interface SettingsForm<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  readonly failure: CommandFailure | null;
  readonly saving: boolean;
  readonly save: () => void;
}

/** One section of the profile as a form of its own: recorded whole, or not at all. */
export function useSettingsForm<Values extends FieldValues>(
  options: SettingsFormOptions<Values>,
): SettingsForm<Values> {
  const t = useMessages();
  const toast = useToast();
  const { office, engine } = useLoket();
  const execute = useOfficeCommand();
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const [saving, setSaving] = useState(false);
  const form = useForm<Values, unknown, Values>({
    values: options.values,
    resetOptions: { keepDirtyValues: true },
    mode: 'onTouched',
    resolver: zodResolver(options.schema),
  });

  const submit = form.handleSubmit(async (values) => {
    if (office.profile === null) return;
    setSaving(true);
    const profile = options.merge(office.profile, values);
    const problem = await execute({ command: 'configure-office', profile });
    setSaving(false);
    setFailure(problem);
    if (problem !== null) return;
    form.reset(values);
    engine.resume();
    toast({ text: t('settings.saved', { section: options.title }) });
  });
  return { form, failure, saving, save: () => void submit() };
}

interface SettingsSectionProps<Values extends FieldValues> extends SettingsForm<Values> {
  readonly id: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly children: ReactNode;
}

/** The frame of a section: its fields, why it was not saved, and its own save. */
export function SettingsSection<Values extends FieldValues>(props: SettingsSectionProps<Values>) {
  const t = useMessages();
  const { id, title, description, form, failure, saving, save, children } = props;
  const { isDirty } = form.formState;
  const { why } = useMay('configure-office');

  function saveByKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !event.ctrlKey || why !== undefined) return;
    event.preventDefault();
    save();
  }

  return (
    <div id={id} className={styles.anchor} tabIndex={-1}>
      <Section title={title} description={description}>
        <form
          noValidate
          className={styles.form}
          onKeyDown={saveByKey}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          {failure !== null && <OfficeFailure failure={failure} />}
          <fieldset className={styles.fields} disabled={why !== undefined}>
            {children}
          </fieldset>
          <ButtonRow>
            <Button
              type="submit"
              variant={isDirty ? 'primary' : 'quiet'}
              busy={saving}
              blocked={why}
            >
              {t('settings.save')}
            </Button>
            {isDirty && (
              <>
                <Button
                  variant="plain"
                  onClick={() => {
                    form.reset();
                  }}
                >
                  {t('settings.reset')}
                </Button>
                <span role="status" className={styles.dirty}>
                  {t('settings.dirty')}
                </span>
              </>
            )}
          </ButtonRow>
        </form>
      </Section>
    </div>
  );
}

interface SettingsFieldProps<Values extends FieldValues> extends Pick<
  TextFieldProps,
  'label' | 'hint' | 'note' | 'warning' | 'optional' | 'width' | 'inputMode'
> {
  readonly form: UseFormReturn<Values>;
  readonly path: Path<Values>;
}

/** One line of text of a settings form, with its error. */
export function SettingsField<Values extends FieldValues>(props: SettingsFieldProps<Values>) {
  const { form, path, ...words } = props;
  const { error } = form.getFieldState(path, form.formState);
  return <TextField {...words} error={error?.message} {...form.register(path)} />;
}
