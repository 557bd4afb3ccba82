import {
  CheckCheck,
  FilePen,
  Paperclip,
  Printer,
  Send,
  Signature,
  type LucideIcon,
} from 'lucide-react';
import { Button } from '../../ui/controls/button';
import { useLocale, useMessages, type Translate } from '../../ui/messages/use-messages';
import { letterTitle } from '../shared/sop-words';
import { rolesText } from '../shared/role-words';
import type { Permission } from '../shared/use-permission';
import type { NextAction } from './next-action';

/** The next action and how to do it. */
export interface NextMove {
  readonly action: NextAction;
  /** Whether who sits at the desk may do it. */
  readonly permission: Permission;
  readonly busy: boolean;
  readonly run: () => void;
}

const icons: Partial<Readonly<Record<NextAction['kind'], LucideIcon>>> = {
  'make-letters': FilePen,
  'print-letters': Printer,
  'attach-documents': Paperclip,
  'complete-step': CheckCheck,
  'give-disposition': Signature,
  'queue-submission': Send,
};

/** The one next thing: the page's primary button in its head, a quiet one where it belongs. */
export function NextActionButton(props: { readonly move: NextMove; readonly inHead?: boolean }) {
  const t = useMessages();
  const locale = useLocale();
  const { action, permission, busy, run } = props.move;
  if (action.kind === 'none') return null;
  const label = nextActionLabel(action, t);
  const { refusal, why } = permission;
  return (
    <Button
      variant={props.inHead === true && action.kind !== 'wait-for-submission' ? 'primary' : 'quiet'}
      icon={icons[action.kind]}
      kbd={props.inHead === true ? 'Ctrl ↵' : undefined}
      busy={busy}
      data-action={props.inHead === true ? action.kind : undefined}
      blocked={why}
      onClick={run}
    >
      {refusal?.code === 'not-permitted'
        ? t('permission.step', { action: label, roles: rolesText(refusal.needs, locale) })
        : label}
    </Button>
  );
}

/** What the button says: "Buat 2 surat", "Selesaikan langkah 3", "Kirim saat daring". */
export function nextActionLabel(
  action: Exclude<NextAction, { kind: 'none' }>,
  t: Translate,
): string {
  switch (action.kind) {
    case 'make-letters': {
      const [only, ...others] = action.letters;
      return only !== undefined && others.length === 0
        ? t('request.next.makeLetter', { letter: letterTitle(only) })
        : t('request.next.makeLetters', { count: action.letters.length });
    }
    case 'print-letters':
      return t('request.next.printLetters', { count: action.ids.length });
    case 'attach-documents':
      return t('request.next.attach', { count: action.documents.length });
    case 'complete-step':
      return t('request.next.completeStep', { number: action.number });
    case 'give-disposition':
      return t('request.next.dispose', { number: action.number });
    case 'queue-submission':
      return t('request.next.queue');
    case 'wait-for-submission':
    case 'look-at-queue':
      return t('request.next.lookAtQueue');
  }
}
