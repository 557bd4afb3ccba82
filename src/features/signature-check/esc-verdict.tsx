import { useEffect, useRef, useState } from 'react';
import type { EscServer, EscVerifyAnswer } from '../../contract/esign';
import type { ServiceError } from '../../contract/result';
import { compareVerdicts } from '../../domain/signatures/document-verdict';
import { Button } from '../../ui/controls/button';
import { Section } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { Progress } from '../../ui/feedback/progress';
import type { Tone } from '../../ui/feedback/tone';
import { formatDuration } from '../../ui/format/duration';
import { maskNiksIn } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { escFailureText } from '../shared/esc-words';
import { useLoket } from '../shared/loket-context';
import styles from './signature-check.module.css';
import type { CheckedDocument } from './use-signature-check';

/** The default of the service in milliseconds (esign-client-service.md: 40 s were seen). */
const VERIFY_MS = 120_000;

interface EscVerdictProps {
  readonly document: CheckedDocument;
}

/** The Esign Client Service's verdict beside ours; nothing where the office has none. */
export function EscVerdict({ document }: EscVerdictProps) {
  const { office } = useLoket();
  const server = office.profile?.esign?.server ?? undefined;
  return server === undefined ? null : <AskEsc document={document} server={server} />;
}

type Asked =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly error: ServiceError }
  | { readonly kind: 'answered'; readonly answer: EscVerifyAnswer };

function AskEsc({ document, server }: EscVerdictProps & { readonly server: EscServer }) {
  const t = useMessages();
  const locale = useLocale();
  const { host } = useLoket();
  const [asked, setAsked] = useState<Asked>({ kind: 'not-asked' });
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);

  async function ask(): Promise<void> {
    setAsked({ kind: 'waiting' });
    const result = await host.esign.verify({ server, bytes: document.bytes, password: null });
    if (!isThere.current) return;
    setAsked(
      result.ok
        ? { kind: 'answered', answer: result.value.answer }
        : { kind: 'failed', error: result.error },
    );
  }

  const time = formatDuration(server.timeouts?.verifyMs ?? VERIFY_MS, locale);
  return (
    <Section
      title={t('check.esc.title')}
      description={t('check.esc.text', { host: hostOf(server.baseUrl) })}
    >
      <div className={styles.esc}>
        {asked.kind === 'waiting' ? (
          <Progress label={t('check.esc.waiting', { time })} value={null} />
        ) : (
          <Button data-action="ask-esc" onClick={() => void ask()}>
            {t('check.esc.ask')}
          </Button>
        )}
        <Answered asked={asked} document={document} />
      </div>
    </Section>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

const comparisonTones = {
  agrees: 'good',
  'esc-adds': 'info',
  differs: 'warn',
  'nothing-to-compare': 'neutral',
} as const satisfies Readonly<Record<ReturnType<typeof compareVerdicts>, Tone>>;

function Answered({ asked, document }: EscVerdictProps & { readonly asked: Asked }) {
  const t = useMessages();
  const locale = useLocale();
  if (asked.kind === 'not-asked' || asked.kind === 'waiting') return null;
  const answer = asked.kind === 'failed' ? asked.error : asked.answer;
  if (!('outcome' in answer) || answer.outcome !== 'verified') {
    return (
      <div data-esc="failed">
        <Banner tone="warn" title={escFailureText(answer, locale)} />
      </div>
    );
  }
  const comparison = compareVerdicts(document.report, answer);
  const { conclusion, conclusionText, description, signatureCount: count } = answer;
  const text = maskNiksIn(`${conclusionText} ${description}`.trim());
  const isDifferent = comparison === 'differs';
  const title = t(`check.esc.conclusion.${conclusion}`);
  const words = t('check.esc.words', { text, count });
  return (
    <div data-esc={conclusion} data-comparison={comparison}>
      <Banner
        tone={comparisonTones[comparison]}
        title={isDifferent ? t('check.esc.differs') : title}
      >
        {isDifferent
          ? `${title}. ${words} ${t('check.esc.differsText')}`
          : `${words} ${t(`check.esc.${comparison}`)}`}
      </Banner>
    </div>
  );
}
