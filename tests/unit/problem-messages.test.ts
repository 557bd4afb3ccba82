import { describe, expect, it } from 'vitest';
import sopData from '../../resources/sop/ciamis-2025-revocation.json';
import { fileProblemCodes } from '../../src/domain/documents/sniff-media-type';
import {
  checkLetterNumberPattern,
  letterNumberProblemCodes,
} from '../../src/domain/numbering/letter-number';
import type { ProblemParams } from '../../src/domain/identifiers/problem';
import { checkRequestData, cleanRequestData } from '../../src/domain/request/check-request-data';
import { sopSchema } from '../../src/domain/sop/sop';
import { parseWalkIns, walkInsFileProblemCodes } from '../../src/domain/walk-ins/parse-walk-ins';
import { fieldProblemCodes } from '../../src/domain/walk-ins/walk-in';
import {
  isMessageKey,
  placeholdersOf,
  translate,
  translateMessage,
} from '../../src/messages/catalogue';
import { fieldLabelKey } from '../../src/messages/field-label-key';

const sop = sopSchema.parse(sopData);
const rules = {
  sop,
  sops: [sop],
  emailSuffixes: ['.go.id'],
  yearNow: 2026,
  now: '2026-12-31T00:00:00.000Z',
};

type Said = readonly [code: string, params: ProblemParams];

/** What the checks really say about records that are wrong in every way they know. */
function saidOfRecords(): readonly Said[] {
  const applicant = { position: 'x', unit: 'x', email: 'a@gmail.com', phone: '1' };
  const wrong = [
    { name: '1', nik: '3299X', personnel: 'pns', nip: 'X' },
    { name: 'a1', nik: '32', personnel: 'pppk', nip: '1' },
    { name: '', nik: '9999999999990000', personnel: 'pns', nip: '199013012023993001' },
    { name: 'a'.repeat(999), nik: '3299990101200001', personnel: 'pns', nip: '198501011980212001' },
    { name: 'a', nik: '3299990201850001', personnel: 'pppk', nip: '198501012010012001' },
    { name: 'a', nik: '3299990201850001', personnel: 'pppk', nip: null, email: '@' },
    { name: 'a', nik: '3299990201850001', personnel: 'non-asn', nip: '1' },
  ] as const;
  const reasons = [null, 'x', 'other'];
  const serials = ['g', '12345678901234567890', null];
  return wrong.flatMap((one, index) =>
    checkRequestData(
      cleanRequestData({
        applicant: { ...applicant, ...one },
        certificate: { serialNumber: serials[index % 3], notAfter: 'x' },
        reason: { key: reasons[index % 3] },
      }),
      rules,
    ).map(({ code, params }): Said => [code, params]),
  );
}

function saidOfWalkIns(): readonly Said[] {
  const row = { sop: sop.id, arrivedAt: 'x' };
  const rows = [
    1,
    { sop: 'x' },
    { sop: 'tapin-2025-revocation' },
    { ...row, applicant: { personnel: 'x', name: [], nip: 199001012023211001 } },
    { ...row, superior: 1, attachments: 1 },
    { ...row, arrivedAt: '2027-01-02T09:14:00+07:00' },
    { ...row, attachments: [{ document: 'x' }] },
  ];
  const columns = 'sop,applicant.nik,attachments';
  const files = [
    parseWalkIns(JSON.stringify(rows), 'json', rules),
    parseWalkIns(`${columns}\n${sop.id},1,x`, 'csv', rules),
    parseWalkIns('[', 'json', rules),
    parseWalkIns('1', 'json', rules),
    parseWalkIns('"', 'csv', rules),
    parseWalkIns('', 'csv', rules),
    parseWalkIns('x', 'csv', rules),
  ];
  return files.flatMap((file): readonly Said[] =>
    file.ok
      ? file.value.flatMap((one) =>
          one.outcome === 'refused'
            ? one.problems.map(({ code, params }): Said => [code, params])
            : [],
        )
      : [[file.error.code, file.error.params]],
  );
}

const said: readonly Said[] = [
  ...saidOfRecords(),
  ...saidOfWalkIns(),
  ...['{x', '{x}'].flatMap((pattern) =>
    checkLetterNumberPattern(pattern).map(({ code, params }): Said => [code, params]),
  ),
  ...fileProblemCodes.map((code): Said => [code, {}]),
];

describe('sentences for problems', () => {
  it.each([
    ...fieldProblemCodes,
    ...letterNumberProblemCodes,
    ...walkInsFileProblemCodes,
    ...fileProblemCodes,
  ])('%s has one in both languages, with every parameter it names', (code) => {
    const key = `problem.${code}`;
    const [, params] = said.find(([one]) => one === code) ?? [];
    if (!isMessageKey(key) || params === undefined) throw new Error(`nothing says ${code}`);
    const placeholders = placeholdersOf(translateMessage('id', { key }));
    expect(placeholdersOf(translateMessage('en', { key }))).toEqual(placeholders);
    expect(placeholders.filter((name) => !(name in params))).toEqual([]);
  });

  it('has a label for every field a check can name', () => {
    expect(translate('id', fieldLabelKey('applicant.nik'))).toBe('NIK pemohon');
    expect(fieldLabelKey('attachments.0.path')).toBe('field.attachments');
    expect(fieldLabelKey('')).toBe('field.row');
    expect(fieldLabelKey('applicant.unheard')).toBe('field.applicant');
  });
});
