import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { journalHeadSchema } from '../../../src/contract/journal';
import { replaceFile, type Disk } from '../disk';
import { BackupStopped } from './failure';
import { snapshotTime, type TargetPaths } from './layout';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const entrySchema = z.object({
  /**
   * Inside the data folder, with `/`. Its form keeps a restore inside the folder it writes to,
   * whoever wrote the manifest.
   */
  path: z
    .string()
    .regex(
      /^(?:journal|files|drafts|pki)(?:\/[A-Za-z0-9][A-Za-z0-9_-]{0,127}(?:\.[a-z]{1,8})?){1,3}$/,
    ),
  size: z.number().int().min(0),
  /** Time of the file's last change in milliseconds: what has not changed is not read again. */
  changedAt: z.number(),
  /** Of the whole file. */
  sha256: hash,
  /** The objects the file is made of, one after the other. */
  objects: z.array(hash),
});
export type ManifestEntry = z.infer<typeof entrySchema>;

const snapshotSchema = z.object({
  version: z.literal(1),
  /** Version of the program that took it. */
  program: z.string(),
  /** RFC 3339 UTC. */
  takenAt: z.string(),
  /** Hash of the journal's first record: tells one office's backups from another's. */
  origin: hash.nullable(),
  /** The journal's last record when the snapshot was begun. */
  head: journalHeadSchema,
  counts: z.object({
    /** Lines of the journal, and how many of them did not fit the chain already then. */
    records: z.number().int().min(0),
    broken: z.number().int().min(0),
    files: z.number().int().min(0),
    drafts: z.number().int().min(0),
    /** Certificates the office trusts; left out by versions that did not back them up. */
    authorities: z.number().int().min(0).optional(),
  }),
  bytes: z.number().min(0),
  /** Whether keys belong to it; they lie in `vault/`, the same for all snapshots. */
  vault: z.boolean(),
  entries: z.array(entrySchema),
});
/** One backup: which files there were, and which objects they are made of. */
export type Manifest = z.infer<typeof snapshotSchema>;

const fileSchema = z.object({ sha256: hash, snapshot: z.unknown() });

/** The manifest as it is written: its content, and the SHA-256 of that content's JSON. */
export function encodeManifest(manifest: Manifest): Uint8Array {
  const sha256 = hashOf(JSON.stringify(manifest));
  return Buffer.from(JSON.stringify({ sha256, snapshot: manifest }));
}

/** Undefined when the text is no manifest, was changed, or is of a newer program. */
export function decodeManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    const file = fileSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    if (hashOf(JSON.stringify(file.snapshot)) !== file.sha256) return undefined;
    return snapshotSchema.parse(file.snapshot);
  } catch {
    return undefined;
  }
}

/** Writes a manifest, the last step of a backup, and reads it back. */
export async function writeManifest(
  disk: Disk,
  paths: TargetPaths,
  name: string,
  manifest: Manifest,
): Promise<void> {
  await disk.makeFolder(paths.snapshots);
  const path = manifestPath(paths, name);
  const bytes = encodeManifest(manifest);
  await replaceFile(disk, path, bytes);
  if (Buffer.compare(await disk.read(path), bytes) === 0) return;
  await disk.remove(path);
  throw new BackupStopped('not-read-back', name);
}

/** Names of all snapshots, oldest first, whether they can be read or not. */
export async function listManifests(disk: Disk, paths: TargetPaths): Promise<readonly string[]> {
  const names = (await disk.list(paths.snapshots)).filter((name) => name.endsWith('.json'));
  return names.map((name) => name.slice(0, -'.json'.length)).filter(isSnapshotName);
}

function isSnapshotName(name: string): boolean {
  return snapshotTime(name) !== null;
}

/** A snapshot by its name; undefined when it is absent or cannot be read. */
export async function readManifest(
  disk: Disk,
  paths: TargetPaths,
  name: string,
): Promise<Manifest | undefined> {
  const path = manifestPath(paths, name);
  if ((await disk.find(path)) === undefined) return undefined;
  return decodeManifest(await disk.read(path));
}

/** The newest snapshot that can be read. */
export async function newestManifest(
  disk: Disk,
  paths: TargetPaths,
): Promise<{ readonly name: string; readonly manifest: Manifest } | undefined> {
  for (const name of (await listManifests(disk, paths)).toReversed()) {
    const manifest = await readManifest(disk, paths, name);
    if (manifest !== undefined) return { name, manifest };
  }
  return undefined;
}

/** Where the manifest of a snapshot lies. */
export function manifestPath(paths: TargetPaths, name: string): string {
  return join(paths.snapshots, `${name}.json`);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
