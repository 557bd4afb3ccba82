import type { queuePageMessages as idMessages } from '../id/queue-page';
import type { TranslationOf } from '../translation';

/** The outbox screen. States, reasons and buttons of a job are in `outbox`. */
export const queuePageMessages = {
  'queue.short.ready': 'Ready',
  'queue.short.sending-files': 'Sending files',
  'queue.short.sending': 'Sending',
  'queue.short.awaiting-receipt': 'Sent',
  'queue.short.will-retry': 'Will retry',
  'queue.short.outcome-unknown': 'To be checked',
  'queue.short.needs-action': 'Needs action',
  'queue.short.held': 'Held',
  'queue.short.done': 'Received',
  'queue.short.cancelled': 'Cancelled',

  'queue.line.check': 'Check the line now',
  'queue.line.checking': 'Checking…',
  'queue.line.checked': 'Checked at {time}',
  'queue.line.settings': 'Set up the gateway',

  'queue.empty': 'The outbox is empty',
  'queue.emptyText':
    'Submissions come here by “Send when online” on a request with complete papers, and leave by themselves once there is a line.',
  'queue.emptyAction': 'Show open requests',
  'queue.column.state': 'State',
  'queue.column.files': 'Files',
  'queue.of': '{number} · {name}',
  'queue.progress': 'Sending',
  'queue.openRequest': 'Open request',
  'queue.queuedAt': 'Queued',
  'queue.attempts': 'Attempts',
  'queue.next': 'Next attempt',
  'queue.files': 'Files',
  'queue.filesOf': '{sent} of {total} at the gateway',
  'queue.receipt': 'Receipt',
  'queue.received': 'Received on',
  'queue.remote': 'State at the gateway',
  'queue.remoteNote': 'Note of the gateway',
  'queue.body': 'Contents',
  'queue.bodyHint': 'Frozen when it was queued',
  'queue.revision': 'Revision',
  'queue.letters': 'Letters',
  'queue.ids': 'Technical ids',

  'queue.hold.title': 'Hold submission {number}',
  'queue.hold.text': 'It is not sent until it is released again. Its contents stay as they are.',
  'queue.cancel.title': 'Cancel submission {number}',
  'queue.cancel.text':
    'This submission will not be sent. The request stays open and can be submitted again.',
  'queue.exported': 'Submission {number} saved as ZIP',
  'queue.retrying': '{number} is tried again now',
  'queue.notExported': 'The submission cannot be saved as ZIP',
  'queue.notExported.file':
    '{document} is missing or damaged on this computer. Attach it to the request again.',
  'queue.notExported.body': 'Its contents cannot be read. Contact the application’s maintainer.',
} as const satisfies TranslationOf<typeof idMessages>;
