import type { retentionMessages as id } from '../id/retention';
import type { TranslationOf } from '../translation';

export const retentionMessages: TranslationOf<typeof id> = {
  'settings.retention': 'Retention (JRA)',
  'retention.settings.text':
    'How long the file of a request is kept after it ended, and what happens then, by your office’s records retention schedule (JRA). Until it is filled in, nothing is destroyed.',
  'retention.settings.basis': 'Regulation of the JRA',
  'retention.settings.basisHint':
    'The regulation that holds it, such as a regent’s: number, year and subject.',
  'retention.settings.active': 'Active (years)',
  'retention.settings.inactive': 'Inactive (years)',
  'retention.settings.fate': 'In the end',
  'retention.settings.open': 'Open retention and destruction',
  'retention.settings.badYears': 'Give years as a whole number from 0 to 100.',
  'retention.settings.noYears': 'Active and inactive together are at least 1 year.',
  'retention.settings.noBasis': 'Name the regulation of the JRA before filling in years.',
  'retention.fate.unset': 'Not set yet',
  'retention.fate.destroy': 'Destroy',
  'retention.fate.keep': 'Keep for ever',
  'retention.fate.reappraise': 'Appraise again',

  'retention.title': 'Retention and destruction',
  'retention.tab': 'Part of retention',
  'retention.tab.overdue': 'Retention over',
  'retention.tab.reports': 'Records of destruction',
  'retention.tab.holds': 'On hold',
  'retention.tab.destroyed': 'Destroyed',
  'retention.unset': 'The JRA is not set yet',
  'retention.unsetText':
    'Fill in how long each service’s files are kept in the settings, by your office’s JRA. Until then nothing is destroyed.',
  'retention.unsetAction': 'Fill in the JRA in the settings',
  'retention.basis': 'Basis: {basis}',

  'retention.overdue': 'Requests whose retention is over',
  'retention.overdueText':
    'Choose what is to be destroyed, then make the list. What is on hold or on a list already cannot be chosen.',
  'retention.overdueEmpty': 'No request’s retention is over yet',
  'retention.overdueEmptyText':
    'A request appears here once it was completed or cancelled and its retention by the JRA has passed.',
  'retention.reappraise': 'To be appraised again',
  'retention.reappraiseText':
    'Their retention is over and they are to be appraised again. The program does not destroy them; after the appraisal change what becomes of the service’s files in the settings.',
  'retention.column.chosen': 'Choose',
  'retention.column.number': 'Register number',
  'retention.column.service': 'Service',
  'retention.column.arrived': 'Received',
  'retention.column.ended': 'Ended',
  'retention.column.until': 'Retention over',
  'retention.column.report': 'Record of destruction',
  'retention.column.note': 'Note',
  'retention.choose': 'Choose {number}',
  'retention.chooseAll': 'Choose all shown',
  'retention.chooseNone': 'Choose none',
  'retention.cancelled': 'Cancelled',
  'retention.held': 'On hold: {reason}',
  'retention.listed': 'On a list already',
  'retention.propose': 'Make the list ({count})',
  'retention.proposeNone': 'First choose the requests to be destroyed.',
  'retention.proposed': 'A list of {count} requests was made.',

  'retention.proposals': 'Waiting for their record',
  'retention.proposalsEmpty': 'No list is waiting',
  'retention.proposalsEmptyText':
    'Make a list under “Retention over”. Its record is printed and signed here.',
  'retention.proposal': 'List of {date}: {count} requests',
  'retention.proposal.by': 'Made by',
  'retention.proposal.numbers': 'Register numbers',
  'retention.proposal.more': 'and {count} more',
  'retention.proposal.state': 'State',
  'retention.proposal.new': 'The record was not made yet',
  'retention.proposal.made':
    'The record was made {time}; it waits for signatures, then its number and date',
  'retention.report.print': 'Print the record',
  'retention.report.save': 'Save the record',
  'retention.report.view': 'View the record',
  'retention.report.hide': 'Close the record',
  'retention.report.failed': 'The record could not be made',
  'retention.report.label': 'Record of destruction',
  'retention.withdraw': 'Withdraw the list',
  'retention.withdrawText':
    'The requests on the list stay and can be chosen again. The reason is recorded.',
  'retention.withdrawn': 'The list was withdrawn; nothing was destroyed.',
  'retention.destroy': 'Destroy…',
  'retention.destroyBlocked': 'First print or save the record, and have it signed.',
  'retention.destroy.title': 'Destroy {count} requests?',
  'retention.destroy.text':
    'The personal data, files, letters and history of these requests are gone for ever. It cannot be undone, not even from a backup. What is left: register number, dates, service and the record of destruction.',
  'retention.destroy.number': 'Number of the record',
  'retention.destroy.date': 'Date of the record',
  'retention.destroy.word': 'Type DESTROY to make sure',
  'retention.destroy.wordHint': 'In capitals, without spaces.',
  'retention.destroy.theWord': 'DESTROY',
  'retention.destroy.wordMissing': 'Type DESTROY exactly so.',
  'retention.destroy.confirm': 'Destroy for ever',
  'retention.destroyed.done': '{count} requests were destroyed.',
  'retention.unfinished': 'The destruction is recorded, but not finished',
  'retention.unfinishedText':
    'Some of its keys or files are still on the disk. Loket SE finishes it when it is opened again; you can try now.',
  'retention.unfinishedAgain': 'Finish now',
  'retention.backup.started':
    'A backup is under way, so that the keys are gone from the backup in {folder} too.',
  'retention.backup.later':
    'The backup in {folder} still holds the keys until the next backup is done. Plug the drive in and let a backup run.',
  'retention.backup.title': 'Backup',
  'retention.done': 'Carried out',
  'retention.doneEmpty': 'Nothing was destroyed yet.',
  'retention.done.line': '{date} · {count} requests · recorded by {by}',

  'retention.holds': 'On hold',
  'retention.holdsText':
    'Requests in a dispute, an audit, or held at the applicant’s wish are not destroyed, even when their retention is over.',
  'retention.holdsEmpty': 'No request is on hold.',
  'retention.hold.number': 'Register number',
  'retention.hold.reason': 'Reason',
  'retention.hold.unknown':
    'The register has no number {number}. Type all of it, such as A-2026-0001.',
  'retention.hold.do': 'Hold',
  'retention.hold.done': '{number} is on hold.',
  'retention.hold.line': 'On hold since {time}, by {by}',
  'retention.release': 'Release',
  'retention.release.title': 'Release {number}?',
  'retention.release.text':
    'This request can be destroyed again once its retention is over. The reason is recorded.',
  'retention.release.done': '{number} was released.',

  'retention.destroyed': 'Destroyed requests',
  'retention.destroyedEmpty': 'No request was destroyed yet',
  'retention.destroyedEmptyText': 'Register number, dates and record of destruction stay here.',
  'retention.report.of': '{number}, {date}',
  'retention.report.unknown': 'unknown',
  'retention.gone': '{number} was destroyed',
  'retention.goneText':
    'A request of {service}, received {arrived}, ended {ended}, destroyed by record {report}. Its content can no longer be opened.',

  'retention.refusal.basis-missing': 'Name the regulation that holds the JRA.',
  'retention.refusal.rule-invalid':
    'The retention of {service} cannot be used: whole years from 0 to 100, together at least 1.',
  'retention.refusal.request-unknown': 'The register has no such request.',
  'retention.refusal.not-held': 'This request is not on hold.',
  'retention.refusal.nothing-chosen': 'Choose at least one request.',
  'retention.refusal.too-many':
    'One record lists at most {most} requests. Make several lists of them.',
  'retention.refusal.not-destroyable': 'Not recorded. These cannot be destroyed: {found}.',
  'retention.refusal.destruction-unknown':
    'This list is no longer there: it was withdrawn or carried out.',
  'retention.refusal.report-missing': 'First print or save the record of destruction.',
  'retention.refusal.report-number-missing': 'Type the number of the signed record.',
  'retention.refusal.report-date-invalid': 'Type the date of the record, such as 02-03-2026.',
  'retention.refusal.report-date-ahead': 'The date of the record has not come. Check it.',
  'retention.refusal.report-date-early': 'The date of the record is before its list. Check it.',
  'retention.why.unknown': 'not in the register',
  'retention.why.open': 'not ended',
  'retention.why.unset': 'no JRA for its service',
  'retention.why.running': 'retention not over',
  'retention.why.fate': 'not to be destroyed',
  'retention.why.held': 'on hold',
  'retention.why.proposed': 'on another list',
  'retention.why.newer-version': 'changed by a newer version of the program',

  'trail.kind.retention': 'Retention and destruction',
  'trail.retention.schedule-set': 'Retention schedule (JRA) saved',
  'trail.retention.records-held': 'Held from destruction',
  'trail.retention.records-released': 'Hold released',
  'trail.retention.destruction-proposed': 'Destruction list made: {count} requests',
  'trail.retention.destruction-withdrawn': 'Destruction list withdrawn',
  'trail.retention.destruction-report-made': 'Record of destruction made',
  'trail.retention.records-destroyed': '{count} requests destroyed, record {number} of {date}',
  'trail.what.destruction-report': 'Record of destruction',
  'trail.finding.erased-unreported':
    'The key of a request (from record {sequence} on) is gone without a record of destruction',
  'trail.finding.erased-unreported.text':
    'Its content can no longer be opened, and the journal holds no destruction of it. That happens when a backup from before a destruction is restored: compare with the signed records of destruction. If there is none, tell the application’s keeper.',
};
