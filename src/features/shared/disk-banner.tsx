import { limits } from '../../domain/backup/limits';
import { translate, type Locale } from '../../messages/catalogue';
import { Banner } from '../../ui/feedback/banner';
import { formatBytes } from '../../ui/format/numbers';
import { useLocale } from '../../ui/messages/use-messages';
import { useDiskRoom, type DiskLow } from './disk-room';

/** The words of a new request that was refused for want of room. */
export function diskLowWords(
  { freeBytes }: DiskLow,
  locale: Locale,
): { readonly title: string; readonly text: string } {
  const free = formatBytes(freeBytes, locale);
  const limit = formatBytes(limits.newWorkBytes, locale);
  return {
    title: translate(locale, 'disk.tooLow', { free }),
    text: translate(locale, 'disk.tooLowText', { limit }),
  };
}

/** Why new requests are not taken, and what to do. */
export function DiskLowBanner({ failure }: { readonly failure: DiskLow }) {
  const { title, text } = diskLowWords(failure, useLocale());
  return (
    <Banner tone="bad" title={title}>
      {text}
    </Banner>
  );
}

/**
 * Says that room on the disk runs out: that new requests are not taken, and on the counter
 * page, where `warnEarly` is set, already before.
 */
export function DiskBanner({ warnEarly = false }: { readonly warnEarly?: boolean }) {
  const locale = useLocale();
  const { room, freeBytes } = useDiskRoom();
  if (freeBytes === null) return null;
  if (room === 'too-low') return <DiskLowBanner failure={{ kind: 'disk-low', freeBytes }} />;
  if (room === 'enough' || !warnEarly) return null;
  const free = formatBytes(freeBytes, locale);
  const limit = formatBytes(limits.newWorkBytes, locale);
  return (
    <Banner tone="warn" title={translate(locale, 'disk.low', { free })}>
      {translate(locale, 'disk.lowText', { limit })}
    </Banner>
  );
}
