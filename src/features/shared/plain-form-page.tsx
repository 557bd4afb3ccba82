import { useId, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Action } from '../../domain/office/permissions';
import { Button } from '../../ui/controls/button';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useMessages } from '../../ui/messages/use-messages';
import { KeptNotice } from './kept-notice';
import { useMay } from './use-permission';

interface PlainFormPageProps {
  readonly title: string;
  /** The line below the title. */
  readonly fact: string;
  /** What saving is called, on the button and among the keys. */
  readonly label: string;
  /** What the keys of this page are listed under. */
  readonly keysOf: string;
  /** Who may not do this finds the button blocked, with the reason. */
  readonly action: Action;
  /** Where Escape leads; what was typed stays in its draft. */
  readonly back: string;
  readonly saving: boolean;
  readonly onSave: () => void;
  /** When the draft that is continued was kept, RFC 3339; null for a fresh form. */
  readonly keptAt: string | null;
  readonly onFresh: () => void;
  /** Why the last saving recorded nothing. */
  readonly failure: ReactNode;
  readonly children: ReactNode;
}

/** A page that is one form: saved by its button or Ctrl+Enter, left by Escape. */
export function PlainFormPage(props: PlainFormPageProps) {
  const { title, fact, label, keysOf, action, back, saving, onSave, failure, children } = props;
  const t = useMessages();
  const formId = useId();
  const navigate = useNavigate();
  const { why } = useMay(action);
  useShortcuts(
    {
      'Ctrl+Enter': { label, run: onSave },
      Escape: { label: t('frame.keys.back'), run: () => void navigate(back) },
    },
    { group: keysOf },
  );
  const save = (
    <Button
      type="submit"
      form={formId}
      variant="primary"
      kbd="Ctrl ↵"
      busy={saving}
      blocked={why}
      data-action="confirm"
    >
      {label}
    </Button>
  );
  return (
    <Page layout="form" head={<PageHead title={title} facts={[fact]} actions={save} />}>
      <KeptNotice at={props.keptAt} onFresh={props.onFresh} />
      {failure}
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        {children}
      </form>
    </Page>
  );
}
