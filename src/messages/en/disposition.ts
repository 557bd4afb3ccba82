import type { dispositionMessages as idMessages } from '../id/disposition';
import type { TranslationOf } from '../translation';

/** The list of requests that wait for a disposition. */
export const dispositionMessages = {
  'disposition.count': '{count} requests wait for a disposition',
  'disposition.column.sheet': 'Disposition sheet',
  'disposition.print': 'Print disposition sheet',
  'disposition.noSheet': 'This request has no disposition sheet yet',
  'disposition.noSheetText': 'The step open now makes none. Open the request to see that step.',
  'disposition.empty': 'Nothing waits for a disposition',
  'disposition.emptyText':
    'Requests appear here once their letters are signed and their disposition step is open.',
} as const satisfies TranslationOf<typeof idMessages>;
