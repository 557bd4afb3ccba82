import type { TranslationOf } from '../translation';
import type { frameMessages as idMessages } from '../id/frame';

/** English of `../id/frame.ts`. */
export const frameMessages = {
  'frame.app': 'Loket SE',
  'frame.skip': 'Skip to content',
  'frame.rail': 'Main menu',
  'frame.collapse': 'Collapse menu',
  'frame.expand': 'Expand menu',
  'frame.loket': 'Counter',
  'frame.new': 'New request',
  'frame.register': 'Register',
  'frame.disposition': 'Disposition',
  'frame.outbox': 'Outbox',
  'frame.settings': 'Settings',
  'frame.request': 'Request',
  'frame.actCount': '{count} to handle',

  'frame.search': 'Search name, NIK or number',
  'frame.desk': 'Desk {desk}',
  'frame.switchStaff': 'Switch staff ({desk})',
  'frame.clock': 'Clock',

  'frame.line': 'Line status',
  'frame.line.online': 'Online',
  'frame.line.onlineSince': 'Online since {time}',
  'frame.line.offline': 'Offline',
  'frame.line.offlineSince': 'Offline since {time}',
  'frame.line.checking': 'Checking the line',
  'frame.line.off': 'Gateway not set up',
  'frame.line.sending': 'sending {count}',
  'frame.line.waiting': '{count} waiting to be sent',
  'frame.line.action': '{count} need action',
  'frame.line.reason.no-connection': 'no network',
  'frame.line.reason.not-the-gateway': 'something else answers for the gateway',
  'frame.line.reason.tls-refused': 'certificate of the gateway not trusted',
  'frame.line.reason.address-refused': 'address of the gateway refused',
  'frame.line.paused.credentials': 'gateway refused the token',

  'frame.keys.title': 'Keyboard shortcuts',
  'frame.keys.general': 'On every screen',
  'frame.keys.search': 'Search',
  'frame.keys.help': 'List of shortcuts',
  'frame.keys.new': 'New request',
  'frame.keys.lock': 'Lock the screen, change staff',
  'frame.keys.go': 'Open menu {number}',
  'frame.keys.down': 'Next row',
  'frame.keys.up': 'Previous row',
  'frame.keys.open': 'Open row',
  'frame.keys.back': 'Back',

  'frame.opening': 'Putting the records together from the journal…',
  'frame.elsewhere': 'Loket SE is in use in another window. Only one window may record.',
  'frame.elsewhere.useHere': 'Use it here',

  'frame.error.title': 'This screen stopped because of a fault in the program',
  'frame.error.kept':
    'What was saved is safe, and what you were typing is in the drafts. Reload to go on.',
  'frame.error.reload': 'Reload',
  'frame.notFound.title': 'There is no such page',
  'frame.notFound.text': 'The address may be mistyped or have changed.',
  'frame.notFound.home': 'Open the counter',
} as const satisfies TranslationOf<typeof idMessages>;
