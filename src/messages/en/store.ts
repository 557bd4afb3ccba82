import type { storeMessages as indonesian } from '../id/store';
import type { TranslationOf } from '../translation';

/**
 * What was found when the records were opened (StoreNotice), and why a command was refused
 * (Refusal, OfficeRefusal). Failures to record are in `failures`.
 */
export const storeMessages = {
  'store.notice.torn-tail-set-aside':
    'The last record was cut short when the computer stopped, before it was reported as saved. Check the last entry; if it is not there, record it again.',
  'store.notice.chain-broken':
    'The journal file {file} does not follow on at line {line}: it was changed. All records are still shown; tell whoever looks after the application.',
  'store.notice.rebuilt-from-journal':
    'The database on this computer was gone or damaged and has been rebuilt from the journal ({records} records). Nothing recorded is lost; unfinished submissions are checked before they are sent.',
  'store.notice.caught-up':
    '{records} records of the journal were not in yet when Loket SE was last closed; they are shown now.',
  'store.notice.newer-records-set-aside':
    '{records} records were written by a newer Loket SE or are damaged. They are kept but cannot be shown. Update Loket SE on this computer.',
  'store.notice.returned-to-journal':
    'The journal files turned out to be an older copy. {records} records only the database had were written back to the journal. Check the latest register numbers.',
  'store.notice.journal-not-read':
    'The journal cannot be read. What is there can be looked at, but nothing new can be saved. Close and open Loket SE; if it stays so, tell whoever looks after the application.',

  'refusal.fields-refused': 'Some entries are not right yet. Correct the marked ones.',
  'refusal.request-exists': 'This request is recorded already. Open it from the register.',
  'refusal.request-unknown': 'This request is not found on this computer.',
  'refusal.request-ended': 'This request is completed or cancelled and is not changed any more.',
  'refusal.already-imported': 'This row was imported before as {registerNumber}.',
  'refusal.arrival-unreadable': 'The time of arrival cannot be read. Enter day and time.',
  'refusal.reason-missing': 'The reason is missing. Write it, then save again.',
  'refusal.document-unknown':
    'The document “{document}” is not in this SOP. Choose one of the list.',
  'refusal.attachment-unknown': 'This attachment is not there any more. Open the request again.',
  'refusal.letter-not-final':
    'That letter is not final, so its print is not recorded. Issue it first.',
  'refusal.copies-invalid': 'The number of copies must be 1 to 20. Correct it, then print again.',
  'refusal.letter-unknown': 'The letter “{letter}” is not in this SOP.',
  'refusal.letter-final': 'This letter is final and is not changed any more.',
  'refusal.number-taken': 'Another letter has just taken this number. Make it again with the next.',
  'refusal.step-not-open': 'This step is not open now. Do the open step first.',
  'refusal.step-is-submission':
    'This step completes by itself when the receipt of the submission comes.',
  'refusal.step-knows-no-refusal': 'The SOP knows no refusal at this step.',
  'refusal.step-not-optional': 'The SOP does not allow this step to be left out.',
  'refusal.person-needed': 'Steps of the SOP are decided by people, never by the program.',
  'refusal.account-inactive':
    'Your account is not active any more, so nothing was recorded. Ask the administrator.',
  'refusal.step-paused-already': 'The clock of this step stands already.',
  'refusal.step-not-paused': 'The clock of this step is not paused.',
  'refusal.step-is-disposition':
    'This step passes with a disposition. Record what the official wrote instead.',
  'refusal.step-no-disposition':
    'The open step is no disposition. Reload the page to see the present step.',
  'refusal.disposition-nobody': 'Nobody receives the disposition yet. Enter a name or position.',
  'refusal.disposition-from-nobody':
    'Nobody is named who wrote the disposition. Enter a name or position.',
  'refusal.disposition-to-holder': 'That official has this disposition already. Choose another.',
  'refusal.disposition-blank':
    'The disposition asks for nothing yet. Tick at least one instruction, or write a note.',
  'refusal.disposition-date-invalid':
    'The date of the disposition or its deadline does not exist. Correct it and record again.',
  'refusal.disposition-date-ahead': 'The date on the sheet lies ahead. Check it and record again.',
  'refusal.disposition-deadline-early':
    'The deadline lies before the date on the sheet. Correct either.',
  'refusal.disposition-no-way-back':
    'This disposition is the first step of the SOP; there is nowhere to return it to.',
  'refusal.documents-missing': 'Documents are missing: {documents}. Attach them first.',
  'refusal.letters-not-printed':
    'Letters are not recorded as printed right: {letters}. Print them first.',
  'refusal.letters-not-issued': 'Letters are not final: {letters}. Issue them first.',
  'refusal.submission-too-early':
    'Too early to submit. Complete the steps before the submission first.',
  'refusal.submission-waiting': 'A submission of this request is in the outbox already.',
  'refusal.submission-unknown': 'The request has no such submission.',
  'refusal.submission-ended': 'This submission was received or cancelled.',
  'refusal.office-not-set-up': 'The office is not set up. Fill in the settings first.',
  'refusal.sop-not-installed':
    'The SOP “{sop}”, in the version of this request, is not installed. Update Loket SE.',

  'refusal.office.profile-incomplete':
    'The office’s data are incomplete or not right. See the entries in the settings; Details names them.',
  'refusal.office.staff-name-missing': 'The name is missing.',
  'refusal.office.staff-name-taken':
    'Somebody has this name already. Add something to tell them apart.',
  'refusal.office.staff-unknown': 'This member of staff is not active any more. Reload the list.',
  'refusal.office.last-administrator':
    'The office needs at least one active administrator. Give that role to somebody else first.',
  'refusal.office.sop-is-preset':
    'This id belongs to an SOP that came with the program. Give the copy another one.',
  'refusal.office.sop-version-taken':
    'Another version was published meanwhile. Publish again; it becomes version {next}.',
  'refusal.office.sop-refused':
    'The SOP cannot be published yet: {count} errors. Correct what is marked, then publish again.',
} as const satisfies TranslationOf<typeof indonesian>;
