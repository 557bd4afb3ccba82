import { createContext, useContext } from 'react';
import type { LetterTemplate } from '../../../domain/letters/letter-template';
import type { TemplateFault, TemplateSpeech } from '../template-words';
import type { TemplateEditor } from './template-editor';

/** What every part of the editor works with. */
export interface TemplateDesk {
  readonly editor: TemplateEditor;
  readonly template: LetterTemplate;
  /** In the order of the paper. */
  readonly faults: readonly TemplateFault[];
  readonly speech: TemplateSpeech;
  /** Goes to the field of a dotted path and gives it the focus. */
  readonly goTo: (path: string) => void;
}

export const TemplateContext = createContext<TemplateDesk | null>(null);

/** The open editor. Throws outside its page: a programming error. */
export function useTemplateDesk(): TemplateDesk {
  const desk = useContext(TemplateContext);
  if (!desk) throw new Error('useTemplateDesk outside TemplateContext');
  return desk;
}
