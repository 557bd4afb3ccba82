import type { TranslationOf } from '../translation';
import type { outboxMessages as idMessages } from '../id/outbox';

/** English of `../id/outbox.ts`. */
export const outboxMessages = {
  'outbox.state.ready': 'Ready to send',
  'outbox.state.waitingLine': 'Waiting for a connection since {time}',
  'outbox.state.waitingGateway': 'Waiting: gateway not set up',
  'outbox.state.waitingCredentials': 'Waiting: gateway token refused',
  'outbox.state.sendingFiles': 'Sending files, {sent} of {total}',
  'outbox.state.sending': 'Sending data',
  'outbox.state.awaitingReceipt': 'Sent, waiting for the receipt; asked again at {time}',
  'outbox.state.willRetry': 'Tried again at {time} (attempt {attempt})',
  'outbox.state.outcomeUnknown': 'Outcome unknown; checked first at {time}',
  'outbox.state.needsAction': 'Needs action: {reason}',
  'outbox.state.held': 'Held since {time}',
  'outbox.state.done': 'Received by the gateway at {time}',
  'outbox.state.cancelled': 'Cancelled at {time}',

  'outbox.reason.queued': 'queued',
  'outbox.reason.lineDown': 'the line to the gateway is down',
  'outbox.reason.serverBusy': 'the gateway is busy',
  'outbox.reason.credentials': 'the gateway refused the token',
  'outbox.reason.replyLost': 'the data left, the gateway’s answer did not arrive',
  'outbox.reason.interrupted': 'sending was interrupted on this computer',
  'outbox.reason.rebuilt': 'the outbox was restored from the journal',
  'outbox.reason.checkedNotThere': 'checked: not at the gateway yet',
  'outbox.reason.askedByPerson': 'asked for by staff',
  'outbox.reason.heldByPerson': 'held by staff',
  'outbox.reason.differentContent':
    'the gateway holds other content under the same number; call the gateway’s operator',
  'outbox.reason.refused': 'the gateway refused the entries; check the fields named under Details',
  'outbox.reason.fileTooLarge': 'a file was refused as too large',
  'outbox.reason.fileTooLargeLimit': 'a file was refused because it is over {limit}',
  'outbox.reason.fileUnsupported': 'the gateway does not take this kind of file',
  'outbox.reason.localFileMissing':
    'a file is missing or damaged on this computer; attach it again',
  'outbox.reason.filesNotAccepted':
    'the gateway keeps saying that files are missing; call the gateway’s operator',
  'outbox.reason.unreadableJob': 'what was queued cannot be read; call the application’s keeper',

  'outbox.button.retry': 'Try again now',
  'outbox.button.hold': 'Hold',
  'outbox.button.release': 'Release',
  'outbox.button.cancel': 'Cancel sending',
  'outbox.button.show': 'Show details',
  'outbox.button.export': 'Save as ZIP',

  'outbox.line.credentials':
    'The outbox has stopped: the gateway refused the token. Renew it in Settings.',
  'outbox.line.clock': 'This computer’s clock is {minutes} minutes off the gateway’s. Correct it.',
} as const satisfies TranslationOf<typeof idMessages>;
