import type { roleMessages as indonesian } from '../id/roles';
import type { TranslationOf } from '../translation';

/** Roles of staff, what each may do, and the sentences where somebody may not. */
export const roleMessages = {
  'role.front-desk': 'front desk',
  'role.verifier': 'verifier',
  'role.official': 'official',
  'role.administrator': 'administrator',
  'role.front-desk.text':
    'Records requests, attaches documents, makes letters, records dispositions from paper, submits.',
  'role.verifier.text': 'Verifies, submits, confirms the outcome, refuses what is not valid.',
  'role.official.text': 'Writes dispositions, signs, reads.',
  'role.administrator.text': 'Looks after staff, settings, SOPs, backup and trail.',
  'role.none': 'no role, reads only',
  'role.two': '{first} or {last}',
  'role.several': '{first}, or {last}',

  'permission.only': 'Only the {roles} may do this.',
  'permission.program': 'Only the program itself records this.',
  'permission.inactive': 'Your account is not active any more.',
  'permission.refused': 'Not recorded: your roles do not cover this.',
  'permission.refusedText':
    'Who may: {roles}. Ask one of them to do it, or ask the administrator to extend your roles under Settings, Staff.',
  'permission.notYours': 'Your roles do not cover this.',
  'permission.notYoursText':
    'Who may record: {roles}. What you type is kept as your draft, but it will not be recorded.',
  'permission.settings': 'Settings can only be looked at.',
  'permission.settingsText': 'Who may change them: {roles}.',
  'permission.step': '{action} ({roles})',
} as const satisfies TranslationOf<typeof indonesian>;
