import type { letterMessages as id } from '../id/letters';
import type { TranslationOf } from '../translation';

export const letterMessages = {
  'letter.placeholder-unknown':
    'The letter template uses “{placeholder}”, which does not exist. Tell whoever looks after the application.',
  'letter.placeholder-empty':
    'The letter cannot be made yet: {field} is empty. Fill it in, then make the letter again.',
  'letter.papers-none.held':
    'This request holds no papers yet. Add them first, then make the receipt.',
  'letter.papers-none.missing':
    'No paper of the applicant is missing, so this letter is not needed.',
  'letter.glyph-missing':
    'The letters’ typeface has no “{character}” ({codePoint}). Use another character, then make the letter again.',
  'letter.logo-unreadable':
    'The office’s logo cannot be read. Choose a new PNG or JPEG in Settings.',
  'letter.page-too-small':
    'The margins leave no room for the letter. Make them smaller in Settings.',
  'letter.fonts-unavailable':
    'The letters’ typeface could not be loaded. Close and reopen the application; if that does not help, install it again.',
  'letter.renderer-closed': 'The letter was not finished. Make it again.',
  'letter.renderer-failed':
    'The letter could not be made because of a fault in the program. The request is unchanged; try again.',

  'letter.field.applicant.name': 'the applicant’s name',
  'letter.field.applicant.nik': 'the applicant’s NIK',
  'letter.field.applicant.nip': 'the applicant’s NIP',
  'letter.field.applicant.rank': 'the applicant’s rank',
  'letter.field.applicant.position': 'the applicant’s position',
  'letter.field.applicant.unit': 'the applicant’s unit',
  'letter.field.applicant.unit-capitals': 'the applicant’s unit',
  'letter.field.applicant.email': 'the applicant’s e-mail address',
  'letter.field.applicant.phone': 'the applicant’s phone number',
  'letter.field.superior.name': 'the superior’s name',
  'letter.field.superior.nip': 'the superior’s NIP',
  'letter.field.superior.rank': 'the superior’s rank',
  'letter.field.superior.position': 'the superior’s position',
  'letter.field.certificate.serial-number': 'the certificate’s serial number',
  'letter.field.certificate.not-after': 'the certificate’s end of validity',
  'letter.field.certificate.subject-dn': 'the certificate’s subject',
  'letter.field.reason.label': 'the reason',
  'letter.field.reason.letter-text': 'the reason',
  'letter.field.reason.sentence': 'the reason',
  'letter.field.reason.note': 'the explanation of the reason',
  'letter.field.service.name': 'the service',
  'letter.field.service.name-lower': 'service',
  'letter.field.service.name-capitals': 'service',
  'letter.field.clerk.name': 'name of the clerk',
  'letter.field.receipt.number': 'receipt number of the submission',
  'letter.field.receipt.date': 'receipt date of the submission',
  'letter.field.notice.version': 'version of the privacy notice',
  'letter.field.sop.title': 'name of the SOP',
  'letter.field.sop.number': 'number of the SOP (Settings, SOP)',
  'letter.field.register.number': 'the register number',
  'letter.field.register.received-on': 'the date of receipt',
  'letter.field.letter.number': 'the letter’s number',
  'letter.field.letter.date': 'the letter’s date',
  'letter.field.incoming.number': 'the application’s number',
  'letter.field.incoming.date': 'the application’s date',
  'letter.field.office.government': 'the name of the government (Settings)',
  'letter.field.office.name': 'the office’s name (Settings)',
  'letter.field.office.name-capitals': 'the office’s name (Settings)',
  'letter.field.office.unit': 'the office’s bidang or UPT (Settings)',
  'letter.field.office.unit-capitals': 'the office’s bidang or UPT (Settings)',
  'letter.field.office.head': 'the position of the office’s head (Settings)',
  'letter.field.office.head-name': 'name of the head of office (Settings)',
  'letter.field.office.head-nip': 'NIP of the head of office (Settings)',
  'letter.field.office.head-rank': 'rank of the head of office (Settings)',
  'letter.field.office.address': 'the office’s address (Settings)',
  'letter.field.office.postal-code': 'the office’s postal code (Settings)',
  'letter.field.office.phone': 'the office’s phone number (Settings)',
  'letter.field.office.email': 'the office’s e-mail address (Settings)',
  'letter.field.office.website': 'the office’s website (Settings)',
  'letter.field.office.place': 'the place named before a letter’s date (Settings)',
  'letter.field.official': 'an official’s details (Settings)',
} as const satisfies TranslationOf<typeof id>;
