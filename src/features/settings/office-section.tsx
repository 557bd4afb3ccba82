import { z } from 'zod';
import { checkEmail } from '../../domain/identifiers/email';
import {
  officeProfileSchema,
  timeZoneSchema,
  type OfficeProfile,
} from '../../domain/office/office-event';
import { FieldGrid } from '../../ui/data/section';
import { Select } from '../../ui/forms/select';
import { useMessages, type Translate } from '../../ui/messages/use-messages';
import { LogoField } from './logo-field';
import {
  SettingsField,
  SettingsSection,
  useSettingsForm,
  type SettingsForm,
} from './settings-form';

type RequiredField = 'government' | 'name' | 'shortName' | 'place';
type PlainField = RequiredField | 'unit' | 'address' | 'postalCode' | 'phone' | 'email' | 'website';

/** What of the profile this section holds. */
function officeValues(profile: OfficeProfile) {
  const { government, name, unit = '', shortName, place, address, phone, website } = profile;
  const { code, postalCode, email, timeZone, desk } = profile;
  return {
    ...{ government, name, unit, shortName, place, address, phone, website },
    ...{ code, postalCode, email, timeZone, desk },
    lockAfterMinutes: String(profile.lockAfterMinutes),
  };
}

function officeSchema(t: Translate) {
  const filled = (key: RequiredField) =>
    z
      .string()
      .trim()
      .min(1, t('settings.problem.blank', { label: t(`settings.field.${key}`) }));
  const matching = (pattern: RegExp, message: string) => z.string().trim().regex(pattern, message);
  const text = z.string().trim();
  return z.object({
    office: z.object({
      government: filled('government'),
      name: filled('name'),
      unit: text,
      shortName: filled('shortName'),
      place: filled('place'),
      address: text,
      phone: text,
      website: text,
      code: matching(/^\d+(?:\.\d+)*$/, t('settings.problem.code')),
      postalCode: matching(/^(?:\d{5})?$/, t('settings.problem.postalCode')),
      email: text.refine((typed) => typed === '' || isAddress(typed), t('settings.problem.email')),
      timeZone: timeZoneSchema,
      desk: text
        .toUpperCase()
        .refine(
          (typed) => officeProfileSchema.shape.desk.safeParse(typed).success,
          t('settings.problem.desk'),
        ),
      lockAfterMinutes: text.refine(isLockTime, t('settings.problem.lockAfterMinutes')),
    }),
  });
}

function isLockTime(typed: string): boolean {
  const { lockAfterMinutes } = officeProfileSchema.shape;
  return /^\d+$/.test(typed) && lockAfterMinutes.safeParse(Number(typed)).success;
}

/** The office's own address may end as it likes; it only has to be one. */
function isAddress(typed: string): boolean {
  const domain = typed.slice(typed.lastIndexOf('@'));
  return checkEmail(typed.toLowerCase(), [domain.toLowerCase()]).length === 0;
}

/** Names, address and logo as letters show them. */
export function OfficeSection({
  id,
  profile,
}: {
  readonly id: string;
  readonly profile: OfficeProfile;
}) {
  const t = useMessages();
  const title = t('settings.office');
  const settings = useSettingsForm({
    title,
    schema: officeSchema(t),
    values: { office: officeValues(profile) },
    merge: (before, { office }) => ({
      ...before,
      ...office,
      lockAfterMinutes: Number(office.lockAfterMinutes),
    }),
  });
  const { form } = settings;
  const field = (key: PlainField) => (
    <SettingsField
      form={form}
      path={`office.${key}`}
      label={t(`settings.field.${key}`)}
      optional={key === 'unit'}
    />
  );
  return (
    <SettingsSection id={id} title={title} description={t('settings.office.text')} {...settings}>
      <LogoField profile={profile} of="logo" />
      <div>
        {field('government')}
        {field('name')}
        {field('unit')}
        {field('address')}
        <FieldGrid>
          {field('postalCode')}
          {field('phone')}
          {field('email')}
          {field('website')}
          {field('shortName')}
          {field('place')}
          <DeskFields form={form} />
        </FieldGrid>
      </div>
    </SettingsSection>
  );
}

type OfficeForm = SettingsForm<{ office: ReturnType<typeof officeValues> }>;

/** What the program itself needs to know of the office and of this desk. */
function DeskFields({ form }: Pick<OfficeForm, 'form'>) {
  const t = useMessages();
  return (
    <>
      <SettingsField
        form={form}
        path="office.code"
        label={t('settings.field.code')}
        note={t('settings.hint.code')}
      />
      <SettingsField
        form={form}
        path="office.desk"
        label={t('settings.field.desk')}
        note={t('settings.hint.desk')}
      />
      <Select
        label={t('settings.field.timeZone')}
        placeholder={null}
        choices={timeZoneSchema.options.map((zone) => ({
          value: zone,
          label: t(`settings.zone.${zone}`),
        }))}
        {...form.register('office.timeZone')}
      />
      <SettingsField
        form={form}
        path="office.lockAfterMinutes"
        inputMode="numeric"
        label={t('settings.field.lockAfterMinutes')}
        note={t('settings.hint.lockAfterMinutes')}
      />
    </>
  );
}
