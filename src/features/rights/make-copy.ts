import type { Host } from '../../contract';
import { fail, succeed, type Result } from '../../contract/result';
import type { LetterRenderer } from '../../documents/letters-client';
import { personReport } from '../../documents/person-report';
import type { Author } from '../../domain/event';
import type { LetterError } from '../../domain/letters/letter-error';
import type { OfficeProfile } from '../../domain/office/office-event';
import { heldFiles, personCopy, staffCode, type Held } from '../../domain/privacy/person-copy';
import type { Sop, SopReference } from '../../domain/sop/sop';
import { groupNik } from '../../ui/format/numbers';
import { readLogo } from '../shared/read-logo';
import { personLines } from './person-words';
import { createZipStream } from './zip-stream';

/** What a copy is made with and for. */
export interface CopyDesk {
  readonly host: Pick<Host, 'files'>;
  readonly letters: Pick<LetterRenderer, 'renderReport'>;
  readonly findSop: (reference: SopReference) => Sop | undefined;
  readonly profile: OfficeProfile;
  readonly by: Author;
}

export interface CopyOrder {
  /** UUID of the copy. */
  readonly id: string;
  /** RFC 3339 UTC. */
  readonly madeAt: string;
  readonly reason: string;
  readonly signal: AbortSignal;
  readonly onFile: (number: number, total: number) => void;
}

export interface MadeCopy {
  readonly blob: Blob;
  /** Carries the copy's id only. */
  readonly name: string;
  /** Files whose bytes could not be read. */
  readonly missing: number;
}

export type CopyFailure =
  | { readonly kind: 'copy-cancelled' }
  | { readonly kind: 'copy-paper'; readonly error: LetterError };

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pkix-cert': 'cer',
};

/**
 * The ZIP of one person: every stored file, then `data.json` and `ringkasan.pdf`, which tell
 * of files that are lost instead of being kept back by them. One file is read at a time.
 */
export async function makePersonCopy(
  desk: CopyDesk,
  held: Held,
  order: CopyOrder,
): Promise<Result<MadeCopy, CopyFailure>> {
  const { id, madeAt, reason, signal, onFile } = order;
  const zip = createZipStream(madeAt);
  const paths = new Map<string, string>();
  const files = heldFiles(held);
  for (const [index, paper] of files.entries()) {
    if (signal.aborted) return fail({ kind: 'copy-cancelled' });
    onFile(index + 1, files.length);
    const { address, mediaType } = paper.file;
    const stored = await desk.host.files.get({ address });
    if (!stored.ok) continue;
    const folder = `${paper.kind === 'letter' ? 'surat' : 'berkas'}/${plainName(paper.registerNumber)}`;
    const place = String(index + 1).padStart(3, '0');
    const path = `${folder}/${place}-${plainName(paper.key)}.${EXTENSIONS[mediaType] ?? 'bin'}`;
    zip.add(path, stored.value.bytes);
    paths.set(address, path);
  }
  const { profile, by, findSop } = desk;
  const { government, name, address } = profile;
  const office = { government, name, address };
  const copy = personCopy(held, { id, madeAt, madeBy: by, reason, office, paths });
  const lines = personLines(held, copy, { findSop, timeZone: profile.timeZone });
  const { names } = copy.person;
  const facts = { id, profile, madeAt, madeBy: staffCode(by), reason, names };
  const content = personReport({ ...facts, nik: groupNik(held.nik), ...lines });
  const logo = await readLogo(desk.host, profile);
  const paper = await desk.letters.renderReport(content, { createdAt: madeAt, logo });
  if (!paper.ok) return fail({ kind: 'copy-paper', error: paper.error });
  if (signal.aborted) return fail({ kind: 'copy-cancelled' });
  zip.add('data.json', new TextEncoder().encode(JSON.stringify(copy, null, 2)));
  zip.add('ringkasan.pdf', paper.value);
  const missing = files.length - paths.size;
  return succeed({ blob: zip.finish(), name: `salinan-data-${id}.zip`, missing });
}

/** Keys and register numbers as they may stand in a path on every system. */
function plainName(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9-]/g, '-');
}
