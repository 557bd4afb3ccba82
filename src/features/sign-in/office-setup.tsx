import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import { localDate } from '../../domain/numbering/local-date';
import { formatRegisterNumber } from '../../domain/numbering/register-number';
import { timeZoneSchema } from '../../domain/office/office-event';
import type { CommandFailure } from '../../store/store';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { FormErrorSummary, type FormErrorEntry } from '../../ui/forms/form-error-summary';
import { Select } from '../../ui/forms/select';
import { useMessages } from '../../ui/messages/use-messages';
import { FailureBanner } from '../shared/failure-banner';
import { SetupField, setupPaths, useSetupProblem } from './setup-field';
import { SetupLetterhead, SetupSops, type SetupSop } from './setup-more';
import { emptySetup, setupSchema, type SetupParts, type SetupValues } from './setup-values';
import styles from './sign-in.module.css';

export interface OfficeSetupProps {
  /** What is still to be asked; the rest was recorded before. */
  readonly parts: SetupParts;
  /** The SOPs that came with the program, to choose from. */
  readonly sops: readonly SetupSop[];
  /** What was typed when the set-up was cut short. */
  readonly initial?: SetupValues | null;
  /** Records what was typed; answers why it could not, null when it is done. */
  readonly onFinish: (values: SetupValues) => Promise<CommandFailure | null>;
  /** Another way to begin, under the form. */
  readonly footer?: ReactNode;
}

/** The first page of all: office, first member of staff and a passphrase, then work begins. */
export function OfficeSetup(props: OfficeSetupProps) {
  const { parts, sops, footer } = props;
  const t = useMessages();
  const { form, summary, failure, saving, finish } = useSetup(props);
  const page = useRef<HTMLFormElement>(null);
  useEffect(() => {
    page.current?.querySelector('input')?.focus();
  }, []);
  return (
    <main className={styles.page}>
      <form
        ref={page}
        noValidate
        className={styles.wideCard}
        onSubmit={(event) => {
          event.preventDefault();
          void finish();
        }}
      >
        <header>
          <h1 className={styles.title}>{t('signIn.setupTitle')}</h1>
          <p className={styles.text}>{t('signIn.setupText')}</p>
        </header>
        <FormErrorSummary errors={summary} />
        {failure !== null && <SetupFailure failure={failure} />}
        {parts.office && <OfficeFields form={form} />}
        <section className={styles.group}>
          <h2>{t('signIn.staff')}</h2>
          <SetupField form={form} path="staff.name" note={t('signIn.staffNameHint')} />
          {parts.access && <AccessFields form={form} />}
        </section>
        {parts.office && (
          <>
            <SetupLetterhead form={form} />
            <SetupSops form={form} sops={sops} />
          </>
        )}
        <Button type="submit" variant="primary" busy={saving}>
          {t('signIn.finish')}
        </Button>
        {footer}
      </form>
    </main>
  );
}

function OfficeFields({ form }: { readonly form: UseFormReturn<SetupValues> }) {
  const t = useMessages();
  const { desk, timeZone } = useWatch({ control: form.control, name: 'office' });
  const { year } = localDate(new Date().toISOString(), timeZone);
  const number = formatRegisterNumber({ desk: desk.trim().toUpperCase(), year, sequence: 1 });
  return (
    <section className={styles.group}>
      <h2>{t('signIn.office')}</h2>
      <SetupField form={form} path="office.government" hint={t('signIn.governmentHint')} />
      <SetupField form={form} path="office.name" hint={t('signIn.nameHint')} />
      <div className={styles.pair}>
        <SetupField form={form} path="office.shortName" hint={t('signIn.shortNameHint')} />
        <SetupField form={form} path="office.place" hint={t('signIn.placeHint')} />
      </div>
      <div className={styles.triple}>
        <SetupField form={form} path="office.code" note={t('signIn.codeHint')} />
        <SetupField form={form} path="office.desk" note={t('signIn.example', { number })} />
        <Select
          label={t('signIn.timeZone')}
          placeholder={null}
          choices={timeZoneSchema.options.map((zone) => ({
            value: zone,
            label: t(`signIn.zone.${zone}`),
          }))}
          {...form.register('office.timeZone')}
        />
      </div>
    </section>
  );
}

function AccessFields({ form }: { readonly form: UseFormReturn<SetupValues> }) {
  const t = useMessages();
  return (
    <>
      <SetupField form={form} path="access.signInName" note={t('access.signInNameHint')} />
      <div className={styles.pair}>
        <SetupField form={form} path="access.passphrase" secret note={t('access.hint')} />
        <SetupField form={form} path="access.repeated" secret />
      </div>
    </>
  );
}

interface Setup {
  readonly form: UseFormReturn<SetupValues>;
  readonly summary: readonly FormErrorEntry[];
  readonly failure: CommandFailure | null;
  readonly saving: boolean;
  readonly finish: () => Promise<void>;
}

function useSetup({ parts, sops, initial = null, onFinish }: OfficeSetupProps): Setup {
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const [saving, setSaving] = useState(false);
  const form = useForm<SetupValues>({
    defaultValues: initial ?? emptySetup(sops.map(({ id }) => id)),
    mode: 'onSubmit',
    resolver: zodResolver(setupSchema(parts)),
  });
  const problemOf = useSetupProblem(form);
  const finish = form.handleSubmit(async (values) => {
    setSaving(true);
    setFailure(await onFinish(values));
    setSaving(false);
  });
  const wrong = setupPaths.filter((path) => form.getFieldState(path, form.formState).invalid);
  const summary = wrong.map((path) => ({ fieldId: path, message: problemOf(path) }));
  return { form, summary: form.formState.isSubmitted ? summary : [], failure, saving, finish };
}

function SetupFailure({ failure }: { readonly failure: CommandFailure }) {
  const t = useMessages();
  if (failure.kind === 'refused' || failure.kind === 'office-refused') {
    const details = { summary: t('ui.showDetails'), text: failure.refusal.code };
    return (
      <Banner tone="bad" title={t('signIn.refused')} details={details}>
        {t('signIn.refusedText')}
      </Banner>
    );
  }
  return <FailureBanner failure={failure} />;
}
