import type { accessMessages as id } from '../id/access';
import type { TranslationOf } from '../translation';

/** Passphrases, the recovery key, and the door before the records. */
export const accessMessages = {
  'access.signInName': 'Sign-in name',
  'access.signInNameHint':
    'Small letters and digits, such as loket1. It can be read before the data is open: no full names.',
  'access.passphrase': 'Passphrase',
  'access.yourPassphrase': 'Your passphrase',
  'access.newPassphrase': 'New passphrase',
  'access.repeated': 'Repeat the passphrase',
  'access.hint': 'At least 12 letters; several words are easier to remember',
  'access.show': 'Show',
  'access.hide': 'Hide',
  'access.blank': 'The passphrase is missing.',
  'access.wrong': 'The passphrase does not fit. Check capital letters and keyboard language.',
  'access.wrongWait':
    'The passphrase does not fit. Wait {seconds} seconds before you try again, or sign in with the recovery key.',
  'access.wait': 'Wrong too often. Wait {seconds} more seconds, then type the passphrase again.',
  'access.unknownMember':
    'This name has no access any more. Choose another, or ask the administrator to add it.',
  'access.failed':
    'Not opened because the program did not answer. Try once more; if it fails again, close and open Loket SE.',
  'access.without': 'Without a passphrase yet: {names}. The administrator gives one in Settings.',
  'access.ownTitle': 'Replace the passphrase',
  'access.ownText':
    'The administrator gave you this passphrase. Make one only you know, then begin to work.',
  'access.ownSave': 'Save and begin to work',
  'access.problem.passphrase-short':
    'The passphrase is too short. Use at least 12 letters, such as four words.',
  'access.problem.passphrase-long': 'The passphrase is too long. Use at most 256 letters.',
  'access.problem.passphrase-repeats':
    'The passphrase repeats the same letters. Use different words.',
  'access.problem.passphrase-name': 'The passphrase is almost the name. Add other words.',
  'access.problem.passphrase-differs': 'The two differ. Type the same passphrase twice.',
  'access.problem.same': 'Still the one the administrator gave. Make a new one.',
  'access.problem.signInName':
    'A sign-in name has 2 to 24 small letters, digits, dots or dashes, such as loket1.',
  'access.problem.signInNameTaken': 'This sign-in name is taken. Choose another.',

  'recovery.title': 'Recovery key',
  'recovery.text':
    'Only this key opens the office data when all passphrases are forgotten or the computer is broken. It is shown this once.',
  'recovery.groups': 'Groups of the recovery key',
  'recovery.keep':
    'Print it or write it down and lock it away like a deed. Take no picture and keep no copy on a computer.',
  'recovery.kept': 'I have kept it, go on',
  'recovery.print': 'Print',
  'recovery.later': 'Later',
  'recovery.ask': 'Type two groups from the paper, to be sure it can be read.',
  'recovery.group': 'Group {number}',
  'recovery.wrongGroup': 'Group {number} does not fit. Look at the paper again, letter by letter.',
  'recovery.confirm': 'Compare and begin to work',
  'recovery.back': 'Back',

  'recover.open': 'Forgot the passphrase? Sign in with the recovery key',
  'recover.title': 'Sign in with the recovery key',
  'recover.text': 'Type the key from the paper, choose a sign-in name, and make a new passphrase.',
  'recover.key': 'Recovery key',
  'recover.member': 'Sign-in name that gets a new passphrase',
  'recover.enter': 'Open the office data',
  'recover.length':
    'The recovery key has {groups} groups of 5 letters or digits. Complete it from the paper.',
  'recover.group': 'Group {group} is mistyped. Check letter by letter on the paper.',
  'recover.wrong':
    'The key reads well but is not this office’s, or was replaced. Look for the latest paper.',

  'protect.title': 'Protect the office data',
  'protect.text':
    'From this version on applicants’ data is locked on this computer. Choose your name and make a passphrase; others get theirs in Settings. All records stay.',
  'protect.begin': 'Lock the data and begin to work',

  'door.restore': 'Used Loket SE before? Restore from a backup',
  'door.lostTitle': 'The key of the office data is missing',
  'door.lostText':
    'The records are there, but their key file (vault/keyring.json) is gone from the data folder. Bring the vault folder back from a backup, then open Loket SE again. Do not delete the data folder.',

  'settings.security': 'Security',
  'settings.security.text':
    'Your passphrase, the office’s recovery key, and the data key. Applicants’ data on this computer is locked by them.',
  'settings.security.current': 'Present passphrase',
  'settings.security.change': 'Change passphrase',
  'settings.security.changed': 'Passphrase changed',
  'settings.security.unconfirmed':
    'The recovery key was not compared with its paper yet. Make a new one, print it, and compare.',
  'settings.security.renew': 'Make a new recovery key',
  'settings.security.renewText': 'The one printed before opens nothing any more.',
  'settings.security.rotate': 'Replace the data key',
  'settings.security.rotateText': 'When others may know it, such as after a theft. Work can go on.',
  'settings.security.rotated': 'Data key replaced; {count} keys wrapped anew',
  'settings.security.rotateFailed':
    'The data key was not replaced. Try once more; if it was cut short, it goes on by itself when Loket SE opens.',
  'settings.access.first': 'First passphrase',
  'settings.access.firstHint': 'Replaced by its owner at the first sign-in',
  'settings.access.give': 'Passphrase',
  'settings.access.giveTo': 'Give {name} a new passphrase',
  'settings.access.given': '{name} can sign in with a new passphrase',
  'settings.access.save': 'Save passphrase',
  'settings.access.ownElsewhere': 'Your own passphrase is changed under Security.',
} as const satisfies TranslationOf<typeof id>;
