import type { Host } from '../contract';
import type { RemoteSubmission } from '../contract/ams';
import type { Author } from '../domain/event';
import type { RequestCommand } from '../domain/request/request-command';
import type { Store } from '../store/store';
import { called } from './attempt';

/** Device fact under which the gateway's cursor is kept. */
export const CURSOR_FACT = 'ams-cursor';

/** Pages taken in one go: 200 submissions each. */
const MOST_PAGES = 50;

export interface ReportTools {
  readonly store: Pick<Store, 'jobs' | 'execute' | 'getDeviceFact' | 'setDeviceFact'>;
  readonly ams: Host['ams'];
  readonly baseUrl: string;
  readonly author: Author;
  /** False once the engine stopped. */
  readonly goOn: () => boolean;
}

export type ReportsEnd = 'up-to-date' | 'later' | 'pause-queue';

/**
 * Asks what changed at the gateway since the kept cursor and records it for submissions of
 * this device. The cursor moves only after everything before it is recorded, so a report
 * is told twice rather than lost; telling it twice changes nothing. Never throws.
 */
export async function fetchReports(tools: ReportTools): Promise<ReportsEnd> {
  try {
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const end = await fetchPage(tools);
      if (end !== 'more') return end;
    }
    return 'later';
  } catch {
    return 'later';
  }
}

async function fetchPage(tools: ReportTools): Promise<ReportsEnd | 'more'> {
  const { store, ams, baseUrl } = tools;
  const fact = `${CURSOR_FACT}:${baseUrl}`;
  const updatedAfter = (await store.getDeviceFact(fact)) || null;
  const outcome = await called(() => ams.listSubmissions({ baseUrl, updatedAfter }));
  if (!tools.goOn()) return 'later';
  if (outcome.outcome === 'credentials') return 'pause-queue';
  if (outcome.outcome === 'retry' && outcome.status === 400 && updatedAfter !== null) {
    // A cursor this gateway no longer knows: from the beginning, which changes nothing known.
    await store.setDeviceFact(fact, '');
    return 'more';
  }
  if (outcome.outcome !== 'page') return 'later';
  for (const item of outcome.items) {
    if (!(await recordReport(tools, item))) return 'later';
  }
  const { cursor, more } = outcome;
  if (cursor === null || cursor === updatedAfter) return 'up-to-date';
  await store.setDeviceFact(fact, cursor);
  return more ? 'more' : 'up-to-date';
}

/** False when it could not be recorded now. What the request refuses is left: it says nothing new. */
async function recordReport(tools: ReportTools, report: RemoteSubmission): Promise<boolean> {
  const job = await tools.store.jobs.find(report.id);
  // A parked one is not what the gateway holds under this id (409): a person decides.
  if (job === null || job.state === 'needs-action') return true;
  const commands: readonly RequestCommand[] = [
    // The gateway has it: that settles an unknown outcome too, and brings a late receipt.
    ...(job.state === 'done'
      ? []
      : [
          {
            command: 'submission-stored' as const,
            submissionId: report.id,
            receipt: report.receipt,
            state: report.state,
          },
        ]),
    { command: 'submission-reported', report },
  ];
  for (const command of commands) {
    const recorded = await tools.store.execute(job.requestId, command, tools.author);
    if (!recorded.ok && recorded.error.kind !== 'refused') return false;
  }
  return true;
}
