import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { z } from 'zod';
import { problemReply, type ReceivedBody, type Reply } from './replies';

export interface FilesOptions {
  readonly folder: string;
  /** `Tus-Max-Size`, bytes. */
  readonly maxSize: number;
  readonly path: string;
}

/** One request to the file endpoint, its body already received. */
export interface FileRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: ReceivedBody;
}

/** The file endpoint: the real tus server, plus what the page asks beyond it. */
export interface Files {
  readonly handle: (request: FileRequest) => Promise<Reply>;
  readonly isComplete: (sha256: string) => boolean;
  /** Bytes of a complete file, for tests. */
  readonly bytesOf: (sha256: string) => Buffer;
  /** Makes an upload vanish, as a gateway that cleans up does. */
  readonly forgetUploads: () => Promise<void>;
}

const uploadInfoSchema = z.object({
  id: z.string(),
  size: z.number(),
  metadata: z.record(z.string(), z.string().nullable()).optional(),
});

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Uploads that were whole when the simulator stopped. */
function findComplete(folder: string): Map<string, string> {
  const complete = new Map<string, string>();
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.json'))) {
    const info = uploadInfoSchema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    if (!info.success) continue;
    const bytes = readFileSync(join(folder, info.data.id));
    const sha256 = sha256Of(bytes);
    if (bytes.byteLength === info.data.size && info.data.metadata?.['sha256'] === sha256) {
      complete.set(sha256, info.data.id);
    }
  }
  return complete;
}

/** The SHA-256 named by `Upload-Metadata`: base64 of its hex text. */
function sha256FromMetadata(header: string | null): string | null {
  const pair = (header ?? '').split(',').find((entry) => entry.startsWith('sha256 '));
  const hex = Buffer.from(pair?.slice('sha256 '.length) ?? '', 'base64').toString('utf8');
  return /^[0-9a-f]{64}$/.test(hex) ? hex : null;
}

const tusHeaders = { 'tus-resumable': '1.0.0' };

/** The checksum extension, which the tus server leaves to others: 460 throws the chunk away. */
function checksumRefusal(request: FileRequest): Reply | null {
  const header = request.headers.get('upload-checksum');
  if (header === null) return null;
  const [algorithm, expected] = header.split(' ');
  if (algorithm !== 'sha256')
    return problemReply(400, { detail: 'checksum algorithm' }, tusHeaders);
  const actual = createHash('sha256').update(request.body.bytes).digest('base64');
  return actual === expected
    ? null
    : problemReply(460, { detail: 'checksum mismatch' }, tusHeaders);
}

async function replyOf(response: Response): Promise<Reply> {
  const headers: Record<string, string> = {};
  for (const [name, value] of response.headers) headers[name] = value;
  const body = Buffer.from(await response.arrayBuffer());
  if (response.status < 400) return { status: response.status, headers, body };
  // The page wants every error as a problem document; the tus server speaks plain text.
  return problemReply(
    response.status,
    { detail: body.toString('utf8').trim() },
    { ...headers, 'content-type': 'application/problem+json' },
  );
}

function withExtensions(reply: Reply, maxSize: number): Reply {
  const extensions = reply.headers['tus-extension'];
  return {
    ...reply,
    headers: {
      ...reply.headers,
      'tus-max-size': String(maxSize),
      ...(extensions === undefined
        ? {}
        : { 'tus-extension': `${extensions},checksum`, 'tus-checksum-algorithm': 'sha256' }),
    },
  };
}

/** Opens the file endpoint over `folder`; what was whole or partial there is so again. */
export async function openFiles(options: FilesOptions): Promise<Files> {
  mkdirSync(options.folder, { recursive: true });
  const complete = findComplete(options.folder);
  const store = new FileStore({ directory: options.folder });
  // The store makes its folder in the background; behind this it has done so.
  await mkdir(options.folder, { recursive: true });
  const server = new Server({
    path: options.path,
    datastore: store,
    maxSize: options.maxSize,
    relativeLocation: true,
    onUploadFinish: async (_request, upload) => {
      const sha256 = sha256Of(await readFile(join(options.folder, upload.id)));
      if (upload.metadata?.['sha256'] !== sha256) {
        await store.remove(upload.id);
        return { status_code: 422, body: 'the file is not the one announced' };
      }
      complete.set(sha256, upload.id);
      return {};
    },
  });

  function presentReply(request: FileRequest): Reply | null {
    const sha256 = sha256FromMetadata(request.headers.get('upload-metadata'));
    if (sha256 === null)
      return problemReply(400, { detail: 'Upload-Metadata without sha256' }, tusHeaders);
    const id = complete.get(sha256);
    if (id === undefined) return null;
    const length = request.headers.get('upload-length') ?? '0';
    const headers = {
      ...tusHeaders,
      location: `${options.path}/${id}`,
      'upload-offset': length,
      'upload-length': length,
    };
    return { status: 201, headers, body: Buffer.alloc(0) };
  }

  return {
    handle: async (request) => {
      const { method, url, headers, body } = request;
      // A chunk with a checksum counts whole or not at all; without one, what arrived stays.
      if (!body.complete && headers.get('upload-checksum') !== null) {
        return problemReply(400, { detail: 'cut off' }, tusHeaders);
      }
      const early = method === 'POST' ? presentReply(request) : checksumRefusal(request);
      if (early !== null) return early;
      headers.delete('content-length');
      const response = await server.handleWeb(
        new Request(url, {
          method,
          headers,
          ...(method === 'PATCH' ? { body: new Uint8Array(body.bytes) } : {}),
        }),
      );
      return withExtensions(await replyOf(response), options.maxSize);
    },
    isComplete: (sha256) => complete.has(sha256),
    bytesOf: (sha256) => readFileSync(join(options.folder, complete.get(sha256) ?? '')),
    forgetUploads: async () => {
      const names = readdirSync(options.folder).filter((name) => !name.endsWith('.json'));
      for (const name of names) await store.remove(name);
      complete.clear();
    },
  };
}
