import type { SopIdentity } from '../../src/domain/sop/sop';

/** The header block of a made-up club's SOP, with nothing in it but what must be. */
export const blankIdentity: SopIdentity = {
  number: '1',
  title: 'Keanggotaan Klub Tenis',
  office: 'Klub Contoh',
  unit: null,
  createdOn: null,
  revisedOn: null,
  effectiveOn: null,
  approvedBy: null,
  legalBases: [],
  qualifications: [],
  relatedSops: [],
  equipment: [],
  warnings: [],
  records: [],
};
