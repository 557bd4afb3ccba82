import { z } from 'zod';
import { cleanRequestData } from '../../domain/request/check-request-data';
import { personnelSchema, type RequestData } from '../../domain/request/request-data';

const text = z.string().catch('');
const applicant = z.object({
  nik: text,
  name: text,
  personnel: personnelSchema.catch('pns'),
  nip: text,
  rank: text,
  position: text,
  unit: text,
  email: text,
  phone: text,
});
const superior = z.object({ name: text, nip: text, rank: text, position: text });
const certificate = z.object({ subjectDn: text, serialNumber: text, notAfter: text });
const reason = z.object({ key: text, note: text });
const arrival = z.object({ date: text, time: text });
/**
 * `basis` of LEGAL_BASES, '' while the office's usual one counts; `way` of NOTICE_WAYS or
 * `not-given`, '' while undecided, with the version it was chosen for; times RFC 3339 UTC.
 */
const privacy = z.object({
  basis: text,
  way: text,
  version: text,
  givenAt: text,
  consentForm: text,
  consentAt: text,
});

/** A form nobody has typed into. PNS is preselected: most walk-ins are. */
export const EMPTY_INTAKE: IntakeValues = {
  sop: '',
  arrival: arrival.parse({}),
  privacy: privacy.parse({}),
  applicant: applicant.parse({}),
  superior: superior.parse({}),
  certificate: certificate.parse({}),
  reason: reason.parse({}),
  correctionReason: '',
  answers: [],
};

/**
 * Everything the form holds, as typed: texts only, so that a draft brings back exactly what
 * stood there, right or wrong. What a draft of an older form lacks is blank.
 */
export const intakeValuesSchema = z.object({
  /** Id of the SOP. */
  sop: text,
  /** `date` is yyyy-mm-dd or the text that is no date yet; `time` as typed. */
  arrival,
  /** Notice and legal basis; an older draft has none yet. */
  privacy: privacy.catch(privacy.parse({})),
  applicant,
  superior,
  certificate,
  reason,
  /** Why a record is corrected; blank in an intake. */
  correctionReason: text,
  /** Tickets of the person's requests that a correction answers; none in an intake. */
  answers: z.array(z.string()).catch([]),
});
export type IntakeValues = z.infer<typeof intakeValuesSchema>;

/** The values of a draft; null when it is none of this form. */
export function parseDraftValues(values: unknown): IntakeValues | null {
  const parsed = intakeValuesSchema.safeParse(values);
  return parsed.success ? parsed.data : null;
}

/**
 * The record the form describes, cleaned. A NIP typed before "Non-ASN" was chosen is left
 * out: the field is closed then, and the person has none.
 */
export function toRequestData(values: IntakeValues): RequestData {
  const { applicant } = values;
  const nip = applicant.personnel === 'non-asn' ? '' : applicant.nip;
  return cleanRequestData({ ...values, applicant: { ...applicant, nip } });
}

/** The form of a record that exists, for its correction. */
export function fromRequestData(
  data: RequestData,
  frame: Pick<IntakeValues, 'sop' | 'arrival'>,
): IntakeValues {
  const { applicant, superior, certificate, reason } = data;
  return {
    ...frame,
    privacy: EMPTY_INTAKE.privacy,
    applicant: { ...applicant, nip: applicant.nip ?? '', rank: applicant.rank ?? '' },
    superior: {
      name: superior?.name ?? '',
      nip: superior?.nip ?? '',
      rank: superior?.rank ?? '',
      position: superior?.position ?? '',
    },
    certificate: {
      subjectDn: certificate.subjectDn ?? '',
      serialNumber: certificate.serialNumber ?? '',
      notAfter: certificate.notAfter ?? '',
    },
    reason: { key: reason.key ?? '', note: reason.note ?? '' },
    correctionReason: '',
    answers: [],
  };
}

/**
 * What an earlier request of the same person can fill in: blank fields only, never one with
 * a text. The reason belongs to the new request and stays. `keepPersonnel` is true when the
 * clerk chose the kind of personnel in this form.
 */
export function fillFromEarlier(
  values: IntakeValues,
  earlier: RequestData,
  keepPersonnel: boolean,
): IntakeValues {
  const known = fromRequestData(earlier, values);
  const applicant = fillBlanks(values.applicant, known.applicant);
  const personnel = keepPersonnel ? values.applicant.personnel : known.applicant.personnel;
  return {
    ...values,
    applicant: { ...applicant, personnel },
    superior: fillBlanks(values.superior, known.superior),
    certificate: fillBlanks(values.certificate, known.certificate),
  };
}

function fillBlanks<Part extends Readonly<Record<string, string>>>(typed: Part, known: Part): Part {
  const filled = Object.entries(known).filter(([key]) => typed[key]?.trim() === '');
  return { ...typed, ...Object.fromEntries(filled) };
}
