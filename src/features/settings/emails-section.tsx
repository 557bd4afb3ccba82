import { z } from 'zod';
import type { OfficeProfile } from '../../domain/office/office-event';
import { TextArea } from '../../ui/forms/text-field';
import { useMessages, type Translate } from '../../ui/messages/use-messages';
import { findOddSuffix, parseSuffixes } from './email-suffixes';
import { SettingsSection, useSettingsForm } from './settings-form';

function emailsSchema(t: Translate) {
  return z.object({
    emails: z.object({
      suffixes: z.string().superRefine((typed, context) => {
        const suffixes = parseSuffixes(typed);
        const odd = findOddSuffix(suffixes);
        if (suffixes.length === 0) {
          context.addIssue({ code: 'custom', message: t('settings.problem.suffixNone') });
        } else if (odd !== undefined) {
          context.addIssue({
            code: 'custom',
            message: t('settings.problem.suffix', { suffix: odd }),
          });
        }
      }),
    }),
  });
}

/** Which e-mail addresses count as official. */
export function EmailsSection({
  id,
  profile,
}: {
  readonly id: string;
  readonly profile: OfficeProfile;
}) {
  const t = useMessages();
  const title = t('settings.emails');
  const settings = useSettingsForm({
    title,
    schema: emailsSchema(t),
    values: { emails: { suffixes: profile.emailSuffixes.join('\n') } },
    merge: (before, { emails }) => ({
      ...before,
      emailSuffixes: [...parseSuffixes(emails.suffixes)],
    }),
  });
  const { form } = settings;
  const { error } = form.getFieldState('emails.suffixes', form.formState);
  return (
    <SettingsSection id={id} title={title} description={t('settings.emails.text')} {...settings}>
      <TextArea
        width="medium"
        label={t('settings.field.emailSuffixes')}
        hint={t('settings.hint.emailSuffixes')}
        error={error?.message}
        {...form.register('emails.suffixes')}
      />
    </SettingsSection>
  );
}
