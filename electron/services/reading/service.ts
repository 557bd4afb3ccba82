import type { Services } from '../../../src/contract/index';
import type { Box, PaperKind, ReadLine, ReadRefusal } from '../../../src/contract/reading';
import { succeed } from '../../../src/contract/result';
import { inspectPicture } from '../../../src/domain/documents/inspect-picture';
import { sniffMediaType } from '../../../src/domain/documents/sniff-media-type';
import { createOneAtATime } from '../../../src/domain/one-at-a-time';
import { nikPlace } from '../../../src/domain/reading/read-card';
import type { Log } from '../../log';
import { inTime } from '../in-time';
import {
  findReaderParts,
  ReaderFailure,
  startReaderThread,
  type ReaderParts,
  type ReaderThread,
} from './reader-thread';
import { linesOf } from './tesseract-output';

/** Milliseconds. */
export interface ReadingTimes {
  /** One picture may take, the start of the reader included. */
  readonly picture: number;
  /** Without work, after which the reader is ended: it holds some 100 MB. */
  readonly idle: number;
}
const TIMES: ReadingTimes = { picture: 30_000, idle: 120_000 };

export interface ReadingOptions {
  readonly log: Log;
  /** Null where a part is not installed; left out: looked for beside the program. */
  readonly parts?: ReaderParts | null;
  readonly times?: ReadingTimes;
}

/** The library's engine without its old half (LSTM alone). */
const ENGINE = 1;
/** How writing is looked for: as a page with columns; as one line. */
const PAGE = '3';
const ONE_LINE = '7';
const OUTPUT = { text: false, blocks: true };

type Answer =
  | { readonly outcome: 'read'; readonly lines: ReadLine[] }
  | { readonly outcome: 'refused'; readonly reason: ReadRefusal; readonly detail: string };

/**
 * Reads pictures in one thread that is started with the first and ended when nobody asks any
 * more. Pictures wait for each other. Nothing read is logged or kept.
 */
export function createReading({ log, parts, times = TIMES }: ReadingOptions): {
  readonly service: Services['reading'];
  /** Ends the reader at once; what it is at is refused. */
  readonly close: () => Promise<void>;
} {
  const oneAtATime = createOneAtATime();
  let reader: Promise<ReaderThread> | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let running: ReaderThread | null = null;

  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const ended = running;
    reader = null;
    running = null;
    await ended?.end();
  };
  const start = (found: ReaderParts): Promise<ReaderThread> => {
    const thread = startReaderThread(found);
    running = thread;
    return prepared(thread, found);
  };
  const readOne = async (bytes: Uint8Array, kind: PaperKind): Promise<Answer> => {
    const found = parts === undefined ? findReaderParts() : parts;
    if (found === null) return refused('absent', 'not-installed');
    clearTimeout(idle);
    try {
      reader ??= start(found);
      const reading = reader.then((thread) => readPicture(thread, bytes, kind));
      const lines = await inTime(reading, times.picture);
      if (lines === undefined) {
        await end();
        return refused('too-slow', 'deadline');
      }
      idle = setTimeout(() => void end(), times.idle);
      idle.unref();
      return lines === null ? refused('unreadable', 'no-page') : { outcome: 'read', lines };
    } catch (error) {
      const why = whyOf(error);
      // After a picture it broke over nothing is known of the reader: the next gets a new one.
      await end();
      return why;
    }
  };

  const service: Services['reading'] = {
    read: async ({ bytes, kind }) => {
      const type = sniffMediaType(bytes);
      if (!type.ok || type.value === 'application/pdf' || inspectPicture(bytes, type.value)) {
        return succeed(refused('unreadable', 'no-picture'));
      }
      const answer = await oneAtATime(() => readOne(bytes, kind));
      if (answer.outcome === 'refused') {
        log({ event: 'reading-refused', reason: answer.reason, detail: answer.detail });
      }
      return succeed(answer);
    },
  };
  return { service, close: end };
}

function refused(reason: ReadRefusal, detail: string) {
  return { outcome: 'refused' as const, reason, detail };
}

class NotReady extends Error {}

function whyOf(error: unknown) {
  if (error instanceof NotReady) return refused('absent', 'not-ready');
  return refused('unreadable', error instanceof ReaderFailure ? error.code : 'failed');
}

/** The engine and its words come from this disk; nothing is cached elsewhere. */
async function prepared(thread: ReaderThread, { words }: ReaderParts): Promise<ReaderThread> {
  try {
    await thread.ask('load', { options: { lstmOnly: true, logging: false } });
    await thread.ask('loadLanguage', {
      langs: 'ind',
      options: { langPath: words, cacheMethod: 'none', gzip: true, lstmOnly: true },
    });
    await thread.ask('initialize', { langs: 'ind', oem: ENGINE, config: {} });
    return thread;
  } catch {
    throw new NotReady();
  }
}

/** The lines; on a card, those that may hold the NIK are read once more for digits alone. */
async function readPicture(
  thread: ReaderThread,
  bytes: Uint8Array,
  kind: PaperKind,
): Promise<ReadLine[] | null> {
  const options = { tessedit_pageseg_mode: PAGE };
  const lines = linesOf(await thread.ask('recognize', { image: bytes, options, output: OUTPUT }));
  if (lines === null || kind === 'letter') return lines === null ? null : [...lines];
  const read: ReadLine[] = [];
  for (const line of lines) {
    const place = nikPlace(line);
    const digits = place === null ? null : await digitsAt(thread, bytes, place);
    read.push({ ...line, digits });
  }
  return read;
}

async function digitsAt(thread: ReaderThread, image: Uint8Array, place: Box) {
  const { left, top, width, height } = place;
  // The engine reads better with paper around the writing.
  const room = Math.round(height * 0.35);
  const rectangle = {
    left: Math.max(0, left - room),
    top: Math.max(0, top - room),
    width: width + 2 * room,
    height: height + 2 * room,
  };
  const only = { tessedit_pageseg_mode: ONE_LINE, tessedit_char_whitelist: '0123456789' };
  const options = { ...only, rectangle };
  const again = linesOf(await thread.ask('recognize', { image, options, output: OUTPUT }));
  return again?.[0]?.words.map(({ text }) => text).join('') ?? null;
}
