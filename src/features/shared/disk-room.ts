import { useEffect, useState } from 'react';
import type { Host } from '../../contract';
import { diskRoom, type DiskRoom } from '../../domain/backup/limits';
import { useLive } from '../../store/use-live';
import { useLoket } from './loket-context';

/** No new request is begun: the computer's disk has too little room left, in bytes. */
export interface DiskLow {
  readonly kind: 'disk-low';
  readonly freeBytes: number;
}

/**
 * Asks the disk as it is now whether a new request may be recorded; the refusal, or null. A
 * shell that does not answer refuses nothing: recording itself will tell.
 */
export async function newWorkRefusal(host: Pick<Host, 'shell'>): Promise<DiskLow | null> {
  const info = await host.shell.info({});
  const freeBytes = info.ok ? info.value.freeBytes : null;
  if (freeBytes === null || diskRoom(freeBytes) !== 'too-low') return null;
  return { kind: 'disk-low', freeBytes };
}

/** What a screen shows of the room on the disk. */
export interface ShownRoom {
  readonly room: DiskRoom;
  /** Null while it is not known. */
  readonly freeBytes: number | null;
}

const MINUTE = 60_000;

/** The room on the disk, looked at each minute and after each recording. */
export function useDiskRoom(): ShownRoom {
  const { host, store } = useLoket();
  const [freeBytes, setFreeBytes] = useState<number | null>(null);
  const open = useLive(() => store.requests.countOpen(), [store]);
  useEffect(() => {
    let ended = false;
    const look = (): void => {
      void host.shell.info({}).then((info) => {
        if (!ended && info.ok) setFreeBytes(info.value.freeBytes);
      });
    };
    look();
    const timer = setInterval(look, MINUTE);
    return () => {
      ended = true;
      clearInterval(timer);
    };
  }, [host, open]);
  return { room: diskRoom(freeBytes), freeBytes };
}
