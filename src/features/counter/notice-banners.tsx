import { useState } from 'react';
import { assertNever } from '../../domain/assert-never';
import type { StoreNotice } from '../../store/store';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import type { Tone } from '../../ui/feedback/tone';
import { formatCount } from '../../ui/format/numbers';
import { useLocale, useMessages, type Translate } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';

/** Notices of this start that somebody has read; they come anew with the next start. */
const dismissed = new WeakSet<StoreNotice>();

const tones = {
  'torn-tail-set-aside': 'warn',
  'chain-broken': 'bad',
  'rebuilt-from-journal': 'warn',
  'caught-up': 'info',
  'newer-records-set-aside': 'warn',
  'returned-to-journal': 'warn',
  'journal-not-read': 'bad',
} as const satisfies Record<StoreNotice['kind'], Tone>;

/** How the records were found at start-up, in plain words, until it is put away. */
export function NoticeBanners() {
  const t = useMessages();
  const locale = useLocale();
  const { store } = useLoket();
  const [, setShown] = useState(0);
  const notices = store.notices.filter((notice) => !dismissed.has(notice));
  return (
    <>
      {notices.map((notice, index) => (
        <Banner
          key={`${notice.kind}-${String(index)}`}
          tone={tones[notice.kind]}
          title={t(`counter.notice.${notice.kind}`)}
          details={
            notice.kind === 'journal-not-read'
              ? {
                  summary: t('ui.showDetails'),
                  text: `${notice.error.kind}: ${notice.error.detail}`,
                }
              : undefined
          }
          actions={
            <Button
              size="small"
              onClick={() => {
                dismissed.add(notice);
                setShown((count) => count + 1);
              }}
            >
              {t('counter.notice.read')}
            </Button>
          }
        >
          {noticeText(notice, t, (count) => formatCount(count, locale))}
        </Banner>
      ))}
    </>
  );
}

function noticeText(notice: StoreNotice, t: Translate, count: (records: number) => string): string {
  switch (notice.kind) {
    case 'torn-tail-set-aside':
    case 'journal-not-read':
      return t(`store.notice.${notice.kind}`);
    case 'chain-broken':
      return t('store.notice.chain-broken', { file: notice.file, line: notice.line });
    case 'rebuilt-from-journal':
    case 'caught-up':
    case 'newer-records-set-aside':
    case 'returned-to-journal':
      return t(`store.notice.${notice.kind}`, { records: count(notice.records) });
    default:
      return assertNever(notice);
  }
}
