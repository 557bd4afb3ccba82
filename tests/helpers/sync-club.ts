import { OFFICE_DEFAULTS } from '../../src/domain/office/office-state';
import type { OfficeProfile } from '../../src/domain/office/office-event';
import type { RequestData } from '../../src/domain/request/request-data';
import { sopSchema, type Sop } from '../../src/domain/sop/sop';
import { blankIdentity } from './blank-identity';

/** Neutral and made up: membership of a tennis club, submitted at once, confirmed later. */
export function tennisSop(): Sop {
  const source = { file: 'none', step: 1 };
  const step = {
    actor: 'club',
    inferred: false,
    completeness: null,
    standardTime: null,
    output: null,
    note: null,
    source,
  };
  return sopSchema.parse({
    id: 'tennis-club',
    version: 1,
    service: 'revocation',
    identity: blankIdentity,
    notices: [],
    actors: [{ key: 'club', label: 'Klub', side: 'office' }],
    documents: [{ key: 'racket-photo', label: 'Foto raket', source }],
    reasons: [
      {
        key: 'other',
        label: 'Lainnya',
        letterText: 'lainnya',
        crlReasonCode: null,
        noteRequired: false,
        source,
        inferred: false,
      },
    ],
    steps: [
      { ...step, key: 'hand-in', number: 1, kind: 'submit', activity: 'Mengirim' },
      { ...step, key: 'confirm', number: 2, kind: 'confirm', activity: 'Memastikan' },
    ],
  });
}

/** An office that has its gateway there. */
export function clubOffice(baseUrl: string): OfficeProfile {
  return {
    government: 'PEMERINTAH KABUPATEN CONTOH',
    name: 'Dinas Contoh',
    shortName: 'Contoh',
    code: '32.07',
    address: 'Jalan Contoh 1',
    postalCode: '40000',
    phone: '0',
    email: 'dinas@contoh.go.id',
    website: '',
    place: 'Contoh',
    timeZone: 'Asia/Jakarta',
    desk: 'A',
    logo: null,
    officials: [],
    emailSuffixes: ['.go.id'],
    paper: OFFICE_DEFAULTS.paper,
    signing: OFFICE_DEFAULTS.signing,
    letters: {
      classificationCode: '000',
      numberPattern: '{number}',
      codes: {},
      holdForPrint: false,
    },
    gateway: { baseUrl },
    amsFileLimit: 1_000_000,
    calendar: OFFICE_DEFAULTS.calendar,
    sopsInUse: null,
    lockAfterMinutes: OFFICE_DEFAULTS.lockAfterMinutes,
    esign: OFFICE_DEFAULTS.esign,
  };
}

/** A walk-in; fictitious throughout. */
export function walkIn(): RequestData {
  return {
    applicant: {
      name: 'Contoh Satu',
      nik: '3207010101900001',
      personnel: 'non-asn',
      nip: null,
      rank: null,
      position: 'Staf',
      unit: 'Dinas Contoh',
      email: 'contoh.satu@contoh.go.id',
      phone: '6281200000001',
    },
    superior: null,
    certificate: { subjectDn: null, serialNumber: null, notAfter: null },
    reason: { key: 'other', note: null },
  };
}
