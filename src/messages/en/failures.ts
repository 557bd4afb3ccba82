import type { failureMessages as id } from '../id/failures';
import type { TranslationOf } from '../translation';

/** Why something was not recorded, and what to do. */
export const failureMessages = {
  'failure.disk-full.title': 'Not saved yet: the disk of this computer is full',
  'failure.disk-full.text':
    'Delete or move other files on this computer, then save again. What you typed is still on this screen.',
  'failure.disk-failed.title': 'Not saved yet: the disk of this computer refuses',
  'failure.disk-failed.text':
    'See whether the disk of this computer is full, then save again. If it keeps failing, ask whoever looks after the computer: the data folder may not be writable. What you typed is still on this screen.',
  'failure.journal-moved.title': 'Not saved yet: another window recorded something',
  'failure.journal-moved.text': 'Save again; the latest records are read first.',
  'failure.shell-gone.title': 'Not saved yet: the Loket SE program has ended',
  'failure.shell-gone.text':
    'Open Loket SE again from the computer’s menu. Your last entries are in the draft and will be offered.',
  'failure.vault-locked.title': 'Not saved yet: the office data is still locked',
  'failure.vault-locked.text':
    'Sign in again with your passphrase, then save again. What was typed is in the draft and is offered again.',
  'failure.not-permitted.title': 'Not done: your account may not',
  'failure.not-permitted.text':
    'Ask the office’s administrator to do it, or for the role in the settings.',
  'failure.damaged.title': 'Not saved yet: a file of the records is damaged',
  'failure.damaged.text':
    'Close and reopen Loket SE so that the records are checked. If it keeps failing, ask the administrator.',
  'failure.program.title': 'Not saved yet because of an error in the program',
  'failure.program.text':
    'Save again. If it keeps failing, copy the details for the administrator. What you typed is still on this screen.',
  'failure.recorded-not-shown.title': 'Recorded, but it cannot be shown yet',
  'failure.recorded-not-shown.text':
    'The record is safe in the journal. Close and reopen Loket SE to see it; do not record it twice.',
  'failure.newer-version-needed.title':
    'Not saved yet: a newer version of Loket SE wrote this record',
  'failure.newer-version-needed.text':
    'Update Loket SE on this computer, then save again. What you typed is still on this screen.',
  'failure.not-the-active-window.title': 'Not saved yet: Loket SE is open in another window',
  'failure.not-the-active-window.text':
    'Close the other window or work there. What you typed is still on this screen.',
} as const satisfies TranslationOf<typeof id>;
