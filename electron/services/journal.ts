import { join } from 'node:path';
import type { Services } from '../../src/contract/index';
import type { JournalHead, JournalNotice, JournalRecord } from '../../src/contract/journal';
import { fail, succeed, type Result } from '../../src/contract/result';
import { createOneAtATime } from '../../src/domain/one-at-a-time';
import type { Log } from '../log';
import { errorCode, onDisk, systemDisk, type Disk, type DiskFile } from './disk';
import { AnchorKeeper } from './journal-anchor';
import { emptyFileIndex, withRecord, type FileIndex } from './journal-index';
import {
  emptyHead,
  openJournalFolder,
  saveIndex,
  setTornAside,
  type OpenJournal,
} from './journal-opening';
import { readRecords } from './journal-reading';
import { hashOfRecord, lineOfRecord } from './journal-record';
import { verifyNext, type MonthFile } from './journal-verifying';

/** How far the journal had got at one moment: all a copy of it needs to be consistent. */
export interface JournalPlace {
  readonly head: JournalHead;
  /** The month files in their order, each with the bytes of its whole lines. */
  readonly months: readonly { readonly name: string; readonly size: number }[];
  /** Lines in all, and how many of them do not fit the chain. */
  readonly lines: number;
  readonly broken: number;
}

export interface Journal {
  readonly service: Services['journal'];
  /** Where the journal stands between two appends. */
  readonly place: () => Promise<Result<JournalPlace>>;
  /** Waits for the appends under way and closes the file. */
  readonly close: () => Promise<void>;
}

type AppendInput = Parameters<Services['journal']['append']>[0];
type Acknowledgement = Omit<JournalRecord, 'sealed'>;

const saveIndexEvery = 512;

/**
 * The journal under `folder`: hash-chained records, one JSON line each, one file per month of
 * the shell's clock (UTC). An append answers after the line is flushed; whatever fails leaves
 * the file as it was. A clock set back does not reopen an earlier month: the order of the
 * files is the order of the records.
 */
export function createJournal(options: {
  readonly folder: string;
  readonly now: () => Date;
  readonly log: Log;
  readonly disk?: Disk;
  /** The key that protects the anchor beside the folder; an unkeyed anchor when left out. */
  readonly anchorKey?: () => Uint8Array | null;
}): Journal {
  const { folder, now, log, disk = systemDisk, anchorKey: key = () => null } = options;
  const anchor = new AnchorKeeper({ disk, path: `${folder}-anchor.json`, key, now, log });
  const writer = new JournalWriter(disk, folder, now, log, anchor);
  const oneAtATime = createOneAtATime();
  return {
    service: {
      append: (input) =>
        oneAtATime(() => onDisk(`journal/append ${input.id}`, () => writer.append(input))),
      read: ({ after, limit }) =>
        onDisk('journal/read', async () => {
          const journal = await oneAtATime(() => writer.opened());
          const { disk, folder } = writer;
          return succeed({
            records: await readRecords(disk, folder, journal.files, after, limit),
            head: headOf(journal),
          });
        }),
      head: () =>
        oneAtATime(() =>
          onDisk('journal/head', async () => {
            const journal = await writer.opened();
            return succeed({ head: headOf(journal), notices: writer.notices(journal) });
          }),
        ),
      verify: ({ from }) =>
        onDisk('journal/verify', async () => {
          const seen = await oneAtATime(() => writer.seen());
          return succeed(await verifyNext(disk, folder, seen, anchor, from));
        }),
      checkpoint: () =>
        onDisk('journal/checkpoint', async () => {
          await oneAtATime(() => writer.opened());
          return succeed({ kept: anchor.kept() });
        }),
      keepCheckpoint: ({ to }) =>
        onDisk('journal/keepCheckpoint', async () => {
          await oneAtATime(() => writer.opened());
          anchor.keep(to);
          return succeed({});
        }),
    },
    place: () =>
      oneAtATime(() =>
        onDisk('journal/place', async () => succeed(placeOf(await writer.opened()))),
      ),
    close: () =>
      oneAtATime(async () => {
        await writer.close();
        await anchor.close();
      }),
  };
}

/** The one writer of the journal; its methods are called one at a time. */
class JournalWriter {
  private journal: OpenJournal | undefined;
  private current: { readonly name: string; readonly file: DiskFile } | undefined;
  private tornNotices: JournalNotice[] = [];
  private unsaved = 0;

  constructor(
    readonly disk: Disk,
    readonly folder: string,
    private readonly now: () => Date,
    private readonly log: Log,
    private readonly anchor: AnchorKeeper,
  ) {}

  /** Head and files at one moment: what is appended later is not part of it. */
  async seen(): Promise<{ readonly head: JournalHead; readonly files: readonly MonthFile[] }> {
    const journal = await this.opened();
    const current = journal.files.at(-1);
    const files: MonthFile[] = [];
    for (const { name, size } of journal.files) {
      const found = await this.disk.find(join(this.folder, name));
      files.push({ name, size: name === current?.name ? size : (found?.size ?? 0) });
    }
    return { head: headOf(journal), files };
  }

  async opened(): Promise<OpenJournal> {
    if (this.journal !== undefined) return this.journal;
    const { journal, scanned } = await openJournalFolder(this.disk, this.folder);
    this.journal = journal;
    try {
      await this.settle(journal);
    } catch (error) {
      // A full disk: reading goes on, the next append tries again before it writes.
      this.log({ event: 'journal-torn-not-set-aside', code: errorCode(error) });
    }
    if (scanned) await saveIndex(this.disk, this.folder, journal.files);
    await this.anchor.meet(headOf(journal), (sequence) => this.hashAt(journal, sequence));
    return journal;
  }

  private async hashAt(journal: OpenJournal, sequence: number): Promise<string | undefined> {
    const [found] = await readRecords(this.disk, this.folder, journal.files, sequence - 1, 1);
    return found?.sequence === sequence ? found.hash : undefined;
  }

  notices(journal: OpenJournal): JournalNotice[] {
    const broken = journal.files.flatMap(({ name, broken }) =>
      broken.map((line) => ({ kind: 'chain-broken' as const, file: name, line })),
    );
    return [...this.tornNotices, ...broken];
  }

  async append(input: AppendInput): Promise<Result<Acknowledgement>> {
    let journal = await this.opened();
    if (!(await this.isUntouched(journal))) {
      this.log({ event: 'journal-changed-outside' });
      await this.close();
      journal = await this.opened();
    }
    await this.settle(journal);
    const { last } = journal;
    if (last?.id === input.id) {
      const same =
        last.sealed.scheme === input.sealed.scheme && last.sealed.data === input.sealed.data;
      return same
        ? succeed(acknowledge(last))
        : fail({ kind: 'input-refused', detail: 'id:reused' });
    }
    const head = headOf(journal);
    if (head.sequence !== input.expectedHead.sequence || head.hash !== input.expectedHead.hash) {
      return fail({ kind: 'journal-moved', detail: `head is ${head.sequence}` });
    }
    const unhashed = {
      sequence: head.sequence + 1,
      id: input.id,
      at: this.now().toISOString(),
      previousHash: head.hash,
      sealed: input.sealed,
    };
    const record = { ...unhashed, hash: hashOfRecord(unhashed) };
    await this.write(journal, record);
    this.anchor.noted(headOf(journal));
    if (++this.unsaved >= saveIndexEvery) await this.save(journal);
    return succeed(acknowledge(record));
  }

  async close(): Promise<void> {
    if (this.journal !== undefined && this.unsaved > 0) await this.save(this.journal);
    await this.forget();
  }

  private async save(journal: OpenJournal): Promise<void> {
    this.unsaved = 0;
    await saveIndex(this.disk, this.folder, journal.files);
  }

  private async settle(journal: OpenJournal): Promise<void> {
    const at = this.now().toISOString();
    this.tornNotices.push(...(await setTornAside(this.disk, this.folder, journal, at)));
  }

  /** Opens the journal anew at the next call: what the disk holds is no longer certain. */
  private async forget(): Promise<void> {
    await this.current?.file.close().catch(() => undefined);
    this.current = undefined;
    this.journal = undefined;
  }

  /** False when another program wrote to the month's file since this one last did. */
  private async isUntouched(journal: OpenJournal): Promise<boolean> {
    const index = journal.files.at(-1);
    if (index === undefined || journal.torn.length > 0) return true;
    const found = await this.disk.find(join(this.folder, index.name));
    return found?.size === index.size;
  }

  private async write(journal: OpenJournal, record: JournalRecord): Promise<void> {
    const line = lineOfRecord(record);
    const index = this.monthOf(journal, record.at);
    const path = join(this.folder, index.name);
    const isNew = journal.files.at(-1)?.name !== index.name;
    const file = await this.fileFor(index, isNew);
    try {
      await file.write(index.size, line);
      await file.sync();
      if (isNew) await this.disk.syncFolder(this.folder);
    } catch (error) {
      await this.undo(file, index, isNew ? path : undefined);
      throw error;
    }
    if (isNew) journal.files.push(index);
    journal.files[journal.files.length - 1] = withRecord(index, record, line.length);
    journal.last = record;
  }

  private monthOf(journal: OpenJournal, at: string): FileIndex {
    const name = `${at.slice(0, 7)}.jsonl`;
    const current = journal.files.at(-1);
    if (current !== undefined && name <= current.name) return current;
    return emptyFileIndex(name, current?.head ?? emptyHead, current?.linkKnown ?? true);
  }

  private async fileFor(index: FileIndex, isNew: boolean): Promise<DiskFile> {
    if (this.current?.name === index.name) return this.current.file;
    await this.current?.file.close();
    this.current = undefined;
    const file = await this.disk.open(join(this.folder, index.name), isNew ? 'create' : 'existing');
    this.current = { name: index.name, file };
    return file;
  }

  private async undo(file: DiskFile, index: FileIndex, created: string | undefined): Promise<void> {
    try {
      await file.truncate(index.size);
      await file.sync();
      if (created === undefined) return;
      await this.current?.file.close();
      this.current = undefined;
      await this.disk.remove(created);
    } catch (error) {
      this.log({ event: 'journal-undo-failed', code: errorCode(error) });
      await this.forget();
    }
  }
}

function headOf(journal: OpenJournal): JournalHead {
  return journal.files.at(-1)?.head ?? emptyHead;
}

function placeOf(journal: OpenJournal): JournalPlace {
  const { files } = journal;
  return {
    head: headOf(journal),
    months: files.map(({ name, size }) => ({ name, size })),
    lines: files.reduce((lines, file) => lines + file.lines, 0),
    broken: files.reduce((broken, file) => broken + file.broken.length, 0),
  };
}

function acknowledge({ sequence, id, at, previousHash, hash }: JournalRecord): Acknowledgement {
  return { sequence, id, at, previousHash, hash };
}
