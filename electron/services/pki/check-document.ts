import { join } from 'node:path';
import type { DocumentReport } from '../../../src/contract/pki';
import type { Statement } from '../../../src/domain/signatures/trust';
import { verifyDocument } from '../../../src/domain/signatures/verify-document';
import type { Log } from '../../log';
import type { Disk } from '../disk';
import { createAuthorityStore, sortAuthorities } from './authority-store';
import { readHeldLists, type HeldCrl } from './crl-cache';
import { nodePkiCrypto } from './node-crypto';

/** What a check rests on. */
export interface CheckTask {
  readonly bytes: Uint8Array;
  /** Holds `authorities` and `lists`; null where only the signatures themselves count. */
  readonly folder: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Kept lists that are read when a document is checked. */
const MOST_LISTS = 8;

function statementOf({ crl, sha256 }: HeldCrl): Statement {
  const from = { address: null, sha256, entries: crl.size, isFromCache: true };
  return { kind: 'crl', crl, from: { source: 'crl', ...from } };
}

/**
 * Checks a document in the thread that calls it: whoever calls it with a file from outside calls
 * it in a thread that can be ended (`document-checker.ts`).
 */
export async function checkDocument(
  { bytes, folder, now }: CheckTask,
  means: { readonly disk: Disk; readonly log: Log },
): Promise<DocumentReport> {
  const rests = { now, crypto: nodePkiCrypto };
  if (folder === null) {
    return verifyDocument(bytes, { anchors: [], pool: [], statements: [], ...rests });
  }
  const authorities = createAuthorityStore({ folder: join(folder, 'authorities'), ...means });
  const { anchors, between } = sortAuthorities(await authorities.all());
  const held = await readHeldLists({ folder: join(folder, 'lists'), ...means });
  const whole = held.filter(({ crl }) => crl.deltaBase === null);
  const statements = whole.slice(0, MOST_LISTS).map(statementOf);
  return verifyDocument(bytes, { anchors, pool: between, statements, ...rests });
}
