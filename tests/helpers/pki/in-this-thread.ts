import { systemDisk } from '../../../electron/services/disk';
import { checkDocument } from '../../../electron/services/pki/check-document';
import type { DocumentChecker } from '../../../electron/services/pki/document-checker';

/** Checks documents in the thread of the test, without a deadline. */
export const inThisThread: DocumentChecker = {
  check: (task) => checkDocument(task, { disk: systemDisk, log: () => undefined }),
  close: () => Promise.resolve(),
};
