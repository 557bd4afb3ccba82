import type { Services } from '../../src/contract/index';
import type { Result } from '../../src/contract/result';
import { createOneAtATime } from '../../src/domain/one-at-a-time';
import { onDisk } from './disk';
import { sealedFiles, type FileSealing } from './file-sealing';
import { Keeper, OWN_SUBJECTS, type KeeperOptions } from './vault/keeper';

export interface Vault {
  readonly service: Services['vault'];
  /** Seals and opens stored files; refuses while the vault is locked. */
  readonly files: FileSealing;
  /** The key of one of the shell's own purposes; null while the vault is locked. */
  readonly ownKey: (purpose: keyof typeof OWN_SUBJECTS) => Uint8Array | null;
  readonly close: () => Promise<void>;
}

/**
 * The office's keys under `vault/` of the data folder (docs/vault.md). What changes the key
 * ring is done one after the other; keys live in this process only, from the first sign-in
 * until it ends.
 */
export function createVault(options: KeeperOptions): Vault {
  const keeper = new Keeper(options);
  const oneAtATime = createOneAtATime();
  const inTurn =
    <Input, Value>(name: string, work: (input: Input) => Promise<Result<Value>>) =>
    (input: Input): Promise<Result<Value>> =>
      oneAtATime(() => onDisk(`vault/${name}`, () => work(input)));
  return {
    service: {
      describe: inTurn('describe', () => keeper.describe()),
      create: inTurn('create', (input) => keeper.create(input)),
      unlock: inTurn('unlock', (input) => keeper.unlock(input)),
      recover: inTurn('recover', (input) => keeper.recover(input)),
      addMember: inTurn('addMember', (input) => keeper.addMember(input)),
      removeMember: inTurn('removeMember', (input) => keeper.removeMember(input)),
      changePassphrase: inTurn('changePassphrase', (input) => keeper.changePassphrase(input)),
      renewRecoveryKey: inTurn('renewRecoveryKey', () => keeper.renewRecoveryKey()),
      confirmRecoveryKey: inTurn('confirmRecoveryKey', () => keeper.confirmRecoveryKey()),
      subjectKeys: inTurn('subjectKeys', (input) => keeper.keysOf(input)),
      tokenKey: inTurn('tokenKey', () => keeper.tokenKey()),
      eraseSubjects: inTurn('eraseSubjects', (input) => keeper.eraseSubjects(input)),
      rotate: inTurn('rotate', () => keeper.rotate()),
    },
    files: sealedFiles({
      addressKey: () => keeper.required(OWN_SUBJECTS.addresses),
      makeKey: (subject) => oneAtATime(() => keeper.makeKey(subject)),
      findKey: (subject) => keeper.find(subject),
      isErased: (subject) => keeper.isErased(subject),
    }),
    ownKey: (purpose) => keeper.find(OWN_SUBJECTS[purpose]) ?? null,
    close: () => oneAtATime(() => keeper.close()),
  };
}
