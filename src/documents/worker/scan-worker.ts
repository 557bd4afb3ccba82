import { createOneAtATime } from '../../domain/one-at-a-time';
import { findingsOf } from '../../domain/scanning/page-findings';
import { presumedDpi } from '../../domain/scanning/scan-page';
import { bindPages } from '../scan/bind-pages';
import { drawPage, findingsRaster, jpegOf, readPicture } from '../scan/picture';
import type { ScanReply, ScanRequest, ScanTask } from '../scan-protocol';

declare const self: DedicatedWorkerGlobalScope;

/** Quality of what is shown on the screen alone. */
const SHOWN = 0.8;

type Answer = ScanReply extends infer Reply
  ? Reply extends ScanReply
    ? Omit<Reply, 'id'>
    : never
  : never;

/** Bytes that were handed over for the next document. */
const files = new Map<number, Uint8Array>();

function bytesOf(file: number): Uint8Array {
  const bytes = files.get(file);
  if (bytes === undefined) throw new Error('file-not-handed');
  return bytes;
}

async function work(task: ScanTask, onProgress: (share: number) => void): Promise<Answer> {
  switch (task.kind) {
    case 'look': {
      const picture = await readPicture(task.bytes);
      const { width, height } = picture;
      const dpi = task.dpi ?? presumedDpi(width, height);
      const findings = findingsOf(findingsRaster(picture), dpi);
      picture.close();
      return { kind: 'looked', value: { ...findings, width, height } };
    }
    case 'show': {
      const picture = await readPicture(task.bytes);
      const drawn = drawPage(picture, null, task.edit, {
        side: task.side,
        ...(task.least !== undefined && { least: task.least }),
      });
      picture.close();
      return { kind: 'shown', value: await jpegOf(drawn, SHOWN) };
    }
    case 'hand':
      files.set(task.file, task.bytes);
      return { kind: 'handed' };
    case 'bind': {
      const pages = task.pages.map(({ file, ...page }) => ({ ...page, bytes: bytesOf(file) }));
      files.clear();
      return { kind: 'bound', value: await bindPages(pages, task.limit, task.title, onProgress) };
    }
  }
}

/** What is large goes over as it is, without a copy. */
function transferOf(answer: Answer): Transferable[] {
  if (answer.kind === 'bound') return [answer.value.bytes.buffer];
  return answer.kind === 'shown' ? [answer.value.buffer] : [];
}

/** One piece of work after another: two at once would need the memory of both. */
const oneAtATime = createOneAtATime();

self.onmessage = ({ data: { id, task } }: MessageEvent<ScanRequest>) => {
  void oneAtATime(async () => {
    try {
      const answer = await work(task, (share) => {
        self.postMessage({ id, kind: 'progress', share } satisfies ScanReply);
      });
      self.postMessage({ ...answer, id }, { transfer: transferOf(answer) });
    } catch (error) {
      const detail = error instanceof Error ? error.name : 'unknown';
      self.postMessage({ id, kind: 'failed', detail } satisfies ScanReply);
    }
  });
};
