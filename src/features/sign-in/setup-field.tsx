import type { UseFormReturn } from 'react-hook-form';
import type { PlainMessageKey } from '../../messages/catalogue';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { accessProblemText } from './access-problem-text';
import { PassphraseField } from './passphrase-field';
import type { SetupValues } from './setup-values';

const setupLabels = {
  'office.government': 'signIn.government',
  'office.name': 'signIn.name',
  'office.shortName': 'signIn.shortName',
  'office.place': 'signIn.place',
  'office.code': 'signIn.code',
  'office.timeZone': 'signIn.timeZone',
  'office.desk': 'signIn.desk',
  'letterhead.address': 'settings.field.address',
  'letterhead.postalCode': 'settings.field.postalCode',
  'letterhead.phone': 'settings.field.phone',
  'letterhead.email': 'settings.field.email',
  'letterhead.website': 'settings.field.website',
  sops: 'signIn.sops',
  'staff.name': 'signIn.staffName',
  'access.signInName': 'access.signInName',
  'access.passphrase': 'access.passphrase',
  'access.repeated': 'access.repeated',
} as const satisfies Readonly<Record<string, PlainMessageKey>>;
type SetupPath = keyof typeof setupLabels;
/** In the order of the form. */
export const setupPaths = Object.keys(setupLabels) as readonly SetupPath[];

interface SetupFieldProps {
  readonly form: UseFormReturn<SetupValues>;
  readonly path: Exclude<SetupPath, 'office.timeZone' | 'sops'>;
  readonly secret?: boolean;
  readonly hint?: string | undefined;
  readonly note?: string | undefined;
}

/** A line of the set-up, bound to its path and saying what is wrong with it. */
export function SetupField({ form, path, secret = false, hint, note }: SetupFieldProps) {
  const t = useMessages();
  const problemOf = useSetupProblem(form);
  const Field = secret ? PassphraseField : TextField;
  const isWrong = form.getFieldState(path, form.formState).invalid;
  return (
    <Field
      label={t(setupLabels[path])}
      hint={hint}
      note={note}
      error={isWrong ? problemOf(path) : undefined}
      {...form.register(path)}
    />
  );
}

/** What is wrong with what stands at a path, in words. */
export function useSetupProblem(form: UseFormReturn<SetupValues>): (path: SetupPath) => string {
  const t = useMessages();
  return (path) => {
    if (path === 'sops') return t('signIn.problem.sops');
    const typed = form.getValues(path);
    if (typed.trim() === '') return t('signIn.problem.blank', { label: t(setupLabels[path]) });
    if (path === 'office.desk' || path === 'office.code') return t(`signIn.problem.${path}`);
    if (path === 'access.signInName') return t('access.problem.signInName');
    return accessProblemText(form.getFieldState(path).error?.message ?? '', t);
  };
}
