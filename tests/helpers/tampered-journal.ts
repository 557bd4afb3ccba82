import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJournal } from '../../electron/services/journal';
import { hashOfRecord } from '../../electron/services/journal-record';
import type { Services } from '../../src/contract';
import type { JournalCheckpoint, JournalRecord } from '../../src/contract/journal';

type Verified = Extract<
  Awaited<ReturnType<Services['journal']['verify']>>,
  { readonly ok: true }
>['value'];

/** A journal on real files that a program wrote and closed, for somebody to tamper with. */
export class TamperedJournal {
  private constructor(
    readonly root: string,
    private readonly key: () => Uint8Array | null,
  ) {}

  static async written(
    months: Readonly<Record<string, number>>,
    key: () => Uint8Array | null = () => null,
  ): Promise<TamperedJournal> {
    const journal = new TamperedJournal(await mkdtemp(join(tmpdir(), 'loket-chain-')), key);
    for (const [month, records] of Object.entries(months)) await journal.write(month, records);
    return journal;
  }

  get folder(): string {
    return join(this.root, 'journal');
  }

  get anchorPath(): string {
    return join(this.root, 'journal-anchor.json');
  }

  path(month: string): string {
    return join(this.folder, `${month}.jsonl`);
  }

  /** Runs the program once and closes it. */
  async run<Value>(
    use: (service: Services['journal']) => Promise<Value>,
    month = '2026-11',
  ): Promise<Value> {
    const journal = createJournal({
      folder: this.folder,
      now: () => new Date(`${month}-20T03:00:00Z`),
      log: () => undefined,
      anchorKey: this.key,
    });
    try {
      return await use(journal.service);
    } finally {
      await journal.close();
    }
  }

  /** Appends so many records in a run of its own. */
  async write(month: string, records: number): Promise<void> {
    await this.run(async (service) => {
      for (let number = 0; number < records; number += 1) {
        const head = await service.head({});
        if (!head.ok) throw new Error(head.error.detail);
        const sealed = { scheme: 'plain', data: `isi\u0001 ${String(number)} "kutip"` };
        const input = { expectedHead: head.value.head, id: randomUUID(), sealed };
        const appended = await service.append(input);
        if (!appended.ok) throw new Error(appended.error.detail);
      }
    }, month);
  }

  /** The whole check in a run of its own, call after call. */
  verify(from: JournalCheckpoint | null = null): Promise<Verified> {
    return this.run(async (service) => {
      const breaks: Verified['breaks'] = [];
      let records = 0;
      for (let place = from; ;) {
        const answer = await service.verify({ from: place });
        if (!answer.ok) throw new Error(answer.error.detail);
        breaks.push(...answer.value.breaks);
        records += answer.value.records;
        if (answer.value.done) return { ...answer.value, breaks, records };
        place = answer.value.checkedTo;
      }
    });
  }

  async lines(month: string): Promise<string[]> {
    return (await readFile(this.path(month), 'utf8')).split('\n').slice(0, -1);
  }

  /** Replaces the lines of a month; what the index remembers of it is thrown away. */
  async setLines(month: string, lines: readonly string[]): Promise<void> {
    await this.setBytes(month, Buffer.from(lines.map((line) => `${line}\n`).join('')));
  }

  bytes(month: string): Promise<Buffer> {
    return readFile(this.path(month));
  }

  async setBytes(month: string, bytes: Uint8Array): Promise<void> {
    await writeFile(this.path(month), bytes);
    await rm(join(this.folder, 'index.json'), { force: true });
  }

  async months(): Promise<readonly string[]> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith('.jsonl'));
    return names.sort().map((name) => name.replace('.jsonl', ''));
  }

  dispose(): Promise<void> {
    return rm(this.root, { recursive: true, force: true });
  }
}

/** The line with other words and a hash that fits them. */
export function forgedLine(line: string, data: string): string {
  const record = JSON.parse(line) as JournalRecord;
  const { hash: _hash, ...rest } = { ...record, sealed: { ...record.sealed, data } };
  return JSON.stringify({ ...rest, hash: hashOfRecord(rest) });
}
