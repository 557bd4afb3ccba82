import { useState } from 'react';
import type { ServiceError } from '../../contract/result';
import type { EscStatus } from '../../contract/esign';
import type { ReadCertificate, RequestState } from '../../domain/request/request-state';
import { useLocale } from '../../ui/messages/use-messages';
import type { RequestWork } from '../request/use-request-work';
import { escFailureText } from '../shared/esc-words';
import { useLoket } from '../shared/loket-context';

/** Why a check could not be made or recorded whole. */
export type CheckProblem =
  | { readonly kind: 'issuer-missing'; readonly issuerDn: string }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'failed'; readonly error: ServiceError };

/** How far a check may reach. */
export interface Reach {
  readonly useNetwork: boolean;
  /** Addresses inside the office's network too. */
  readonly allowPrivate: boolean;
}

export interface RevocationCheck {
  readonly isAsking: boolean;
  readonly problem: CheckProblem | null;
  /** Why the Esign Client Service told no status, in words. */
  readonly escProblem: string | null;
  readonly check: (reach: Reach) => void;
}

/** Asks lists, OCSP and the Esign Client Service about a kept certificate, and records it. */
export function useRevocationCheck(
  request: RequestState,
  certificate: ReadCertificate | undefined,
  work: Pick<RequestWork, 'execute'>,
): RevocationCheck {
  const { host } = useLoket();
  const askStatus = useEscStatus(request);
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<CheckProblem | null>(null);
  const [escProblem, setEscProblem] = useState<string | null>(null);

  async function check({ id, file }: ReadCertificate, reach: Reach): Promise<void> {
    const stored = await host.files.get({ address: file.address });
    if (!stored.ok) {
      setProblem({ kind: 'damaged' });
      return;
    }
    const asked = { certificate: new Uint8Array(stored.value.bytes), issuer: null, ...reach };
    const answer = await host.pki.checkRevocation(asked);
    if (!answer.ok) {
      setProblem({ kind: 'failed', error: answer.error });
      return;
    }
    const status = reach.useNetwork ? await askStatus() : NOT_ASKED;
    setEscProblem(status.problem);
    const { escStatus } = status;
    const outcome = answer.value;
    if (outcome.outcome === 'not-a-certificate') setProblem({ kind: 'damaged' });
    if (outcome.outcome === 'issuer-missing') {
      setProblem({ kind: 'issuer-missing', issuerDn: outcome.issuerDn });
    }
    const evidence = outcome.outcome === 'checked' ? outcome.evidence : [];
    if (outcome.outcome !== 'checked' && escStatus === null) return;
    await work.execute({
      command: 'record-certificate-check',
      certificateId: id,
      evidence,
      escStatus,
    });
  }

  return {
    isAsking,
    problem,
    escProblem,
    check: (reach) => {
      if (certificate === undefined || isAsking) return;
      setIsAsking(true);
      setProblem(null);
      setEscProblem(null);
      void check(certificate, reach).finally(() => {
        setIsAsking(false);
      });
    },
  };
}

interface AskedStatus {
  readonly escStatus: EscStatus | null;
  readonly problem: string | null;
}

const NOT_ASKED: AskedStatus = { escStatus: null, problem: null };

/** The person's status at an Esign Client Service of version 2; version 1 would log the NIK. */
function useEscStatus({ data }: RequestState): () => Promise<AskedStatus> {
  const { host, office } = useLoket();
  const locale = useLocale();
  const server = office.profile?.esign?.server ?? undefined;
  const { nik } = data.applicant;
  return async () => {
    if (server?.version !== 'v2' || !/^\d{16}$/.test(nik)) return NOT_ASKED;
    const result = await host.esign.checkStatus({ server, person: { by: 'nik', nik } });
    if (!result.ok) return { escStatus: null, problem: escFailureText(result.error, locale) };
    const { answer } = result.value;
    return answer.outcome === 'status'
      ? { escStatus: answer.status, problem: null }
      : { escStatus: null, problem: escFailureText(answer, locale) };
  };
}
