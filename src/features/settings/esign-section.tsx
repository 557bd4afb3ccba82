import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { OfficeProfile } from '../../domain/office/office-event';
import { FieldGrid } from '../../ui/data/section';
import { Checkbox, RadioGroup } from '../../ui/forms/radio-group';
import { useMessages, type Translate } from '../../ui/messages/use-messages';
import { EscCredentials } from './esc-credentials';
import { EscTest } from './esc-test';
import { esignOf, esignValues, SECONDS } from './esign-values';
import { readTypedGatewayAddress } from './gateway-address';
import { ReturnFolder } from './return-folder';
import {
  SettingsField,
  SettingsSection,
  useSettingsForm,
  type SettingsForm,
} from './settings-form';
import styles from './settings.module.css';

function esignSchema(t: Translate) {
  const address = z
    .string()
    .trim()
    .superRefine((typed, context) => {
      if (typed === '') return;
      const read = readTypedGatewayAddress(typed);
      if (read.ok) return;
      context.addIssue({ code: 'custom', message: t(`settings.esign.problem.${read.error}`) });
    });
  const seconds = z
    .string()
    .trim()
    .refine(
      (typed) =>
        /^\d+$/.test(typed) && Number(typed) >= SECONDS.least && Number(typed) <= SECONDS.most,
      t('settings.esign.problem.seconds', SECONDS),
    );
  return z.object({
    esign: z.object({
      baseUrl: address,
      version: z.enum(['v2', 'v1']),
      v1Box: z.enum(['size', 'corner']),
      connect: seconds,
      read: seconds,
      sign: seconds,
      verify: seconds,
      adminPasswordChanged: z.boolean(),
      localCertificates: z.boolean(),
      timestampUrl: z
        .string()
        .trim()
        .refine(
          (typed) => typed === '' || z.url({ protocol: /^https?$/ }).safeParse(typed).success,
          t('settings.esign.problem.not-an-address'),
        ),
    }),
  });
}

type EsignForm = SettingsForm<z.infer<ReturnType<typeof esignSchema>>>['form'];

/** The agency's signing service, and what else of signing an office decides. */
export function EsignSection({
  id,
  profile,
}: {
  readonly id: string;
  readonly profile: OfficeProfile;
}) {
  const t = useMessages();
  const title = t('settings.esign');
  const settings = useSettingsForm({
    title,
    schema: esignSchema(t),
    values: { esign: esignValues(profile.esign) },
    merge: (before, { esign }) => ({ ...before, esign: esignOf(esign, before.esign) }),
  });
  const { form } = settings;
  const typed = useWatch({ control: form.control, compute: (all) => all.esign });
  const address = readTypedGatewayAddress(typed.baseUrl);
  const caution = address.ok ? address.value.caution : null;
  const { server } = esignOf(typed, profile.esign);
  return (
    <div className={styles.stack}>
      <SettingsSection id={id} title={title} description={t('settings.esign.text')} {...settings}>
        <SettingsField
          form={form}
          path="esign.baseUrl"
          width="long"
          inputMode="url"
          label={t('settings.esign.baseUrl')}
          hint={t('settings.esign.baseUrlHint')}
          warning={caution === null ? undefined : t(`settings.esign.${caution}`)}
        />
        <Version form={form} isFirst={typed.version === 'v1'} />
        <EscTest key={typed.baseUrl + typed.version} server={address.ok ? server : null} />
        <Checkbox
          compact
          label={t('settings.esign.adminPassword')}
          hint={t('settings.esign.adminPasswordHint')}
          {...form.register('esign.adminPasswordChanged')}
        />
        <Local form={form} />
        <Timeouts form={form} />
      </SettingsSection>
      <EscCredentials savedUrl={profile.esign?.server?.baseUrl ?? null} />
      <ReturnFolder />
    </div>
  );
}

function Version({ form, isFirst }: { readonly form: EsignForm; readonly isFirst: boolean }) {
  const t = useMessages();
  return (
    <>
      <RadioGroup
        inline
        label={t('settings.esign.version')}
        choices={[
          { value: 'v2', label: t('settings.esign.v2') },
          { value: 'v1', label: t('settings.esign.v1') },
        ]}
        {...form.register('esign.version')}
      />
      {isFirst && (
        <RadioGroup
          inline
          label={t('settings.esign.v1Box')}
          hint={t('settings.esign.v1BoxHint')}
          choices={[
            { value: 'size', label: t('settings.esign.box.size') },
            { value: 'corner', label: t('settings.esign.box.corner') },
          ]}
          {...form.register('esign.v1Box')}
        />
      )}
    </>
  );
}

/** Key files of this computer: allowed by a decision of the office alone. */
function Local({ form }: { readonly form: EsignForm }) {
  const t = useMessages();
  return (
    <>
      <Checkbox
        compact
        label={t('settings.esign.local')}
        hint={t('settings.esign.localRule')}
        {...form.register('esign.localCertificates')}
      />
      <SettingsField
        form={form}
        path="esign.timestampUrl"
        width="long"
        inputMode="url"
        optional
        label={t('settings.esign.timestampUrl')}
        hint={t('settings.esign.timestampHint')}
      />
    </>
  );
}

function Timeouts({ form }: { readonly form: EsignForm }) {
  const t = useMessages();
  const kinds = ['connect', 'read', 'sign', 'verify'] as const;
  return (
    <details>
      <summary>{t('settings.esign.timeouts')}</summary>
      <FieldGrid>
        {kinds.map((kind) => (
          <SettingsField
            key={kind}
            form={form}
            path={`esign.${kind}`}
            width="short"
            inputMode="numeric"
            label={t(`settings.esign.timeout.${kind}`)}
          />
        ))}
      </FieldGrid>
    </details>
  );
}
