import { fail, succeed, type Result, type ServiceError } from '../../contract/result';
import { guarded } from '../../store/guarded';

/** Something threw while it was done: nothing says that it was recorded. */
export interface ThrownFailure {
  readonly kind: 'not-recorded';
  readonly error: ServiceError;
}

/**
 * Does the work and gives back its result; an exception (a database that does not open, a
 * fault of the program) becomes a failure the screen can tell, instead of a silent end.
 */
export async function thrownAsFailure<Value, Failure = never>(
  work: () => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | ThrownFailure>> {
  const done = await guarded(async () => succeed(await work()));
  return done.ok ? done.value : fail({ kind: 'not-recorded', error: done.error });
}

/** Bytes of a file that is handed to the shell in one piece: less than the loopback takes. */
export const LARGEST_CHECKED = 60_000_000;

/** The bytes of a chosen file; null when it was moved, removed or locked since. */
export async function readChosen(
  file: Pick<File, 'arrayBuffer'>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
