import { fail, succeed } from '../../contract/result';
import { MOST_COPIES } from '../../contract/printing';
import { assertNever } from '../assert-never';
import { plainFileName } from '../documents/file-name';
import { bookCounterOf, letterCounter, OUTGOING } from '../numbering/letter-book';
import { localDate } from '../numbering/local-date';
import { isFree } from '../numbering/number-reservation';
import { isKnownDocument } from '../sop/known-documents';
import { checkRequestData } from './check-request-data';
import type { Decision, DecisionContext } from './decide';
import { isOpenTicket } from './decide-correction';
import type { RequestCommand } from './request-command';
import { wasPrinted, type RequestState } from './request-state';

export type DocumentCommand = Extract<
  RequestCommand,
  {
    command:
      | 'correct-request'
      | 'attach-document'
      | 'remove-document'
      | 'draft-letter'
      | 'issue-letter'
      | 'confirm-print';
  }
>;

/** Corrections, papers and letters of an open request. */
export function decideDocuments(
  state: RequestState,
  command: DocumentCommand,
  context: DecisionContext,
): Decision {
  switch (command.command) {
    case 'correct-request':
      return decideCorrection(state, command, context);
    case 'attach-document': {
      const known = isKnownDocument(context.sop, command.document);
      if (!known) return fail({ code: 'document-unknown', document: command.document });
      const { attachmentId, document, file, scan } = command;
      const named = {
        attachmentId,
        document,
        file,
        originalName: plainFileName(command.originalName),
      };
      return succeed([{ type: 'document-attached', ...named, ...(scan && { scan }) }]);
    }
    case 'remove-document': {
      const there = state.attachments.some(({ id }) => id === command.attachmentId);
      if (!there) return fail({ code: 'attachment-unknown' });
      const reason = command.reason.trim();
      if (reason === '') return fail({ code: 'reason-missing' });
      return succeed([{ type: 'document-removed', attachmentId: command.attachmentId, reason }]);
    }
    case 'draft-letter':
    case 'issue-letter':
      return decideLetter(state, command, context);
    case 'confirm-print':
      return decidePrint(state, command);
    default:
      return assertNever(command);
  }
}

function decideCorrection(
  state: RequestState,
  command: Extract<DocumentCommand, { command: 'correct-request' }>,
  context: DecisionContext,
): Decision {
  const reason = command.reason.trim();
  const answers = [...new Set(command.answers ?? [])];
  if (reason === '') return fail({ code: 'reason-missing' });
  if (!answers.every((id) => isOpenTicket(state, id))) return fail({ code: 'correction-unknown' });
  const problems = checkRequestData(command.data, {
    sop: context.sop,
    emailSuffixes: context.office.emailSuffixes,
    yearNow: localDate(state.arrivedAt, context.office.timeZone).year,
  }).filter(({ severity }) => severity === 'error');
  if (problems.length > 0) return fail({ code: 'fields-refused', problems });
  return succeed([{ type: 'request-corrected', data: command.data, reason, answers }]);
}

function decideLetter(
  state: RequestState,
  command: Extract<DocumentCommand, { command: 'draft-letter' | 'issue-letter' }>,
  context: DecisionContext,
): Decision {
  const { letterId, letter, file, templateVersion } = command;
  const made = { letterId, letter, ...(templateVersion && { templateVersion }), file };
  const asked = context.sop.steps.some(({ letters }) => letters.includes(letter));
  // Beside those of its steps a request may have any other the program can make.
  if (!asked && !context.letters.includes(letter)) return fail({ code: 'letter-unknown', letter });
  const there = state.letters.find(({ id }) => id === letterId);
  if (there?.status === 'issued') return fail({ code: 'letter-final' });
  if (command.command === 'draft-letter') {
    return succeed([{ type: 'letter-drafted', ...made }]);
  }
  const { counter, number, date } = command;
  if (counter.value !== context.counters(counter.name) + 1) return fail({ code: 'number-taken' });
  if (!mayTakeNumber(command, context)) return fail({ code: 'number-not-kept', number });
  return succeed([{ type: 'letter-issued', ...made, counter, number, date }]);
}

/**
 * A number set aside goes to one letter, as it was set aside; one dated back stands behind a
 * number that was given.
 */
function mayTakeNumber(
  { counter, number, date }: Extract<DocumentCommand, { command: 'issue-letter' }>,
  { numbers, counters }: DecisionContext,
): boolean {
  const place = bookCounterOf(counter.name);
  if (place === null) return true;
  if (Number(date.slice(0, 4)) !== place.year) return false;
  switch (place.kind) {
    case 'next':
      return true;
    case 'insert':
      return place.value >= 1 && place.value <= counters(letterCounter(OUTGOING, place.year));
    case 'slot':
      return numbers.some(
        (one) =>
          one.year === place.year &&
          one.value === place.value &&
          one.number === number &&
          isFree(one, counters),
      );
  }
}

/** All of them or none: they came out of one job. A letter printed before needs a reason. */
function decidePrint(
  state: RequestState,
  { letterIds, copies, reason }: Extract<DocumentCommand, { command: 'confirm-print' }>,
): Decision {
  const letters = [...new Set(letterIds)].map((id) =>
    state.letters.find((made) => made.id === id && made.status === 'issued'),
  );
  if (letters.length === 0 || letters.includes(undefined))
    return fail({ code: 'letter-not-final' });
  if (!Number.isInteger(copies) || copies < 1 || copies > MOST_COPIES) {
    return fail({ code: 'copies-invalid' });
  }
  const why = reason?.trim() ?? '';
  const printed = letters.filter((made) => made !== undefined);
  const isCopy = (id: string) => wasPrinted(state, id);
  if (why === '' && printed.some(({ id }) => isCopy(id))) return fail({ code: 'reason-missing' });
  return succeed(
    printed.map(({ id, letter }) => ({
      type: 'letter-printed',
      letterId: id,
      letter,
      copies,
      isCopy: isCopy(id),
      reason: isCopy(id) ? why : null,
    })),
  );
}
