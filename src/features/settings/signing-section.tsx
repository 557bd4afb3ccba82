import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { letterTemplates } from '../../documents/letter-templates';
import {
  BSRE_FOOTERS,
  ELECTRONIC_WORDS,
  signsElectronically,
} from '../../domain/letters/electronic-signing';
import type { OfficeProfile } from '../../domain/office/office-event';
import { Checkbox, RadioGroup } from '../../ui/forms/radio-group';
import { isFilledByHand } from '../../domain/letters/letter-texts';
import { useLoket } from '../shared/loket-context';
import { useMessages } from '../../ui/messages/use-messages';
import { LogoField } from './logo-field';
import { SettingsSection, useSettingsForm, type SettingsForm } from './settings-form';
import styles from './settings.module.css';

const schema = z.object({
  signing: z.object({ letters: z.array(z.string()), footer: z.enum(BSRE_FOOTERS) }),
});
type SigningForm = SettingsForm<z.infer<typeof schema>>['form'];

/** Which letters are signed electronically, and what then stands on them. */
export function SigningSection({
  id,
  profile,
}: {
  readonly id: string;
  readonly profile: OfficeProfile;
}) {
  const t = useMessages();
  const title = t('settings.signing');
  const { letters, footer } = profile.signing;
  const settings = useSettingsForm({
    title,
    schema,
    values: { signing: { letters, footer } },
    merge: (before, { signing }) => ({ ...before, signing: { ...before.signing, ...signing } }),
  });
  return (
    <SettingsSection id={id} title={title} description={t('settings.signing.text')} {...settings}>
      <LetterBoxes form={settings.form} />
      <RadioGroup
        label={t('settings.signing.footer')}
        choices={BSRE_FOOTERS.map((value) => ({
          value,
          label: t(`settings.signing.footer.${value}`),
          hint: ELECTRONIC_WORDS.footers[value],
        }))}
        {...settings.form.register('signing.footer')}
      />
      <LogoField profile={profile} of="signatureLogo" />
    </SettingsSection>
  );
}

/** A box for each letter that somebody other than the applicant signs. */
function LetterBoxes({ form }: { readonly form: SigningForm }) {
  const t = useMessages();
  const { store } = useLoket();
  const isByHand = (key: string) => {
    const template = store.templates.inUse(key)?.template;
    return template !== undefined && isFilledByHand(template);
  };
  const chosen = useWatch({ control: form.control, name: 'signing.letters' });
  const letters = [...letterTemplates.values()].filter(({ signatures }) =>
    signatures.some(({ actor }) => signsElectronically(actor)),
  );
  return (
    <fieldset className={styles.roles}>
      <legend>{t('settings.signing.letters')}</legend>
      <p className={styles.acrossRoles}>{t('settings.signing.letters.hint')}</p>
      {letters.map(({ key, title }) => (
        <Checkbox
          key={key}
          compact
          id={`signing-${key}`}
          label={title}
          hint={isByHand(key) ? t('settings.signing.byHand') : undefined}
          checked={chosen.includes(key)}
          onChange={({ target }) => {
            const others = chosen.filter((one) => one !== key);
            const next = target.checked ? [...others, key] : others;
            form.setValue('signing.letters', next, { shouldDirty: true });
          }}
        />
      ))}
    </fieldset>
  );
}
