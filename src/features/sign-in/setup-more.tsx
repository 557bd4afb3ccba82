import { Controller, type UseFormReturn } from 'react-hook-form';
import type { Sop } from '../../domain/sop/sop';
import { Checkbox } from '../../ui/forms/radio-group';
import { useMessages } from '../../ui/messages/use-messages';
import { SetupField, useSetupProblem } from './setup-field';
import type { SetupValues } from './setup-values';
import styles from './sign-in.module.css';

/** What the set-up shows of an SOP. */
export type SetupSop = Pick<Sop, 'id' | 'identity'>;

interface SetupPartProps {
  readonly form: UseFormReturn<SetupValues>;
}

/** The lines of the letterhead that may wait; the lambang is put in in the settings. */
export function SetupLetterhead({ form }: SetupPartProps) {
  const t = useMessages();
  return (
    <section className={styles.group}>
      <h2>{t('signIn.letterhead')}</h2>
      <p className={styles.text}>{t('signIn.letterheadText')}</p>
      <SetupField form={form} path="letterhead.address" />
      <div className={styles.pair}>
        <SetupField form={form} path="letterhead.postalCode" />
        <SetupField form={form} path="letterhead.phone" />
        <SetupField form={form} path="letterhead.email" />
        <SetupField form={form} path="letterhead.website" />
      </div>
    </section>
  );
}

/** Which of the installed SOPs the counter offers; at least one. */
export function SetupSops({ form, sops }: SetupPartProps & { readonly sops: readonly SetupSop[] }) {
  const t = useMessages();
  const problemOf = useSetupProblem(form);
  const isWrong = form.getFieldState('sops', form.formState).invalid;
  return (
    <Controller
      control={form.control}
      name="sops"
      render={({ field: { value, onChange, ref } }) => (
        <fieldset className={styles.group} id="sops" tabIndex={-1} ref={ref}>
          <legend className={styles.legend}>{t('signIn.sops')}</legend>
          <p className={styles.text}>{t('signIn.sopsText')}</p>
          {sops.map(({ id, identity }) => (
            <Checkbox
              key={id}
              compact
              name="sops"
              id={`sops-${id}`}
              value={id}
              label={`${identity.title} · ${identity.number}`}
              hint={identity.office}
              checked={value.includes(id)}
              onChange={({ target }) => {
                const others = value.filter((one) => one !== id);
                onChange(target.checked ? [...others, id] : others);
              }}
            />
          ))}
          {isWrong && (
            <p role="alert" className={styles.wrong}>
              {problemOf('sops')}
            </p>
          )}
        </fieldset>
      )}
    />
  );
}
