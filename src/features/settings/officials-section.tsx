import type { OfficeProfile } from '../../domain/office/office-event';
import { FieldGrid } from '../../ui/data/section';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { ActingFields } from './acting-fields';
import { keptOfficials, officialEntries, officialRoles } from './officials';
import { officialsSchema } from './officials-schema';
import { SettingsField, SettingsSection, useSettingsForm } from './settings-form';
import styles from './settings.module.css';

const parts = ['name', 'position', 'nip', 'rank'] as const;

/** Who signs and disposes, one per role that the SOPs give to this office. */
export function OfficialsSection({
  id,
  profile,
}: {
  readonly id: string;
  readonly profile: OfficeProfile;
}) {
  const t = useMessages();
  const locale = useLocale();
  const { store, now } = useLoket();
  const roles = officialRoles(store.sops.installed());
  const title = t('settings.officials');
  const settings = useSettingsForm({
    title,
    schema: officialsSchema({ t, locale, yearNow: Number(now().slice(0, 4)) }),
    values: { officials: { ...officialEntries(roles, profile.officials) } },
    merge: (before, { officials }) => ({
      ...before,
      officials: keptOfficials(before.officials, officials),
    }),
  });
  return (
    <SettingsSection id={id} title={title} description={t('settings.officials.text')} {...settings}>
      {roles.length === 0 && <p>{t('settings.officials.none')}</p>}
      {roles.map(({ actor, label }) => (
        <fieldset key={actor} className={styles.official}>
          <legend>{label}</legend>
          <FieldGrid>
            {parts.map((part) => (
              <SettingsField
                key={part}
                form={settings.form}
                path={`officials.${actor}.${part}`}
                label={t(`settings.official.${part}`)}
                optional={part === 'nip' || part === 'rank'}
              />
            ))}
          </FieldGrid>
          <ActingFields form={settings.form} actor={actor} label={label} />
        </fieldset>
      ))}
    </SettingsSection>
  );
}
