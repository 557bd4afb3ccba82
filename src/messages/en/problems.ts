import type { problems as idProblems } from '../id/problems';
import type { TranslationOf } from '../translation';

/** One sentence for every problem code of the domain's checks, in English. */
export const problems = {
  'problem.required': 'Required.',
  'problem.too-long': 'Too long: {typed} characters, at most {longest}. Shorten it.',

  'problem.nik-digits': 'A NIK has digits only; there is “{found}”. Retype it as on the KTP.',
  'problem.nik-length': 'A NIK has 16 digits; {typed} were typed. Compare each digit with the KTP.',
  'problem.nik-date':
    'Digits 7 to 12 of the NIK ({digits}) are no existing day of birth (women: day plus 40). Check the KTP.',
  'problem.nik-serial':
    'The last four digits of a NIK cannot be 0000. Check the KTP; a spreadsheet may have lost the last digit.',
  'problem.nik-age':
    'By the NIK the applicant is {age} years old. Check digits 7 to 12 on the KTP.',
  'problem.nik-province-unknown':
    'Province code {province} of the NIK is not in the table. Check the first two digits; go on if the KTP says so.',

  'problem.nip-digits': 'A NIP has digits only; there is “{found}”. Retype it as in the decree.',
  'problem.nip-length':
    'A NIP has 18 digits; {typed} were typed. Compare each digit with the decree.',
  'problem.nip-birth-date':
    'The first eight digits of the NIP ({digits}) are no existing day of birth. Check the decree.',
  'problem.nip-month':
    'Digits 13 and 14 of the NIP ({digits}) are neither a month 01–12 (PNS) nor 21–29 (PPPK). Check the decree.',
  'problem.nip-sex':
    'Digit 15 of the NIP must be 1 (male) or 2 (female), not {digit}. Check the decree.',
  'problem.nip-appointment-year':
    'The year of appointment in the NIP reads {year}. Check digits 9 to 12.',
  'problem.nip-personnel-mismatch':
    'This NIP reads as one of {reads}, while {chosen} is chosen. Check the NIP or the employment status.',
  'problem.nip-required':
    'A NIP is required for {personnel}. If the applicant is no civil servant, choose Non-ASN.',
  'problem.nip-not-for-non-asn':
    'A Non-ASN applicant has no NIP. Clear the NIP, or change the employment status.',
  'problem.nik-nip-birth-mismatch':
    'Days of birth in NIK ({nik}) and NIP ({nip}) differ. Compare with KTP and decree.',
  'problem.nik-nip-sex-mismatch': 'Sex in NIK and NIP differs. Compare with KTP and decree.',

  'problem.phone-mobile':
    'Not an Indonesian mobile number. Begin with 08 or +628, such as 0812-3456-7890.',
  'problem.email-shape': 'The e-mail address is not complete. Write it like nama@dinas.go.id.',
  'problem.email-suffix':
    'AMS takes official addresses only; {domain} is not among those allowed ({suffixes}). Ask for the official address, or add this ending in Settings.',
  'problem.name-letters': 'A name has letters. Write it as on the KTP.',
  'problem.name-digits': 'There is a digit “{found}” in the name. Check the KTP.',

  'problem.reason-required': 'No reason is chosen. Choose one of the SOP’s reasons.',
  'problem.reason-unknown': 'This SOP has no reason “{reason}”. Choose one of the SOP’s reasons.',
  'problem.reason-note-missing': 'This reason should have a note, since the letter quotes it.',
  'problem.serial-hex':
    'A certificate’s serial number has 0–9 and a–f only; there is “{found}”. Copy it from the certificate’s details.',
  'problem.serial-maybe-decimal':
    'This serial number has no letter a–f, so it may be decimal. Compare it with the hexadecimal form in the certificate’s details.',
  'problem.date-invalid': 'No existing date. Write year-month-day, such as 2027-01-31.',

  'problem.pattern-token-unknown':
    '“{token}” in braces is not known. These are: kode, urut, urut3, unit, bulanRomawi, bulan, tahun.',
  'problem.pattern-without-sequence':
    'A pattern of letter numbers needs urut or urut3 in braces, so that each letter gets its own number.',
  'problem.pattern-brace': 'A brace has no partner. Complete or remove it.',

  'problem.row-not-object': 'This row is no record of an applicant. Write it as a JSON object.',
  'problem.not-object': 'This must be a JSON object with its named columns.',
  'problem.not-list': 'This must be a JSON list, in square brackets.',
  'problem.not-text': 'This must be text. Write it in quotes.',
  'problem.number-imprecise':
    'A number this long is not kept exactly. Write it as text, in quotes.',
  'problem.sop-unknown': 'There is no SOP “{sop}”. Check its spelling.',
  'problem.sop-not-installed':
    'The SOP “{sop}” is not installed here. This row can be imported once it is.',
  'problem.arrival-format':
    'The time “{typed}” cannot be read. Write it with its offset, such as 2026-03-02T09:14:00+07:00.',
  'problem.arrival-future':
    'The time “{typed}” lies ahead. Check the date in the file and the clock of this computer.',
  'problem.personnel-unknown':
    'Employment status “{typed}” is not known. Write pns, pppk or non-asn.',
  'problem.document-unknown':
    'There is no kind of document “{document}”. Use one of the SOP’s document keys.',
  'problem.attachment-shape':
    'The attachment “{typed}” cannot be read. Write document=file, parted by semicolons.',
  'problem.attachment-path-missing': 'The name of the attached file is missing.',
  'problem.attachment-missing':
    'The file “{path}” was not found. Put it in the folder of the imported file and import again.',
  'problem.attachment-outside':
    'The file “{path}” lies outside the folder of the imported file. Move it inside and import again.',
  'problem.duplicate-open-request':
    'This applicant has an open request {registerNumber}. Finish or cancel that one, or record this at the counter.',
  'problem.already-imported': 'This row was imported before as {registerNumber}.',

  'problem.file-unreadable':
    'The file cannot be read; it may have been moved, deleted or locked by another program. Choose it again.',
  'problem.file-empty': 'The file is empty (0 bytes). Scan or save it again, then choose it.',
  'problem.file-too-large':
    'The file is larger than 60 MB. Scan it again at a lower resolution (200–300 dpi), then choose it.',
  'problem.file-not-pdf-or-picture':
    'The content is no PDF, JPEG or PNG. Scan or save it as PDF, then choose it.',
  'problem.file-damaged':
    'The file is cut short or damaged. Wait until the scan has ended, or scan again.',

  'problem.file-not-json':
    'The file cannot be read as JSON; the mistake is near line {line}. Mend it and import again.',
  'problem.file-not-list': 'An import file must hold a JSON list, in square brackets.',
  'problem.csv-quote-open':
    'The quotation mark opened in line {line} is not closed. Mend it and import again.',
  'problem.csv-no-header': 'The file is empty. Its first line must name the columns.',
  'problem.csv-columns-unknown':
    'The columns are not known. The first line must name sop, applicant.nik and so on.',
} as const satisfies TranslationOf<typeof idProblems>;
