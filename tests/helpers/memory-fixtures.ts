import type { Author } from '../../src/domain/event';
import { OFFICE_DEFAULTS } from '../../src/domain/office/office-state';
import type { OfficeCommand } from '../../src/domain/office/office-command';
import type { OfficeProfile } from '../../src/domain/office/office-event';
import { ROLES, type Role } from '../../src/domain/office/roles';
import type { RequestCommand } from '../../src/domain/request/request-command';
import type { RequestData } from '../../src/domain/request/request-data';
import type { RequestFile } from '../../src/domain/request/request-event';
import { parseSops } from '../../src/store/sop-library';
import revocation from '../../resources/sop/ciamis-2025-revocation.json';

export const staff: Author = { id: '01930000-0000-7000-8000-00000000000a', name: 'Petugas Contoh' };

/** How an office comes to a member of staff who does everything, as in a small one. */
export function addStaffCommand(
  { id: staffId, name }: Author = staff,
  roles: readonly Role[] = ROLES,
): Extract<OfficeCommand, { command: 'add-staff' }> {
  return { command: 'add-staff', staffId, name, roles };
}

export const [sop] = parseSops([revocation]).sops as [ReturnType<typeof parseSops>['sops'][number]];

export const profile: OfficeProfile = {
  ...OFFICE_DEFAULTS,
  // Most tests are about something else than the printer.
  letters: { ...OFFICE_DEFAULTS.letters, holdForPrint: false },
  government: 'PEMERINTAH KABUPATEN CONTOH',
  name: 'DINAS KOMUNIKASI DAN INFORMATIKA',
  shortName: 'Diskominfo',
  code: '32.07',
  address: 'Jalan Contoh 1',
  postalCode: '46211',
  phone: '0265000000',
  email: 'kominfo@contoh.go.id',
  website: 'contoh.go.id',
  place: 'Contoh',
  logo: null,
  officials: [],
  gateway: { baseUrl: null },
  esign: null,
  emailSuffixes: [...OFFICE_DEFAULTS.emailSuffixes],
};

const givenNames = ['Contoh', 'Misal', 'Umpama', 'Andai', 'Teladan'] as const;
const familyNames = ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh'] as const;

/** A made-up applicant, the same for the same number. */
export function requestData(number = 0): RequestData {
  const serial = String(1 + (number % 9999)).padStart(4, '0');
  const day = String(1 + (Math.floor(number / 9999) % 28)).padStart(2, '0');
  const given = givenNames[number % givenNames.length] ?? '';
  const family = familyNames[number % familyNames.length] ?? '';
  return {
    applicant: {
      name: `${given} ${family}`,
      nik: `320701${day}0190${serial}`,
      personnel: 'non-asn',
      nip: null,
      rank: null,
      position: 'Pranata Komputer',
      unit: 'Kecamatan Contoh',
      email: 'contoh@contoh.go.id',
      phone: '6281200000000',
    },
    superior: null,
    certificate: { subjectDn: null, serialNumber: null, notAfter: null },
    reason: { key: 'private-key-lost', note: null },
  };
}

export function recordCommand(
  number = 0,
  arrivedAt = '2026-03-02T02:14:00Z',
): Extract<RequestCommand, { command: 'record-request' }> {
  return {
    command: 'record-request',
    sop: { id: sop.id, version: sop.version },
    arrivedAt,
    data: requestData(number),
    origin: { kind: 'counter' },
    besides: [],
  };
}

export function file(number = 0): RequestFile {
  const hash = number.toString(16).padStart(64, '0');
  return { address: hash, sha256: hash, size: 100, mediaType: 'application/pdf' };
}

/** What a made-up official writes on the sheet at a dispose step. */
export function dispositionCommand(
  step: string,
  dispositionId: string = crypto.randomUUID(),
): Extract<RequestCommand, { command: 'give-disposition' }> {
  return {
    command: 'give-disposition',
    dispositionId,
    step,
    from: { actor: 'office-head', name: 'Contoh Kepala', title: 'Kepala Dinas' },
    to: { actor: 'division-head', name: '', title: 'Kepala Bidang' },
    instructions: ['Proses Lebih Lanjut'],
    note: null,
    urgency: 'usual',
    deadline: null,
    writtenOn: '2026-03-02',
    medium: 'paper',
  };
}
