import { useState } from 'react';
import { nextVersion } from '../../domain/letters/letter-versions';
import type { LetterTemplate } from '../../domain/letters/letter-template';
import type { CommandFailure } from '../../store/store';
import { translate, type Locale } from '../../messages/catalogue';
import { useToast } from '../../ui/feedback/toast';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useOfficeCommand } from '../settings/settings-form';
import { describeFailure } from '../shared/failure-banner';
import { useLoket } from '../shared/loket-context';
import { officeRefusalText } from '../shared/office-refusal-text';
import { toPublish } from './template-draft';

export interface TemplateReset {
  readonly isAsking: boolean;
  readonly busy: boolean;
  readonly failure: CommandFailure | null;
  readonly ask: () => void;
  readonly close: () => void;
  readonly reset: () => void;
}

/**
 * Going back to the original, after a question. It is taken back by publishing the office's text
 * again: nothing of either is lost.
 */
export function useReset(original: LetterTemplate): TemplateReset {
  const t = useMessages();
  const toast = useToast();
  const { store } = useLoket();
  const execute = useOfficeCommand();
  const publishAgain = usePublishAgain(original);
  const [isAsking, setIsAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const { key: letter, title } = original;

  async function reset(): Promise<void> {
    const own = store.templates.inUse(letter)?.template;
    setBusy(true);
    const problem = await execute({
      command: 'reset-letter-template',
      letter,
      version: nextVersion(store.templates.versions(letter), letter),
      note: '',
    });
    setBusy(false);
    setFailure(problem);
    if (problem !== null) return;
    setIsAsking(false);
    toast({
      text: t('template.reset.done', { title }),
      ...(own && {
        action: { label: t('ui.undo'), run: () => void publishAgain(own) },
      }),
    });
  }

  return {
    isAsking,
    busy,
    failure,
    ask: () => {
      setFailure(null);
      setIsAsking(true);
    },
    close: () => {
      setIsAsking(false);
    },
    reset: () => void reset(),
  };
}

/** The office's text once more, as its next version; says how that went. */
function usePublishAgain(original: LetterTemplate): (own: LetterTemplate) => Promise<void> {
  const t = useMessages();
  const locale = useLocale();
  const toast = useToast();
  const { store } = useLoket();
  const execute = useOfficeCommand();
  const { key: letter, title } = original;
  return async (own) => {
    // Asked for now: another screen may have published meanwhile.
    const version = nextVersion(store.templates.versions(letter), letter);
    const template = toPublish(own, original);
    const problem = await execute({
      command: 'publish-letter-template',
      template,
      version,
      note: '',
    });
    if (problem === null) {
      toast({ text: t('template.reset.undone', { title, version }) });
      return;
    }
    const text = t('template.reset.failed', { reason: reasonOf(problem, locale) });
    toast({ tone: 'bad', text, seconds: 12 });
  };
}

function reasonOf(problem: CommandFailure, locale: Locale): string {
  switch (problem.kind) {
    case 'office-refused':
      return officeRefusalText(problem.refusal, locale);
    case 'refused':
      // A command about a request is never sent from here.
      return '';
    default:
      return translate(locale, describeFailure(problem).title);
  }
}
