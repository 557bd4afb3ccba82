import { DEFAULT_NOTICE } from '../../domain/privacy/default-notice';
import type { PublishedNotice } from '../../domain/privacy/notice';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { formatDateTime } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { NoticeReading } from '../shared/notice-text';
import { useNoticePaper } from '../shared/use-notice-paper';
import { useTimeContext } from '../shared/use-time-context';
import styles from './notice-versions.module.css';

/** Every version that was published, latest first, each to be read and printed; the sources. */
export function NoticeVersions() {
  const t = useMessages();
  const { notices } = useLoket().office;
  const paper = useNoticePaper();
  return (
    <div className={styles.versions}>
      {paper.failure !== null && (
        <Banner tone="bad" title={t('privacy.notice.failed')}>
          {paper.failure}
        </Banner>
      )}
      {notices.length > 0 && (
        <>
          <h3>{t('privacy.settings.versions')}</h3>
          <ul className={styles.list}>
            {notices.toReversed().map((notice) => (
              <Version
                key={notice.version}
                notice={notice}
                onPrint={() => {
                  paper.print(notice, false);
                }}
              />
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{t('privacy.settings.sources')}</summary>
        <ul className={styles.sources}>
          {DEFAULT_NOTICE.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Version(props: { readonly notice: PublishedNotice; readonly onPrint: () => void }) {
  const t = useMessages();
  const context = useTimeContext();
  const { version, publishedAt, publishedBy } = props.notice;
  const date = formatDateTime(publishedAt, context);
  return (
    <li className={styles.version}>
      <details>
        <summary>{t('privacy.settings.versionRow', { version, date, name: publishedBy })}</summary>
        <NoticeReading notice={props.notice} />
      </details>
      <Button size="small" onClick={props.onPrint}>
        {t('privacy.notice.print')}
      </Button>
    </li>
  );
}
