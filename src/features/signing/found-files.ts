import type { Result } from '../../contract/result';
import type { FoundFile } from '../../contract/returns';
import type { ReturnedFault, ReturnedFile } from './returned-file';

/** What a file of the watched folder is for one letter. */
export interface JudgedFile {
  readonly name: string;
  readonly sha256: string;
  /** `fits` is taken by itself; `rewritten` and one of several by a person alone. */
  readonly verdict:
    | 'fits'
    | 'rewritten'
    | 'unsigned'
    | 'too-large'
    | 'changed'
    | Exclude<ReturnedFault, 'not-a-pdf'>;
  /** Only of `fits` and `rewritten`. */
  readonly file: ReturnedFile | null;
}

/** A file that is the letter with one signature more. */
export type FittingFile = JudgedFile & { readonly file: ReturnedFile };

/** What was made of the bytes of a file; null where they were others by then. */
export type Inspected = Result<ReturnedFile, ReturnedFault> | null;

/** A file of the folder with what its bytes proved to be; pure. */
export function judge({ name, sha256, finding }: FoundFile, inspected: Inspected): JudgedFile {
  const told = (verdict: JudgedFile['verdict']): JudgedFile => ({
    name,
    sha256,
    verdict,
    file: null,
  });
  if (finding !== 'signed') return told(finding);
  if (inspected === null) return told('changed');
  if (!inspected.ok) return told(inspected.error === 'not-a-pdf' ? 'unreadable' : inspected.error);
  const { value: file } = inspected;
  return { name, sha256, verdict: file.keepsOriginal ? 'fits' : 'rewritten', file };
}

/** What is to be done with a folder's files. */
export interface FolderDecision {
  /** The one file that is taken without asking; null where a person decides, or nothing fits. */
  readonly take: FittingFile | null;
  /** Files of which a person chooses one: written anew, or several that fit. */
  readonly choices: readonly FittingFile[];
  /** Files that are left where they are. */
  readonly others: readonly JudgedFile[];
}

/**
 * The one file that is the letter, byte for byte, with one signature more is taken by itself.
 * Copies of it count once; where two different files fit, or the only one was written anew,
 * nothing is taken and a person is asked; pure.
 */
export function decideFolder(files: readonly JudgedFile[]): FolderDecision {
  const unique = [...new Map(files.map((file) => [file.sha256 + file.verdict, file])).values()];
  const able = unique.filter((one): one is FittingFile => one.file !== null);
  const [only] = able;
  const isClear = able.length === 1 && only?.verdict === 'fits';
  return {
    take: isClear ? only : null,
    choices: able,
    others: files.filter(({ file }) => file === null),
  };
}
