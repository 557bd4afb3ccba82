import type { CertificateFacts } from '../../contract/pki';
import { fail, succeed, type Result, type ServiceError } from '../../contract/result';
import {
  recordedFactsSchema,
  type CertificateOrigin,
} from '../../domain/request/certificate-record';
import type { RequestState } from '../../domain/request/request-state';
import type { CommandFailure, Store } from '../../store/store';
import type { Host } from '../../contract';
import type { Author } from '../../domain/event';

/** A certificate that was read, before it is kept. */
export interface CertificateToKeep {
  readonly from: CertificateOrigin;
  readonly facts: CertificateFacts;
}

export interface CertificateDesk {
  readonly store: Pick<Store, 'execute'>;
  readonly host: Pick<Host, 'files'>;
  readonly newId: () => string;
  readonly by: Author;
}

/**
 * Keeps the certificate itself (DER) with the request, so that its revocation can be asked about
 * later; never the file it was read from, which may hold a private key. One that is kept already
 * is not kept twice.
 */
export async function recordCertificate(
  desk: CertificateDesk,
  { id, certificates }: Pick<RequestState, 'id' | 'certificates'>,
  { from, facts }: CertificateToKeep,
): Promise<
  Result<null, CommandFailure | { readonly kind: 'file-not-stored'; readonly error: ServiceError }>
> {
  if (certificates.some((kept) => kept.facts.fingerprint === facts.fingerprint)) {
    return succeed(null);
  }
  const stored = await desk.host.files.put({ bytes: facts.der, subject: id });
  if (!stored.ok) return fail({ kind: 'file-not-stored', error: stored.error });
  const recorded = await desk.store.execute(
    id,
    {
      command: 'record-certificate',
      certificateId: desk.newId(),
      file: { ...stored.value, mediaType: 'application/pkix-cert' },
      from,
      facts: recordedFactsSchema.parse(facts),
    },
    desk.by,
  );
  return recorded.ok ? succeed(null) : recorded;
}
