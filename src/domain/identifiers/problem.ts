/** An error stops the record from being taken; a warning is shown and the person decides. */
export type Severity = 'error' | 'warning';

/** Values for the placeholders of the sentence in `src/messages/<language>/problems.ts`. */
export type ProblemParams = Readonly<Record<string, string | number>>;

/** What is wrong with a value: a code and its parameters, never a sentence. */
export interface Problem<Code extends string> {
  readonly code: Code;
  readonly severity: Severity;
  readonly params: ProblemParams;
}

/** Every code the identifier checks give. Each has a sentence in the catalogue. */
export const identifierProblemCodes = [
  'nik-digits',
  'nik-length',
  'nik-date',
  'nik-serial',
  'nik-age',
  'nik-province-unknown',
  'nip-digits',
  'nip-length',
  'nip-birth-date',
  'nip-month',
  'nip-sex',
  'nip-appointment-year',
  'nip-personnel-mismatch',
  'nik-nip-birth-mismatch',
  'nik-nip-sex-mismatch',
  'phone-mobile',
  'email-shape',
  'email-suffix',
  'name-letters',
  'name-digits',
] as const;
export type IdentifierProblemCode = (typeof identifierProblemCodes)[number];

export type IdentifierProblem = Problem<IdentifierProblemCode>;

/** A problem that refuses the value. */
export function errorOf<Code extends string>(
  code: Code,
  params: ProblemParams = {},
): Problem<Code> {
  return { code, severity: 'error', params };
}

/** A problem that is only shown. */
export function warningOf<Code extends string>(
  code: Code,
  params: ProblemParams = {},
): Problem<Code> {
  return { code, severity: 'warning', params };
}
