import { sopFileName, sopFileText } from '../../domain/sop/sop-file';
import type { Sop } from '../../domain/sop/sop';
import { saveFile } from '../shared/save-file';

/** Hands an SOP to the browser's saving of files; gives back the name it is saved under. */
export function saveSopFile(sop: Sop): string {
  const name = sopFileName(sop);
  saveFile(new TextEncoder().encode(sopFileText(sop)), name, 'application/json');
  return name;
}
