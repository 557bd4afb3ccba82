import { describe, expect, it } from 'vitest';
import type { RequestData } from '../../src/domain/request/request-data';
import {
  arrivalInstant,
  arrivalOf,
  checkArrival,
  parseClock,
} from '../../src/features/intake/arrival-time';
import {
  EMPTY_INTAKE,
  fillFromEarlier,
  fromRequestData,
  intakeValuesSchema,
  parseDraftValues,
  toRequestData,
  type IntakeValues,
} from '../../src/features/intake/intake-values';

const record: RequestData = {
  applicant: {
    name: 'Contoh Satu, S.Kom.',
    nik: '3207011501850001',
    personnel: 'pns',
    nip: '198501152010011001',
    rank: null,
    position: 'Kepala Seksi',
    unit: 'Dinas Contoh',
    email: 'contoh.satu@contohkab.go.id',
    phone: '6281234567890',
  },
  superior: { name: 'Contoh Dua', nip: null, rank: null, position: 'Kepala Dinas' },
  certificate: { subjectDn: null, serialNumber: '0a1b', notAfter: '2027-01-31' },
  reason: { key: 'other', note: 'baris satu\nbaris dua' },
};
const frame = { sop: 'contoh', arrival: { date: '2026-03-02', time: '09.14' } };

describe('form and record', () => {
  it('a record that is opened for correction and saved untouched stays the same', () => {
    expect(toRequestData(fromRequestData(record, frame))).toEqual(record);
  });

  it('a record without superior does not gain one', () => {
    const alone = { ...record, superior: null };
    expect(toRequestData(fromRequestData(alone, frame))).toEqual(alone);
  });

  it('a NIP typed before Non-ASN was chosen is not recorded, and comes back with PNS', () => {
    const typed = fromRequestData(record, frame);
    const changed: IntakeValues = {
      ...typed,
      applicant: { ...typed.applicant, personnel: 'non-asn' },
    };
    expect(toRequestData(changed).applicant.nip).toBeNull();
    expect(changed.applicant.nip).toBe('198501152010011001');
  });

  it('what is typed with blanks and +62 is recorded clean', () => {
    const values: IntakeValues = {
      ...EMPTY_INTAKE,
      applicant: {
        ...EMPTY_INTAKE.applicant,
        nik: ' 3207 0115 0185 0001',
        phone: '+62 812-3456-7890',
        email: ' Contoh@Contohkab.go.id ',
      },
    };
    expect(toRequestData(values).applicant).toMatchObject({
      nik: '3207011501850001',
      phone: '6281234567890',
      email: 'contoh@contohkab.go.id',
    });
  });
});

describe('drafts', () => {
  it('brings back exactly what stood there, wrong or unfinished', () => {
    const typed: IntakeValues = {
      ...EMPTY_INTAKE,
      applicant: { ...EMPTY_INTAKE.applicant, nik: '32 07', name: ' Sdr. Contoh' },
      certificate: { ...EMPTY_INTAKE.certificate, notAfter: '31-02' },
    };
    expect(parseDraftValues(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
  });

  it('fields an older form did not have are blank, nothing else is lost', () => {
    const { correctionReason: _, ...older } = EMPTY_INTAKE;
    const { phone: __, ...applicant } = { ...older.applicant, name: 'Contoh Satu' };
    expect(parseDraftValues({ ...older, applicant })).toEqual({
      ...EMPTY_INTAKE,
      applicant: { ...EMPTY_INTAKE.applicant, name: 'Contoh Satu' },
    });
  });

  it('what is no draft of this form is refused, not guessed', () => {
    expect(parseDraftValues(null)).toBeNull();
    expect(parseDraftValues('teks')).toBeNull();
    expect(intakeValuesSchema.safeParse({ applicant: 3 }).success).toBe(false);
  });
});

describe('filling from an earlier request', () => {
  it('fills blanks and never overwrites what was typed, nor the reason', () => {
    const typed: IntakeValues = {
      ...EMPTY_INTAKE,
      ...frame,
      applicant: { ...EMPTY_INTAKE.applicant, nik: record.applicant.nik, unit: 'Badan Baru' },
    };
    const filled = fillFromEarlier(typed, record, false);
    expect(filled.applicant).toMatchObject({ unit: 'Badan Baru', name: 'Contoh Satu, S.Kom.' });
    expect(filled.superior.name).toBe('Contoh Dua');
    expect(filled.reason).toEqual({ key: '', note: '' });
  });

  it('keeps the kind of personnel the clerk chose', () => {
    const typed: IntakeValues = {
      ...EMPTY_INTAKE,
      applicant: { ...EMPTY_INTAKE.applicant, personnel: 'pppk' },
    };
    expect(fillFromEarlier(typed, record, true).applicant.personnel).toBe('pppk');
    expect(fillFromEarlier(typed, record, false).applicant.personnel).toBe('pns');
  });
});

describe('arrival', () => {
  it('is the office’s clock, in each of the three zones', () => {
    const instant = '2026-03-02T02:14:00.000Z';
    expect(arrivalOf(instant, 'Asia/Jakarta')).toEqual({ date: '2026-03-02', time: '09.14' });
    for (const zone of ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const) {
      expect(arrivalInstant(arrivalOf(instant, zone), zone)).toBe(instant);
    }
  });

  it('just after midnight belongs to the new day', () => {
    const arrival = { date: '2026-03-02', time: '00.05' };
    expect(arrivalInstant(arrival, 'Asia/Jayapura')).toBe('2026-03-01T15:05:00.000Z');
  });

  it.each(['09.14', '9:14', '0914', '09 14'])('reads %s', (typed) => {
    expect(parseClock(typed)).toEqual({ hour: 9, minute: 14 });
  });

  it.each(['', '25.00', '09.60', '9.1', 'pagi'])('does not guess at "%s"', (typed) => {
    expect(parseClock(typed)).toBeNull();
  });

  it('names the field that is wrong, and refuses the future', () => {
    const now = '2026-03-02T02:14:30.000Z';
    const check = (date: string, time: string) => checkArrival({ date, time }, now, 'Asia/Jakarta');
    expect(check('2026-03-02', '09.14')).toEqual([]);
    expect(check('31-02', '09.14')[0]).toMatchObject({ field: 'arrival.date' });
    expect(check('2026-03-02', 'x')[0]).toMatchObject({ field: 'arrival.time' });
    expect(check('2026-03-02', '09.15')[0]).toMatchObject({ code: 'arrival-future' });
  });
});
