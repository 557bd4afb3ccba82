import type { fields as idFields } from '../id/fields';
import type { TranslationOf } from '../translation';

/** Labels of a record's fields by their dotted path, in English. */
export const fields = {
  'field.applicant.name': 'Applicant’s name',
  'field.applicant.nik': 'Applicant’s NIK',
  'field.applicant.personnel': 'Employment status',
  'field.applicant.nip': 'Applicant’s NIP',
  'field.applicant.rank': 'Applicant’s rank',
  'field.applicant.position': 'Applicant’s position',
  'field.applicant.unit': 'Applicant’s unit',
  'field.applicant.email': 'Applicant’s official e-mail',
  'field.applicant.phone': 'Applicant’s mobile number',
  'field.applicant': 'Applicant',
  'field.superior': 'Direct superior',
  'field.superior.name': 'Superior’s name',
  'field.superior.nip': 'Superior’s NIP',
  'field.superior.rank': 'Superior’s rank',
  'field.superior.position': 'Superior’s position',
  'field.certificate': 'Certificate',
  'field.certificate.subjectDn': 'Certificate’s subject',
  'field.certificate.serialNumber': 'Certificate’s serial number',
  'field.certificate.notAfter': 'Certificate valid until',
  'field.reason': 'Reason',
  'field.reason.key': 'Reason',
  'field.reason.note': 'Note on the reason',
  'field.reasonNote': 'Note on the reason',
  'field.ref': 'Number in the book',
  'field.arrivedAt': 'Time of arrival',
  'field.sop': 'SOP',
  'field.attachments': 'Attachments',
  'field.row': 'Row',
} as const satisfies TranslationOf<typeof idFields>;
