import { inspectInWorker } from '../../documents/inspection-client';
import type { Inspection } from '../../documents/inspection-protocol';
import { needsPassword } from '../../ui/viewers/pdf-document';

/** Looks through a paper before it is kept or shown. */
export type InspectPaper = (bytes: Uint8Array) => Promise<Inspection>;

/**
 * What a paper is and could do; refused with the reason where it is not to be kept or shown. A
 * PDF that is sealed with a password is opened to see whether it can be read without one.
 */
export const inspectPaper: InspectPaper = async (bytes) => {
  const found = await inspectInWorker(bytes);
  if (!found.ok || !found.value.isEncrypted || !(await needsPassword(bytes))) return found;
  return { ok: false, error: { code: 'pdf-locked' } };
};
