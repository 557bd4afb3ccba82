import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { Disk } from '../disk';
import { KEY_BYTES, openBytes, sealBytes } from './aes';
import { KeyFile } from './key-file';

/** Never kept in an older version (docs/vault.md): a key destroyed here is destroyed. */
export const SUBJECT_KEYS_FILE = 'subject-keys.jsonl';
/** The same lines once more; never older than the file by more than a kill in between. */
export const SUBJECT_KEYS_COPY = 'subject-keys.copy.jsonl';

const lineSchema = z.union([
  z.object({ subject: z.string(), keyId: z.string(), wrap: z.base64() }),
  z.object({ subject: z.string(), destroyed: z.literal(true), at: z.string() }),
]);
type Line = z.infer<typeof lineSchema>;

/** A data key and the id by which wraps name it. */
export interface DataKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

type Lines = ReadonlyMap<string, Line>;

interface Pair {
  readonly main: KeyFile;
  readonly copy: KeyFile;
}

function pairIn(disk: Disk, folder: string): Pair {
  const [main, copy] = [SUBJECT_KEYS_FILE, SUBJECT_KEYS_COPY] as const;
  return {
    main: new KeyFile(disk, join(folder, main)),
    copy: new KeyFile(disk, join(folder, copy)),
  };
}

/** Names of the subjects that have a key or had one; readable while the vault is locked. */
export async function namedSubjects(disk: Disk, folder: string): Promise<ReadonlySet<string>> {
  return new Set((await readPair(pairIn(disk, folder))).all.keys());
}

/** The lines of file and copy, and all of both: what is destroyed in either is destroyed. */
async function readPair({ main, copy }: Pair) {
  const copied = linesOf(await copy.read().catch(() => ''));
  const written = linesOf(
    await main.read().catch((error: unknown) => {
      if (copied.size === 0) throw error;
      return '';
    }),
  );
  const all = new Map(copied);
  for (const [subject, line] of written) {
    const other = all.get(subject);
    if (other === undefined || !('destroyed' in other)) all.set(subject, line);
  }
  return { written, copied, all };
}

/**
 * The key of each subject, wrapped by the data key: one JSON line each, appended and flushed
 * before a key is used; rewritten whole when keys are destroyed or the data key is replaced.
 * A second file holds the same lines, for a disk that loses the first or a part of it; a
 * destruction counts as done when the key is gone from both. Its methods are called one at a
 * time.
 */
export class SubjectKeys {
  private readonly lines = new Map<string, Line>();
  private readonly opened = new Map<string, Uint8Array<ArrayBuffer>>();
  /** The copy may hold other lines than the file. */
  private isCopyBehind = false;

  private constructor(
    private readonly files: Pair,
    private dataKeys: readonly DataKey[],
  ) {}

  /** Reads both files and mends either by the other; `dataKeys` holds the current key last. */
  static async load(
    disk: Disk,
    folder: string,
    dataKeys: readonly DataKey[],
  ): Promise<SubjectKeys> {
    await disk.makeFolder(folder);
    const keys = new SubjectKeys(pairIn(disk, folder), dataKeys);
    const { written, copied, all } = await readPair(keys.files);
    for (const [subject, line] of all) keys.lines.set(subject, line);
    keys.isCopyBehind = !areSame(copied, all);
    // Best effort: a full disk must not keep the records closed; all of it is known by now.
    if (!areSame(written, all)) await keys.files.main.replace(textOf(all)).catch(() => undefined);
    await keys.settleCopy().catch(() => undefined);
    return keys;
  }

  /** The key of a subject; `erased` when it was destroyed, `unknown` when there never was one. */
  find(subject: string): Uint8Array<ArrayBuffer> | 'erased' | 'unknown' {
    const known = this.opened.get(subject);
    if (known !== undefined) return known;
    const line = this.lines.get(subject);
    if (line === undefined) return 'unknown';
    if ('destroyed' in line) return 'erased';
    const dataKey = this.dataKeys.find(({ id }) => id === line.keyId);
    const key =
      dataKey && openBytes(dataKey.bytes, boundOf(line), Buffer.from(line.wrap, 'base64'));
    if (key === undefined) throw new Error('subject-key-damaged');
    this.opened.set(subject, key);
    return key;
  }

  /** Whether the key of a subject was destroyed. */
  isErased(subject: string): boolean {
    const line = this.lines.get(subject);
    return line !== undefined && 'destroyed' in line;
  }

  /** Makes keys for those subjects that have none, in one flushed write. */
  async create(subjects: readonly string[]): Promise<void> {
    const missing = [...new Set(subjects)].filter((subject) => !this.lines.has(subject));
    if (missing.length === 0) return;
    const made = missing.map((subject) => ({
      subject,
      key: new Uint8Array(randomBytes(KEY_BYTES)),
    }));
    const current = this.dataKeys.at(-1);
    if (current === undefined) throw new Error('no-data-key');
    const lines = new Map(made.map(({ subject, key }) => [subject, lineOf(current, subject, key)]));
    await this.files.main.append(textOf(lines));
    for (const [subject, line] of lines) this.lines.set(subject, line);
    for (const { subject, key } of made) this.opened.set(subject, key);
    try {
      if (!this.isCopyBehind) await this.files.copy.append(textOf(lines));
      await this.settleCopy();
    } catch {
      // The key is on the disk; its copy is written with the next change or at the next opening.
      this.isCopyBehind = true;
    }
  }

  /** Destroys keys for good; answers how many there were. */
  async erase(subjects: readonly string[], at: string): Promise<number> {
    const doomed = subjects.filter((subject) => {
      const line = this.lines.get(subject);
      return line !== undefined && 'wrap' in line;
    });
    if (doomed.length === 0) {
      await this.settleCopy();
      return 0;
    }
    const lines = new Map(this.lines);
    for (const subject of doomed) lines.set(subject, { subject, destroyed: true, at });
    await this.rewrite(lines);
    for (const subject of doomed) this.opened.delete(subject);
    return doomed.length;
  }

  /** Wraps every key anew under the given data key; answers how many. Until then both open. */
  async rewrap(dataKey: DataKey): Promise<number> {
    const others = this.dataKeys.filter(({ id }) => id !== dataKey.id);
    this.dataKeys = [dataKey, ...others];
    const subjects = [...this.lines.values()].filter((line) => 'wrap' in line);
    const lines = new Map(this.lines);
    for (const { subject } of subjects) {
      const key = this.find(subject);
      if (typeof key !== 'string') lines.set(subject, lineOf(dataKey, subject, key));
    }
    await this.rewrite(lines);
    this.dataKeys = [dataKey];
    return subjects.length;
  }

  async close(): Promise<void> {
    await this.files.main.close();
    await this.files.copy.close();
  }

  private async rewrite(lines: Lines): Promise<void> {
    this.isCopyBehind = true;
    await this.files.main.replace(textOf(lines));
    await this.files.copy.replace(textOf(lines));
    this.isCopyBehind = false;
    for (const [subject, line] of lines) this.lines.set(subject, line);
  }

  private async settleCopy(): Promise<void> {
    if (!this.isCopyBehind) return;
    await this.files.copy.replace(textOf(this.lines));
    this.isCopyBehind = false;
  }
}

function lineOf(dataKey: DataKey, subject: string, key: Uint8Array): Line {
  const line = { subject, keyId: dataKey.id };
  const wrap = Buffer.from(sealBytes(dataKey.bytes, boundOf(line), key)).toString('base64');
  return { ...line, wrap };
}

function boundOf({ subject, keyId }: { readonly subject: string; readonly keyId: string }): string {
  return JSON.stringify(['loket-se', 'subject-key', subject, keyId]);
}

function textOf(lines: Lines): string {
  return [...lines.values()].map((line) => `${JSON.stringify(line)}\n`).join('');
}

function linesOf(text: string): Lines {
  const lines = text.split('\n').flatMap((one) => parseLine(one) ?? []);
  return new Map(lines.map((line) => [line.subject, line]));
}

function areSame(one: Lines, other: Lines): boolean {
  const isSame = ([subject, line]: readonly [string, Line]): boolean =>
    JSON.stringify(other.get(subject)) === JSON.stringify(line);
  return one.size === other.size && [...one].every(isSame);
}

function parseLine(text: string): Line | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
