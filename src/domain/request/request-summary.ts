import type { RequestState } from './request-state';

/** What lists and the search show of a request; sealed at rest. */
export interface RequestSummary {
  readonly name: string;
  readonly nik: string;
  readonly nip: string | null;
  readonly unit: string;
  readonly reason: string | null;
  /** Numbers a person may search by: letters, receipts, the old book's number. */
  readonly numbers: readonly string[];
}

/** The summary of a request's present state; pure. */
export function summarise(state: RequestState): RequestSummary {
  const { applicant, reason } = state.data;
  const letters = state.letters.flatMap((letter) =>
    letter.status === 'issued' ? [letter.number] : [],
  );
  const receipts = state.submissions.flatMap(({ receipt }) => (receipt ? [receipt.number] : []));
  const ref = state.origin.kind === 'import' && state.origin.ref !== null ? [state.origin.ref] : [];
  return {
    name: applicant.name,
    nik: applicant.nik,
    nip: applicant.nip,
    unit: applicant.unit,
    reason: reason.key,
    numbers: [state.registerNumber, ...letters, ...receipts, ...ref],
  };
}

/** The day a request sorts under in the register: its arrival, made unique by its id. */
export function registerKey(state: Pick<RequestState, 'arrivedAt' | 'id'>): string {
  return `${state.arrivedAt}/${state.id}`;
}
