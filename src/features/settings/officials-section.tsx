import { z } from 'zod';
import { checkNip, cleanNip } from '../../domain/identifiers/nip';
import type { OfficeProfile } from '../../domain/office/office-event';
import { translateMessage, type Locale } from '../../messages/catalogue';
import { FieldGrid } from '../../ui/data/section';
import { useLocale, useMessages, type Translate } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { isBlankEntry, keptOfficials, officialEntries, officialRoles } from './officials';
import { SettingsField, SettingsSection, useSettingsForm } from './settings-form';
import styles from './settings.module.css';

const parts = ['name', 'position', 'nip', 'rank'] as const;

function officialsSchema(words: { t: Translate; locale: Locale; yearNow: number }) {
  const { t, locale, yearNow } = words;
  const text = z.string().trim();
  const entry = z
    .object({ name: text, nip: z.string().transform(cleanNip), rank: text, position: text })
    .superRefine((typed, context) => {
      if (isBlankEntry(typed)) return;
      for (const part of ['name', 'position'] as const) {
        const label = t(`settings.official.${part}`);
        if (typed[part] === '') {
          context.addIssue({
            code: 'custom',
            path: [part],
            message: t('settings.problem.blank', { label }),
          });
        }
      }
      const [problem] = typed.nip === '' ? [] : checkNip(typed.nip, null, yearNow);
      if (problem?.severity === 'error') {
        const message = { key: `problem.${problem.code}`, params: problem.params } as const;
        context.addIssue({
          code: 'custom',
          path: ['nip'],
          message: translateMessage(locale, message),
        });
      }
    });
  return z.object({ officials: z.record(z.string(), entry) });
}

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
        </fieldset>
      ))}
    </SettingsSection>
  );
}
