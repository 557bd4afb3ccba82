import { useState } from 'react';
import type { EscConnectionAnswer, EscServer } from '../../contract/esign';
import type { Result } from '../../contract/result';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { formatDuration } from '../../ui/format/duration';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import styles from './settings.module.css';

/** A difference of clocks of nearly six minutes was met at a server (esign-client-service.md, 1.5). */
const CLOCK_TOLERANCE_MS = 2 * 60 * 1000;

/** Asks the service about a made-up signer: that it answers is more than that it is there. */
export function EscTest({ server }: { readonly server: EscServer | null }) {
  const t = useMessages();
  const { host } = useLoket();
  const [answer, setAnswer] = useState<Result<EscConnectionAnswer> | null>(null);
  const [asking, setAsking] = useState(false);

  async function ask(asked: EscServer): Promise<void> {
    setAsking(true);
    const checked = await host.esign.checkConnection({ server: asked });
    setAnswer(checked.ok ? { ok: true, value: checked.value.answer } : checked);
    setAsking(false);
  }

  return (
    <div className={styles.test}>
      <Button
        busy={asking}
        disabled={server === null}
        data-action="test-esc"
        onClick={() => {
          if (server !== null) void ask(server);
        }}
      >
        {t('settings.test')}
      </Button>
      <div className={styles.answer}>{answer !== null && <Answer answer={answer} />}</div>
    </div>
  );
}

function Answer({ answer }: { readonly answer: Result<EscConnectionAnswer> }) {
  const t = useMessages();
  const locale = useLocale();
  const detailsOf = (text: string) =>
    text === '' ? undefined : { summary: t('ui.showDetails'), text };
  if (!answer.ok) {
    const { kind, detail } = answer.error;
    const details = detailsOf(`${kind}: ${detail}`);
    return <Banner tone="bad" title={t('settings.test.failed')} details={details} />;
  }
  const { value } = answer;
  switch (value.outcome) {
    case 'answers': {
      const offset = Math.abs(value.clockOffsetMs ?? 0);
      const difference = formatDuration(offset, locale);
      return (
        <Banner tone="good" title={t('settings.esign.test.answers')}>
          {offset > CLOCK_TOLERANCE_MS ? t('settings.esign.test.clock', { difference }) : undefined}
        </Banner>
      );
    }
    case 'credentials':
      return <Banner tone="bad" title={t('settings.esign.test.credentials')} />;
    case 'refused':
      return (
        <Banner
          tone="bad"
          title={t('settings.esign.test.refused')}
          details={detailsOf(value.text)}
        />
      );
    case 'retry':
      return (
        <Banner
          tone="warn"
          title={t('settings.esign.test.retry')}
          details={detailsOf(value.detail)}
        />
      );
    case 'offline':
      return (
        <Banner
          tone="bad"
          title={t(`settings.esign.test.${value.reason}`)}
          details={detailsOf(value.detail)}
        />
      );
  }
}
