import type { privacyMessages as source } from '../id/privacy';
import type { TranslationOf } from '../translation';

/** Duties under UU 27/2022 (PDP): the notice, its legal basis, and a NIK that is not open. */
export const privacyMessages = {
  'settings.privacy': 'Personal data',
  'privacy.settings.title': 'Privacy notice',
  'privacy.settings.text':
    'Given to the applicant when a request is recorded (UU 27/2022 art. 5 and 21). Each publication gets a version number and a date; old versions stay readable.',
  'privacy.settings.none':
    'None is published: the counter records requests without a notice. Check the text below, fill in the contact, then publish.',
  'privacy.settings.current': 'In force: version {version}, published {date}.',
  'privacy.settings.publish': 'Publish version {version}',
  'privacy.settings.published': 'Privacy notice version {version} is published',
  'privacy.settings.default': 'Use the text that came with the program',
  'privacy.settings.noticeTitle': 'Title',
  'privacy.settings.contactHint':
    'Position, phone and e-mail of the office’s personal data protection officer (art. 53 and 54)',
  'privacy.settings.basis': 'Usual legal basis',
  'privacy.settings.basisHint': 'Art. 20 (2); can be changed per request',
  'privacy.settings.usualWay': 'Usual way of giving it',
  'privacy.settings.usualWayHint': 'Recorded with Ctrl+I in the form',
  'privacy.settings.versions': 'Versions published so far',
  'privacy.settings.versionRow': 'Version {version}, published {date} by {name}',
  'privacy.settings.sources': 'Sources of the text that came with the program',
  'privacy.settings.blank':
    'The part “{part}” is still blank. Fill it in: the applicant needs to know (art. 21).',
  'privacy.settings.tooLong':
    'The part “{part}” has more than {longest} characters. Shorten it, so that it can be read aloud at the counter.',

  'privacy.basis.consent': 'Consent',
  'privacy.basis.contract': 'Contract',
  'privacy.basis.legal-duty': 'Legal duty',
  'privacy.basis.vital-interest': 'Vital interest',
  'privacy.basis.public-task': 'Public service',
  'privacy.basis.legitimate-interest': 'Other legitimate interest',
  'privacy.basisOfLaw': '{basis}, art. 20 (2) letter {letter}',
  'privacy.way.shown': 'Shown',
  'privacy.way.read-aloud': 'Read aloud',
  'privacy.way.handed-over': 'Handed over',
  'privacy.way.not-given': 'Not yet',
  'privacy.consent.written': 'Written',
  'privacy.consent.recorded': 'Recorded',

  'privacy.notice': 'Privacy notice',
  'privacy.notice.of': 'Privacy notice v{version}',
  'privacy.notice.none': 'No privacy notice is published',
  'privacy.notice.noneText':
    'The administrator publishes it in Settings; requests can be recorded all the same.',
  'privacy.notice.read': 'Read',
  'privacy.notice.close': 'Close',
  'privacy.notice.print': 'Print',
  'privacy.notice.version': 'Version {version}, published {date}',
  'privacy.notice.failed': 'The notice cannot be printed',
  'privacy.notice.given': 'Record that the notice was given',
  'privacy.label.way': 'Given to the applicant',
  'privacy.label.basis': 'Basis',
  'privacy.label.consent': 'Consent of the applicant',
  'privacy.note.key': 'Ctrl+I records: {way}',
  'privacy.note.givenAt': 'v{version}, recorded {time}',
  'privacy.problem.undecided': 'Give the notice, then choose how, or “Not yet”.',
  'privacy.problem.consentUntold':
    'Consent counts only after the notice was given. Choose how, or choose another basis.',
  'privacy.problem.consentNoNotice':
    'Consent needs a published notice. Choose another basis, or ask the administrator to publish it.',
  'privacy.problem.consentForm':
    'The form of consent is not chosen: written (signed sheet) or recorded.',

  'privacy.request.title': 'Protection of personal data',
  'privacy.request.basis': 'Legal basis',
  'privacy.request.notice': 'Notice',
  'privacy.request.consent': 'Consent',
  'privacy.request.given': '{way} {time}, version {version}',
  'privacy.request.notGiven': 'Not given yet',
  'privacy.request.unrecorded': 'Not recorded',
  'privacy.request.consentOf': '{form} {time}, to version {version}',
  'privacy.event.basis': 'Legal basis: {basis}',
  'privacy.event.given': 'Privacy notice version {version}: {way}',
  'privacy.event.notGiven': 'Privacy notice not given yet',
  'privacy.event.consent': 'Consent of the applicant: {form}',
  'refusal.notice-unknown':
    'Version {version} of the notice was never published by this office. Choose again how it was given.',
  'refusal.consent-without-notice':
    'Consent counts only after the notice was given. Choose how, or choose another basis.',
  'refusal.consent-missing':
    'Basis and consent do not fit. Choose the form of consent, or choose another basis.',
  'refusal.office.notice-refused':
    'The notice is not published: {count} parts are blank or too long. Complete them, then publish again.',
  'refusal.office.notice-version-taken':
    'Somebody else published that version. Reload this part; the next version is {next}.',

  'nik.masked': 'NIK closed, last four digits {last}',
  'nik.reveal': 'Show NIK',
  'nik.hide': 'Close NIK',
  'nik.revealHint': 'Noted in the audit trail; closes again after 30 seconds',
  'nik.edit': 'Show and change NIK',
  'nik.changed': 'NIK of the applicant changed:',
  'nik.before': 'NIK before the correction',
  'nik.after': 'NIK after the correction',
} as const satisfies TranslationOf<typeof source>;
