import { z } from 'zod';
import { watchedFolderContract } from './watched-folder';

/**
 * The folder in which another program puts letters it signed. Told of each PDF: whether it reads
 * as one, and bears a signature; nothing is said of whose or which letter.
 */
export const returnsContract = watchedFolderContract(z.enum(['signed', 'unsigned', 'unreadable']));

export type ReturnFolderLook = z.infer<typeof returnsContract.look.output>;
/** A PDF of the watched folder that stands still. */
export type FoundFile = Extract<ReturnFolderLook, { outcome: 'looked' }>['files'][number];
