import { strToU8 } from 'fflate';
import { readCertificate, type Certificate } from '../pki/certificate';
import { sha256Hex } from '../pki/certificate-facts';
import { readCrl } from '../pki/crl';
import { readOcspAnswer } from '../pki/ocsp';
import type { PkiCrypto } from '../pki/pki-crypto';
import { at, listAt, type PdfRevision } from './pdf-file';
import { PdfFault } from './pdf-value';
import type { Statement } from './trust';

/** Validation data a document carries (Document Security Store; ETSI EN 319 142-1, 5.4.2). */
export interface SecurityStore {
  readonly certificates: readonly Certificate[];
  readonly statements: readonly Statement[];
}

const MOST_ENTRIES = 100;

function streamsOf(revision: PdfRevision, store: ReturnType<typeof at>, key: string): Uint8Array[] {
  return listAt(revision, at(revision, store, key))
    .slice(0, MOST_ENTRIES)
    .flatMap((item) => {
      try {
        const content = revision.contentOf(revision.resolve(item));
        return [strToU8(content, true)];
      } catch (error) {
        // One entry that cannot be unpacked must not hide the others.
        if (error instanceof PdfFault) return [];
        throw error;
      }
    });
}

/** Reads the store of a revision; entries that are not what they should be are left out. */
export function readSecurityStore(revision: PdfRevision, crypto: PkiCrypto): SecurityStore {
  const store = at(revision, revision.trailer.get('Root'), 'DSS');
  const certificates = streamsOf(revision, store, 'Certs').flatMap((bytes) => {
    const read = readCertificate(bytes);
    return read.ok ? [read.value] : [];
  });
  const from = (bytes: Uint8Array) => ({
    address: null,
    sha256: sha256Hex(bytes, crypto),
    isFromCache: false,
  });
  const lists = streamsOf(revision, store, 'CRLs').flatMap((bytes): readonly Statement[] => {
    const read = readCrl(bytes);
    if (!read.ok) return [];
    const entries = read.value.size;
    return [
      { kind: 'crl', crl: read.value, from: { source: 'embedded-crl', ...from(bytes), entries } },
    ];
  });
  const answers = streamsOf(revision, store, 'OCSPs').flatMap((bytes): readonly Statement[] => {
    const read = readOcspAnswer(bytes);
    if (!read.ok) return [];
    const source = { source: 'embedded-ocsp', ...from(bytes), entries: null } as const;
    return [{ kind: 'ocsp', answer: read.value, from: source }];
  });
  return { certificates, statements: [...lists, ...answers] };
}
