import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import {
  RECOVERY_KEY_BYTES,
  parseRecoveryKey,
  recoveryKeyGroups,
} from '../../../src/domain/vault/recovery-key';
import { KEY_BYTES, openBytes, sealBytes } from './aes';
import { boxKey, makeHolderPair, openBox } from './key-box';
import { RECOVERY_HOLDER, type Keyring, type KeyringMember } from './keyring';
import { keyOfPassphrase, newSalt, type PassphraseCost } from './passphrase-key';
import type { DataKey } from './subject-keys';

/** What a member of staff is added with; the passphrase is used in the call and not kept. */
export interface NewMember {
  readonly memberId: string;
  readonly signInName: string;
  readonly passphrase: string;
}

/** A fresh random data key with an id of its own. */
export function makeDataKey(): DataKey {
  return { id: randomUUID(), bytes: new Uint8Array(randomBytes(KEY_BYTES)) };
}

/** A member's entry: a pair of keys, the private half under the passphrase. */
export async function makeMember(
  { memberId, signInName, passphrase }: NewMember,
  cost: PassphraseCost,
  initial: boolean,
): Promise<KeyringMember> {
  const { publicKey, privateKey } = makeHolderPair();
  return withPassphrase(
    { id: memberId, signInName, publicKey: base64(publicKey) },
    privateKey,
    passphrase,
    cost,
    initial,
  );
}

/** The entry with its private half under another passphrase; what it opens stays the same. */
export async function withPassphrase(
  member: Pick<KeyringMember, 'id' | 'signInName' | 'publicKey'>,
  privateKey: Uint8Array,
  passphrase: string,
  cost: PassphraseCost,
  initial: boolean,
): Promise<KeyringMember> {
  const { id, signInName, publicKey } = member;
  const salt = newSalt();
  const key = await keyOfPassphrase(passphrase, salt, cost);
  const sealed = sealBytes(key, boundOf('member', id), privateKey);
  return {
    id,
    signInName,
    initial,
    cost,
    salt: base64(salt),
    publicKey,
    privateKey: base64(sealed),
  };
}

/** The private half a passphrase opens; undefined for a wrong one. */
export async function openMember(
  { id, salt, cost, privateKey }: KeyringMember,
  passphrase: string,
): Promise<Uint8Array | undefined> {
  const key = await keyOfPassphrase(passphrase, bytesOf(salt), cost);
  return openBytes(key, boundOf('member', id), bytesOf(privateKey));
}

/** A fresh recovery key: its entry, and the groups to be printed, which are kept nowhere. */
export function makeRecovery(): {
  readonly recovery: Keyring['recovery'];
  readonly groups: readonly string[];
} {
  const printed = randomBytes(RECOVERY_KEY_BYTES);
  const salt = newSalt();
  const { publicKey, privateKey } = makeHolderPair();
  const sealed = sealBytes(recoveryWrap(printed, salt), boundOf(RECOVERY_HOLDER, ''), privateKey);
  return {
    recovery: {
      confirmed: false,
      salt: base64(salt),
      publicKey: base64(publicKey),
      privateKey: base64(sealed),
    },
    groups: recoveryKeyGroups(printed),
  };
}

/** The private half the printed key opens; undefined for a wrong one. */
export function openRecovery(
  { salt, privateKey }: Keyring['recovery'],
  typed: string,
): Uint8Array | undefined {
  const parsed = parseRecoveryKey(typed);
  if (!parsed.ok) return undefined;
  const key = recoveryWrap(parsed.value, bytesOf(salt));
  return openBytes(key, boundOf(RECOVERY_HOLDER, ''), bytesOf(privateKey));
}

/** The data key in a box for every holder of the ring. */
export function boxesFor(
  { members, recovery }: Pick<Keyring, 'members' | 'recovery'>,
  dataKey: DataKey,
): Keyring['keys'][number] {
  const holders = [...members, { id: RECOVERY_HOLDER, publicKey: recovery.publicKey }];
  const boxes = holders.map(({ id, publicKey }) => [
    id,
    base64(boxKey(bytesOf(publicKey), boundOf(dataKey.id, id), dataKey.bytes)),
  ]);
  return { id: dataKey.id, boxes: Object.fromEntries(boxes) as Record<string, string> };
}

/** The data keys a holder's private half opens, the current one last; undefined when any does not. */
export function openDataKeys(
  { keys }: Keyring,
  holder: string,
  privateKey: Uint8Array,
): readonly DataKey[] | undefined {
  const opened = keys.flatMap(({ id, boxes }) => {
    const box = boxes[holder];
    const bytes = box && openBox(privateKey, boundOf(id, holder), bytesOf(box));
    return bytes ? [{ id, bytes }] : [];
  });
  return opened.length === keys.length ? opened : undefined;
}

/** The printed key has 160 random bits: nothing to slow down, one derivation is enough. */
function recoveryWrap(printed: Uint8Array, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', printed, salt, 'loket-se recovery 1', KEY_BYTES));
}

function boundOf(purpose: string, holder: string): string {
  return JSON.stringify(['loket-se', 'key-ring', purpose, holder]);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}
