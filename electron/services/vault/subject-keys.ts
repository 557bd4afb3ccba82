import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile, type Disk, type DiskFile } from '../disk';
import { KEY_BYTES, openBytes, sealBytes } from './aes';

/** Never kept in an older copy (docs/vault.md): a key destroyed here is destroyed. */
export const SUBJECT_KEYS_FILE = 'subject-keys.jsonl';

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

/**
 * The key of each subject, wrapped by the data key: one JSON line each, appended and flushed
 * before a key is used; rewritten whole when keys are destroyed or the data key is replaced.
 * Its methods are called one at a time.
 */
export class SubjectKeys {
  private readonly lines = new Map<string, Line>();
  private readonly opened = new Map<string, Uint8Array<ArrayBuffer>>();
  private file: DiskFile | undefined;
  private size = 0;

  private constructor(
    private readonly disk: Disk,
    private readonly path: string,
    private dataKeys: readonly DataKey[],
  ) {}

  /** Reads the file; `dataKeys` holds the current key last. A torn last line never counted. */
  static async load(
    disk: Disk,
    folder: string,
    dataKeys: readonly DataKey[],
  ): Promise<SubjectKeys> {
    const keys = new SubjectKeys(disk, join(folder, SUBJECT_KEYS_FILE), dataKeys);
    await disk.makeFolder(folder);
    if ((await disk.find(keys.path)) !== undefined) keys.read(await disk.read(keys.path));
    return keys;
  }

  private read(bytes: Uint8Array): void {
    const whole = Buffer.from(bytes).subarray(0, bytes.lastIndexOf(10) + 1);
    this.size = whole.length;
    for (const text of whole.toString('utf8').split('\n')) {
      const line = parseLine(text);
      if (line !== undefined) this.lines.set(line.subject, line);
    }
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
    const file = (this.file ??= await this.openFile());
    const lines = made.map(({ subject, key }) => lineOf(current, subject, key));
    const bytes = Buffer.from(textOf(lines));
    await file.truncate(this.size);
    await file.write(this.size, bytes);
    await file.sync();
    this.size += bytes.length;
    for (const line of lines) this.lines.set(line.subject, line);
    for (const { subject, key } of made) this.opened.set(subject, key);
  }

  /** Destroys keys for good; answers how many there were. */
  async erase(subjects: readonly string[], at: string): Promise<number> {
    const doomed = subjects.filter((subject) => {
      const line = this.lines.get(subject);
      return line !== undefined && 'wrap' in line;
    });
    if (doomed.length === 0) return 0;
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
    await this.file?.close();
    this.file = undefined;
  }

  private async rewrite(lines: ReadonlyMap<string, Line>): Promise<void> {
    await this.close();
    const bytes = Buffer.from(textOf([...lines.values()]));
    await replaceFile(this.disk, this.path, bytes);
    this.size = bytes.length;
    for (const [subject, line] of lines) this.lines.set(subject, line);
  }

  private async openFile(): Promise<DiskFile> {
    const exists = (await this.disk.find(this.path)) !== undefined;
    // A rewrite that was answered with a failure may have taken place all the same.
    if (exists) this.read(await this.disk.read(this.path));
    return this.disk.open(this.path, exists ? 'existing' : 'create');
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

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function parseLine(text: string): Line | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
