import type { Sop } from '../../../domain/sop/sop';
import { SheetEditor } from '../../shared/sheet-editor';
import type { SopDraft } from '../sop-draft';

/** What stands in the editor, whole: what its draft keeps. */
export type Sheet = SopDraft;

/** The SOP being written. */
export class SopEditor extends SheetEditor<Sheet> {
  /** Changes the SOP, after what was typed. */
  change(edit: (sop: Sop) => Sop): void {
    this.settle();
    this.type((sheet) => ({ ...sheet, sop: edit(sheet.sop) }), null);
  }
}
