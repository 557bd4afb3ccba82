import type { backupMessages as idMessages } from '../id/backup';
import type { TranslationOf } from '../translation';

export const backupMessages = {
  'backup.text':
    'Every day the records are copied to another disk, still encrypted, and read back.',
  'backup.target': 'Backup folder',
  'backup.target.hint': 'Full path on an external disk, a flash drive or a network folder',
  'backup.target.save': 'Use this folder',
  'backup.target.set': 'Backups go to {folder}',
  'backup.target.none':
    'There is no backup folder yet. If this computer breaks or is lost, its records are lost with it.',
  'backup.target.missing': 'The backup folder was not found',
  'backup.target.missingText':
    'Plug the disk in or connect the network folder; a backup that is due then starts by itself. If its contents were deleted on purpose, choose the folder again.',
  'backup.target.sameDisk': 'This folder is on the same disk as the records',
  'backup.target.sameDiskText':
    'If that disk breaks, records and backups are lost together. Choose a folder on another disk.',
  'backup.suggested': 'Disks plugged in',
  'backup.suggested.plain': '{folder} ({free} free)',
  'backup.suggested.withBackup': '{folder} ({free} free, holds backups)',
  'backup.unknownSize': 'size unknown',

  'backup.problem.not-absolute':
    'The path is not complete. Write it from the start, such as E:\\Backup or /media/example/BACKUP.',
  'backup.problem.missing':
    'There is no such folder. Plug the disk in or create the folder first, then try again.',
  'backup.problem.not-a-folder': 'That path leads to a file. Write the path of a folder.',
  'backup.problem.inside-data':
    'That folder is inside the data folder of Loket SE. Choose one on another disk.',
  'backup.problem.not-writable':
    'That folder cannot be written to. Check its permissions and the lock of the disk, then try again.',
  'backup.problem.full': 'That disk is full. Make room on it or choose another one.',
  'backup.problem.other-office':
    'That folder holds backups of other records. Choose another, or create a new folder on that disk.',
  'backup.problem.no-backup':
    'There is no backup of Loket SE in that folder. Choose the one that holds loket-se-backup.',
  'backup.problem.unanswered': 'Loket SE does not answer. Close and open it, then try again.',

  'backup.failed.target-missing':
    'The backup folder was not found. Plug the disk in or connect the network folder.',
  'backup.failed.target-full': 'The backup disk is full. Make room on it or choose another one.',
  'backup.failed.target-failed':
    'The backup disk refused to be written or read. Check its connection and permissions, then try again.',
  'backup.failed.not-read-back':
    'What was written to the backup disk came back different. Do not trust that disk: choose another.',
  'backup.failed.other-office':
    'The backup folder holds backups of other records. Choose another folder in this section.',
  'backup.failed.journal-cut':
    'The records on this computer are fewer than, or differ from, the last backup: the end of the journal was cut off or replaced. The backup was not overwritten. Restore from the last backup, and find out who has used this computer since.',
  'backup.failed.source-not-read':
    'The records on this computer cannot all be read. Close and open Loket SE; if it fails again, call who looks after the application.',
  'backup.failed.vault-incomplete':
    'The file of keys on this computer is missing, damaged or lacks keys, so the good keys in the backup were not replaced. Restore from the last backup.',
  'backup.failed.snapshot-not-read': 'That backup cannot be read. Choose an older one.',
  'backup.failed.no-room':
    'There is not enough room on this computer for the copy. Delete or move other files, then try again.',
  'backup.failed.stopped': 'Stopped because Loket SE was closed; it goes on next time.',

  'backup.lastGood': 'Last good backup',
  'backup.lastGood.none': 'Never yet',
  'backup.lastGood.value': '{time}: {records} records, {files} files, {size}',
  'backup.lastGood.written': 'Newly written',
  'backup.lastGood.writtenValue': '{size}; the rest was on the backup disk already',
  'backup.lastAttempt': 'The last attempt, {time}, failed',
  'backup.earlierStay': 'Earlier backups are as they were.',
  'backup.free': 'Free on the backup disk',
  'backup.notTidied': 'An old backup cannot be read',
  'backup.notTidiedText':
    'While it lies in the folder snapshots, no old backup is deleted. New backups are made all the same. Move its file away if it is not needed.',
  'backup.run': 'Back up now',
  'backup.running.begin': 'Counting files',
  'backup.running.backup': 'Backing up: {done} of {total} files',
  'backup.running.rehearsal': 'Rehearsal: {done} of {total} files',
  'backup.running.restore': 'Copying the backup: {done} of {total} files',
  'backup.busy': 'Other backup work is under way. Wait until it is done.',

  'backup.rehearsal': 'Rehearsal of a restore',
  'backup.rehearsal.text':
    'Restores the newest backup into a scratch folder, compares numbers and hashes, and deletes it again. The records in use are not touched.',
  'backup.rehearsal.start': 'Begin the rehearsal',
  'backup.rehearsal.good': 'The rehearsal of {time} succeeded: everything came back whole',
  'backup.rehearsal.counts': '{records} records, {files} files, {drafts} drafts, {size}',
  'backup.rehearsal.bad': 'The rehearsal of {time} found damage in the backup',
  'backup.rehearsal.damaged': '{count} files are damaged',
  'backup.rehearsal.journal': 'The journal that came back is not the one that was backed up.',
  'backup.rehearsal.remedy':
    'Press “Back up now”: the whole backup is read again and what is damaged is written anew. If it happens again, replace the backup disk.',
  'backup.rehearsal.failed': 'The rehearsal of {time} could not be done',
  'backup.damage.missing': 'missing',
  'backup.damage.altered': 'changed',
  'backup.damage.not-read': 'cannot be read',
  'backup.damage.incomplete': 'does not open all records',

  'restore.title': 'Restore from a backup',
  'restore.text':
    'For a computer that is empty or damaged. Choose the disk with the backups, then the backup to restore.',
  'restore.folder': 'Folder with the backups',
  'restore.look': 'Show backups',
  'restore.snapshots': 'Backups in {folder}',
  'restore.none': 'That folder holds no finished backup yet.',
  'restore.snapshot.counts': '{records} records, {files} files, {size}',
  'restore.snapshot.unreadable': 'Its list of contents cannot be read',
  'restore.pick': 'Restore',
  'restore.pickOf': 'Restore the backup of {time}',
  'restore.dialog.title': 'Restore the backup of {time}?',
  'restore.dialog.copy':
    'The backup is copied and checked file by file. If anything is damaged, nothing is replaced.',
  'restore.dialog.present':
    'The records there are now are moved to a folder replaced-… in the data folder, not deleted.',
  'restore.dialog.otherTitle': 'Replace all records by another office’s backup of {time}?',
  'restore.dialog.other': 'This is another office’s backup',
  'restore.dialog.otherText':
    'It is no backup of the records on this computer. Once restored, this computer has the records, people and passphrases of that other office. If the disks were mixed up, cancel.',
  'restore.dialog.presentOther':
    'The records and keys of this office are moved whole to a folder replaced-… in the data folder, and can be brought back from there.',
  'restore.dialog.newer':
    'Records of this office that are newer than the backup come back with it, as far as the database of the program still has them.',
  'restore.dialog.reopen': 'Once the copy is ready, Loket SE has to be closed and opened again.',
  'restore.confirmOther': 'Replace by the other office’s backup',
  'restore.confirm': 'Copy and prepare the restore',
  'restore.ordered': 'The restore is ready: close Loket SE, then open it again',
  'restore.orderedText':
    'The backup of {time} was copied and is whole. It takes the place of the records when Loket SE is opened again.',
  'restore.done': 'Restored {time}',
  'restore.doneText':
    'From the backup {snapshot}. The earlier data is in the folder {folder} of the data folder.',
  'restore.damaged': 'Not restored: {count} files of the backup are damaged',
  'restore.damagedText': 'Nothing was replaced. Choose an older backup.',
  'restore.damagedFilesText':
    'Nothing was replaced. Only scans, drafts or certificates of authorities are damaged, and other backups share the same copy. The records can be restored without these files.',
  'restore.without': 'Restore without these files',
  'restore.leftOut': '{count} files were not restored',
  'restore.leftOutText':
    'They are damaged on the backup. The requests they belong to are there; ask the applicants for these files again.',
  'restore.failed': 'Not restored',
  'restore.failedText': 'Nothing was replaced.',
  'restore.back': 'Back',

  'counter.backup.no-target': 'The records are not backed up',
  'counter.backup.no-targetText':
    'If this computer breaks or is lost, all records are lost. Choose a folder on another disk; from then on backups are made by themselves.',
  'counter.backup.cut': 'The records here no longer agree with their backup',
  'counter.backup.never': 'No backup has succeeded yet',
  'counter.backup.old': 'The last good backup is more than two days old: {time}',
  'counter.backup.oldText': 'Look at the backup disk and the last attempt in Settings.',
  'counter.recovery.open': 'Set up the recovery key',
  'counter.backup.open': 'Set up backups',
  'counter.backup.later': 'Later',

  'disk.low': 'Only {free} left on this computer’s disk',
  'disk.lowText':
    'Delete or move other files of this computer. Below {limit} no new request can be recorded.',
  'disk.tooLow': 'New requests cannot be recorded now: only {free} left on the disk',
  'disk.tooLowText':
    'At least {limit} must be free. Delete or move other files of this computer, then save again. What was typed stays as a draft, and existing requests can be worked on.',
} as const satisfies TranslationOf<typeof idMessages>;
