import { fail, succeed, type Result, type ServiceError } from '../../contract/result';
import { letterTemplates } from '../../documents/letter-templates';
import type { LetterRenderer } from '../../documents/letters-client';
import type { LetterError, LetterWordingError } from '../../domain/letters/letter-error';
import type { TemplateVersion } from '../../domain/letters/letter-versions';
import { letterRefusals, prepareLetter } from '../../domain/letters/prepare-letter';
import { localDate } from '../../domain/numbering/local-date';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { RequestFile } from '../../domain/request/request-event';
import type { RequestState } from '../../domain/request/request-state';
import { allRequiredDocuments, hasDocument } from '../../domain/sop/progress';
import type { Sop } from '../../domain/sop/sop';
import type { CommandFailure, Recorded, Store } from '../../store/store';
import { readLogo } from '../shared/read-logo';
import { documentLabel, stepWords } from '../shared/sop-words';
import type { Desk } from '../shared/attach-document';
import {
  BY_HAND,
  NEXT_NUMBER,
  takeNumber,
  type NumberChoice,
  type NumberDesk,
  type NumberFailure,
  type TakenNumber,
} from './take-number';

/** What the making of letters needs besides the desk. */
export interface LetterDesk extends Desk {
  readonly store: Desk['store'] & NumberDesk['store'] & Pick<Store, 'templates'>;
  readonly letters: LetterRenderer;
  readonly office: OfficeProfile;
  /** RFC 3339 UTC. */
  readonly now: () => string;
}

export type LetterFailure =
  | { readonly kind: 'letter-not-installed'; readonly letter: string }
  | { readonly kind: 'letter-refused'; readonly letter: string; readonly error: LetterError }
  | NumberFailure
  | { readonly kind: 'file-not-stored'; readonly error: ServiceError }
  | CommandFailure;

/** The bytes of a letter as they are kept, and the text they were made from. */
interface StoredLetter {
  readonly file: RequestFile;
  readonly templateVersion: TemplateVersion;
}

/** Another window may take the same number; so often is the next one tried. */
const NUMBER_TRIES = 5;

/** A letter without number, marked DRAF: bytes stored first, then named by an event. */
export async function draftLetter(
  desk: LetterDesk,
  sop: Sop,
  state: RequestState,
  letter: string,
): Promise<Result<Recorded, LetterFailure>> {
  const letterId = draftId(state, letter) ?? desk.newId();
  const file = await storeLetter(desk, sop, state, { letter, letterId, numbered: null });
  if (!file.ok) return file;
  return desk.store.execute(
    state.id,
    { command: 'draft-letter', letterId, letter, ...file.value },
    desk.by,
  );
}

/**
 * A final letter: takes the number that was chosen, makes and stores its bytes, then records
 * both together. When the number was taken meanwhile, the next one is used and the bytes are
 * made again; a number is never given twice.
 */
export async function issueLetter(
  desk: LetterDesk,
  sop: Sop,
  state: RequestState,
  letter: string,
  choice: NumberChoice = NEXT_NUMBER,
): Promise<Result<Recorded, LetterFailure>> {
  const letterId = draftId(state, letter) ?? desk.newId();
  for (let attempt = 1; ; attempt += 1) {
    const numbered = await takeNumber(desk, state, letter, choice);
    if (!numbered.ok) return numbered;
    const file = await storeLetter(desk, sop, state, {
      letter,
      letterId,
      numbered: numbered.value,
    });
    if (!file.ok) return file;
    const recorded = await desk.store.execute(
      state.id,
      { command: 'issue-letter', letterId, letter, ...file.value, ...numbered.value },
      desk.by,
    );
    if (recorded.ok || !numberTaken(recorded.error) || attempt === NUMBER_TRIES) return recorded;
  }
}

/**
 * Issues letters one after another; stops at the first failure, keeping those before it.
 * `onProgress` hears how many are made before each letter.
 */
export async function issueLetters(
  desk: LetterDesk,
  sop: Sop,
  state: RequestState,
  letters: readonly string[],
  onProgress: (made: number) => void = () => undefined,
  choice: NumberChoice = NEXT_NUMBER,
): Promise<Result<RequestState, LetterFailure>> {
  let latest = state;
  for (const [made, letter] of letters.entries()) {
    onProgress(made);
    const issued = await issueLetter(desk, sop, latest, letter, choice);
    if (!issued.ok) return issued;
    latest = issued.value.state;
  }
  return succeed(latest);
}

function draftId(state: RequestState, letter: string): string | null {
  return (
    state.letters.find((made) => made.letter === letter && made.status === 'draft')?.id ?? null
  );
}

function numberTaken(failure: CommandFailure): boolean {
  return failure.kind === 'refused' && failure.refusal.code === 'number-taken';
}

async function storeLetter(
  desk: LetterDesk,
  sop: Sop,
  state: RequestState,
  wanted: {
    readonly letter: string;
    readonly letterId: string;
    readonly numbered: TakenNumber | null;
  },
): Promise<Result<StoredLetter, LetterFailure>> {
  const { letter, letterId, numbered } = wanted;
  const inUse = desk.store.templates.inUse(letter);
  if (!inUse) return fail({ kind: 'letter-not-installed', letter });
  const { office, now } = desk;
  const content = prepareLetter(inUse.template, {
    ...requestSources(sop, state, office),
    clerk: desk.by.name,
    letterId,
    letterNumber: numbered === null || numbered.number === BY_HAND ? null : numbered.number,
    letterDate: numbered?.date ?? null,
    madeOn: localDate(now(), office.timeZone).isoDate,
  });
  if (!content.ok) return fail({ kind: 'letter-refused', letter, error: content.error });
  const made = await desk.letters.render(content.value, {
    paper: office.paper,
    final: numbered !== null,
    createdAt: now(),
    logo: await readLogo(desk.host, office),
    signatureLogo: content.value.footer ? await readLogo(desk.host, office.signing) : null,
  });
  if (!made.ok) return fail({ kind: 'letter-refused', letter, error: made.error });
  const stored = await desk.host.files.put({ bytes: made.value, subject: state.id });
  if (!stored.ok) return fail({ kind: 'file-not-stored', error: stored.error });
  const file = { ...stored.value, mediaType: 'application/pdf' };
  return succeed({ file, templateVersion: inUse.version });
}

/** What is missing before a letter can be made; the letter is not one the program has. */
export type LetterLack = LetterWordingError | { readonly code: 'letter-not-installed' };

/**
 * Everything a final letter lacks as the request stands, before any number is taken; none where
 * it can be worded. `desk` is who would make it, and where.
 */
export function letterLacks(
  desk: Pick<LetterDesk, 'store' | 'office' | 'now' | 'by'>,
  sop: Sop,
  state: RequestState,
  letter: string,
): readonly LetterLack[] {
  const template = desk.store.templates.inUse(letter)?.template;
  if (!template) return [{ code: 'letter-not-installed' }];
  return letterRefusals(template, {
    ...requestSources(sop, state, desk.office),
    clerk: desk.by.name,
    letterId: state.id,
    // Given when it is made: what it will be changes nothing of what is missing.
    letterNumber: state.registerNumber,
    letterDate: localDate(desk.now(), desk.office.timeZone).isoDate,
  });
}

/** What letters say of a request as it stands. */
function requestSources(sop: Sop, state: RequestState, office: OfficeProfile) {
  const dateOf = (at: string) => localDate(at, office.timeZone).isoDate;
  const receipt = state.submissions.findLast((one) => one.receipt !== null)?.receipt ?? null;
  return {
    data: state.data,
    sop,
    office,
    registerNumber: state.registerNumber,
    receivedOn: dateOf(state.arrivedAt),
    incomingLetter: incomingLetter(state),
    sheet: state.sheet,
    step: state.step,
    papers: papersOf(sop, state),
    steps: state.passages
      .filter(({ outcome }) => outcome === 'completed')
      .map(({ step, at }) => ({ date: dateOf(at), activity: stepWords(sop, step) })),
    receipt: receipt === null ? null : { number: receipt.number, date: dateOf(receipt.receivedAt) },
    noticeVersion: state.privacy?.notice?.version ?? null,
  };
}

/** Papers by the SOP's names: what was handed in, and what the applicant has yet to bring. */
function papersOf(sop: Sop, state: RequestState) {
  const label = (document: string) => documentLabel(sop, document, 'id');
  const held = state.attachments.filter(({ superseded }) => !superseded);
  const made = new Set(
    sop.documents.flatMap(({ key, madeByLetter }) => (madeByLetter === undefined ? [] : [key])),
  );
  const missing = allRequiredDocuments(sop, state.data.reason.key).filter(
    (document) => !made.has(document) && !hasDocument(sop, state, document),
  );
  return {
    held: [...new Set(held.map(({ document }) => label(document)))],
    missing: missing.map(label),
  };
}

/** Whether a letter is a sheet the officials pass on inside the office. */
export function isDisposition(letter: string): boolean {
  return letterTemplates.get(letter)?.shape === 'disposition';
}

/** The letter a disposition sheet passes down: the request's latest letter to the office. */
function incomingLetter(state: RequestState) {
  const fromOutside = state.letters.flatMap((made) =>
    made.status === 'issued' && letterTemplates.get(made.letter)?.kop.of === 'applicant-unit'
      ? [made]
      : [],
  );
  const application =
    fromOutside.findLast(({ letter }) => letterTemplates.get(letter)?.shape === 'korespondensi') ??
    fromOutside[0];
  return application ? { number: application.number, date: application.date } : null;
}
