import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { OfficeProfile } from '../../domain/office/office-event';
import { noticeToBegin } from '../../domain/privacy/default-notice';
import { LEGAL_BASES } from '../../domain/privacy/legal-basis';
import { currentNotice, NOTICE_PARTS, NOTICE_WAYS } from '../../domain/privacy/notice';
import type { CommandFailure } from '../../store/store';
import { Button } from '../../ui/controls/button';
import { ButtonRow, FieldGrid, Section, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { useToast } from '../../ui/feedback/toast';
import { Select } from '../../ui/forms/select';
import { TextArea } from '../../ui/forms/text-field';
import { formatDate } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { useTimeContext } from '../shared/use-time-context';
import {
  firstValues,
  headingOf,
  noticeFormSchema,
  noticeValues,
  toNotice,
  type NoticeValues,
} from './notice-form';
import { NoticeVersions } from './notice-versions';
import { OfficeFailure } from './office-failure';
import { SettingsField, useOfficeCommand } from './settings-form';
import styles from './settings.module.css';

/** The privacy notice: its words, the usual basis, and every version that was published. */
export function NoticeSection({
  id,
  profile,
}: {
  readonly id: string;
  readonly profile: OfficeProfile;
}) {
  const t = useMessages();
  const { form, failure, publishing, publish, next } = useNoticeForm(profile);
  const { why } = useMay('configure-office', 'publish-notice');
  return (
    <div id={id} className={styles.anchor} tabIndex={-1}>
      <Section title={t('privacy.settings.title')} description={t('privacy.settings.text')}>
        <form
          noValidate
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            publish();
          }}
        >
          <NoticeState />
          {failure !== null && <OfficeFailure failure={failure} />}
          <fieldset className={styles.fields} disabled={why !== undefined}>
            <NoticeFields form={form} />
          </fieldset>
          <ButtonRow>
            <Button
              type="submit"
              variant={form.formState.isDirty || next === 1 ? 'primary' : 'quiet'}
              busy={publishing}
              blocked={why}
              data-action="publish-notice"
            >
              {t('privacy.settings.publish', { version: next })}
            </Button>
            <Button
              variant="plain"
              blocked={why}
              onClick={() => {
                const { notice } = noticeValues(noticeToBegin(profile));
                form.setValue('notice', notice, { shouldDirty: true });
              }}
            >
              {t('privacy.settings.default')}
            </Button>
          </ButtonRow>
        </form>
        <NoticeVersions />
      </Section>
    </div>
  );
}

function useNoticeForm(profile: OfficeProfile) {
  const t = useMessages();
  const toast = useToast();
  const { office } = useLoket();
  const execute = useOfficeCommand();
  const current = currentNotice(office.notices);
  const next = (current?.version ?? 0) + 1;
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const [publishing, setPublishing] = useState(false);
  const form = useForm<NoticeValues, unknown, NoticeValues>({
    values: firstValues(current, profile),
    resetOptions: { keepDirtyValues: true },
    mode: 'onTouched',
    resolver: zodResolver(noticeFormSchema(t)),
  });
  const submit = form.handleSubmit(async (typed) => {
    setPublishing(true);
    const notice = toNotice(typed);
    const problem = await execute({ command: 'publish-notice', version: next, notice });
    setPublishing(false);
    setFailure(problem);
    if (problem !== null) return;
    form.reset(noticeValues(notice));
    toast({ text: t('privacy.settings.published', { version: next }) });
  });
  return { form, failure, publishing, next, publish: () => void submit() };
}

/** Which version is in force, or that there is none yet. */
function NoticeState() {
  const t = useMessages();
  const context = useTimeContext();
  const current = currentNotice(useLoket().office.notices);
  if (current === null) {
    return (
      <Banner tone="info" title={t('privacy.notice.none')}>
        {t('privacy.settings.none')}
      </Banner>
    );
  }
  const { version, publishedAt } = current;
  const date = formatDate(publishedAt, context);
  return <p>{t('privacy.settings.current', { version, date })}</p>;
}

function NoticeFields({
  form,
}: {
  readonly form: UseFormReturn<NoticeValues, unknown, NoticeValues>;
}) {
  const t = useMessages();
  return (
    <Stack>
      <SettingsField
        form={form}
        path="notice.title"
        label={t('privacy.settings.noticeTitle')}
        width="long"
      />
      {NOTICE_PARTS.map((part) => (
        <TextArea
          key={part}
          rows={2}
          label={headingOf(part)}
          hint={part === 'contact' ? t('privacy.settings.contactHint') : undefined}
          error={form.getFieldState(`notice.parts.${part}`, form.formState).error?.message}
          {...form.register(`notice.parts.${part}`)}
        />
      ))}
      <FieldGrid>
        <Select
          label={t('privacy.settings.basis')}
          hint={t('privacy.settings.basisHint')}
          placeholder={null}
          choices={LEGAL_BASES.map((value) => ({ value, label: t(`privacy.basis.${value}`) }))}
          {...form.register('notice.basis')}
        />
        <Select
          label={t('privacy.settings.usualWay')}
          hint={t('privacy.settings.usualWayHint')}
          placeholder={null}
          choices={NOTICE_WAYS.map((value) => ({ value, label: t(`privacy.way.${value}`) }))}
          {...form.register('notice.usualWay')}
        />
      </FieldGrid>
    </Stack>
  );
}
