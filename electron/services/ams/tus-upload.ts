import { createHash } from 'node:crypto';
import type { UploadOutcome } from '../../../src/contract/ams';
import { assertNever } from '../../../src/domain/assert-never';
import { speedAfter, type ChunkSizes, type LineSpeed } from './chunk-size';
import type { Answer, Exchange } from './exchange';
import type { GatewayAddress } from './gateway-address';
import type { Asked, GatewayLine } from './gateway-line';
import { readByteCount, readTusStep, refused, type TusStep } from './tus-answers';
import type { UploadKey, UploadMarks } from './upload-marks';

/** A file under way, its bytes already checked against `sha256`. */
export interface FileToUpload {
  readonly address: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * `Tus-Max-Size` in bytes, null where the gateway names none, or the outcome that ends the
 * upload before it began. `size` is that of the file: one that fits needs no fresh answer.
 */
export type SizeLimit = (size: number) => Promise<number | null | UploadOutcome>;

/** What the uploads of one gateway share. */
export interface UploadContext {
  readonly gateway: GatewayAddress;
  readonly line: GatewayLine;
  readonly marks: UploadMarks;
  readonly chunkSizes: ChunkSizes;
  /** Remembered between uploads; what the line counts as now. */
  readonly speed: { current: LineSpeed };
  readonly sizeLimit: SizeLimit;
}

/** Either the upload stands at an offset, or it is whole, or it ended otherwise. */
type Position =
  | { readonly kind: 'at'; readonly url: URL; readonly offset: number }
  | { readonly kind: 'whole' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'ended'; readonly outcome: UploadOutcome };

/** Rounds of "offset differs", "upload gone" and "arrived changed" before the queue is asked to wait. */
const mostSetbacks = 3;

function ask(context: UploadContext, asked: Omit<Asked, 'answer'>): Promise<Exchange> {
  const headers = { 'tus-resumable': '1.0.0', ...asked.headers };
  return context.line.ask(context.gateway, { ...asked, headers, answer: 'small' });
}

/** The gateway's file endpoint. */
export function filesUrlOf(gateway: GatewayAddress): URL {
  return new URL(`${gateway.base}/v1/files`);
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

/** `Upload-Metadata`; the SHA-256 travels as the base64 of its hex text. */
export function uploadMetadata(file: Pick<FileToUpload, 'sha256' | 'name' | 'mediaType'>): string {
  const entries = [
    ['sha256', file.sha256],
    ['filename', file.name],
    ['filetype', file.mediaType],
  ] as const;
  return entries.map(([key, value]) => (value === '' ? key : `${key} ${base64(value)}`)).join(',');
}

/** `Upload-Checksum` of a chunk (tus checksum extension). */
export function uploadChecksum(chunk: Uint8Array): string {
  return `sha256 ${createHash('sha256').update(chunk).digest('base64')}`;
}

function gatewayMisbehaves(detail: string): UploadOutcome {
  return { outcome: 'retry', detail, status: null, retryAfterMs: null };
}

/** The token goes along with every chunk, so an upload URL elsewhere is refused, not followed. */
function ownUploadUrl(context: UploadContext, location: string | undefined): URL | null {
  const filesUrl = filesUrlOf(context.gateway);
  if (location === undefined || !URL.canParse(location, filesUrl.href)) return null;
  const url = new URL(location, filesUrl);
  return url.origin === context.gateway.origin ? url : null;
}

function positionAt(url: URL, offset: number, size: number): Position {
  return offset === size ? { kind: 'whole' } : { kind: 'at', url, offset };
}

async function askOffset(context: UploadContext, file: FileToUpload, url: URL): Promise<Position> {
  const step = readTusStep(await ask(context, { method: 'HEAD', url }), [200, 204]);
  if (step.kind === 'ended') return step;
  if (step.kind === 'gone') return { kind: 'absent' };
  if (step.kind !== 'fine') return { kind: 'ended', outcome: gatewayMisbehaves(step.kind) };
  const offset = readByteCount(step.answer, 'upload-offset');
  const length = readByteCount(step.answer, 'upload-length');
  // An upload of another length is not this file's, whatever the mark says.
  if (offset === null || offset > file.bytes.byteLength || length !== file.bytes.byteLength)
    return { kind: 'absent' };
  return positionAt(url, offset, file.bytes.byteLength);
}

function createdPosition(context: UploadContext, file: FileToUpload, answer: Answer): Position {
  const size = file.bytes.byteLength;
  const offset = readByteCount(answer, 'upload-offset') ?? 0;
  // The gateway has a whole file of this SHA-256 already, or the file is empty: no PATCH follows.
  if (offset === size) return { kind: 'whole' };
  const url = ownUploadUrl(context, answer.headers['location']);
  if (url === null) return { kind: 'ended', outcome: refused(answer.status, 'upload-url-refused') };
  return { kind: 'at', url, offset: 0 };
}

async function create(context: UploadContext, file: FileToUpload): Promise<Position> {
  const exchange = await ask(context, {
    method: 'POST',
    url: filesUrlOf(context.gateway),
    headers: {
      'upload-length': String(file.bytes.byteLength),
      'upload-metadata': uploadMetadata(file),
    },
    body: new Uint8Array(0),
  });
  const step = readTusStep(exchange, [201]);
  switch (step.kind) {
    case 'fine':
      return createdPosition(context, file, step.answer);
    case 'ended':
      return step;
    case 'gone':
      return { kind: 'ended', outcome: refused(step.status, 'no-file-endpoint') };
    case 'conflict':
    case 'checksum-mismatch':
      return { kind: 'ended', outcome: gatewayMisbehaves(step.kind) };
    default:
      return assertNever(step);
  }
}

async function findPosition(
  context: UploadContext,
  file: FileToUpload,
  key: UploadKey,
): Promise<Position> {
  const mark = await context.marks.find(key);
  const url = mark === null ? null : ownUploadUrl(context, mark);
  if (url !== null) {
    const position = await askOffset(context, file, url);
    if (position.kind !== 'absent') return position;
  }
  const created = await create(context, file);
  if (created.kind === 'at') await context.marks.keep(key, created.url.href);
  return created;
}

async function sendChunk(
  context: UploadContext,
  file: FileToUpload,
  url: URL,
  offset: number,
): Promise<TusStep> {
  const chunk = file.bytes.subarray(offset, offset + context.chunkSizes[context.speed.current]);
  const exchange = await ask(context, {
    method: 'PATCH',
    url,
    headers: {
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      'upload-checksum': uploadChecksum(chunk),
    },
    body: chunk,
  });
  if (exchange.kind === 'lost') {
    context.speed.current = speedAfter(context.speed.current, { kind: 'broken' });
  } else if (exchange.kind === 'answer') {
    const { elapsedMs } = exchange.answer;
    context.speed.current = speedAfter(context.speed.current, {
      kind: 'sent',
      bytes: chunk.byteLength,
      elapsedMs,
    });
  }
  return readTusStep(exchange, [204, 200]);
}

/** One chunk further, or back to what the gateway says. */
async function advance(
  context: UploadContext,
  file: FileToUpload,
  url: URL,
  offset: number,
): Promise<Position> {
  const step = await sendChunk(context, file, url, offset);
  switch (step.kind) {
    case 'fine': {
      const next = readByteCount(step.answer, 'upload-offset');
      if (next === null || next <= offset || next > file.bytes.byteLength) {
        return { kind: 'ended', outcome: gatewayMisbehaves('upload-offset-unreadable') };
      }
      return positionAt(url, next, file.bytes.byteLength);
    }
    case 'ended':
      return step;
    case 'gone':
      return { kind: 'absent' };
    case 'conflict':
    case 'checksum-mismatch':
      return askOffset(context, file, url);
    default:
      return assertNever(step);
  }
}

/**
 * Sends one file by tus 1.0.0 and returns when it is whole at the gateway, or why not. What
 * arrived stays: the next call continues from the offset HEAD gives, also after a restart of
 * the application. Rules: resources/contracts/ams-gateway.openapi.yaml, `/v1/files`.
 */
export async function uploadByTus(
  context: UploadContext,
  file: FileToUpload,
): Promise<UploadOutcome> {
  const limit = await context.sizeLimit(file.bytes.byteLength);
  if (limit !== null && typeof limit !== 'number') return limit;
  if (limit !== null && file.bytes.byteLength > limit) return { outcome: 'too-large', limit };

  const key: UploadKey = { filesUrl: filesUrlOf(context.gateway).href, address: file.address };
  let position = await findPosition(context, file, key);
  let setbacks = 0;
  while (position.kind === 'at') {
    const { url, offset } = position;
    const next = await advance(context, file, url, offset);
    if (next.kind !== 'absent' && !(next.kind === 'at' && next.offset <= offset)) {
      position = next;
      continue;
    }
    setbacks += 1;
    if (setbacks > mostSetbacks) return gatewayMisbehaves('upload-does-not-advance');
    if (next.kind === 'absent') await context.marks.forget(key);
    position = next.kind === 'absent' ? await findPosition(context, file, key) : next;
  }
  if (position.kind === 'absent') return gatewayMisbehaves('upload-does-not-advance');
  if (position.kind === 'ended') return position.outcome;
  await context.marks.forget(key);
  return { outcome: 'stored' };
}
