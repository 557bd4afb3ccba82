import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useId, useState } from 'react';
import { LEGAL_BASES } from '../../domain/privacy/legal-basis';
import { findNotice, NOTICE_WAYS, type PublishedNotice } from '../../domain/privacy/notice';
import { CONSENT_FORMS } from '../../domain/privacy/privacy-record';
import { Button } from '../../ui/controls/button';
import { Kbd } from '../../ui/controls/kbd';
import { Banner } from '../../ui/feedback/banner';
import { RadioGroup } from '../../ui/forms/radio-group';
import { Select } from '../../ui/forms/select';
import { formatTime } from '../../ui/format/date-time';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { NoticeReading } from '../shared/notice-text';
import { useNoticePaper } from '../shared/use-notice-paper';
import { formFields } from './form-fields';
import { useIntakeScreen } from './intake-screen';
import styles from './notice-strip.module.css';
import { basisOf, NOT_GIVEN } from './privacy-values';

/**
 * The privacy notice and the legal basis, one row above the form: to be read, printed, and said
 * how it was given, which Ctrl+I does from any field in the office's usual way.
 */
export function NoticeStrip() {
  const t = useMessages();
  const id = useId();
  const { values, notice } = useIntakeScreen();
  const { office } = useLoket();
  const [isOpen, setIsOpen] = useState(false);
  const paper = useNoticePaper();
  // What the applicant was told stays before him, also when a newer version came meanwhile.
  const told = findNotice(office.notices, Number(values.privacy.version)) ?? notice;
  const isConsent = basisOf(values.privacy, notice) === 'consent';
  return (
    <section aria-label={t('privacy.notice')} className={styles.strip} data-notice={told?.version}>
      <div className={styles.line}>
        {told === null ? <NoNotice /> : <NoticeTitle notice={told} />}
        {told !== null && (
          <>
            <Button
              size="small"
              aria-expanded={isOpen}
              aria-controls={id}
              data-action="read-notice"
              onClick={() => {
                setIsOpen(!isOpen);
              }}
            >
              {t(isOpen ? 'privacy.notice.close' : 'privacy.notice.read')}
            </Button>
            <Button
              size="small"
              busy={paper.busy}
              data-action="print-notice"
              onClick={() => {
                paper.print(told, isConsent);
              }}
            >
              {t('privacy.notice.print')}
            </Button>
          </>
        )}
        {notice !== null && <GivenFields notice={notice} />}
        <BasisField notice={notice} />
        {isConsent && notice !== null && <ConsentFields />}
      </div>
      {paper.failure !== null && (
        <Banner tone="bad" title={t('privacy.notice.failed')}>
          {paper.failure}
        </Banner>
      )}
      {told !== null && isOpen && (
        <div id={id} className={styles.text}>
          <NoticeReading notice={told} />
        </div>
      )}
    </section>
  );
}

function NoticeTitle({ notice: { version } }: { readonly notice: PublishedNotice }) {
  const t = useMessages();
  return (
    <span className={styles.title}>
      <ShieldCheck className={styles.icon} size={16} aria-hidden="true" />
      {t('privacy.notice.of', { version })}
    </span>
  );
}

function NoNotice() {
  const t = useMessages();
  return (
    <span className={styles.none}>
      <span className={styles.title}>
        <ShieldAlert className={styles.noneIcon} size={16} aria-hidden="true" />
        {t('privacy.notice.none')}
      </span>
      <span className={styles.faint}>{t('privacy.notice.noneText')}</span>
    </span>
  );
}

/** How it was given: chosen by hand, or by one key in the usual way. */
function GivenFields({ notice }: { readonly notice: PublishedNotice }) {
  const t = useMessages();
  const locale = useLocale();
  const { now } = useLoket();
  const { form, values, timeZone, wordsOf } = useIntakeScreen();
  const { way, version, givenAt } = values.privacy;

  /** With the version and the time at which the clerk says so. */
  function choose(chosen: string) {
    form.setValue('privacy.way', chosen, { shouldTouch: true });
    const isGiven = chosen !== NOT_GIVEN;
    form.setValue('privacy.version', isGiven ? String(notice.version) : '');
    form.setValue('privacy.givenAt', isGiven ? now() : '');
  }

  useShortcuts(
    {
      'Ctrl+i': {
        label: t('privacy.notice.given'),
        run: () => {
          choose(notice.usualWay);
        },
      },
    },
    { group: t('privacy.notice') },
  );
  const fact =
    givenAt === ''
      ? t('privacy.note.key', { way: t(`privacy.way.${notice.usualWay}`) })
      : t('privacy.note.givenAt', { version, time: formatTime(givenAt, { locale, timeZone }) });
  return (
    <div className={styles.given} title={fact}>
      <RadioGroup
        inline
        bare
        label={`${t(formFields['privacy.way'])}. ${fact}`}
        choices={([...NOTICE_WAYS, NOT_GIVEN] as const).map((value) => ({
          value,
          label: t(`privacy.way.${value}`),
        }))}
        {...wordsOf('privacy.way')}
        name="privacy.way"
        value={way}
        onChange={({ target }) => {
          choose(target.value);
        }}
      />
      <Kbd keys="Ctrl I" />
    </div>
  );
}

/** The legal basis: the office's usual one unless the clerk chooses another. */
function BasisField({ notice }: { readonly notice: PublishedNotice | null }) {
  const t = useMessages();
  const { form, values, wordsOf } = useIntakeScreen();
  return (
    <div className={styles.basis} title={t('privacy.settings.basisHint')}>
      <span aria-hidden="true">{t(formFields['privacy.basis'])}</span>
      <Select
        bare
        label={t(formFields['privacy.basis'])}
        placeholder={null}
        choices={LEGAL_BASES.map((value) => ({ value, label: t(`privacy.basis.${value}`) }))}
        {...wordsOf('privacy.basis')}
        name="privacy.basis"
        value={basisOf(values.privacy, notice)}
        onChange={({ target }) => {
          form.setValue('privacy.basis', target.value, { shouldTouch: true });
        }}
      />
    </div>
  );
}

/** The form of consent, kept with its time and the version it was given to. */
function ConsentFields() {
  const t = useMessages();
  const { now } = useLoket();
  const { form, values, wordsOf } = useIntakeScreen();
  return (
    <div className={styles.consent}>
      <span>{t(formFields['privacy.consentForm'])}</span>
      <RadioGroup
        inline
        bare
        label={t(formFields['privacy.consentForm'])}
        choices={CONSENT_FORMS.map((value) => ({ value, label: t(`privacy.consent.${value}`) }))}
        {...wordsOf('privacy.consentForm')}
        name="privacy.consentForm"
        value={values.privacy.consentForm}
        onChange={({ target }) => {
          form.setValue('privacy.consentForm', target.value, { shouldTouch: true });
          form.setValue('privacy.consentAt', now());
        }}
      />
    </div>
  );
}
