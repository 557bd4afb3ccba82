import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackup, type Backup } from '../../electron/services/backup/service';
import { systemDisk, type Disk } from '../../electron/services/disk';
import { createFileStore, type FileStore } from '../../electron/services/files';
import { createJournal, type Journal } from '../../electron/services/journal';

/** What the person at the page agreed to. */
interface Allowed {
  readonly otherOffice?: boolean;
  readonly leaveOut?: boolean;
}

/** A data folder with a journal, files, drafts and keys, and an empty drive to back up to. */
export class BackupOffice {
  readonly dataFolder: string;
  readonly drive: string;
  readonly logged: object[] = [];
  /** The office's clock; tests move it. */
  clock = new Date('2026-11-27T02:00:00.000Z');
  journal: Journal;
  files: FileStore;
  backup: Backup;

  private constructor(readonly folder: string) {
    this.dataFolder = join(folder, 'data');
    this.drive = join(folder, 'drive');
    this.journal = this.openJournal();
    this.files = createFileStore({ folder: join(this.dataFolder, 'files') });
    this.backup = this.openBackup();
  }

  static async open(): Promise<BackupOffice> {
    const folder = await mkdtemp(join(tmpdir(), 'loket-backup-'));
    const office = new BackupOffice(folder);
    await mkdir(office.drive);
    await mkdir(office.dataFolder);
    return office;
  }

  readonly now = (): Date => this.clock;

  openJournal(): Journal {
    return createJournal({
      folder: join(this.dataFolder, 'journal'),
      now: this.now,
      log: () => undefined,
    });
  }

  /** The service as the shell makes it; `disk` stands between it and both folders. */
  openBackup(disk: Disk = systemDisk): Backup {
    return createBackup({
      dataFolder: this.dataFolder,
      version: '0.0.0-contoh',
      now: this.now,
      log: (entry) => void this.logged.push(entry),
      place: () => this.journal.place(),
      disk,
    });
  }

  /** Appends records to the journal. */
  async record(count: number, size = 40): Promise<void> {
    for (let made = 0; made < count; made += 1) {
      const place = await this.journal.service.head({});
      if (!place.ok) throw new Error(place.error.detail);
      const appended = await this.journal.service.append({
        expectedHead: place.value.head,
        id: randomUUID(),
        sealed: { scheme: 'plain', data: 'x'.repeat(size) },
      });
      if (!appended.ok) throw new Error(appended.error.detail);
    }
  }

  /** Stores a file; the answer is its path in the data folder. */
  async store(text: string): Promise<string> {
    const stored = await this.files.service.put({
      bytes: Buffer.from(text),
      subject: 'office',
    });
    if (!stored.ok) throw new Error(stored.error.detail);
    const { address } = stored.value;
    return `files/${address.slice(0, 2)}/${address.slice(2, 4)}/${address}`;
  }

  async write(path: string, text: string): Promise<void> {
    const whole = join(this.dataFolder, path);
    await mkdir(join(whole, '..'), { recursive: true });
    await writeFile(whole, text);
  }

  /** A small office: twelve records, three files, a draft, an authority, keys of staff and of two subjects. */
  async fill(): Promise<void> {
    await this.record(12);
    for (const name of ['satu', 'dua', 'tiga']) await this.store(`%PDF berkas ${name}`);
    await this.write(`drafts/${randomUUID()}.json`, '{"contoh":true}');
    await this.write(`pki/authorities/${'a'.repeat(64)}.crt`, 'sertifikat');
    await this.write('vault/keyring.json', '{"wraps":[1]}');
    await this.write(
      'vault/subject-keys.jsonl',
      '{"subject":"a","key":"ka"}\n{"subject":"b","key":"kb"}\n',
    );
  }

  async chooseDrive(): Promise<void> {
    const chosen = await this.backup.service.setTarget({ folder: this.drive });
    if (!chosen.ok || chosen.value.outcome !== 'set') throw new Error(JSON.stringify(chosen));
    await this.backup.idle();
  }

  /** Runs a backup to its end and tells how it ended. */
  async run(backup: Backup = this.backup) {
    const started = await backup.service.runNow({});
    if (!started.ok || started.value.outcome !== 'started')
      throw new Error(JSON.stringify(started));
    await backup.idle();
    const attempt = (await this.status(backup)).lastAttempt;
    if (attempt === null) throw new Error('no attempt is remembered');
    return attempt.outcome;
  }

  async rehearse() {
    await this.backup.service.rehearse({});
    await this.backup.idle();
    const { rehearsal } = await this.status();
    if (rehearsal === null) throw new Error('no rehearsal is remembered');
    return rehearsal.outcome;
  }

  /** Orders the restore of a snapshot, the newest unless named. */
  async order(snapshot?: string, backup: Backup = this.backup, allowed: Allowed = {}) {
    const newest = (await this.snapshots())[0];
    const wanted = { folder: this.drive, snapshot: snapshot ?? newest ?? '', ...allowed };
    await backup.service.restore(wanted);
    await backup.idle();
    const { restore } = await this.status(backup);
    if (restore === null) throw new Error('no restore is remembered');
    return restore.outcome;
  }

  async status(backup: Backup = this.backup) {
    const status = await backup.service.status({});
    if (!status.ok) throw new Error(status.error.detail);
    return status.value;
  }

  /** Names of the snapshots on the drive, newest first. */
  async snapshots(): Promise<readonly string[]> {
    const listed = await this.backup.service.listSnapshots({ folder: this.drive });
    if (!listed.ok || listed.value.outcome !== 'found') return [];
    return listed.value.snapshots.map(({ name }) => name);
  }

  /** Every file of the drive, by its path below `loket-se-backup`. */
  async onDrive(): Promise<readonly string[]> {
    return filesBelow(join(this.drive, 'loket-se-backup'));
  }

  /** All that a backup has to bring back, by path. */
  async contents(): Promise<Readonly<Record<string, string>>> {
    const contents: Record<string, string> = {};
    for (const path of await filesBelow(this.dataFolder)) {
      const isDerived = path === 'journal/index.json' || path.startsWith('files/tmp/');
      if (isDerived || !/^(journal|files|drafts|pki|vault)\//.test(path)) continue;
      contents[path] = await readFile(join(this.dataFolder, path), 'utf8');
    }
    return contents;
  }

  async close(): Promise<void> {
    await this.backup.close();
    await this.journal.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Files below a folder, with `/`, sorted; none when it is absent. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
