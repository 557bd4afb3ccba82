import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import {
  journalCheckpointSchema,
  journalHeadSchema,
  type ChainBreak,
  type JournalAnchor,
  type JournalCheckpoint,
  type JournalHead,
} from '../../src/contract/journal';
import type { Log } from '../log';
import { errorCode, replaceFile, type Disk } from './disk';

/** Written at the latest after so many records, or this long after one (milliseconds). */
const WRITE_AFTER_RECORDS = 64;
const WRITE_AFTER = 60_000;
/** Heads the journal lost that are remembered; the oldest make room. */
const MOST_LOST = 20;

const markSchema = journalHeadSchema.extend({ at: z.string() });
const bodySchema = z.object({
  version: z.literal(1),
  head: markSchema,
  since: z.object({
    sequence: z.number(),
    at: z.string(),
    how: z.enum(['first', 'missing', 'forged', 'unkeyed']),
  }),
  /** Heads that were there once and that the journal has no more. */
  lost: z.array(markSchema),
  kept: z.object({ to: journalCheckpointSchema, at: z.string() }).nullable(),
});
type AnchorBody = z.infer<typeof bodySchema>;
/** `body` is JSON text, so that the HMAC is over exactly what was written. */
const fileSchema = z.object({ body: z.string(), mac: z.string().nullable() });
type AnchorFile = z.infer<typeof fileSchema>;

export interface AnchorOptions {
  readonly disk: Disk;
  /** A file beside the journal's folder, so that a journal put back does not bring it along. */
  readonly path: string;
  /** The key that protects the file; null while, or where, there is none. */
  readonly key: () => Uint8Array | null;
  readonly now: () => Date;
  readonly log: Log;
}

/**
 * The head of the chain, kept outside the chain: what was cut off its end cannot be seen from
 * what is left. An HMAC protects the file where a key is at hand. A head that no longer fits
 * the journal is never just overwritten: it stays among those that were lost.
 */
export class AnchorKeeper {
  private body: AnchorBody | undefined;
  private state: JournalAnchor['state'] = 'none';
  /** What was read while its key was not at hand. */
  private unproven: AnchorFile | undefined;
  private unwritten = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly options: AnchorOptions) {}

  /**
   * Compares the anchor with the journal as it was just opened. `hashAt` answers undefined for
   * a record that cannot be read: its own line tells of that.
   */
  async meet(
    head: JournalHead,
    hashAt: (sequence: number) => Promise<string | undefined>,
  ): Promise<void> {
    this.body ??= await this.load(head);
    const { head: known } = this.body;
    const isCut = known.sequence > head.sequence;
    const there = isCut || known.sequence === 0 ? undefined : await hashAt(known.sequence);
    if (isCut || (there !== undefined && there !== known.hash)) {
      this.options.log({ event: 'journal-shorter-than-anchor', sequence: known.sequence });
      this.body = { ...this.body, lost: [...this.body.lost, known].slice(-MOST_LOST) };
    }
    if (known.sequence !== head.sequence || known.hash !== head.hash) this.noted(head);
  }

  /** The journal's head moved; the file follows within a minute. */
  noted(head: JournalHead): void {
    if (this.body === undefined) return;
    this.body = { ...this.body, head: { ...head, at: this.at() } };
    this.touch();
  }

  reading(): JournalAnchor {
    this.prove();
    return { state: this.state, since: this.body?.since ?? null };
  }

  /** What the journal lost, as breaks of the chain. */
  lost(): readonly ChainBreak[] {
    return (this.body?.lost ?? []).map(({ sequence, at }) => ({
      kind: 'truncated',
      file: '',
      line: 0,
      sequence,
      count: 1,
      at,
    }));
  }

  kept(): AnchorBody['kept'] {
    this.prove();
    return this.state === 'locked' ? null : (this.body?.kept ?? null);
  }

  keep(to: JournalCheckpoint): void {
    this.prove();
    if (this.body === undefined) return;
    this.body = { ...this.body, kept: { to, at: this.at() } };
    this.touch();
  }

  /** Writes what is still unwritten. A disk that refuses is the next start's finding. */
  async close(): Promise<void> {
    await this.writing;
    if (this.unwritten > 0) await this.write();
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private at(): string {
    return this.options.now().toISOString();
  }

  private touch(): void {
    this.unwritten += 1;
    if (this.unwritten >= WRITE_AFTER_RECORDS) {
      this.writeSoon();
      return;
    }
    if (this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.writeSoon();
    }, WRITE_AFTER);
    this.timer.unref();
  }

  private writeSoon(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());
  }

  private async load(head: JournalHead): Promise<AnchorBody> {
    const { disk, path, key } = this.options;
    if ((await disk.find(path)) === undefined) {
      return this.begun(head, head.sequence === 0 ? 'first' : 'missing');
    }
    const file = await this.read();
    const body = file && parseBody(file.body);
    if (file === undefined || body === undefined) return this.begun(head, 'forged');
    const secret = key();
    if (file.mac === null) {
      this.state = 'unkeyed';
      if (secret === null) {
        this.unproven = file;
        return body;
      }
      this.touch();
      return withoutKey(body, body.head);
    }
    if (secret === null) {
      this.state = 'locked';
      this.unproven = file;
      return body;
    }
    if (!isMadeWith(secret, file)) return this.begun(head, 'forged');
    this.state = 'keyed';
    return body;
  }

  private async read(): Promise<AnchorFile | undefined> {
    try {
      const text = Buffer.from(await this.options.disk.read(this.options.path)).toString('utf8');
      return fileSchema.safeParse(JSON.parse(text)).data;
    } catch {
      return undefined;
    }
  }

  private begun(head: JournalHead, how: AnchorBody['since']['how']): AnchorBody {
    const at = this.at();
    const since = { sequence: head.sequence, at, how };
    this.touch();
    return { version: 1, head: { ...head, at }, since, lost: [], kept: null };
  }

  /** The key came to hand: what was read without it is checked now. */
  private prove(): void {
    const secret = this.options.key();
    const { unproven, body } = this;
    if (secret === null || unproven === undefined || body === undefined) return;
    this.unproven = undefined;
    if (unproven.mac === null) {
      this.body = withoutKey(body, parseBody(unproven.body)?.head ?? body.head);
      this.touch();
      return;
    }
    this.state = isMadeWith(secret, unproven) ? 'keyed' : 'none';
    if (this.state === 'none') this.body = this.begun(body.head, 'forged');
  }

  private async write(): Promise<void> {
    this.prove();
    const { disk, path, key, log } = this.options;
    const secret = key();
    const { body } = this;
    // A file that has its HMAC never loses it because the key is away for a while.
    const keeps = secret === null && (this.state === 'keyed' || this.state === 'locked');
    if (body === undefined || keeps) return;
    const text = JSON.stringify(body);
    const file: AnchorFile = { body: text, mac: secret && macOf(secret, text) };
    const covered = this.unwritten;
    try {
      await replaceFile(disk, path, Buffer.from(JSON.stringify(file)));
      this.unwritten -= covered;
      this.state = secret === null ? 'unkeyed' : 'keyed';
    } catch (error) {
      log({ event: 'journal-anchor-not-written', code: errorCode(error) });
    }
  }
}

/**
 * A body that had no HMAC though there is a key: anybody may have written it. Its head and
 * what it lost can only add findings; where a check would go on from cannot be believed.
 */
function withoutKey(body: AnchorBody, { sequence, at }: AnchorBody['head']): AnchorBody {
  const since = sequence === 0 ? body.since : { sequence, at, how: 'unkeyed' as const };
  return { ...body, since, kept: null };
}

function parseBody(text: string): AnchorBody | undefined {
  try {
    return bodySchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function macOf(secret: Uint8Array, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

function isMadeWith(secret: Uint8Array, { body, mac }: AnchorFile): boolean {
  const expected = Buffer.from(macOf(secret, body));
  const given = Buffer.from(mac ?? '');
  return expected.length === given.length && timingSafeEqual(expected, given);
}
