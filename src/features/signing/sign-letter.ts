import type { EscPerson, EscServer } from '../../contract/esign';
import type { Host } from '../../contract';
import { fail, succeed, type Result, type ServiceError } from '../../contract/result';
import type { Author } from '../../domain/event';
import type { RequestFile } from '../../domain/request/request-file';
import type { SigningOutcome, SigningWay } from '../../domain/request/signing-event';
import type { CommandFailure, Store } from '../../store/store';
import type { FinalLetter } from '../request/print-letters';
import { blockPicture, signatureBlock } from './block-picture';
import {
  outcomeOfEsc,
  outcomeOfFailure,
  outcomeOfKeyFile,
  unknownOutcome,
} from './outcome-of-answer';
import { readNewSignature, signaturesOf } from './signature-facts';
import { signaturePlacement } from './signature-placement';

/** What signing works with. */
export interface SigningDesk {
  readonly store: Pick<Store, 'execute'>;
  readonly host: Pick<Host, 'files' | 'esign' | 'pades' | 'pki'>;
  readonly newId: () => string;
  readonly by: Author;
}

/** One letter and who signs it now. */
export interface ToSign {
  readonly requestId: string;
  readonly letter: FinalLetter;
  readonly actor: string;
  readonly name: string;
  readonly position: string;
  /** All signers of this letter in their order. */
  readonly signers: readonly string[];
}

/** How a signing ended; `rescue` are signed bytes that no disk took: they must be saved now. */
export interface SigningEnd {
  readonly outcome: SigningOutcome;
  readonly rescue: Uint8Array | null;
}

export type SigningFailure =
  /** The letter's own file cannot be read: nothing was begun. */
  | { readonly kind: 'letter-unread'; readonly error: ServiceError }
  /** It was begun and has an end that could not be recorded: it will count as unknown. */
  | { readonly kind: 'end-not-recorded'; readonly outcome: SigningOutcome }
  | CommandFailure;

type Signing = Result<SigningEnd, SigningFailure>;

/** Overwrites a secret. */
export function wipe(secret: Uint8Array): void {
  secret.fill(0);
}

/** By the agency's service: one request, whatever comes of it. The secret is overwritten. */
export function signByEsc(
  desk: SigningDesk,
  toSign: ToSign,
  by: {
    readonly server: EscServer;
    readonly person: EscPerson;
    readonly secret: { readonly kind: 'passphrase' | 'totp'; readonly value: Uint8Array };
  },
): Promise<Signing> {
  return signOnce(desk, toSign, 'esc', by.secret.value, async (before) => {
    const look = await lookOf(toSign, before.bytes, by.server);
    const answered = await desk.host.esign.sign({
      ...by,
      ...documentOf(toSign),
      ...look,
      reason: null,
      location: null,
    });
    if (!answered.ok) return { outcome: outcomeOfFailure(answered.error), rescue: null };
    const { answer } = answered.value;
    if (answer.outcome !== 'signed') return { outcome: outcomeOfEsc(answer), rescue: null };
    return afterSigning(desk, toSign, before, answer);
  });
}

/** With a key file on this computer; both it and its passphrase are overwritten. */
export async function signByKeyFile(
  desk: SigningDesk,
  toSign: ToSign,
  by: {
    readonly keyFile: Uint8Array<ArrayBuffer>;
    readonly passphrase: Uint8Array;
    readonly timestampUrl: string | null;
  },
): Promise<Signing> {
  const { keyFile, passphrase, timestampUrl } = by;
  try {
    return await signOnce(desk, toSign, 'local', passphrase, async (before) => {
      const place = await signaturePlacement({ ...toSign, bytes: before.bytes });
      const block = signatureBlock(toSign.letter.id, toSign, place?.isOwn === true);
      const answered = await desk.host.pades.sign({
        keyFile,
        passphrase,
        ...documentOf(toSign),
        placement: place === null ? { kind: 'invisible' } : { kind: 'box', ...place.box },
        block: { lines: [...block.lines], qr: block.qr, picture: null },
        reason: null,
        location: null,
        timestamp:
          timestampUrl === null
            ? null
            : { url: timestampUrl, isRequired: false, allowPrivate: true },
      });
      if (!answered.ok) return { outcome: outcomeOfFailure(answered.error), rescue: null };
      const answer = answered.value;
      if (answer.outcome !== 'signed') return { outcome: outcomeOfKeyFile(answer), rescue: null };
      return afterSigning(desk, toSign, before, { ...answer, documentId: null });
    });
  } finally {
    wipe(keyFile);
  }
}

/** The bytes that are signed, and how many signatures they bear. */
interface Before {
  readonly bytes: Uint8Array;
  readonly signatures: number;
}

/** Recorded before anything leaves, done once, and its end recorded. */
async function signOnce(
  desk: SigningDesk,
  { requestId, letter, actor, name }: ToSign,
  way: SigningWay,
  secret: Uint8Array,
  act: (before: Before) => Promise<SigningEnd>,
): Promise<Signing> {
  try {
    const before = await readBefore(desk, letter.file);
    if (!before.ok) return fail({ kind: 'letter-unread', error: before.error });
    const signingId = desk.newId();
    const { sha256 } = letter.file;
    const of = { signingId, letterId: letter.id, actor, name, way, sha256 };
    const begun = await desk.store.execute(requestId, { command: 'begin-signing', ...of }, desk.by);
    if (!begun.ok) return fail(begun.error);
    const end = await act(before.value).catch(() => ({
      outcome: unknownOutcome('program'),
      rescue: null,
    }));
    const { outcome } = end;
    const command = { command: 'end-signing', signingId, outcome } as const;
    const ended = await desk.store.execute(requestId, command, desk.by);
    return ended.ok ? succeed(end) : fail({ kind: 'end-not-recorded', outcome });
  } finally {
    wipe(secret);
  }
}

/** The letter's latest version with the number of its signatures. */
export async function readBefore(
  { host }: Pick<SigningDesk, 'host'>,
  file: RequestFile,
): Promise<Result<Before>> {
  const read = await host.files.get({ address: file.address });
  if (!read.ok) return read;
  const { bytes } = read.value;
  const report = await host.pki.verifyDocument({ bytes });
  if (!report.ok) return report;
  if (report.value.outcome === 'not-checked') {
    return fail({ kind: 'internal', detail: `check: ${report.value.reason}` });
  }
  return succeed({ bytes, signatures: signaturesOf(report.value).length });
}

function documentOf({ requestId, letter }: ToSign) {
  const { address, sha256 } = letter.file;
  return { address, sha256, subject: requestId };
}

/** A picture where there is room for it, else nothing to be seen. */
async function lookOf(toSign: ToSign, bytes: Uint8Array, { version }: EscServer) {
  const place = await signaturePlacement({ ...toSign, bytes });
  const block = signatureBlock(toSign.letter.id, toSign, place?.isOwn === true);
  const picture = place === null ? null : await blockPicture(block, place.box);
  if (place === null || (picture === null && version === 'v1')) {
    return { placement: { kind: 'invisible' }, look: { kind: 'none' } } as const;
  }
  const placement = { kind: 'box', ...place.box } as const;
  return picture === null
    ? ({ placement, look: { kind: 'none' } } as const)
    : ({ placement, look: { kind: 'picture', bytes: picture, mediaType: 'image/png' } } as const);
}

/** What came back as signed, looked at before it counts: the document, with one signature more. */
async function afterSigning(
  desk: SigningDesk,
  { requestId }: ToSign,
  before: Before,
  answer: {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly stored: Omit<RequestFile, 'mediaType'> | null;
    readonly documentId: string | null;
  },
): Promise<SigningEnd> {
  const { bytes, documentId } = answer;
  const stored = answer.stored ?? (await storedAgain(desk, requestId, bytes));
  if (stored === null) {
    return { outcome: unknownOutcome('file-not-stored', { documentId }), rescue: bytes };
  }
  const file = { ...stored, mediaType: 'application/pdf' };
  const keepsOriginal = beginsWith(bytes, before.bytes);
  const report = await desk.host.pki.verifyDocument({ bytes });
  const signature = report.ok ? readNewSignature(report.value, before.signatures) : null;
  if (signature?.ok !== true) {
    const code = signature === null ? 'not-checked' : signature.error;
    return { outcome: { kind: 'unknown', code, documentId, file }, rescue: null };
  }
  if (!keepsOriginal && before.signatures > 0) {
    return { outcome: { kind: 'unknown', code: 'signature-lost', documentId, file }, rescue: null };
  }
  return {
    outcome: { kind: 'signed', file, keepsOriginal, signature: signature.value },
    rescue: null,
  };
}

async function storedAgain(
  { host }: SigningDesk,
  subject: string,
  bytes: Uint8Array,
): Promise<Omit<RequestFile, 'mediaType'> | null> {
  const stored = await host.files.put({ bytes, subject });
  return stored.ok ? stored.value : null;
}

/** Whether bytes begin with others, all of them. */
export function beginsWith(bytes: Uint8Array, beginning: Uint8Array): boolean {
  return (
    bytes.length >= beginning.length && beginning.every((byte, index) => bytes[index] === byte)
  );
}
