import type { CertificateFacts } from '../../contract/pki';
import type { RequestData } from '../request/request-data';

/** One thing in which a certificate and a request differ. */
export interface CertificateDifference {
  readonly field:
    | 'name'
    | 'unit'
    | 'serial'
    | 'not-after'
    | 'subject-dn'
    | 'validity'
    | 'key-usage'
    | 'is-authority'
    | 'test-authority';
  /** `wrong`: another certificate than the request is about. `check`: a person has to look. */
  readonly severity: 'wrong' | 'check' | 'note';
  /** What each says; '' where it says nothing. */
  readonly inCertificate: string;
  readonly inRequest: string;
}

/** Titles before a name and degrees behind it, which certificates mostly leave out. */
const titles = /^(?:(?:prof|dr|drs|dra|ir|h|hj|kh|ns|apt|drg|drh|r|rd|tb|rr)\.?|\(.*?\))$/i;

/** A name as it is compared: capitals, no degrees, no titles, single blanks. */
export function comparableName(name: string): string {
  const [plain = ''] = name.split(',');
  return plain
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z' -]/g, ' ')
    .split(/\s+/)
    .filter((word, index) => word !== '' && !(index < 3 && titles.test(word)))
    .join(' ');
}

/** A unit as it is compared: what certificates and people abbreviate is written out. */
function comparableUnit(unit: string): string {
  return unit
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\bPEMKAB\b|\bPEMERINTAH KAB\b\.?/g, 'PEMERINTAH KABUPATEN')
    .replaceAll(/\bPEMKOT\b/g, 'PEMERINTAH KOTA')
    .replaceAll(/\bPEMPROV\b/g, 'PEMERINTAH PROVINSI')
    .replaceAll(/[^A-Z0-9]+/g, ' ')
    .trim();
}

/** A serial as recorded or quoted, hex or decimal with or without separators, as lower-case hex. */
export function normalSerial(text: string): {
  readonly hex: string | null;
  readonly decimalAsHex: string | null;
} {
  const plain = text.replaceAll(/[\s:.-]|^0x/gi, '').toLowerCase();
  const hex = /^[0-9a-f]{1,64}$/.test(plain) ? BigInt(`0x${plain}`).toString(16) : null;
  const decimalAsHex = /^\d{1,78}$/.test(plain) ? BigInt(plain).toString(16) : null;
  return { hex, decimalAsHex };
}

/** Whether a quoted serial is a certificate's, in hex or in decimal. */
export function isSerial(
  quoted: string,
  { serialHex }: Pick<CertificateFacts, 'serialHex'>,
): boolean {
  const { hex, decimalAsHex } = normalSerial(quoted);
  return hex === serialHex || decimalAsHex === serialHex;
}

function nameDifference(facts: CertificateFacts, name: string): CertificateDifference[] {
  const [one, other] = [facts.commonName ?? '', name].map(comparableName);
  if (one === other) return [];
  // A name cut short or with one part more is looked at; another name is another person.
  const isPart =
    one !== '' && other !== '' && (one?.includes(other ?? '') || other?.includes(one ?? ''));
  const severity = isPart === true ? 'check' : 'wrong';
  return [{ field: 'name', severity, inCertificate: facts.commonName ?? '', inRequest: name }];
}

function unitDifference(facts: CertificateFacts, unit: string): CertificateDifference[] {
  const inCertificate = [facts.organizationalUnit, facts.organization]
    .filter((part) => part !== null)
    .join(', ');
  const [one, other] = [inCertificate, unit].map(comparableUnit);
  const isWithin = one !== '' && (one?.includes(other ?? '') || other?.includes(one ?? ''));
  // BSrE's certificates name the government (O), a request the office: seldom the same words.
  return isWithin === true
    ? []
    : [{ field: 'unit', severity: 'note', inCertificate, inRequest: unit }];
}

function dayOf(iso: string): string {
  return iso.slice(0, 10);
}

function dateDifference(facts: CertificateFacts, notAfter: string | null): CertificateDifference[] {
  if (notAfter === null) return [];
  const distance = Math.abs(Date.parse(dayOf(facts.notAfter)) - Date.parse(notAfter));
  // Which day it is depends on the zone it was read in.
  if (distance <= 24 * 60 * 60 * 1000) return [];
  return [
    {
      field: 'not-after',
      severity: 'check',
      inCertificate: dayOf(facts.notAfter),
      inRequest: notAfter,
    },
  ];
}

function ownFaults(facts: CertificateFacts, now: number): CertificateDifference[] {
  const faults: CertificateDifference[] = [];
  const say = (field: CertificateDifference['field'], severity: 'wrong' | 'check', text: string) =>
    faults.push({ field, severity, inCertificate: text, inRequest: '' });
  if (facts.isAuthority) say('is-authority', 'wrong', facts.commonName ?? '');
  if (facts.issuerCommonName === 'OSD DEMO') say('test-authority', 'wrong', 'OSD DEMO');
  if (Date.parse(facts.notAfter) < now || Date.parse(facts.notBefore) > now) {
    say('validity', 'check', `${dayOf(facts.notBefore)} – ${dayOf(facts.notAfter)}`);
  }
  const usage = facts.keyUsage ?? ['digitalSignature'];
  if (!usage.includes('digitalSignature') && !usage.includes('nonRepudiation')) {
    say('key-usage', 'check', usage.join(', '));
  }
  return faults;
}

const severities = ['wrong', 'check', 'note'] as const;

/**
 * In what a certificate differs from what a request says of it, the worst first; empty when it is
 * the one the request is about. What the request leaves open is no difference. `now` is the device
 * clock in milliseconds.
 */
export function compareCertificate(
  facts: CertificateFacts,
  request: Pick<RequestData, 'applicant' | 'certificate'>,
  now: number,
): readonly CertificateDifference[] {
  const { applicant, certificate } = request;
  const { serialNumber, subjectDn, notAfter } = certificate;
  const differences: CertificateDifference[] = [
    ...nameDifference(facts, applicant.name),
    ...unitDifference(facts, applicant.unit),
    ...(serialNumber === null || isSerial(serialNumber, facts)
      ? []
      : [
          {
            field: 'serial' as const,
            severity: 'wrong' as const,
            inCertificate: facts.serialHex,
            inRequest: serialNumber,
          },
        ]),
    ...(subjectDn === null || comparableDn(subjectDn) === comparableDn(facts.subjectDn)
      ? []
      : [
          {
            field: 'subject-dn' as const,
            severity: 'check' as const,
            inCertificate: facts.subjectDn,
            inRequest: subjectDn,
          },
        ]),
    ...dateDifference(facts, notAfter),
    ...ownFaults(facts, now),
  ];
  return severities.flatMap((severity) =>
    differences.filter((difference) => difference.severity === severity),
  );
}

/** A DN without regard to order, blanks and capitals. */
function comparableDn(text: string): string {
  return text
    .split(/\s*(?<!\\),\s*/)
    .map((part) => part.trim().toUpperCase())
    .sort()
    .join(',');
}

/** What goes onto the request from a certificate that was read. */
export function requestCertificateOf(facts: CertificateFacts): RequestData['certificate'] {
  return {
    subjectDn: facts.subjectDn,
    serialNumber: facts.serialHex,
    notAfter: dayOf(facts.notAfter),
  };
}
