import { join } from 'node:path';
import type { Authority } from '../../../src/contract/pki';
import { fail, succeed, type Result } from '../../../src/contract/result';
import {
  authorityOf,
  differencesFromKnown,
  expiryNotice,
  knownAuthorities,
} from '../../../src/domain/pki/authorities';
import {
  isSelfIssued,
  readCertificate,
  type Certificate,
} from '../../../src/domain/pki/certificate';
import { factsOf, sha256Hex } from '../../../src/domain/pki/certificate-facts';
import { partNamed } from '../../../src/domain/pki/distinguished-name';
import type { Log } from '../../log';
import { errorCode, replaceFile, type Disk } from '../disk';
import { nodePkiCrypto } from './node-crypto';

/** The authorities this office trusts, one file each under a folder of the data folder. */
export interface AuthorityStore {
  readonly all: () => Promise<readonly Certificate[]>;
  readonly add: (certificate: Certificate) => Promise<void>;
  readonly remove: (fingerprint: string) => Promise<boolean>;
}

/** More authorities than any office needs. */
const MOST = 100;

/** Opens the folder; files that hold no certificate are logged by name and left alone. */
export function createAuthorityStore(options: {
  readonly folder: string;
  readonly disk: Disk;
  readonly log: Log;
}): AuthorityStore {
  const { folder, disk, log } = options;
  const pathOf = (fingerprint: string): string => join(folder, `${fingerprint}.crt`);

  async function read(name: string): Promise<readonly Certificate[]> {
    try {
      const certificate = readCertificate(await disk.read(join(folder, name)));
      const isRight =
        certificate.ok && `${sha256Hex(certificate.value.raw, nodePkiCrypto)}.crt` === name;
      if (isRight) return [certificate.value];
      log({ event: 'authority-unreadable', name });
    } catch (error) {
      log({ event: 'authority-unreadable', name, code: errorCode(error) });
    }
    return [];
  }

  return {
    all: async () => {
      const names = (await disk.list(folder)).filter((name) => /^[0-9a-f]{64}\.crt$/.test(name));
      return (await Promise.all(names.slice(0, MOST).map(read))).flat();
    },
    add: async (certificate) => {
      await disk.makeFolder(folder);
      const fingerprint = sha256Hex(certificate.raw, nodePkiCrypto);
      await replaceFile(disk, pathOf(fingerprint), certificate.raw);
    },
    remove: async (fingerprint) => {
      const isThere = (await disk.find(pathOf(fingerprint))) !== undefined;
      await disk.remove(pathOf(fingerprint));
      if (isThere) await disk.syncFolder(folder);
      return isThere;
    },
  };
}

/** Roots to end a chain at, and what may lie between. */
export function sortAuthorities(certificates: readonly Certificate[]): {
  readonly anchors: readonly Certificate[];
  readonly between: readonly Certificate[];
} {
  return {
    anchors: certificates.filter(isSelfIssued),
    between: certificates.filter((certificate) => !isSelfIssued(certificate)),
  };
}

/** Why a certificate is not made one that the office trusts. */
export type ImportRefusal =
  | { readonly outcome: 'not-a-certificate' }
  | { readonly outcome: 'fingerprint-differs'; readonly fingerprint: string }
  | { readonly outcome: 'not-an-authority' }
  | { readonly outcome: 'differs-from-known'; readonly key: string; readonly fields: string[] };

/** Checks a certificate before it is imported. */
export function checkImport(input: {
  readonly bytes: Uint8Array;
  readonly fingerprint: string;
  readonly acceptDifferences: boolean;
}): Result<Certificate, ImportRefusal> {
  const read = readCertificate(input.bytes);
  if (!read.ok) return fail({ outcome: 'not-a-certificate' });
  const fingerprint = sha256Hex(read.value.raw, nodePkiCrypto);
  if (fingerprint !== input.fingerprint) {
    return fail({ outcome: 'fingerprint-differs', fingerprint });
  }
  if (!read.value.isAuthority) return fail({ outcome: 'not-an-authority' });
  const known = authorityOf(read.value);
  const fields = known === null ? [] : [...differencesFromKnown(read.value, known)];
  if (known !== null && fields.length > 0 && !input.acceptDifferences) {
    return fail({ outcome: 'differs-from-known', key: known.key, fields });
  }
  return succeed(read.value);
}

/** The known authorities with what the office has of each, then the others it has. */
export function describeAuthorities(imported: readonly Certificate[], now: number): Authority[] {
  const known = knownAuthorities
    .filter(({ isForTests }) => !isForTests)
    .map((authority): Authority => {
      const { key, commonName, serialDecimal, notBefore, notAfter, isRoot } = authority;
      const own = imported.find((certificate) => authorityOf(certificate)?.key === key) ?? null;
      return {
        key,
        commonName,
        expectation:
          notBefore === null || notAfter === null
            ? null
            : { serialDecimal, notBefore, notAfter, isRoot: isRoot ?? false },
        imported: own === null ? null : factsOf(own, nodePkiCrypto),
        notice:
          expiryNotice(own?.notAfter ?? notAfter, now) ?? (own === null ? 'not-imported' : null),
      };
    });
  const others = imported
    .filter((certificate) => !known.some(({ key }) => key === authorityOf(certificate)?.key))
    .map((certificate): Authority => ({
      key: authorityOf(certificate)?.key ?? null,
      commonName: partNamed(certificate.subject, 'CN') ?? certificate.subject.text,
      expectation: null,
      imported: factsOf(certificate, nodePkiCrypto),
      notice: expiryNotice(certificate.notAfter, now),
    }));
  return [...known, ...others];
}
