import type { RegisterRow, Store } from '../../store/store';

const PAGE = 200;

/**
 * Every open request, longest at its step first, read page by page by its key. For what needs
 * all of them (a count, an order of its own); an office has some hundred open at most.
 */
export async function readOpenRequests({
  requests,
}: Pick<Store, 'requests'>): Promise<readonly RegisterRow[]> {
  const rows: RegisterRow[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof requests.board>> = await requests.board(cursor, PAGE);
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null);
  return rows;
}
