import { fail, succeed } from '../../contract/result';
import { assertNever } from '../assert-never';
import { compareWithEscStatus, isReplaced, verdictOf } from '../pki/evidence';
import type { CheckVerdict } from './certificate-record';
import type { Decision } from './decide';
import type { RequestCommand } from './request-command';
import type { ReadCertificate, RequestState } from './request-state';

export type CertificateCommand = Extract<
  RequestCommand,
  { command: 'record-certificate' | 'record-certificate-check' }
>;

type Check = Extract<CertificateCommand, { command: 'record-certificate-check' }>;

/** A certificate of the applicant that was read, and what was found out about it. */
export function decideCertificate(state: RequestState, command: CertificateCommand): Decision {
  switch (command.command) {
    case 'record-certificate': {
      const { certificateId, file, from, facts } = command;
      if (state.certificates.some(({ id }) => id === certificateId)) {
        return fail({ code: 'certificate-exists' });
      }
      return succeed([{ type: 'certificate-read', certificateId, file, from, facts }]);
    }
    case 'record-certificate-check': {
      const { certificateId, escStatus } = command;
      const certificate = state.certificates.find(({ id }) => id === certificateId);
      if (certificate === undefined) return fail({ code: 'certificate-unknown' });
      const { serialHex } = certificate.facts;
      const verdict = verdictWithEsc(command, hasSuccessor(state, certificate));
      const evidence = [...command.evidence];
      const facts = { certificateId, serialHex, verdict, evidence, escStatus };
      return succeed([{ type: 'certificate-checked', ...facts }]);
    }
    default:
      return assertNever(command);
  }
}

/**
 * What lists and OCSP say together, and a contradiction where the person's status at the Esign
 * Client Service says otherwise.
 */
export function verdictWithEsc(
  { evidence, escStatus }: Pick<Check, 'evidence' | 'escStatus'>,
  isRenewed: boolean,
): CheckVerdict {
  const verdict = verdictOf(evidence);
  if (escStatus === null) return verdict;
  const compared = compareWithEscStatus(verdict, escStatus, isRenewed || isReplaced(evidence));
  return compared === 'contradicts' ? 'contradiction' : verdict;
}

/**
 * Whether the request keeps a certificate of a later validity that is not known to be revoked:
 * after a renewal the person's status is about that one.
 */
function hasSuccessor(state: RequestState, { facts }: ReadCertificate): boolean {
  const isRevoked = (serial: string): boolean => {
    const latest = state.certificateChecks.findLast(({ serialHex }) => serialHex === serial);
    return latest?.verdict === 'revoked' || latest?.verdict === 'contradiction';
  };
  return state.certificates.some(
    ({ facts: other }) =>
      other.serialHex !== facts.serialHex &&
      Date.parse(other.notBefore) > Date.parse(facts.notBefore) &&
      !isRevoked(other.serialHex),
  );
}
