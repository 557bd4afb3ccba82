import { createHash } from 'node:crypto';
import type { StoredFile } from '../../src/contract/files';
import type { Services } from '../../src/contract/index';
import type { PadesSignOutcome } from '../../src/contract/pades';
import { fail, succeed, type Result } from '../../src/contract/result';
import { isPdf } from '../../src/domain/esign/read-signed';
import { factsOf } from '../../src/domain/pki/certificate-facts';
import { partNamed } from '../../src/domain/pki/distinguished-name';
import { wipe } from './esign/secret-body';
import { openKeyFile, type KeyFileFault } from './pades/pkcs12';
import { placeSignature, type PlaceFault, type PlacedSignature } from './pades/place-signature';
import { algorithmFor, chainAbove, signerFaults, signPieces, type Signer } from './pades/signer';
import { askTimestamp } from './pades/timestamp-client';
import type { DocumentChecker } from './pki/document-checker';
import { nodePkiCrypto } from './pki/node-crypto';
import type { PublicLine } from './pki/public-line';

export interface PadesServiceOptions {
  readonly readFile: (address: string) => Promise<Result<Uint8Array>>;
  readonly putFile: (bytes: Uint8Array, subject: string) => Promise<Result<StoredFile>>;
  /** For timestamps. */
  readonly line: PublicLine;
  readonly now: () => Date;
  /** Counts signatures before, and checks what was written. */
  readonly checker: DocumentChecker;
}

type PadesService = Services['pades'];
type SignInput = Parameters<PadesService['sign']>[0];
type Refused = Exclude<PadesSignOutcome, { outcome: 'signed' }>;
type KeyFileRefused = Extract<
  Refused,
  { outcome: 'passphrase-wrong' | 'not-a-key-file' | 'not-supported' | 'no-key' }
>;

/** Bytes of a signature without its certificates, and of a timestamp with its chain. */
const ROOM = { signature: 2048, timestamp: 12_288 } as const;

function keyFileRefused(fault: KeyFileFault): KeyFileRefused {
  switch (fault.kind) {
    case 'not-supported':
      return { outcome: 'not-supported', detail: fault.detail };
    default:
      return { outcome: fault.kind };
  }
}

async function openSigner(
  keyFile: Uint8Array,
  passphrase: Uint8Array,
): Promise<Result<Signer, KeyFileRefused>> {
  try {
    const opened = await openKeyFile(keyFile, passphrase);
    if (!opened.ok) return fail(keyFileRefused(opened.error));
    const { key, certificate, certificates } = opened.value;
    if (key === null || certificate === null) return fail({ outcome: 'no-key' });
    return succeed({ key, certificate, chain: chainAbove(certificate, certificates) });
  } finally {
    wipe(keyFile, passphrase);
  }
}

const documentRefused = (
  reason: Extract<Refused, { outcome: 'document-refused' }>['reason'],
  detail = '',
): Refused => ({ outcome: 'document-refused', reason, detail });

async function documentOf(
  options: PadesServiceOptions,
  { address, sha256 }: Pick<SignInput, 'address' | 'sha256'>,
): Promise<Result<Result<Uint8Array, Refused>>> {
  const stored = await options.readFile(address);
  if (!stored.ok) {
    const isMissing = stored.error.kind === 'not-found' || stored.error.kind === 'damaged';
    return isMissing ? succeed(fail(documentRefused('missing'))) : stored;
  }
  const own = createHash('sha256').update(stored.value).digest('hex');
  if (own !== sha256) return succeed(fail(documentRefused('changed')));
  if (!isPdf(stored.value)) return succeed(fail(documentRefused('not-a-pdf')));
  return succeed(stored);
}

/** Signatures that are there already, and whether one of them allows no further one. */
async function earlierSignatures(
  { checker }: PadesServiceOptions,
  bytes: Uint8Array,
  now: number,
): Promise<Result<number, Refused>> {
  const report = await checker.check({ bytes, folder: null, now });
  if (report.outcome === 'not-checked') return fail(documentRefused('unreadable', report.reason));
  if (report.outcome === 'unreadable') return fail(documentRefused('unreadable', report.detail));
  if (report.outcome === 'no-signature') return succeed(0);
  const isClosed = report.signatures.some(({ certification }) => certification?.level === 1);
  return isClosed ? fail(documentRefused('certified')) : succeed(report.signatures.length);
}

function placeRefused(fault: PlaceFault): Refused {
  switch (fault.kind) {
    case 'unreadable':
      return documentRefused('unreadable', fault.detail);
    case 'encrypted':
      return documentRefused('encrypted');
    case 'block':
      return { outcome: 'block-refused', reason: fault.reason, detail: fault.detail };
  }
}

/** Puts a CMS into its place; false when there is not room enough. */
function fillSignature({ bytes, gap }: PlacedSignature, cms: Uint8Array): boolean {
  const room = gap.to - gap.from - 2;
  if (cms.length * 2 > room) return false;
  bytes.write(Buffer.from(cms).toString('hex'), gap.from + 1, 'latin1');
  return true;
}

interface Work {
  readonly input: SignInput;
  readonly signer: Signer;
  readonly pdf: Uint8Array;
  readonly now: Date;
}

interface Written {
  readonly placed: PlacedSignature;
  readonly level: 'B-B' | 'B-T';
  readonly timestampFailure: string | null;
}

async function write(options: PadesServiceOptions, work: Work): Promise<Result<Written, Refused>> {
  const { input, signer, pdf, now } = work;
  const algorithm = algorithmFor(signer);
  if (algorithm === null) return fail({ outcome: 'signer-refused', faults: ['key-kind'] });
  const certificates = [signer.certificate, ...signer.chain];
  const placed = await placeSignature(pdf, {
    ...input,
    now,
    signerName: partNamed(signer.certificate.subject, 'CN') ?? '',
    room:
      ROOM.signature +
      certificates.reduce((total, { raw }) => total + raw.length, 0) +
      (input.timestamp === null ? 0 : ROOM.timestamp),
  });
  if (!placed.ok) return fail(placeRefused(placed.error));
  const { bytes, gap } = placed.value;
  const made = signPieces(signer, algorithm, [bytes.subarray(0, gap.from), bytes.subarray(gap.to)]);
  const token =
    input.timestamp === null
      ? null
      : await askTimestamp(options.line, input.timestamp, made.signature);
  if (token?.ok === false && input.timestamp?.isRequired === true) {
    return fail({ outcome: 'timestamp-failed', detail: token.error });
  }
  const isStamped = token?.ok === true && fillSignature(placed.value, made.toCms(token.value));
  if (!isStamped && !fillSignature(placed.value, made.toCms(null))) {
    return fail(documentRefused('self-check', 'no-room'));
  }
  const timestampFailure = token?.ok === false ? token.error : null;
  return succeed({ placed: placed.value, level: isStamped ? 'B-T' : 'B-B', timestampFailure });
}

/** What was written is read back before anybody is told: the new signature and every earlier one. */
async function selfCheck(
  { checker }: PadesServiceOptions,
  { bytes, fieldName }: { readonly bytes: Uint8Array; readonly fieldName: string },
  earlier: number,
  now: number,
): Promise<boolean> {
  const report = await checker.check({ bytes, folder: null, now });
  if (report.outcome !== 'checked' || report.signatures.length !== earlier + 1) return false;
  const own = report.signatures.find((signature) => signature.fieldName === fieldName);
  return own?.integrity.state === 'ok' && own.coversWholeFile;
}

async function signDocument(
  options: PadesServiceOptions,
  input: SignInput,
  signer: Signer,
): Promise<Result<PadesSignOutcome>> {
  const now = options.now();
  const faults = signerFaults(signer, now.getTime());
  if (faults.length > 0) return succeed({ outcome: 'signer-refused', faults: [...faults] });
  const found = await documentOf(options, input);
  if (!found.ok) return found;
  if (!found.value.ok) return succeed(found.value.error);
  const pdf = found.value.value;
  const earlier = await earlierSignatures(options, pdf, now.getTime());
  if (!earlier.ok) return succeed(earlier.error);
  const written = await write(options, { input, signer, pdf, now });
  if (!written.ok) return succeed(written.error);
  const { placed, level, timestampFailure } = written.value;
  const bytes = new Uint8Array(placed.bytes);
  const own = { bytes, fieldName: placed.fieldName };
  if (!(await selfCheck(options, own, earlier.value, now.getTime()))) {
    return succeed(documentRefused('self-check'));
  }
  const stored = await options.putFile(bytes, input.subject);
  return succeed({
    outcome: 'signed',
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    level,
    timestampFailure,
    certificate: factsOf(signer.certificate, nodePkiCrypto),
    fieldName: placed.fieldName,
    stored: stored.ok ? stored.value : null,
    storeFailure: stored.ok ? null : stored.error.kind,
  });
}

/**
 * Signs on this computer with a key file. It lives in the shell because the timestamp needs the
 * network and because OpenSSL keeps the key outside the heap: file, passphrase and key are there
 * for one call, overwritten or let go before it ends, and written nowhere. It logs nothing.
 */
export function createPadesService(options: PadesServiceOptions): PadesService {
  return {
    describe: async ({ keyFile, passphrase }) => {
      const signer = await openSigner(keyFile, passphrase);
      if (!signer.ok) return succeed(signer.error);
      const { certificate, chain } = signer.value;
      return succeed({
        outcome: 'key-file',
        certificate: factsOf(certificate, nodePkiCrypto),
        chain: chain.map((above) => factsOf(above, nodePkiCrypto)),
        faults: [...signerFaults(signer.value, options.now().getTime())],
      });
    },
    sign: async (input) => {
      const signer = await openSigner(input.keyFile, input.passphrase);
      return signer.ok ? signDocument(options, input, signer.value) : succeed(signer.error);
    },
  };
}
