/** Where a register number is counted: each desk by itself, from 1 in each year. */
export interface RegisterBook {
  /** Prefix of the desk, so that two desks without a connection never give the same number. */
  readonly desk: string;
  /** Local calendar year of the arrival. */
  readonly year: number;
}

/** Name of the counter behind a book: "register/A/2026". */
export function registerCounter(book: RegisterBook): string {
  return `register/${book.desk}/${book.year}`;
}

/** "A-2026-0001"; above 9999 the last part grows. */
export function formatRegisterNumber(entry: RegisterBook & { readonly sequence: number }): string {
  return `${entry.desk}-${entry.year}-${String(entry.sequence).padStart(4, '0')}`;
}
