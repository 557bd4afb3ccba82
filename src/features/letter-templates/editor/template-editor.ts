import type { LetterTemplate } from '../../../domain/letters/letter-template';
import { SheetEditor } from '../../shared/sheet-editor';
import type { TemplateDraft } from '../template-draft';

/** The text of a paper being written. */
export class TemplateEditor extends SheetEditor<TemplateDraft> {
  /** Changes the text, after what was typed. */
  change(edit: (template: LetterTemplate) => LetterTemplate): void {
    this.settle();
    this.type((draft) => ({ ...draft, template: edit(draft.template) }), null);
  }
}
