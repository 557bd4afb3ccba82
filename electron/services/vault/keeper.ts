import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Services } from '../../../src/contract/index';
import { fail, succeed, type Result } from '../../../src/contract/result';
import type { UnlockOutcome, VaultMember } from '../../../src/contract/vault';
import { parseRecoveryKey } from '../../../src/domain/vault/recovery-key';
import { cleanSignInName } from '../../../src/domain/vault/sign-in-name';
import type { Log } from '../../log';
import { errorCode, systemDisk, VAULT_LOCKED, type Disk } from '../disk';
import { createAttempts, type Attempts } from './attempts';
import { convertPlainFolder, recordsBeforeKeys } from './convert-plain';
import {
  boxesFor,
  makeDataKey,
  makeMember,
  makeRecovery,
  openDataKeys,
  openMember,
  openRecovery,
  withPassphrase,
  type NewMember,
} from './holders';
import {
  RECOVERY_HOLDER,
  readKeyring,
  settleKeyring,
  writeKeyring,
  type Keyring,
  type KeyringMember,
} from './keyring';
import { measuredCost, type PassphraseCost } from './passphrase-key';
import { plainStaff } from './plain-staff';
import { namedSubjects, SubjectKeys, type DataKey } from './subject-keys';

type Input<Verb extends keyof Services['vault']> = Parameters<Services['vault'][Verb]>[0];
type Output<Verb extends keyof Services['vault']> = Awaited<ReturnType<Services['vault'][Verb]>>;

/** Subjects of the shell's own keys; a page cannot ask for a name that begins so. */
export const OWN_SUBJECTS = {
  tokens: '#tokens',
  addresses: '#addresses',
  secrets: '#secrets',
  anchor: '#anchor',
} as const;

export interface KeeperOptions {
  readonly dataFolder: string;
  readonly now: () => Date;
  readonly log: Log;
  readonly disk?: Disk;
  /** How dear a passphrase is made; measured on this machine when left out. */
  readonly cost?: () => Promise<PassphraseCost>;
  /** Lets go of the journal's file before it is exchanged for a sealed one. */
  readonly releaseJournal?: () => Promise<void>;
}

/** What is known only while the vault is open. */
interface Opened {
  /** Every key a wrap may name, the current one last; two while a rotation is unfinished. */
  readonly dataKeys: readonly DataKey[];
  readonly subjects: SubjectKeys;
}

/** Thrown by keys asked for while nobody has opened them; `diskError` knows it by its code. */
class VaultLocked extends Error {
  readonly code = VAULT_LOCKED;
}

/** Holds the key ring and, once somebody opened it, the keys. Its methods are called one at a time. */
export class Keeper {
  private readonly disk: Disk;
  private readonly folder: string;
  private readonly attempts: Attempts;
  private opened: Opened | undefined;

  constructor(private readonly options: KeeperOptions) {
    this.disk = options.disk ?? systemDisk;
    this.folder = join(options.dataFolder, 'vault');
    this.attempts = createAttempts(this.disk, this.folder, options.now);
  }

  async describe(): Promise<Output<'describe'>> {
    const ring = await readKeyring(this.disk, this.folder);
    if (ring === null) {
      const { dataFolder } = this.options;
      const found = await recordsBeforeKeys(this.disk, dataFolder);
      return succeed({
        state: found === 'sealed' ? 'lost' : 'absent',
        members: [],
        recoveryConfirmed: false,
        plainStaff: found === 'plain' ? await plainStaff(this.disk, dataFolder) : null,
      });
    }
    if (await this.areKeysLost(ring)) {
      return succeed({ state: 'lost', members: [], recoveryConfirmed: false, plainStaff: null });
    }
    return succeed({
      state: this.opened === undefined ? 'locked' : 'open',
      members: ring.members.map(shownMember),
      recoveryConfirmed: ring.recovery.confirmed,
      plainStaff: null,
    });
  }

  async create(input: Input<'create'>): Promise<Output<'create'>> {
    const described = await this.describe();
    if (!described.ok || described.value.state !== 'absent') {
      return fail({ kind: 'input-refused', detail: 'vault:not-absent' });
    }
    const dataKey = makeDataKey();
    const { recovery, groups } = makeRecovery();
    const holders = {
      members: [await makeMember(clean(input), await this.cost(), false)],
      recovery,
    };
    const keys = [boxesFor(holders, dataKey)];
    await writeKeyring(this.disk, this.folder, {
      version: 1,
      officeId: randomUUID(),
      keys,
      ...holders,
      plainRecords: true,
    });
    await this.open([dataKey]);
    await this.sealPlainRecords();
    return succeed({ recoveryGroups: [...groups] });
  }

  async unlock({ memberId, passphrase }: Input<'unlock'>): Promise<Result<UnlockOutcome>> {
    const ring = await this.ring();
    const member = ring.members.find(({ id }) => id === memberId);
    if (member === undefined) return succeed({ outcome: 'unknown-member' });
    const opened = await this.guess(memberId, () => openMember(member, passphrase));
    if ('waitSeconds' in opened) return succeed(opened);
    await this.openWith(ring, memberId, opened.key);
    return succeed({
      outcome: 'open',
      member: shownMember(member),
      failedBefore: opened.failedBefore,
    });
  }

  async recover(input: Input<'recover'>): Promise<Output<'recover'>> {
    const ring = await this.ring();
    const parsed = parseRecoveryKey(input.recoveryKey);
    if (!parsed.ok) {
      const group = parsed.error.code === 'recovery-key-group' ? parsed.error.group : null;
      return succeed({ outcome: 'unreadable', group });
    }
    if (isTaken(ring, input)) return succeed({ outcome: 'name-taken' });
    const opened = await this.guess(RECOVERY_HOLDER, () =>
      Promise.resolve(openRecovery(ring.recovery, input.recoveryKey)),
    );
    if ('waitSeconds' in opened) return succeed(opened);
    await this.openWith(ring, RECOVERY_HOLDER, opened.key);
    await this.putMember(await this.ring(), input, false);
    return succeed({ outcome: 'open' });
  }

  async addMember(input: Input<'addMember'>): Promise<Output<'addMember'>> {
    if (this.opened === undefined) return locked();
    const ring = await this.ring();
    if (isTaken(ring, input)) return succeed({ outcome: 'name-taken' });
    await this.putMember(ring, input, true);
    return succeed({ outcome: 'added' });
  }

  async removeMember({ memberId }: Input<'removeMember'>): Promise<Output<'removeMember'>> {
    if (this.opened === undefined) return locked();
    await this.tryFinishRotation();
    const ring = await this.ring();
    const members = ring.members.filter(({ id }) => id !== memberId);
    if (members.length < ring.members.length) {
      // Whoever kept a copy of the ring as it was must not open what is sealed from now on.
      this.addDataKey();
      await this.write({ ...ring, members });
      await this.tryFinishRotation();
    }
    await this.attempts.succeeded(memberId);
    return succeed({});
  }

  async changePassphrase(input: Input<'changePassphrase'>): Promise<Result<UnlockOutcome>> {
    const ring = await this.ring();
    const member = ring.members.find(({ id }) => id === input.memberId);
    if (member === undefined) return succeed({ outcome: 'unknown-member' });
    const opened = await this.guess(member.id, () => openMember(member, input.current));
    if ('waitSeconds' in opened) return succeed(opened);
    const changed = await withPassphrase(member, opened.key, input.next, await this.cost(), false);
    const members = ring.members.map((one) => (one.id === changed.id ? changed : one));
    await writeKeyring(this.disk, this.folder, { ...ring, members });
    return succeed({
      outcome: 'open',
      member: shownMember(changed),
      failedBefore: opened.failedBefore,
    });
  }

  async renewRecoveryKey(): Promise<Output<'renewRecoveryKey'>> {
    if (this.opened === undefined) return locked();
    const { recovery, groups } = makeRecovery();
    await this.write({ ...(await this.ring()), recovery });
    return succeed({ recoveryGroups: [...groups] });
  }

  async confirmRecoveryKey(): Promise<Output<'confirmRecoveryKey'>> {
    const ring = await this.ring();
    const recovery = { ...ring.recovery, confirmed: true };
    await writeKeyring(this.disk, this.folder, { ...ring, recovery });
    return succeed({});
  }

  async keysOf({ subjects, create }: Input<'subjectKeys'>): Promise<Output<'subjectKeys'>> {
    if (this.opened === undefined) return locked();
    const { subjects: known } = this.opened;
    if (create) await known.create(subjects);
    return succeed({ keys: subjects.map((subject) => known.find(subject)) });
  }

  tokenKey(): Promise<Output<'tokenKey'>> {
    if (this.opened === undefined) return Promise.resolve(locked());
    return Promise.resolve(succeed({ key: new Uint8Array(this.required(OWN_SUBJECTS.tokens)) }));
  }

  async eraseSubjects({ subjects }: Input<'eraseSubjects'>): Promise<Output<'eraseSubjects'>> {
    if (this.opened === undefined) return locked();
    const erased = await this.opened.subjects.erase(subjects, this.options.now().toISOString());
    return succeed({ erased });
  }

  /** Both keys are in the ring until every subject's key is wrapped by the new one. */
  async rotate(): Promise<Output<'rotate'>> {
    if (this.opened === undefined) return locked();
    // One that failed half-way goes first: its two keys are both still needed.
    await this.finishRotation();
    this.addDataKey();
    const subjects = await this.finishRotation();
    return succeed({ keyId: this.opened.dataKeys.at(-1)?.id ?? '', subjects });
  }

  /** A subject's key, made where there is none. Throws while the vault is locked. */
  async makeKey(subject: string): Promise<Uint8Array> {
    if (this.opened === undefined) throw new VaultLocked();
    await this.opened.subjects.create([subject]);
    return this.required(subject);
  }

  /** The key of a subject; undefined while locked, unknown or destroyed. */
  find(subject: string): Uint8Array | undefined {
    const key = this.opened?.subjects.find(subject);
    return typeof key === 'string' ? undefined : key;
  }

  /** Whether the key of a subject was destroyed. Throws while the vault is locked. */
  isErased(subject: string): boolean {
    if (this.opened === undefined) throw new VaultLocked();
    return this.opened.subjects.isErased(subject);
  }

  /** The key of a subject that must be there. Throws while the vault is locked. */
  required(subject: string): Uint8Array {
    const key = this.find(subject);
    if (key === undefined) throw new VaultLocked();
    return key;
  }

  async close(): Promise<void> {
    await this.opened?.subjects.close();
    this.opened = undefined;
  }

  private cost(): Promise<PassphraseCost> {
    return (this.options.cost ?? measuredCost)();
  }

  private async ring(): Promise<Keyring> {
    const ring = await readKeyring(this.disk, this.folder);
    if (ring === null) throw new VaultLocked();
    return ring;
  }

  /** One guess of a holder's secret, after the wait that earlier wrong ones cost. */
  private async guess(
    holder: string,
    attempt: () => Promise<Uint8Array | undefined>,
  ): Promise<
    | { readonly key: Uint8Array; readonly failedBefore: number }
    | { readonly outcome: 'wait' | 'wrong'; readonly waitSeconds: number }
  > {
    const waitSeconds = await this.attempts.wait(holder);
    if (waitSeconds > 0) return { outcome: 'wait', waitSeconds };
    const key = await attempt();
    if (key === undefined) {
      this.options.log({ event: 'vault-guess-wrong', holder });
      return { outcome: 'wrong', waitSeconds: await this.attempts.failed(holder) };
    }
    return { key, failedBefore: await this.attempts.succeeded(holder) };
  }

  private async openWith(ring: Keyring, holder: string, privateKey: Uint8Array): Promise<void> {
    if (this.opened !== undefined) return;
    const dataKeys = openDataKeys(ring, holder, privateKey);
    if (dataKeys === undefined) throw new Error('keyring-box-damaged');
    // New keys in the place of lost ones would hide the loss, and find nothing again.
    if (await this.areKeysLost(ring)) throw new Error('subject-keys-lost');
    await this.open(dataKeys);
    await settleKeyring(this.disk, this.folder).catch(() => undefined);
    await this.tryFinishRotation();
    if (ring.plainRecords) await this.sealPlainRecords();
  }

  /** Sealed records beside a file of wrapped keys that lacks what every office has in it. */
  private async areKeysLost(ring: Keyring): Promise<boolean> {
    if (this.opened !== undefined || ring.plainRecords) return false;
    const named = await namedSubjects(this.disk, this.folder);
    if (named.has(OWN_SUBJECTS.tokens) && named.has(OWN_SUBJECTS.addresses)) return false;
    return (await recordsBeforeKeys(this.disk, this.options.dataFolder)) === 'sealed';
  }

  private async open(dataKeys: readonly DataKey[]): Promise<void> {
    const subjects = await SubjectKeys.load(this.disk, this.folder, dataKeys);
    await subjects.create(Object.values(OWN_SUBJECTS));
    this.opened = { dataKeys, subjects };
  }

  private async sealPlainRecords(): Promise<void> {
    await this.options.releaseJournal?.();
    await convertPlainFolder(this.disk, this.options.dataFolder, (subject) =>
      this.makeKey(subject),
    );
    await writeKeyring(this.disk, this.folder, { ...(await this.ring()), plainRecords: false });
  }

  /**
   * Both keys into the ring, every subject's key wrapped by the new one, then the old one out.
   * Failed anywhere it can be repeated; answers how many keys were wrapped anew.
   */
  private async finishRotation(): Promise<number> {
    if (this.opened === undefined) throw new VaultLocked();
    const { subjects, dataKeys } = this.opened;
    const dataKey = dataKeys.at(-1);
    if (dataKeys.length < 2 || dataKey === undefined) return 0;
    await this.write(await this.ring());
    const count = await subjects.rewrap(dataKey);
    this.opened = { dataKeys: [dataKey], subjects };
    await this.write(await this.ring());
    this.options.log({ event: 'vault-rotated', subjects: count });
    return count;
  }

  /** A new current data key beside the present one; with two of them there is one already. */
  private addDataKey(): void {
    if (this.opened === undefined || this.opened.dataKeys.length > 1) return;
    const dataKeys = [...this.opened.dataKeys, makeDataKey()];
    this.opened = { ...this.opened, dataKeys };
  }

  /** Where it fails both keys stay: the records open, and the next opening tries again. */
  private async tryFinishRotation(): Promise<void> {
    await this.finishRotation().catch((error: unknown) => {
      this.options.log({ event: 'vault-rotation-unfinished', code: errorCode(error) });
    });
  }

  private async putMember(ring: Keyring, input: NewMember, initial: boolean): Promise<void> {
    const member = await makeMember(clean(input), await this.cost(), initial);
    const others = ring.members.filter(({ id }) => id !== member.id);
    await this.write({ ...ring, members: [...others, member] });
    await this.attempts.succeeded(member.id);
  }

  /** Writes a ring whose holders changed: each gets the data keys in a box, others' boxes go. */
  private async write(ring: Keyring): Promise<void> {
    const dataKeys = this.opened?.dataKeys ?? [];
    const keys = dataKeys.map((dataKey) => boxesFor(ring, dataKey));
    await writeKeyring(this.disk, this.folder, { ...ring, keys });
  }
}

function locked(): Result<never> {
  return fail({ kind: 'vault-locked', detail: 'vault' });
}

function shownMember({ id, signInName, initial }: KeyringMember): VaultMember {
  return { id, signInName, initial };
}

function clean(input: NewMember): NewMember {
  return { ...input, signInName: cleanSignInName(input.signInName) };
}

function isTaken(ring: Keyring, { memberId, signInName }: NewMember): boolean {
  const wanted = cleanSignInName(signInName);
  return ring.members.some((one) => one.id !== memberId && one.signInName === wanted);
}
