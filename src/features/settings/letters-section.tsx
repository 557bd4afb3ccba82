import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import {
  checkLetterNumberPattern,
  formatLetterNumber,
  letterNumberTokens,
} from '../../domain/numbering/letter-number';
import { localDate } from '../../domain/numbering/local-date';
import type { OfficeProfile } from '../../domain/office/office-event';
import { translateMessage, type Locale } from '../../messages/catalogue';
import { FieldGrid } from '../../ui/data/section';
import { Checkbox } from '../../ui/forms/radio-group';
import { useLocale, useMessages, type Translate } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { CodeField, codeEntries, keptCodes, LetterCodes } from './letter-codes';
import { SettingsField, SettingsSection, useSettingsForm } from './settings-form';

const TOKENS = letterNumberTokens.map((token) => `{${token}}`).join(' ');

function lettersSchema(t: Translate, locale: Locale) {
  const label = t('settings.field.classificationCode');
  return z.object({
    letters: z.object({
      codes: z.record(z.string(), z.string().trim()),
      holdForPrint: z.boolean(),
      classificationCode: z.string().trim().min(1, t('settings.problem.blank', { label })),
      numberPattern: z
        .string()
        .trim()
        .superRefine((typed, context) => {
          const [problem] = checkLetterNumberPattern(typed);
          if (problem === undefined) return;
          const message = { key: `problem.${problem.code}`, params: problem.params } as const;
          context.addIssue({ code: 'custom', message: translateMessage(locale, message) });
        }),
    }),
  });
}

/** How letters are numbered, with the number the next one of this year would look like. */
export function LettersSection({
  id,
  profile,
}: {
  readonly id: string;
  readonly profile: OfficeProfile;
}) {
  const t = useMessages();
  const locale = useLocale();
  const { now } = useLoket();
  const title = t('settings.letters');
  const settings = useSettingsForm({
    title,
    schema: lettersSchema(t, locale),
    values: { letters: { ...profile.letters, codes: codeEntries(profile.letters.codes) } },
    merge: (before, { letters }) => ({
      ...before,
      letters: { ...letters, codes: keptCodes(letters.codes) },
    }),
  });
  const { letters } = useWatch({
    control: settings.form.control,
    compute: (all: { letters: OfficeProfile['letters'] }) => all,
  });
  const { year, month } = localDate(now(), profile.timeZone);
  const example = formatLetterNumber(letters.numberPattern, {
    classificationCode: letters.classificationCode,
    sequence: 17,
    unit: profile.shortName,
    year,
    month,
  });
  return (
    <SettingsSection id={id} title={title} description={t('settings.letters.text')} {...settings}>
      <FieldGrid>
        <CodeField
          control={settings.form.control}
          path="letters.classificationCode"
          label={t('settings.field.classificationCode')}
        />
        <SettingsField
          form={settings.form}
          path="letters.numberPattern"
          label={t('settings.field.numberPattern')}
          note={example.ok ? t('settings.letters.example', { number: example.value }) : undefined}
        />
      </FieldGrid>
      <p>{t('settings.hint.numberPattern', { tokens: TOKENS })}</p>
      <Checkbox
        label={t('settings.letters.holdForPrint')}
        hint={t('settings.letters.holdForPrintText')}
        {...settings.form.register('letters.holdForPrint')}
      />
      <LetterCodes control={settings.form.control} />
    </SettingsSection>
  );
}
