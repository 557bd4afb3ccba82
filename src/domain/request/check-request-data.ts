import { checkEmail, cleanEmail } from '../identifiers/email';
import { isRealIsoDate } from '../identifiers/calendar-date';
import { checkNik, cleanNik } from '../identifiers/nik';
import { checkNikAgainstNip, checkNip, cleanNip } from '../identifiers/nip';
import { checkPersonName, cleanPersonName, cleanText } from '../identifiers/person-name';
import { checkPhone, cleanPhone } from '../identifiers/phone';
import {
  errorOf,
  warningOf,
  type IdentifierProblemCode,
  type Problem,
} from '../identifiers/problem';
import type { Sop } from '../sop/sop';
import type { Applicant, Certificate, Personnel, RequestData, Superior } from './request-data';

/** Codes of what only a whole record can get wrong. Each has a sentence in the catalogue. */
export const recordProblemCodes = [
  'required',
  'too-long',
  'nip-required',
  'nip-not-for-non-asn',
  'reason-required',
  'reason-unknown',
  'reason-note-missing',
  'serial-hex',
  'serial-maybe-decimal',
  'date-invalid',
] as const;
export type RecordProblemCode = (typeof recordProblemCodes)[number] | IdentifierProblemCode;

/** A problem and where it is: a dotted path such as `applicant.nik` or `reason.key`. */
export interface FieldProblem extends Problem<RecordProblemCode> {
  readonly field: string;
}

export interface RequestDataRules {
  readonly sop: Pick<Sop, 'reasons'>;
  /** Endings of official addresses; see `checkEmail`. */
  readonly emailSuffixes: readonly string[];
  /** Calendar year in which the record is read: gives a NIK its century. */
  readonly yearNow: number;
}

/** Longest texts taken, in characters: generous, yet a pasted page is refused. */
export const longestTexts = { name: 120, rank: 100, text: 200, note: 2000, serial: 64 } as const;

type Typed<Part> = { readonly [Key in keyof Part]?: Part[Key] | string | null | undefined };

/** A record as a form or a file gives it: anything optional may be blank or missing. */
export interface TypedRequestData {
  readonly applicant: Typed<Omit<Applicant, 'personnel'>> & { readonly personnel: Personnel };
  readonly superior?: Typed<Superior> | null | undefined;
  readonly certificate?: Typed<Certificate> | null | undefined;
  readonly reason?: Typed<RequestData['reason']> | null | undefined;
}

/**
 * The record as it will be kept: identifiers cleaned, texts on one line, blanks of optional
 * fields null, a superior without any entry null. Checks nothing.
 */
export function cleanRequestData(typed: TypedRequestData): RequestData {
  const { applicant, superior, certificate, reason } = typed;
  return {
    applicant: {
      name: cleanPersonName(applicant.name ?? ''),
      nik: cleanNik(applicant.nik ?? ''),
      personnel: applicant.personnel,
      nip: blankToNull(cleanNip(applicant.nip ?? '')),
      rank: blankToNull(cleanText(applicant.rank ?? '')),
      position: cleanText(applicant.position ?? ''),
      unit: cleanText(applicant.unit ?? ''),
      email: cleanEmail(applicant.email ?? ''),
      phone: cleanPhone(applicant.phone ?? ''),
    },
    superior: cleanSuperior(superior ?? {}),
    certificate: {
      subjectDn: blankToNull(cleanText(certificate?.subjectDn ?? '')),
      serialNumber: blankToNull(cleanSerialNumber(certificate?.serialNumber ?? '')),
      notAfter: blankToNull(cleanText(certificate?.notAfter ?? '')),
    },
    reason: {
      key: blankToNull(cleanText(reason?.key ?? '')),
      note: blankToNull(cleanNote(reason?.note ?? '')),
    },
  };
}

/** A certificate's serial number as kept: lower-case hex without "0x", colons and blanks. */
export function cleanSerialNumber(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s:.\-\u200B-\u200D\uFEFF]/gu, '')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/^(?:0x)+/, '');
}

/**
 * Problems of a cleaned record in the order of the form. Errors refuse it, warnings are
 * shown: required fields and lengths; NIP required of PNS and PPPK and absent for non-ASN
 * (identifiers.md, section 5); a superior, if given, has name and position; the reason is
 * one of the SOP's, none where the SOP has none; a reason that asks for a note only warns,
 * since the book of walk-ins may lack it (walk-ins.md).
 */
export function checkRequestData(
  data: RequestData,
  rules: RequestDataRules,
): readonly FieldProblem[] {
  return [
    ...checkApplicant(data.applicant, rules),
    ...(data.superior === null ? [] : checkSuperior(data.superior, rules.yearNow)),
    ...checkCertificate(data.certificate),
    ...checkReason(data.reason, rules.sop),
  ];
}

function checkApplicant(applicant: Applicant, rules: RequestDataRules): readonly FieldProblem[] {
  const { yearNow, emailSuffixes } = rules;
  const { nik, nip, personnel } = applicant;
  return [
    ...textOf('applicant.name', applicant.name, longestTexts.name, checkPersonName),
    ...textOf('applicant.nik', nik, null, (value) => checkNik(value, yearNow)),
    ...at('applicant.nip', checkNipOf(nip, personnel, yearNow)),
    ...at('applicant.nip', nip === null ? [] : checkNikAgainstNip(nik, nip, yearNow)),
    ...optional('applicant.rank', applicant.rank, longestTexts.rank),
    ...textOf('applicant.position', applicant.position, longestTexts.text),
    ...textOf('applicant.unit', applicant.unit, longestTexts.text),
    ...textOf('applicant.email', applicant.email, null, (value) =>
      checkEmail(value, emailSuffixes),
    ),
    ...textOf('applicant.phone', applicant.phone, null, checkPhone),
  ];
}

function checkNipOf(
  nip: string | null,
  personnel: Personnel,
  yearNow: number,
): readonly Problem<RecordProblemCode>[] {
  if (personnel === 'non-asn') return nip === null ? [] : [errorOf('nip-not-for-non-asn')];
  if (nip === null) return [errorOf('nip-required', { personnel: personnel.toUpperCase() })];
  return checkNip(nip, personnel, yearNow);
}

function checkSuperior(superior: Superior, yearNow: number): readonly FieldProblem[] {
  return [
    ...textOf('superior.name', superior.name, longestTexts.name, checkPersonName),
    ...at('superior.nip', superior.nip === null ? [] : checkNip(superior.nip, null, yearNow)),
    ...optional('superior.rank', superior.rank, longestTexts.rank),
    ...textOf('superior.position', superior.position, longestTexts.text),
  ];
}

function checkCertificate(certificate: Certificate): readonly FieldProblem[] {
  const { subjectDn, serialNumber, notAfter } = certificate;
  return [
    ...optional('certificate.subjectDn', subjectDn, longestTexts.text * 5),
    ...(serialNumber === null
      ? []
      : textOf('certificate.serialNumber', serialNumber, longestTexts.serial, checkSerialNumber)),
    ...at(
      'certificate.notAfter',
      notAfter === null || isRealIsoDate(notAfter) ? [] : [errorOf('date-invalid')],
    ),
  ];
}

function checkSerialNumber(serial: string): readonly Problem<RecordProblemCode>[] {
  const odd = /[^0-9a-f]/u.exec(serial)?.[0];
  if (odd !== undefined) return [errorOf('serial-hex', { found: odd })];
  // Twenty hex digits without a single a–f are one in ten thousand: likely typed in decimal.
  return /^[0-9]{20,}$/.test(serial) ? [warningOf('serial-maybe-decimal')] : [];
}

function checkReason(
  reason: RequestData['reason'],
  sop: RequestDataRules['sop'],
): readonly FieldProblem[] {
  const long = optional('reason.note', reason.note, longestTexts.note);
  if (reason.key === null) {
    return sop.reasons.length === 0
      ? long
      : [...at('reason.key', [errorOf('reason-required')]), ...long];
  }
  const known = sop.reasons.find(({ key }) => key === reason.key);
  if (known === undefined) {
    return [...at('reason.key', [errorOf('reason-unknown', { reason: reason.key })]), ...long];
  }
  const missing = known.noteRequired && reason.note === null;
  return [...at('reason.note', missing ? [warningOf('reason-note-missing')] : []), ...long];
}

function textOf(
  field: string,
  value: string,
  longest: number | null,
  check: (value: string) => readonly Problem<RecordProblemCode>[] = () => [],
): readonly FieldProblem[] {
  if (value.trim() === '') return at(field, [errorOf('required')]);
  return [...(longest === null ? [] : optional(field, value, longest)), ...at(field, check(value))];
}

function optional(field: string, value: string | null, longest: number): readonly FieldProblem[] {
  const length = Array.from(value ?? '').length;
  return at(field, length > longest ? [errorOf('too-long', { longest, typed: length })] : []);
}

function at(
  field: string,
  problems: readonly Problem<RecordProblemCode>[],
): readonly FieldProblem[] {
  return problems.map((problem) => ({ field, ...problem }));
}

function cleanSuperior(typed: Typed<Superior>): Superior | null {
  const superior = {
    name: cleanPersonName(typed.name ?? ''),
    nip: blankToNull(cleanNip(typed.nip ?? '')),
    rank: blankToNull(cleanText(typed.rank ?? '')),
    position: cleanText(typed.position ?? ''),
  };
  const isBlank = Object.values(superior).every((value) => value === null || value === '');
  return isBlank ? null : superior;
}

/** A note keeps its lines: it is printed as typed. */
function cleanNote(typed: string): string {
  return typed.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}

function blankToNull(value: string): string | null {
  return value === '' ? null : value;
}
