import type { MessageKey } from '../../messages/catalogue';

/**
 * The fields in the order in which Tab and Enter pass them, each with its label. The path
 * is the `name` of its control: `[name="applicant.nik"]`.
 */
export const formFields = {
  'privacy.way': 'privacy.label.way',
  'privacy.basis': 'privacy.label.basis',
  'privacy.consentForm': 'privacy.label.consent',
  'applicant.nik': 'intake.label.nik',
  'applicant.name': 'intake.label.name',
  'applicant.personnel': 'intake.label.personnel',
  'applicant.nip': 'intake.label.nip',
  'applicant.rank': 'intake.label.rank',
  'applicant.position': 'intake.label.position',
  'applicant.unit': 'intake.label.unit',
  'applicant.email': 'intake.label.email',
  'applicant.phone': 'intake.label.phone',
  'superior.name': 'intake.label.superiorName',
  'superior.nip': 'intake.label.superiorNip',
  'superior.rank': 'intake.label.superiorRank',
  'superior.position': 'intake.label.superiorPosition',
  'certificate.subjectDn': 'intake.label.subjectDn',
  'certificate.serialNumber': 'intake.label.serialNumber',
  'certificate.notAfter': 'intake.label.notAfter',
  sop: 'intake.label.sop',
  'arrival.date': 'intake.label.arrivalDate',
  'arrival.time': 'intake.label.arrivalTime',
  'reason.key': 'intake.label.reason',
  'reason.note': 'intake.label.note',
  correctionReason: 'intake.label.correctionReason',
} as const satisfies Readonly<Record<string, MessageKey>>;

/** Dotted path of a field. */
export type FieldPath = keyof typeof formFields;

/** All fields, in the order of the form. */
export const fieldPaths = Object.keys(formFields) as readonly FieldPath[];

/** Whether a path that comes from a rule names a field of this form. */
export function isFieldPath(path: string): path is FieldPath {
  return Object.hasOwn(formFields, path);
}
