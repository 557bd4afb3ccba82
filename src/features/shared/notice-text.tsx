import type { PublishedNotice } from '../../domain/privacy/notice';
import { formatDate } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import styles from './notice-text.module.css';
import { useTimeContext } from './use-time-context';

/** A version of the privacy notice to be read, with its number and date. */
export function NoticeReading({ notice }: { readonly notice: PublishedNotice }) {
  const t = useMessages();
  const context = useTimeContext();
  const { version, publishedAt, title, sections } = notice;
  const date = formatDate(publishedAt, context);
  return (
    <div className={styles.notice} data-notice-version={version}>
      <h3>{title}</h3>
      <p className={styles.version}>{t('privacy.notice.version', { version, date })}</p>
      <dl className={styles.notice}>
        {sections.map(({ key, heading, text }) => (
          <div key={key}>
            <dt>{heading}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
