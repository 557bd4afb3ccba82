import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Services } from '../../src/contract/index';
import type { ImportOutcome, RevocationOutcome } from '../../src/contract/pki';
import { succeed } from '../../src/contract/result';
import { authorityOf } from '../../src/domain/pki/authorities';
import { isSelfIssued, readCertificate, type Certificate } from '../../src/domain/pki/certificate';
import { factsOf } from '../../src/domain/pki/certificate-facts';
import { findIssuer } from '../../src/domain/pki/chain';
import { verdictOf } from '../../src/domain/pki/evidence';
import type { Log } from '../log';
import { onDisk, systemDisk, type Disk } from './disk';
import { checkImport, createAuthorityStore, describeAuthorities } from './pki/authority-store';
import { gatherEvidence } from './pki/check-revocation';
import { createCrlCache } from './pki/crl-cache';
import { derOfText } from './pki/der-of-text';
import type { DocumentChecker } from './pki/document-checker';
import { nodePkiCrypto } from './pki/node-crypto';
import type { PublicLine } from './pki/public-line';
import { createReadCertificates } from './pki/read-certificates';

export interface PkiServiceOptions {
  /** Holds `authorities` and `lists`. */
  readonly folder: string;
  readonly line: PublicLine;
  readonly now: () => Date;
  readonly log: Log;
  readonly disk?: Disk;
  /** Checks documents; a thread of its own in the shell. */
  readonly checker: DocumentChecker;
}

type PkiService = Services['pki'];

/** Finds the issuer, then asks every address the certificate names. */
async function checkRevocation(
  means: Parameters<typeof gatherEvidence>[0],
  input: Parameters<PkiService['checkRevocation']>[0],
  authorities: readonly Certificate[],
): Promise<RevocationOutcome> {
  const certificate = readCertificate(derOfText(input.certificate));
  if (!certificate.ok) return { outcome: 'not-a-certificate' };
  const given = input.issuer === null ? null : readCertificate(derOfText(input.issuer));
  const pool = given?.ok === true ? [given.value] : authorities;
  const issuer = findIssuer(certificate.value, pool, nodePkiCrypto);
  if (issuer === null) {
    return { outcome: 'issuer-missing', issuerDn: certificate.value.issuer.text };
  }
  const { useNetwork, allowPrivate } = input;
  const question = { certificate: certificate.value, issuer, useNetwork, allowPrivate };
  const evidence = await gatherEvidence(means, question);
  return {
    outcome: 'checked',
    certificate: factsOf(certificate.value, nodePkiCrypto),
    evidence,
    verdict: verdictOf(evidence),
  };
}

/**
 * Certificates, signatures and revocation. Everything but the fetching of lists and answers works
 * offline. Nothing is known of the office's authorities beforehand but facts: it imports their
 * certificates itself.
 */
export function createPkiService(options: PkiServiceOptions): PkiService {
  const disk = options.disk ?? systemDisk;
  const { log, line, checker, folder } = options;
  const now = (): number => options.now().getTime();
  const authorities = createAuthorityStore({
    folder: join(options.folder, 'authorities'),
    disk,
    log,
  });
  const cache = createCrlCache({ folder: join(options.folder, 'lists'), disk, line, now, log });

  return {
    readCertificates: createReadCertificates({ now, checker }),
    verifyDocument: ({ bytes }) =>
      onDisk('pki', async () => succeed(await checker.check({ bytes, folder, now: now() }))),
    authorities: () =>
      onDisk('pki', async () =>
        succeed({ authorities: describeAuthorities(await authorities.all(), now()) }),
      ),
    importAuthority: (input) =>
      onDisk<ImportOutcome>('pki', async () => {
        const checked = checkImport({ ...input, bytes: derOfText(input.bytes) });
        if (!checked.ok) return succeed(checked.error);
        await authorities.add(checked.value);
        const sha256 = createHash('sha256').update(checked.value.raw).digest('hex');
        log({ event: 'authority-imported', sha256 });
        return succeed({
          outcome: 'imported',
          role: isSelfIssued(checked.value) ? 'root' : 'intermediate',
          key: authorityOf(checked.value)?.key ?? null,
        });
      }),
    removeAuthority: ({ fingerprint }) =>
      onDisk('pki', async () => {
        const removed = await authorities.remove(fingerprint);
        if (removed) log({ event: 'authority-removed', sha256: fingerprint });
        return succeed({ removed });
      }),
    checkRevocation: (input) =>
      onDisk('pki', async () => {
        const pool = input.issuer === null ? await authorities.all() : [];
        return succeed(await checkRevocation({ cache, line, now }, input, pool));
      }),
  };
}
