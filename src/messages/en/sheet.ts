import type { sheetMessages as id } from '../id/sheet';
import type { TranslationOf } from '../translation';

export const sheetMessages = {
  'sheet.undo': 'Undo',
  'sheet.redo': 'Redo',
  'sheet.nothingToUndo': 'There is no change to take back yet',
  'sheet.nothingToRedo': 'There is no change to make again',
  'sheet.draft.untouched': 'Changes are kept as a draft by themselves',
  'sheet.draft.keeping': 'Keeping the draft…',
  'sheet.draft.kept': 'Draft kept {time}',
  'sheet.draft.failed': 'Draft not kept yet',
  'sheet.draft.failedTitle': 'These changes are only on the screen: the draft cannot be kept',
  'sheet.draft.failedText':
    'Do not close this screen. Free some disk space, then change one field to try again.',
  'sheet.up': 'Move up',
  'sheet.down': 'Move down',
  'sheet.upNamed': 'Move {name} up',
  'sheet.downNamed': 'Move {name} down',
  'sheet.remove': 'Remove',
  'sheet.removeNamed': 'Remove {name}',
  'sheet.removed': '{name} removed',
} as const satisfies TranslationOf<typeof id>;
