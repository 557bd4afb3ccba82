import type { BackupFailure, Damage } from '../../contract/backup';
import { formatDateTime } from '../../ui/format/date-time';
import { formatBytes, formatCount } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';

interface Counts {
  readonly records: number;
  readonly files: number;
  readonly drafts: number;
  readonly bytes: number;
}

/** What backup screens say of times, numbers and failures, in the language of the page. */
export interface BackupWords {
  readonly time: (at: string) => string;
  readonly bytes: (bytes: number | null) => string;
  readonly count: (count: number) => string;
  /** The numbers of a snapshot as parameters of a message. */
  readonly counts: (counts: Counts) => {
    readonly records: string;
    readonly files: string;
    readonly drafts: string;
    readonly size: string;
  };
  readonly failure: (reason: BackupFailure) => string;
  /** One damaged file: its path and what is wrong with it. */
  readonly damage: (damage: Damage) => string;
}

/** Words of the backup screens; `timeZone` is the office's, IANA. */
export function useBackupWords(timeZone: string): BackupWords {
  const t = useMessages();
  const locale = useLocale();
  const count = (value: number): string => formatCount(value, locale);
  const bytes = (value: number | null): string =>
    value === null ? t('backup.unknownSize') : formatBytes(value, locale);
  return {
    time: (at) => formatDateTime(at, { locale, timeZone }),
    bytes,
    count,
    counts: (counts) => ({
      records: count(counts.records),
      files: count(counts.files),
      drafts: count(counts.drafts),
      size: bytes(counts.bytes),
    }),
    failure: (reason) => t(`backup.failed.${reason}`),
    damage: ({ path, problem }) => `${path}: ${t(`backup.damage.${problem}`)}`,
  };
}
