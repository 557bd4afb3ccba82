import { z } from 'zod';
import { watchedFolderContract } from './watched-folder';

/**
 * The folder in which a scanner's own program, or a copier's "scan to folder", puts papers. Told
 * of each file: whether it is a whole PDF, JPEG or PNG.
 */
export const arrivalsContract = watchedFolderContract(z.enum(['paper', 'unreadable']));

export type ArrivalsLook = z.infer<typeof arrivalsContract.look.output>;
/** A file of the watched folder that stands still. */
export type ArrivedFile = Extract<ArrivalsLook, { outcome: 'looked' }>['files'][number];
