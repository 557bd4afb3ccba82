import type { dispositionMessages as idMessages } from '../id/disposition';
import type { TranslationOf } from '../translation';

/** The list of requests that wait for a disposition. */
export const dispositionMessages = {
  'disposition.count': '{count} requests wait for a disposition',
  'disposition.column.sheet': 'Disposition sheet',
  'disposition.print': 'Print disposition sheet',
  'disposition.empty': 'Nothing waits for a disposition',
  'disposition.emptyText':
    'Requests appear here once their letters are signed and their disposition step is open.',
} as const satisfies TranslationOf<typeof idMessages>;
