import type { Services } from '../../../src/contract/index';
import type { ReadOutcome } from '../../../src/contract/pki';
import { succeed } from '../../../src/contract/result';
import { isPdf } from '../../../src/domain/esign/read-signed';
import { readCertificate, type Certificate } from '../../../src/domain/pki/certificate';
import { factsOf } from '../../../src/domain/pki/certificate-facts';
import { readCertificateBag } from '../../../src/domain/signatures/cms';
import { wipe } from '../esign/secret-body';
import { openKeyFile } from '../pades/pkcs12';
import { pemBlocks } from './der-of-text';
import type { DocumentChecker } from './document-checker';
import { nodePkiCrypto } from './node-crypto';

export interface ReadCertificatesOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** For PDFs: their tables and signatures are a stranger's. */
  readonly checker: DocumentChecker;
}

/** The holder's first: one that issued none of the others. */
function inOrder(certificates: readonly Certificate[]): readonly Certificate[] {
  const rank = (certificate: Certificate): number => (certificate.isAuthority ? 1 : 0);
  return [...certificates].sort((one, other) => rank(one) - rank(other));
}

function found(
  from: Extract<ReadOutcome, { outcome: 'certificates' }>['from'],
  certificates: readonly Certificate[],
): ReadOutcome {
  if (certificates.length === 0) return { outcome: 'none' };
  const facts = inOrder(certificates).map((certificate) => factsOf(certificate, nodePkiCrypto));
  return { outcome: 'certificates', from, certificates: facts };
}

function plainCertificates(bytes: Uint8Array): readonly Certificate[] {
  const blocks = pemBlocks(bytes, /CERTIFICATE$/);
  return (blocks.length > 0 ? blocks : [bytes]).flatMap((block) => {
    const read = readCertificate(block);
    return read.ok ? [read.value] : [];
  });
}

/** The signers' certificates of a PDF, the latest signature's first, each once. */
async function fromPdf(
  bytes: Uint8Array,
  { now, checker }: ReadCertificatesOptions,
): Promise<ReadOutcome> {
  const report = await checker.check({ bytes, folder: null, now: now() });
  if (report.outcome === 'not-checked') return { outcome: 'not-supported', detail: report.reason };
  if (report.outcome !== 'checked') return { outcome: 'none' };
  const all = [...report.signatures]
    .reverse()
    .filter(({ kind }) => kind === 'signature')
    .flatMap(({ certificate }) => (certificate === null ? [] : [certificate]));
  const once = all.filter(
    ({ fingerprint }, index) =>
      all.findIndex((other) => other.fingerprint === fingerprint) === index,
  );
  if (once.length === 0) return { outcome: 'none' };
  return { outcome: 'certificates', from: 'pdf', certificates: once };
}

async function fromKeyFile(bytes: Uint8Array, passphrase: Uint8Array | null): Promise<ReadOutcome> {
  const opened = await openKeyFile(bytes, passphrase ?? new Uint8Array());
  if (opened.ok) {
    const { certificate, certificates } = opened.value;
    const own = certificate === null ? [] : [certificate];
    const others = certificates.filter((other) => other !== certificate);
    const facts = [...own, ...inOrder(others)].map((one) => factsOf(one, nodePkiCrypto));
    return facts.length === 0
      ? { outcome: 'none' }
      : { outcome: 'certificates', from: 'pkcs12', certificates: facts };
  }
  switch (opened.error.kind) {
    case 'passphrase-wrong':
      return { outcome: passphrase === null ? 'passphrase-needed' : 'passphrase-wrong' };
    case 'not-supported':
      return { outcome: 'not-supported', detail: opened.error.detail };
    case 'not-a-key-file':
      return { outcome: 'none' };
  }
}

/**
 * Certificates of whatever file a person brings: .cer, .crt, .pem, .p7b, the public part of a
 * .p12, or a signed PDF. The content decides, never the name.
 */
export function createReadCertificates(
  options: ReadCertificatesOptions,
): Services['pki']['readCertificates'] {
  return async ({ bytes, passphrase }) => {
    try {
      if (isPdf(bytes)) return succeed(await fromPdf(bytes, options));
      const plain = plainCertificates(bytes);
      if (plain.length > 0) return succeed(found('certificate', plain));
      const bag = readCertificateBag(pemBlocks(bytes, /^(?:PKCS7|CMS)$/)[0] ?? bytes);
      if (bag.length > 0) return succeed(found('cms', bag));
      return succeed(await fromKeyFile(bytes, passphrase));
    } finally {
      wipe(passphrase);
    }
  };
}
