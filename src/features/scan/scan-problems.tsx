import type { Sop } from '../../domain/sop/sop';
import { translate, type Locale } from '../../messages/catalogue';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import type { AttachFailure } from '../shared/attach-document';
import { describeFailure } from '../shared/failure-banner';
import { ToldFailureBanner } from '../shared/told-failure-banner';
import { problemWords } from '../request/problem-words';
import type { PageFailure } from './take-page';
import type { Scanning } from './use-scanning';
import type { Taking } from './use-taking';

/** Why the last scan ended before its paper did. */
export function ScanEnd({ scanning }: { readonly scanning: Scanning }) {
  const t = useMessages();
  if (scanning.state === 'broken') {
    const { kind, detail } = scanning.error;
    return (
      <Banner
        tone="bad"
        title={t('scan.broken')}
        details={{ summary: t('ui.showDetails'), text: `${kind}: ${detail}` }}
      >
        {t('scan.broken.text')}
      </Banner>
    );
  }
  if (scanning.state !== 'ended') return null;
  const { why, pages } = scanning;
  return (
    <div data-scan-ended={why}>
      <Banner tone={why === 'cancelled' ? 'info' : 'bad'} title={t(`scan.why.${why}`)}>
        {t(`scan.why.${why}.text`)} {pages > 0 && t('scan.why.kept', { count: pages })}
      </Banner>
    </div>
  );
}

/** What did not become a page stays named until it is dismissed. */
export function TakeFailures({ taking }: { readonly taking: Taking }) {
  const t = useMessages();
  const locale = useLocale();
  if (taking.untaken.length === 0) return null;
  return (
    <Banner
      tone="bad"
      title={t('scan.refused', {
        name: taking.untaken
          .map(({ name }) => name)
          .filter((name) => name !== '')
          .join(', '),
      })}
      actions={
        <Button size="small" onClick={taking.dismiss}>
          {t('ui.close')}
        </Button>
      }
    >
      <ul>
        {taking.untaken.map(({ name, failure }, index) => (
          <li key={index} data-untaken={failure.kind}>
            {name} {pageFailureText(failure, locale)}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function pageFailureText(failure: PageFailure, locale: Locale): string {
  switch (failure.kind) {
    case 'file-refused':
      return translate(locale, `problem.${failure.problem.code}`);
    case 'file-unreadable':
      return translate(locale, 'scan.refused.unreadable');
    case 'file-not-stored': {
      const { title } = describeFailure({ kind: 'not-recorded', error: failure.error });
      return translate(locale, 'scan.refused.unstored', { reason: translate(locale, title) });
    }
    case 'signed':
      return translate(locale, 'scan.refused.signed');
  }
}

/** Why the document did not get onto the request; its pages are still on the table. */
export function SaveFailure(props: { readonly failure: AttachFailure | null; readonly sop: Sop }) {
  const locale = useLocale();
  const { failure, sop } = props;
  if (failure === null) return null;
  return <ToldFailureBanner kind={failure.kind} words={problemWords(failure, { locale, sop })} />;
}
