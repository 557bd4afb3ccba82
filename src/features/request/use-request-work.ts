import { useState } from 'react';
import { fail, type Result } from '../../contract/result';
import type { RequestCommand } from '../../domain/request/request-command';
import type { RequestState } from '../../domain/request/request-state';
import type { Store } from '../../store/store';
import { LARGEST_FILE } from '../../domain/documents/sniff-media-type';
import { plainFileName } from '../../domain/documents/file-name';
import { inspectPaper } from '../shared/inspect-paper';
import { useLoket, type Loket } from '../shared/loket-context';
import { readChosen, thrownAsFailure } from '../shared/thrown-as-failure';
import { recordCertificate, type CertificateToKeep } from '../certificate/record-certificate';
import { attachDocument } from '../shared/attach-document';
import { draftLetter, issueLetters, type LetterDesk } from './make-letters';
import type { OpenRequest } from './open-request';
import type { RequestFailure } from './problem-words';
import type { NumberChoice } from './take-number';
import { queueSubmission } from './queue-submission';

/** A paper somebody picked or dropped. */
export interface PickedPaper {
  readonly document: string;
  readonly file: File;
}

/** A paper that was not taken, and why. */
export interface RejectedPaper {
  readonly document: string;
  readonly name: string;
  readonly failure: RequestFailure;
}

/** Work under way; `total` is the number of letters or files. */
export interface Busy {
  readonly kind: 'letters' | 'papers' | 'command';
  readonly done: number;
  readonly total: number;
}

/** Everything a person can do to an open request, one thing at a time. */
export interface RequestWork {
  readonly busy: Busy | null;
  readonly failure: RequestFailure | null;
  readonly rejected: readonly RejectedPaper[];
  readonly dismiss: () => void;
  /** True when it was recorded. */
  readonly execute: (command: RequestCommand) => Promise<boolean>;
  readonly queue: () => Promise<boolean>;
  /** Keeps a certificate that was read, once. */
  readonly keepCertificate: (read: CertificateToKeep) => Promise<boolean>;
  readonly draft: (letter: string) => Promise<boolean>;
  readonly issue: (letters: readonly string[], choice?: NumberChoice) => Promise<boolean>;
  /** How many of the papers were taken. */
  readonly attach: (papers: readonly PickedPaper[]) => Promise<number>;
}

const NO_REJECTED: readonly RejectedPaper[] = [];

/** The use-cases of the page, with their progress and failures kept for the screen. */
export function useRequestWork({ state, sop }: OpenRequest): RequestWork {
  const loket = useLoket();
  const { busy, setBusy, settle } = useBusy(state, loket.store);
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const [rejected, setRejected] = useState(NO_REJECTED);

  async function run<Value>(
    start: Busy,
    work: (desk: LetterDesk) => Promise<Result<Value, RequestFailure>>,
  ): Promise<boolean> {
    const desk = deskOf(loket);
    if (busy !== null || desk === null) return false;
    setBusy(start);
    setFailure(null);
    const result = await thrownAsFailure(() => work(desk));
    if (!result.ok) setFailure(result.error);
    await settle();
    return result.ok;
  }

  async function attach(papers: readonly PickedPaper[]): Promise<number> {
    const refused: RejectedPaper[] = [];
    setRejected(NO_REJECTED);
    await run({ kind: 'papers', done: 0, total: papers.length }, async (desk) => {
      for (const [done, { document, file }] of papers.entries()) {
        setBusy({ kind: 'papers', done, total: papers.length });
        const name = plainFileName(file.name);
        const attached = await attachChosen(desk, state.id, document, file);
        if (!attached.ok) refused.push({ document, name, failure: attached.error });
      }
      return { ok: true, value: null };
    });
    setRejected(refused);
    return papers.length - refused.length;
  }

  return {
    busy,
    failure,
    rejected,
    dismiss: () => {
      setFailure(null);
      setRejected(NO_REJECTED);
    },
    execute: (command) => run(ONE_COMMAND, ({ store, by }) => store.execute(state.id, command, by)),
    queue: () =>
      run(ONE_COMMAND, (desk) => queueSubmission({ ...desk, engine: loket.engine }, state.id)),
    keepCertificate: (read) => run(ONE_COMMAND, (desk) => recordCertificate(desk, state, read)),
    draft: (letter) => run(ONE_LETTER, (desk) => draftLetter(desk, sop, state, letter)),
    issue: (letters, choice) =>
      run({ kind: 'letters', done: 0, total: letters.length }, (desk) => {
        const onProgress = (done: number) => {
          setBusy({ kind: 'letters', done, total: letters.length });
        };
        return issueLetters(desk, sop, state, letters, onProgress, choice);
      }),
    attach,
  };
}

/**
 * What is under way. It ends when the screen shows the outcome: until then the buttons would
 * speak of what was before.
 */
function useBusy({ id, eventCount }: RequestState, store: Pick<Store, 'requests'>) {
  const [busy, setBusy] = useState<Busy | null>(null);
  const [recorded, setRecorded] = useState(0);
  return {
    busy: busy ?? (eventCount < recorded ? ONE_COMMAND : null),
    setBusy,
    settle: async () => {
      const latest = await store.requests.get(id).catch(() => null);
      setRecorded(latest?.eventCount ?? 0);
      setBusy(null);
    },
  };
}

/** What is too large is not read into memory at all. */
async function attachChosen(
  desk: LetterDesk,
  requestId: string,
  document: string,
  file: File,
): ReturnType<typeof attachDocument> {
  if (file.size > LARGEST_FILE) {
    return fail({ kind: 'file-refused', problem: { code: 'file-too-large' } });
  }
  const bytes = await readChosen(file);
  if (bytes === null) return fail({ kind: 'file-unreadable' });
  const { name } = file;
  return thrownAsFailure(() => attachDocument(desk, requestId, { document, name, bytes }));
}

const ONE_COMMAND: Busy = { kind: 'command', done: 0, total: 1 };
const ONE_LETTER: Busy = { kind: 'letters', done: 0, total: 1 };

/** The desk of the member of staff who signed in; null before sign-in and set-up. */
export function deskOf(loket: Loket): LetterDesk | null {
  const { store, host, letters, newId, now, staff, office } = loket;
  if (staff === null || office.profile === null) return null;
  return {
    store,
    host,
    letters,
    inspect: inspectPaper,
    newId,
    now,
    by: staff,
    office: office.profile,
  };
}
