import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef, useState } from 'react';
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import { localDate } from '../../domain/numbering/local-date';
import { formatRegisterNumber } from '../../domain/numbering/register-number';
import { timeZoneSchema } from '../../domain/office/office-event';
import type { PlainMessageKey } from '../../messages/catalogue';
import type { CommandFailure } from '../../store/store';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { FormErrorSummary, type FormErrorEntry } from '../../ui/forms/form-error-summary';
import { Select } from '../../ui/forms/select';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { FailureBanner } from '../shared/failure-banner';
import { useLoket } from '../shared/loket-context';
import { LAST_STAFF } from './last-staff';
import { EMPTY_SETUP, newOfficeProfile, setupSchema, type SetupValues } from './setup-values';
import styles from './sign-in.module.css';

const fieldLabels = {
  'office.government': 'signIn.government',
  'office.name': 'signIn.name',
  'office.shortName': 'signIn.shortName',
  'office.place': 'signIn.place',
  'office.code': 'signIn.code',
  'office.timeZone': 'signIn.timeZone',
  'office.desk': 'signIn.desk',
  'staff.name': 'signIn.staffName',
} as const satisfies Readonly<Record<string, PlainMessageKey>>;
type SetupPath = keyof typeof fieldLabels;
const paths = Object.keys(fieldLabels) as readonly SetupPath[];

/** The first page of all: office and first member of staff, then work begins. */
export function OfficeSetup() {
  const t = useMessages();
  const { office } = useLoket();
  const needsOffice = office.profile === null;
  const { form, summary, failure, saving, finish } = useSetup(needsOffice);
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
        {needsOffice && <OfficeFields form={form} />}
        <section className={styles.group}>
          <h2>{t('signIn.staff')}</h2>
          <SetupField form={form} path="staff.name" note={t('signIn.staffNameHint')} />
        </section>
        <Button type="submit" variant="primary" busy={saving}>
          {t('signIn.finish')}
        </Button>
      </form>
    </main>
  );
}

function OfficeFields({ form }: { readonly form: UseFormReturn<SetupValues> }) {
  const t = useMessages();
  const { now } = useLoket();
  const { desk, timeZone } = useWatch({ control: form.control, name: 'office' });
  const { year } = localDate(now(), timeZone);
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

interface SetupFieldProps {
  readonly form: UseFormReturn<SetupValues>;
  readonly path: Exclude<SetupPath, 'office.timeZone'>;
  readonly hint?: string | undefined;
  readonly note?: string | undefined;
}

function SetupField({ form, path, hint, note }: SetupFieldProps) {
  const t = useMessages();
  const problemOf = useSetupProblem();
  const isWrong = form.getFieldState(path, form.formState).invalid;
  return (
    <TextField
      label={t(fieldLabels[path])}
      hint={hint}
      note={note}
      error={isWrong ? problemOf(path, form.getValues(path)) : undefined}
      {...form.register(path)}
    />
  );
}

function useSetupProblem(): (path: SetupPath, typed: string) => string {
  const t = useMessages();
  return (path, typed) =>
    typed.trim() !== '' && (path === 'office.desk' || path === 'office.code')
      ? t(`signIn.problem.${path}`)
      : t('signIn.problem.blank', { label: t(fieldLabels[path]) });
}

interface Setup {
  readonly form: UseFormReturn<SetupValues>;
  readonly summary: readonly FormErrorEntry[];
  readonly failure: CommandFailure | null;
  readonly saving: boolean;
  readonly finish: () => Promise<void>;
}

/** Records office, then staff, then signs in; what was recorded is not asked again. */
function useSetup(needsOffice: boolean): Setup {
  const { store, newId, signIn } = useLoket();
  const [staffId] = useState(newId);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const [saving, setSaving] = useState(false);
  const problemOf = useSetupProblem();
  const form = useForm<SetupValues>({
    defaultValues: EMPTY_SETUP,
    mode: 'onSubmit',
    resolver: zodResolver(
      needsOffice
        ? setupSchema
        : setupSchema.extend({ office: setupSchema.shape.office.catch(EMPTY_SETUP.office) }),
    ),
  });

  async function record(values: SetupValues): Promise<CommandFailure | null> {
    const by = { id: staffId, name: values.staff.name };
    if (needsOffice) {
      const profile = newOfficeProfile(values.office);
      const office = await store.executeOffice({ command: 'configure-office', profile }, by);
      if (!office.ok) return office.error;
    }
    const staff = await store.executeOffice({ command: 'add-staff', staffId, name: by.name }, by);
    if (!staff.ok) return staff.error;
    void store.setDeviceFact(LAST_STAFF, staffId);
    signIn(by);
    return null;
  }

  const finish = form.handleSubmit(async (values) => {
    setSaving(true);
    setFailure(await record(values));
    setSaving(false);
  });
  const wrong = paths.filter((path) => form.getFieldState(path, form.formState).invalid);
  const summary = wrong.map((path) => ({
    fieldId: path,
    message: problemOf(path, form.getValues(path)),
  }));
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
