import type { signInMessages as id } from '../id/sign-in';
import type { TranslationOf } from '../translation';

/** First set-up of an office, and choosing who sits at the desk. */
export const signInMessages = {
  'signIn.setupTitle': 'Set up the office',
  'signIn.setupText':
    'These entries appear on letterheads and register numbers. All can be changed later in the settings.',
  'signIn.office': 'Office',
  'signIn.staff': 'Staff',
  'signIn.government': 'Name of the regional government',
  'signIn.governmentHint': 'First line of the letterhead, such as Pemerintah Kabupaten Contoh',
  'signIn.name': 'Name of the agency',
  'signIn.nameHint': 'Second line of the letterhead, such as Dinas Komunikasi dan Informatika',
  'signIn.shortName': 'Short name',
  'signIn.shortNameHint': 'For letter numbers, such as Diskominfo',
  'signIn.place': 'Place of letters',
  'signIn.placeHint': 'Before the date of a letter, such as Contoh',
  'signIn.code': 'Region code',
  'signIn.codeHint': 'Kemendagri code, such as 32.07',
  'signIn.timeZone': 'Time zone',
  'signIn.desk': 'Desk code',
  'signIn.staffName': 'Your name',
  'signIn.staffNameHint': 'Kept with everything done at this desk',
  'signIn.zone.Asia/Jakarta': 'WIB (UTC+7)',
  'signIn.zone.Asia/Makassar': 'WITA (UTC+8)',
  'signIn.zone.Asia/Jayapura': 'WIT (UTC+9)',
  'signIn.letterhead': 'Letterhead',
  'signIn.letterheadText':
    'May be filled in later in the settings, where the coat of arms is put in as well.',
  'signIn.sops': 'SOPs in use',
  'signIn.sopsText':
    'The counter offers only what is ticked. An SOP of your own can be copied from one of them later.',
  'signIn.problem.sops': 'Tick at least one SOP.',
  'signIn.finish': 'Save and start working',
  'signIn.example': 'First register number: {number}',

  'signIn.title': 'Who is on duty?',
  'signIn.choose': 'Choose your name',
  'signIn.failedBefore':
    'Since you last signed in, a wrong passphrase was tried {count} times on your name. If it was not you, tell the administrator.',
  'signIn.enter': 'Sign in',
  'signIn.chooseFirst': 'Choose your name first.',

  'signIn.problem.blank': '{label} is missing.',
  'signIn.problem.office.code': 'A region code has digits and dots, such as 32.07.',
  'signIn.problem.office.desk': 'Desk code: 1 to 4 capital letters or digits, such as A.',
  'signIn.refused': 'The office could not be set up yet',
  'signIn.refusedText':
    'Check all entries, then save again. What you typed is still on this screen.',
} as const satisfies TranslationOf<typeof id>;
