import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { OfficeProfile } from '../../domain/office/office-event';
import { useMessages, type Translate } from '../../ui/messages/use-messages';
import { ConnectionTest } from './connection-test';
import { readTypedGatewayAddress } from './gateway-address';
import { GatewayToken } from './gateway-token';
import { SettingsField, SettingsSection, useSettingsForm } from './settings-form';
import styles from './settings.module.css';

function gatewaySchema(t: Translate) {
  return z.object({
    gateway: z.object({
      baseUrl: z
        .string()
        .trim()
        .superRefine((typed, context) => {
          if (typed === '') return;
          const address = readTypedGatewayAddress(typed);
          if (!address.ok) {
            context.addIssue({ code: 'custom', message: t(`settings.problem.${address.error}`) });
          }
        }),
    }),
  });
}

/** Where submissions go by themselves, with which token, and whether the way is open now. */
export function GatewaySection({
  id,
  profile,
}: {
  readonly id: string;
  readonly profile: OfficeProfile;
}) {
  const t = useMessages();
  const title = t('settings.gateway');
  const settings = useSettingsForm({
    title,
    schema: gatewaySchema(t),
    values: { gateway: { baseUrl: profile.gateway.baseUrl ?? '' } },
    merge: (before, { gateway }) => ({
      ...before,
      gateway: { baseUrl: gateway.baseUrl === '' ? null : gateway.baseUrl },
    }),
  });
  const typed = useWatch({
    control: settings.form.control,
    compute: (all: { gateway: { baseUrl: string } }) => all.gateway.baseUrl,
  });
  const address = readTypedGatewayAddress(typed);
  const caution = address.ok ? address.value.caution : null;
  return (
    <div className={styles.stack}>
      <SettingsSection id={id} title={title} description={t('settings.gateway.text')} {...settings}>
        <SettingsField
          form={settings.form}
          path="gateway.baseUrl"
          width="long"
          inputMode="url"
          label={t('settings.field.baseUrl')}
          hint={t('settings.hint.baseUrl')}
          warning={caution === null ? undefined : t(`settings.gateway.${caution}`)}
        />
        <ConnectionTest key={typed} baseUrl={address.ok ? typed.trim() : null} />
      </SettingsSection>
      <GatewayToken savedUrl={profile.gateway.baseUrl} />
    </div>
  );
}
