import { zipSync, type Zippable } from 'fflate';
import type { Host } from '../contract';
import { fail, succeed, type Result, type ServiceError } from '../contract/result';
import type { Job } from '../domain/outbox/job';
import type { JobStore } from '../store/store';

/** One job as a file for a person to keep or to hand over; holds personal data inside. */
export interface JobExport {
  /** Carries the submission's id only. */
  readonly fileName: string;
  readonly mediaType: 'application/zip';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type ExportFailure =
  | { readonly code: 'unreadable-job'; readonly detail: string }
  /** A file of the job is gone or damaged; named by its document key. */
  | { readonly code: 'file-unavailable'; readonly document: string; readonly error: ServiceError };

/**
 * Packs one job: `submission.json` is the frozen body byte for byte, `files/` its files under
 * the names the body gives them, `job.json` where the job stands (ids, state, SHA-256 of
 * every file). Nothing is compressed: PDF and JPEG are already.
 */
export async function exportJob(
  job: Job,
  tools: { readonly jobs: Pick<JobStore, 'payload'>; readonly files: Pick<Host['files'], 'get'> },
): Promise<Result<JobExport, ExportFailure>> {
  const payload = await tools.jobs.payload(job.id);
  if (!payload.ok) return payload;
  const { body, files } = payload.value;
  const entries: Zippable = {
    'submission.json': text(body),
    'job.json': text(JSON.stringify({ job, files }, null, 2)),
  };
  for (const file of files) {
    const stored = await tools.files.get({ address: file.address });
    if (!stored.ok) {
      return fail({ code: 'file-unavailable', document: file.document, error: stored.error });
    }
    entries[`files/${file.name}`] = stored.value.bytes;
  }
  return succeed({
    fileName: `pengajuan-${job.id}.zip`,
    mediaType: 'application/zip',
    bytes: zipSync(entries, { level: 0, mtime: job.updatedAt }),
  });
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
