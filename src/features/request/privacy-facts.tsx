import { useState } from 'react';
import { findNotice } from '../../domain/privacy/notice';
import type { PrivacyRecord } from '../../domain/privacy/privacy-record';
import type { RequestState } from '../../domain/request/request-state';
import { Button } from '../../ui/controls/button';
import { KeyValueList, type KeyValue } from '../../ui/data/key-value-list';
import { Section, Stack } from '../../ui/data/section';
import { formatDateTime } from '../../ui/format/date-time';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { NoticeReading } from '../shared/notice-text';
import { useTimeContext } from '../shared/use-time-context';
import { basisWords } from './privacy-words';

/** Legal basis and notice of a request, with the very text the applicant was told. */
export function PrivacyFacts({ state }: { readonly state: RequestState }) {
  const t = useMessages();
  const { office } = useLoket();
  const [isOpen, setIsOpen] = useState(false);
  const entries = usePrivacyEntries(state.privacy);
  const version = state.privacy?.notice?.version;
  const told = version === undefined ? undefined : findNotice(office.notices, version);
  return (
    <Section
      title={t('privacy.request.title')}
      actions={
        told !== undefined && (
          <Button
            size="small"
            variant="plain"
            aria-expanded={isOpen}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {t(isOpen ? 'privacy.notice.close' : 'privacy.notice.read')}
          </Button>
        )
      }
    >
      <Stack>
        <KeyValueList entries={entries} />
        {told !== undefined && isOpen && <NoticeReading notice={told} />}
      </Stack>
    </Section>
  );
}

/** What is known of basis, notice and consent; what was not recorded is called so. */
function usePrivacyEntries(privacy: PrivacyRecord | null): readonly KeyValue[] {
  const t = useMessages();
  const locale = useLocale();
  const context = useTimeContext();
  const basis = { key: 'basis', label: t('privacy.request.basis') };
  const notice = { key: 'notice', label: t('privacy.request.notice') };
  if (privacy === null) {
    const value = t('privacy.request.unrecorded');
    return [
      { ...basis, value },
      { ...notice, value },
    ];
  }
  const { notice: told, consent } = privacy;
  const toldWords = () =>
    told === null
      ? t('privacy.request.notGiven')
      : t('privacy.request.given', {
          way: t(`privacy.way.${told.way}`),
          time: formatDateTime(told.at, context),
          version: told.version,
        });
  return [
    { ...basis, value: basisWords(privacy.basis, locale) },
    { ...notice, value: toldWords() },
    ...(consent === null
      ? []
      : [
          {
            key: 'consent',
            label: t('privacy.request.consent'),
            value: t('privacy.request.consentOf', {
              form: t(`privacy.consent.${consent.form}`),
              time: formatDateTime(consent.at, context),
              version: consent.version,
            }),
          },
        ]),
  ];
}
