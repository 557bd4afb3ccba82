import type { RequestSummary } from '../domain/request/request-summary';
import type { Sealer } from '../domain/sealing/sealer';
import type { RequestRow } from './rows';
import type { RegisterRow, SopLibrary } from './store';

/** Shown of a row whose summary does not open: its number and dates stay to be seen. */
const UNREADABLE: RequestSummary = {
  name: '',
  nik: '',
  nip: null,
  unit: '',
  reason: null,
  numbers: [],
};

/** Rows as screens show them; one damaged summary does not take the page with it. */
export function openRows(
  rows: readonly RequestRow[],
  sealer: Sealer,
  sops: SopLibrary,
): Promise<readonly RegisterRow[]> {
  // The native promise keeps Dexie's zone across whatever the sealer awaits (liveQuery).
  return Promise.resolve(
    Promise.all(
      rows.map(async (row) => {
        const { boardKey: _board, endedKey: _ended, importToken: _token, ...open } = row;
        const { sealed: _sealed, ...shown } = open;
        const actor = actorOf(row, sops);
        return { ...shown, actor, summary: await openSummary(row, sealer) };
      }),
    ),
  );
}

async function openSummary({ id, sealed }: RequestRow, sealer: Sealer): Promise<RequestSummary> {
  try {
    return (await sealer.open(sealed, { table: 'requests', id })) as RequestSummary;
  } catch {
    return UNREADABLE;
  }
}

function actorOf({ sop, step }: RequestRow, sops: SopLibrary): string | null {
  return sops.find(sop)?.steps.find(({ key }) => key === step)?.actor ?? null;
}
