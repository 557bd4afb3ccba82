import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fail, succeed, type Result } from '../../../src/contract/result';
import { LARGEST_CRL, readCrl, type Crl } from '../../../src/domain/pki/crl';
import { derOfText } from './der-of-text';
import type { Log } from '../../log';
import { errorCode, replaceFile, type Disk } from '../disk';
import type { PublicLine } from './public-line';

/** A list that is at hand, with where it comes from. */
export interface HeldCrl {
  readonly crl: Crl;
  readonly address: string;
  /** SHA-256 of the bytes as they came. */
  readonly sha256: string;
  readonly isFromCache: boolean;
}

/** Why a list could not be had, as a code. */
export interface CrlLack {
  readonly address: string;
  readonly detail: string;
}

export interface CrlCache {
  /**
   * The list of an address: the kept one while it holds (`nextUpdate`), else a new one when the
   * network may be used, else the kept one although it is out of date.
   */
  readonly get: (
    address: string,
    options: { readonly useNetwork: boolean; readonly allowPrivate: boolean },
  ) => Promise<HeldCrl | CrlLack>;
}

/** A list without an end is asked for again after a day. */
const DAY = 24 * 60 * 60 * 1000;
/** Lists kept at most that are read for a verification. */
const MOST_HELD = 20;

function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A list from its address; a failure is a code. */
async function fetchList(
  line: PublicLine,
  url: string,
  allowPrivate: boolean,
): Promise<Result<{ readonly bytes: Uint8Array; readonly crl: Crl }, string>> {
  const exchange = await line({
    url,
    method: 'GET',
    accept: 'application/pkix-crl, application/x-pkcs7-crl, */*',
    maxAnswerBytes: LARGEST_CRL,
    allowPrivate,
  });
  if (exchange.kind !== 'answer') {
    return fail(exchange.kind === 'no-token' ? exchange.kind : exchange.detail);
  }
  const { status, body } = exchange.answer;
  if (status !== 200) return fail(`http-${String(status)}`);
  const bytes = derOfText(body);
  const crl = readCrl(bytes);
  return crl.ok ? succeed({ bytes, crl: crl.value }) : crl;
}

async function readKept(
  { disk, log }: { readonly disk: Disk; readonly log: Log },
  path: string,
  address: string,
): Promise<HeldCrl | null> {
  try {
    const found = await disk.find(path);
    if (found === undefined || found.size > LARGEST_CRL) return null;
    const bytes = await disk.read(path);
    const crl = readCrl(bytes);
    if (!crl.ok) return null;
    return { crl: crl.value, address, sha256: sha256Of(bytes), isFromCache: true };
  } catch (error) {
    log({ event: 'crl-unreadable', code: errorCode(error) });
    return null;
  }
}

/** Every list that is kept under `folder`; those that cannot be read are left out. */
export async function readHeldLists(means: {
  readonly folder: string;
  readonly disk: Disk;
  readonly log: Log;
}): Promise<readonly HeldCrl[]> {
  const { folder, disk } = means;
  const names = (await disk.list(folder).catch(() => []))
    .filter((name) => /^[0-9a-f]{64}\.crl$/.test(name))
    .slice(0, MOST_HELD);
  const held = await Promise.all(names.map((name) => readKept(means, join(folder, name), '')));
  return held.filter((crl) => crl !== null);
}

/** Lists under `folder`, one file per address, its name a hash: an address may name an office. */
export function createCrlCache(options: {
  readonly folder: string;
  readonly disk: Disk;
  readonly line: PublicLine;
  readonly now: () => number;
  readonly log: Log;
}): CrlCache {
  const { folder, disk, line, now, log } = options;
  const pathOf = (address: string): string => join(folder, `${sha256Of(address)}.crl`);

  async function keep(address: string, bytes: Uint8Array): Promise<void> {
    try {
      await disk.makeFolder(folder);
      await replaceFile(disk, pathOf(address), bytes);
    } catch (error) {
      // It can be fetched again.
      log({ event: 'crl-not-kept', code: errorCode(error) });
    }
  }

  async function fetchNew(address: string, allowPrivate: boolean): Promise<HeldCrl | CrlLack> {
    const fetched = await fetchList(line, address, allowPrivate);
    if (!fetched.ok) return { address, detail: fetched.error };
    const { bytes, crl } = fetched.value;
    await keep(address, bytes);
    return { crl, address, sha256: sha256Of(bytes), isFromCache: false };
  }

  return {
    get: async (address, { useNetwork, allowPrivate }) => {
      const kept = await readKept({ disk, log }, pathOf(address), address);
      const end = kept === null ? 0 : (kept.crl.nextUpdate ?? kept.crl.thisUpdate + DAY);
      if (kept !== null && now() < end) return kept;
      const lack: CrlLack = { address, detail: 'not-fetched' };
      const fetched = useNetwork ? await fetchNew(address, allowPrivate) : lack;
      // An older list still tells of every revocation up to then.
      const isOlder =
        kept !== null && 'crl' in fetched && fetched.crl.thisUpdate < kept.crl.thisUpdate;
      return kept !== null && (isOlder || !('crl' in fetched)) ? kept : fetched;
    },
  };
}
