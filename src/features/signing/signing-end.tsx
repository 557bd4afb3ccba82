import type { EscStatusAnswer } from '../../contract/esign';
import type { Result } from '../../contract/result';
import { Banner } from '../../ui/feedback/banner';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { problemWords } from '../request/problem-words';
import { refusedWords, unknownWords } from '../shared/signing-words';
import { ToldFailureBanner } from '../shared/told-failure-banner';
import type { SigningEnd, SigningFailure } from './sign-letter';
import { SignatureFactsView } from './signature-facts-view';
import styles from './signing.module.css';

/** How a signing ended. */
export function SigningEndView({ end }: { readonly end: SigningEnd }) {
  const t = useMessages();
  const locale = useLocale();
  const { outcome, rescue } = end;
  return (
    <div data-signing-end={outcome.kind}>
      {outcome.kind === 'signed' && (
        <div className={styles.panel}>
          <Banner tone="good" title={t('signing.end.signed')} />
          <SignatureFactsView {...outcome} />
        </div>
      )}
      {outcome.kind === 'refused' && (
        <Banner
          tone="bad"
          title={t('signing.end.refused')}
          details={
            outcome.text === '' ? undefined : { summary: t('ui.showDetails'), text: outcome.text }
          }
        >
          {refusedWords(outcome.code, locale)}
        </Banner>
      )}
      {outcome.kind === 'unknown' && (
        <Banner tone="bad" title={t('signing.end.unknown')}>
          {unknownWords(outcome.code, locale)} {t('signing.end.unknownText')}
        </Banner>
      )}
      {rescue !== null && <Banner tone="warn" title={t('signing.end.rescued')} />}
    </div>
  );
}

/** Why nothing was begun, or that an end could not be recorded. */
export function SigningFailureView({ failure }: { readonly failure: SigningFailure }) {
  const t = useMessages();
  const locale = useLocale();
  switch (failure.kind) {
    case 'letter-unread':
      return (
        <Banner tone="bad" title={t('request.file.unread')}>
          {t('request.file.unreadRemedy')}
        </Banner>
      );
    case 'end-not-recorded':
      return (
        <Banner tone="bad" title={t('signing.end.notRecorded')}>
          {t('signing.end.unknownText')}
        </Banner>
      );
    default: {
      const words = problemWords(failure, { locale, sop: undefined });
      return <ToldFailureBanner kind={failure.kind} words={words} />;
    }
  }
}

/** What the service says of the signer, where he cannot sign now. */
export function StatusView({ answer }: { readonly answer: Result<EscStatusAnswer> }) {
  const t = useMessages();
  if (!answer.ok) {
    const text = `${answer.error.kind}: ${answer.error.detail}`;
    return (
      <Banner
        tone="bad"
        title={t('signing.ask.failed')}
        details={{ summary: t('ui.showDetails'), text }}
      />
    );
  }
  const { value } = answer;
  switch (value.outcome) {
    case 'status':
      return (
        <div data-esc-status={value.status}>
          <Banner
            tone="warn"
            title={t(`signing.status.${value.status}`)}
            details={{ summary: t('ui.showDetails'), text: `${value.word} ${value.text}`.trim() }}
          >
            {t(`signing.statusText.${value.status}`)}
          </Banner>
        </div>
      );
    case 'refused':
      return (
        <Banner tone="bad" title={t('signing.ask.refused')}>
          {value.text}
        </Banner>
      );
    case 'credentials':
      return <Banner tone="bad" title={t('signing.ask.credentials')} />;
    case 'retry':
      return <Banner tone="warn" title={t('signing.ask.retry')} />;
    case 'offline':
      return (
        <Banner
          tone="bad"
          title={t(`signing.ask.${value.reason}`)}
          details={{ summary: t('ui.showDetails'), text: value.detail }}
        />
      );
  }
}
