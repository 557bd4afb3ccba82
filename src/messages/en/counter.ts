import type { counterMessages as idMessages } from '../id/counter';
import type { TranslationOf } from '../translation';

/** The first screen: open requests, drafts of mine, how the records were found. */
export const counterMessages = {
  'counter.list': 'Open requests',
  'counter.open': '{count} open requests, longest waiting first',
  'counter.column.step': 'Next step',
  'counter.column.actor': 'With',
  'counter.column.since': 'Since',
  'counter.column.queue': 'Outbox',
  'counter.empty': 'No open requests',
  'counter.emptyText':
    'Record a person who comes to the counter; the request stays here until the last step of its SOP is done.',
  'counter.emptyAction': 'Record a request',
  'counter.drafts.intake': '{count} draft not recorded yet: {name}, kept {time}',
  'counter.drafts.correction': '{count} draft not recorded yet: correction of {name}, kept {time}',
  'counter.drafts.continue': 'Continue',
  'counter.notice.read': 'Read',
  'counter.notice.torn-tail-set-aside': 'One cut-off record was set aside',
  'counter.notice.chain-broken': 'The journal is not intact',
  'counter.notice.rebuilt-from-journal': 'The database was rebuilt from the journal',
  'counter.notice.caught-up': 'The last records were brought back from the journal',
  'counter.notice.newer-records-set-aside': 'Some records cannot be shown yet',
  'counter.notice.returned-to-journal': 'The journal was completed from the database',
  'counter.notice.journal-not-read': 'The journal cannot be read',
} as const satisfies TranslationOf<typeof idMessages>;
