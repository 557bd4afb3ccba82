import type { RequestData } from '../../src/domain/request/request-data';
import type { Visit } from './clerk';

const NUMBER_WORDS = ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh', 'Delapan'] as const;

/** A plainly made-up civil servant, the same for the same number (0 to 998); the NIK is an example. */
export function civilServant(number = 0): RequestData {
  const serial = String(number + 1);
  return {
    applicant: {
      name: `Contoh ${NUMBER_WORDS[number % NUMBER_WORDS.length] ?? ''}, S.E.`,
      nik: `329999010185${serial.padStart(4, '0')}`,
      personnel: 'pns',
      nip: `198501012010011${serial.padStart(3, '0')}`,
      rank: 'Penata, III/c',
      position: 'Analis Contoh',
      unit: 'Badan Contoh Daerah',
      email: `contoh.${serial}@contoh.go.id`,
      phone: `628120000${serial.padStart(4, '0')}`,
    },
    superior: {
      name: 'Contoh Atasan, M.Si.',
      nip: '197001011995011001',
      rank: 'Pembina Utama Muda, IV/c',
      position: 'Kepala Badan Contoh Daerah',
    },
    certificate: { subjectDn: null, serialNumber: '5f3a9c01020304', notAfter: '2027-01-31' },
    reason: { key: 'private-key-lost', note: 'Laptop hilang di perjalanan' },
  };
}

/** That person's visit: comes now, brings nothing yet. */
export function visitOf(number = 0, applicant: Partial<RequestData['applicant']> = {}): Visit {
  const data = civilServant(number);
  return {
    sopId: 'ciamis-2025-revocation',
    arrivedAt: null,
    data: { ...data, applicant: { ...data.applicant, ...applicant } },
    papers: [],
  };
}
