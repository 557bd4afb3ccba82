import type { Services } from '../../src/contract/index';
import type { ScanEvent, ScanProfile } from '../../src/contract/scanner';

export type EndedScan = Extract<ScanEvent, { state: 'ended' }>;
export type ScannedPage = Extract<ScanEvent, { state: 'page' }>;

/** A scan from its beginning to its end; `onEvent` sees each event before the next is asked for. */
export async function scanThrough(
  service: Services['scanner'],
  scanner: string,
  profile: ScanProfile,
  onEvent: (event: ScanEvent, scan: string) => Promise<unknown> | undefined = () => undefined,
): Promise<{ readonly pages: readonly ScannedPage[]; readonly end: EndedScan }> {
  const started = await service.start({ scanner, profile });
  if (!started.ok || started.value.outcome === 'refused') throw new Error(JSON.stringify(started));
  const { scan } = started.value;
  const pages: ScannedPage[] = [];
  for (;;) {
    const next = await service.next({ scan });
    if (!next.ok) throw new Error(next.error.kind);
    const { event } = next.value;
    if (event === null) continue;
    if (event.state === 'page') pages.push(event);
    await onEvent(event, scan);
    if (event.state === 'ended') return { pages, end: event };
  }
}
