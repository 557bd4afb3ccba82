import type { Sealer } from '../domain/sealing/sealer';
import { parseEvent, type StoreEvent } from './record-body';
import type { EventRow } from './rows';

/**
 * The event of a row. Rejects when the row does not open, does not parse, or stands for
 * another event or stream than the one sealed in it: a row put under another request must not
 * tell that request's history.
 */
export async function openEventRow(
  sealer: Sealer,
  { id, stream, sealed }: Pick<EventRow, 'id' | 'stream' | 'sealed'>,
): Promise<StoreEvent> {
  const event = parseEvent(await sealer.open(sealed, { table: 'events', id }));
  if (event?.id !== id || event.stream !== stream) {
    throw new Error(`The row of event ${id} is damaged`);
  }
  return event;
}
