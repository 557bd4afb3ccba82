import type { trailMessages as id } from '../id/trail';
import type { TranslationOf } from '../translation';

export const trailMessages: TranslationOf<typeof id> = {
  'trail.title': 'Audit trail',
  'trail.daily': 'Daily report',
  'trail.tab': 'Parts of the trail',
  'trail.tab.list': 'List',
  'trail.tab.check': 'Check',
  'trail.settings.text':
    'Every change, and every time a person’s data is opened, printed, saved or searched, is recorded in a chain on this computer.',
  'trail.settings.open': 'Open the audit trail',

  'trail.column.sequence': 'Record',
  'trail.column.at': 'Time',
  'trail.column.who': 'Staff',
  'trail.column.number': 'Request',
  'trail.column.what': 'What',
  'trail.filter': 'Filter the trail',
  'trail.filter.from': 'From date',
  'trail.filter.to': 'To date',
  'trail.filter.staff': 'Staff',
  'trail.filter.kind': 'Kind',
  'trail.filter.number': 'Register number',
  'trail.filter.all': 'All',
  'trail.filter.unknown':
    'This number is not in the register. Type it whole, for example A-2026-0001.',
  'trail.filter.badDate': 'Not a real date. Example: 02-03-2026.',
  'trail.filter.clear': 'Show all',
  'trail.empty': 'No record fits',
  'trail.emptyText': 'Loosen the filter above, or show all.',
  'trail.looking': 'Looking in older records…',
  'trail.refresh': 'Load the latest records',
  'trail.unread': 'The trail cannot be read',
  'trail.unreadText':
    'Close Loket SE and open it again. If it stays so, tell the application’s keeper.',

  'trail.kind.change': 'Changes of requests',
  'trail.kind.settings': 'Changes of settings',
  'trail.kind.view': 'Opened',
  'trail.kind.print': 'Printed',
  'trail.kind.export': 'Saved to a file',
  'trail.kind.search': 'Searches',
  'trail.kind.access': 'Sign-in and locks',
  'trail.kind.system': 'System',

  'trail.action.view-request': 'Opened a request',
  'trail.action.view-file': 'Opened a file',
  'trail.action.view-history': 'Saw a person’s history while recording a new request',
  'trail.action.view-trail': 'Opened the audit trail',
  'trail.action.view-incident': 'Opened an incident report',
  'trail.action.check-signature': 'Checked the signatures of a PDF',
  'trail.action.authority-imported': 'Imported a certification authority',
  'trail.action.authority-removed': 'Removed a certification authority',
  'trail.detail.fingerprint': 'fingerprint {fingerprint}',
  'trail.action.reveal-nik': 'Showed a whole NIK',
  'trail.action.print': 'Printed',
  'trail.action.export': 'Saved to a file',
  'trail.action.import': 'Imported a list of requests',
  'trail.action.search': 'Searched the register',
  'trail.action.sign-in': 'Signed in',
  'trail.action.sign-in-failed': 'Failed to sign in',
  'trail.action.sign-out': 'Signed out',
  'trail.action.lock': 'Screen locked',
  'trail.action.passphrase-changed': 'Changed the passphrase',
  'trail.action.access-given': 'Gave a new passphrase',
  'trail.action.recovery-used': 'Signed in with the recovery key and replaced the passphrase',
  'trail.action.recovery-renewed': 'Made a new recovery key',
  'trail.action.token-changed': 'Changed the gateway token',
  'trail.action.backup-run': 'Backup made',
  'trail.action.backup-failed': 'Backup failed',
  'trail.action.restore-run': 'Data restored from a backup',
  'trail.action.key-rotated': 'Data key replaced',
  'trail.action.trail-checked': 'Checked the trail',
  'trail.action.trail-broken': 'A check found the trail not whole',
  'trail.action.journal-returned': 'A shorter journal was completed from the database',
  'trail.action.unknown': 'Action “{action}” of another version of Loket SE',
  'trail.unreadable': 'This record does not open',
  'trail.event.removed': 'Attachment removed',

  'trail.office.office-configured': 'Changed the office’s data',
  'trail.office.staff-added': 'Added staff member {name}',
  'trail.office.staff-renamed': 'Renamed a staff member to {name}',
  'trail.office.staff-disabled': 'Disabled staff member {name}',
  'trail.office.notice-published': 'Published version {version} of the privacy notice',
  'trail.office.letter-template-published':
    'Published the text of {letter}, office version {version}',
  'trail.office.letter-template-reset':
    'Put the text of {letter} back to the original (version {version})',
  'trail.office.sop-published': 'Published SOP {name}',
  'trail.office.other': 'Changed settings ({type})',

  'trail.what.letter': 'letter: {name}',
  'trail.what.document': 'document: {name}',
  'trail.what.chart': 'flow chart',
  'trail.what.submission': 'submission package',
  'trail.what.trail-csv': 'the trail as CSV',
  'trail.what.trail-pdf': 'the trail as PDF',
  'trail.what.daily-report': 'daily report',
  'trail.what.privacy-notice': 'privacy notice',
  'trail.what.import-row': 'row of an import file',
  'trail.detail.copies': '{count} copies',
  'trail.detail.text': 'searched for: “{text}”',
  'trail.detail.hits': '{count} found',
  'trail.detail.hitsMore': '{count} or more found',
  'trail.detail.count': '{count} matters',
  'trail.detail.staff': 'staff: {name}',
  'trail.detail.reason': 'reason: {reason}',

  'trail.refused.title': 'The trail cannot be written',
  'trail.refused.text':
    'Personal data may only be printed or saved when that is recorded in the trail, so nothing has been printed or saved.',
  'trail.refused.full': 'The computer’s storage is full. Make room first, then try again.',
  'trail.refused.other':
    'Try again. If it still fails, close Loket SE and open it again; then tell the application’s keeper.',
  'trail.refused.again': 'Try again',

  'trail.state.never': 'The chain of records was never checked on this computer.',
  'trail.state.whole': 'Chain whole up to record {sequence}, checked {time}.',
  'trail.state.notes':
    'Chain whole up to record {sequence}, checked {time}; {count} things to know.',
  'trail.state.broken': '{count} findings up to record {sequence}, checked {time}.',
  'trail.state.running': 'Checking record {checked} of {of}…',
  'trail.state.begun': 'Checking the chain of records…',
  'trail.check': 'Wholeness of the chain',
  'trail.check.text':
    'Every record holds the fingerprint of the one before. The check reads all records from the first and compares them with what is shown.',
  'trail.check.now': 'Check now',
  'trail.check.cancel': 'Stop checking',
  'trail.check.failed': 'The check did not end: the journal cannot be read',
  'trail.check.failedText':
    'Try again. If it still fails, tell the computer’s keeper: the data folder may not be readable.',
  'trail.check.findings': 'Findings',
  'trail.check.more': 'And {count} more findings.',
  'trail.check.fully': 'Full check from the first record.',
  'trail.check.partly': 'Check onward from the last whole place.',
  'trail.alert': 'The trail of records is not whole: {count} findings',
  'trail.alert.text':
    'Records on this computer changed outside Loket SE, or its files are damaged. Work can go on; tell the application’s keeper today.',
  'trail.alert.open': 'See the findings',
  'trail.alert.read': 'Read',

  'trail.finding.altered': 'Record {sequence} changed',
  'trail.finding.altered.text':
    'Line {line} of file {file} is not as it was written, or the line before was replaced. Do not edit that file; compare it with the latest backup.',
  'trail.finding.missing': '{count} records missing from record {sequence} on',
  'trail.finding.missing.text':
    'Records were deleted before line {line} of file {file}. Take a copy of that file from the backup and report it.',
  'trail.finding.reordered': 'Record {sequence} is out of place',
  'trail.finding.reordered.text':
    'Line {line} of file {file} was moved or copied. Compare it with the latest backup.',
  'trail.finding.unreadable': 'Record {sequence} cannot be read',
  'trail.finding.unreadable.text':
    'Line {line} of file {file} is no record any more: damaged or overwritten. Check the computer’s storage and compare with the backup.',
  'trail.finding.truncated': 'Records up to number {sequence} were there and are not any more',
  'trail.finding.truncated.text':
    'The anchor outside the journal knows them ({time}). The journal’s tail was cut, or the data folder replaced by an old copy. Compare with the printed daily report.',
  'trail.finding.cut.text':
    'The database has shown them before. The journal’s tail was cut while Loket SE was running. Close Loket SE, copy the data folder, and report it.',
  'trail.finding.anchor-missing': 'The chain’s anchor was made anew at record {sequence}',
  'trail.finding.anchor-missing.text':
    'The anchor’s file was absent at {time}, as after the first update or a restore. If that is not the reason, compare the head on the printed daily report.',
  'trail.finding.anchor-forged': 'The chain’s anchor could not be trusted at record {sequence}',
  'trail.finding.anchor-forged.text':
    'The anchor’s file did not fit its key ({time}) and was made anew. Compare the head on the printed daily report.',
  'trail.finding.anchor-unkeyed': 'The chain’s anchor had no key up to record {sequence}',
  'trail.finding.anchor-unkeyed.text':
    'Before {time} the anchor could be changed unseen. For that time, compare the head on the printed daily report.',
  'trail.finding.returned': '{count} records were completed in the journal',
  'trail.finding.returned.text':
    'The journal was shorter than the database when Loket SE opened: its files were an old copy. Those records were written again at the end of the chain; find out who replaced the files.',
  'trail.finding.unreadable-body': 'The content of record {sequence} does not open',
  'trail.finding.unreadable-body.text':
    'The chain is whole, but the content does not open with this office’s key. Tell the application’s keeper.',
  'trail.finding.shown-differs': 'What is shown of record {sequence} is not what the journal has',
  'trail.finding.shown-differs.text':
    'The database on this computer changed outside Loket SE. The journal stays right: close Loket SE, delete the browser profile in the data folder, and open it again to rebuild.',
  'trail.finding.time-disagrees': 'The times of record {sequence} do not agree',
  'trail.finding.time-disagrees.text':
    'By its content it happened {event}, but it was written {record}. Usual for records that were completed again; otherwise ask the member of staff.',

  'trail.printed': 'Compare a printed head',
  'trail.printed.text':
    'Type the head of the chain from a daily report. Only this finds that the whole data folder was replaced by an old copy.',
  'trail.printed.sequence': 'Record number',
  'trail.printed.digits': 'Fingerprint',
  'trail.printed.hint': 'Sixteen letters and digits, for example 1A2B 3C4D 5E6F 7A8B',
  'trail.printed.check': 'Compare',
  'trail.printed.unreadable':
    'The number has digits only, the fingerprint 16 signs from 0–9 and A–F. Check what was typed.',
  'trail.printed.fits': 'It fits: record {sequence} is the one that was printed',
  'trail.printed.fitsText': 'No record up to that number has changed since the report was printed.',
  'trail.printed.differs': 'It does not fit: record {sequence} is not the one that was printed',
  'trail.printed.differsText':
    'Check what was typed first. If it is right, the chain was written anew since: keep the sheet and report it.',
  'trail.printed.absent': 'Not there: the journal does not reach record {sequence}',
  'trail.printed.absentText':
    'Check the number first. If it is right, the data folder was replaced by an old copy: keep the sheet and report it.',

  'trail.export.csv': 'Save CSV',
  'trail.export.pdf': 'Save PDF',
  'trail.export.title': 'Save the trail to a file',
  'trail.export.text':
    'The records of the present filter are saved. This reason is itself recorded in the trail.',
  'trail.export.confirm': 'Record the reason and save',
  'trail.export.reason.request': 'Request of the inspectorate',
  'trail.export.reason.month': 'Monthly archive',
  'trail.export.reason.incident': 'Examination of an incident',
  'trail.export.gathering': 'Gathering {count} records…',
  'trail.export.cancel': 'Cancel saving',
  'trail.export.done': '{count} records saved',
  'trail.export.failed': 'The trail was not saved',
  'trail.export.tooMany':
    'More than {most} records are too many for one PDF. Choose a shorter time, or save CSV.',

  'trail.day.title': 'Daily report of the desk',
  'trail.day.date': 'Date of the report',
  'trail.day.received': 'Received',
  'trail.day.finished': 'Finished',
  'trail.day.cancelled': 'Cancelled',
  'trail.day.queued': 'Put into the queue',
  'trail.day.sent': 'Sent',
  'trail.day.refused': 'Refused or returned',
  'trail.day.head': 'Head of the chain',
  'trail.day.print': 'Print the report',
  'trail.day.save': 'Save PDF',
  'trail.day.numbers': 'Requests of that day',
  'trail.day.none': 'No requests on this date.',
  'trail.day.text':
    'Without names and NIK. Keep the sheet: the head on it proves that the records up to that day were not changed.',
  'trail.day.failed': 'The report was not made',
  'trail.day.status.open': 'Running',
  'trail.day.status.completed': 'Finished',
  'trail.day.status.cancelled': 'Cancelled',
};
