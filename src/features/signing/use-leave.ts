import { saveFile } from '../shared/save-file';
import { useLoket } from '../shared/loket-context';
import { useTrail } from '../shared/use-trail';
import type { OpenRequest } from '../request/open-request';
import type { FinalLetter } from '../request/print-letters';
import { fileNote } from '../request/stored-file-view';
import type { SignTask } from './use-sign-task';

/**
 * Lets a letter leave to be signed elsewhere: recorded first, then saved for the other program.
 * False where it was not recorded, or the file could not be read.
 */
export function useLeave(
  { state }: OpenRequest,
  { letter, file }: FinalLetter,
  { choice, begin }: SignTask,
): () => Promise<boolean> {
  const { host } = useLoket();
  const { allows } = useTrail();
  return async () => {
    if (choice.way === 'paper') return begin();
    const read = await host.files.get({ address: file.address });
    if (!read.ok) return false;
    if (!(await allows(fileNote('export', { requestId: state.id, letter })))) return false;
    if (!(await begin())) return false;
    saveFile(read.value.bytes, `${state.registerNumber}-${letter}.pdf`, 'application/pdf');
    return true;
  };
}
