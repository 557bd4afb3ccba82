import { useState } from 'react';
import { succeed } from '../../contract/result';
import type { Refusal, RequestCommand } from '../../domain/request/request-command';
import { findStep } from '../../domain/sop/route';
import type { RequestState } from '../../domain/request/request-state';
import type { Sop } from '../../domain/sop/sop';
import type { FinalLetter } from '../request/print-letters';
import { isDisposition, issueLetter, type LetterFailure } from '../request/make-letters';
import { fileNote, usePrint } from '../request/stored-file-view';
import { deskOf } from '../request/use-request-work';
import { useLoket, type Loket } from '../shared/loket-context';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import { useMay } from '../shared/use-permission';

/** Why a sheet was not printed. */
export interface SheetFailed {
  readonly requestId: string;
  /** Undefined where the version of the request is not installed, or the request not found. */
  readonly sop: Sop | undefined;
  /** `no-sheet`: none was made, and the open step asks for none. */
  readonly failure: LetterFailure | { readonly kind: 'no-sheet' };
}

/** A sheet that is ready, and the request as it stands with it. */
export interface ReadySheet {
  readonly request: RequestState;
  readonly sheet: FinalLetter;
}

export interface PrintSheet {
  readonly busyId: string | null;
  readonly failed: SheetFailed | null;
  readonly dismiss: () => void;
  /** What the dialog of printing asks about; null while it is closed. */
  readonly ready: ReadySheet | null;
  readonly close: () => void;
  /** Records that the sheet came out right. */
  readonly printed: (command: RequestCommand) => Promise<void>;
  /**
   * Prints the sheet of a request, making it first when its step has not made it yet: through
   * the dialog, or straight to the system's where who sits at the desk records no prints.
   */
  readonly print: (requestId: string) => Promise<void>;
}

/** The final sheet of a request; null when none was made. */
export function issuedSheet(state: RequestState): FinalLetter | null {
  const sheet = state.letters.findLast(
    (made) => made.status === 'issued' && isDisposition(made.letter),
  );
  return sheet?.status === 'issued' ? sheet : null;
}

/** Printing from the list of dispositions. */
export function usePrintSheet(): PrintSheet {
  const loket = useLoket();
  const [busyId, setBusyId] = useState<string | null>(null);
  const [failed, setFailed] = useState<SheetFailed | null>(null);
  const [ready, setReady] = useState<ReadySheet | null>(null);
  const printBytes = usePrint();
  const recordsPrints = useMay('confirm-print').may;

  /** Null once it went to the printer. */
  async function printSheet(requestId: string): Promise<Omit<SheetFailed, 'requestId'> | null> {
    const desk = deskOf(loket);
    if (desk === null) return refused({ code: 'office-not-set-up' });
    let state = await loket.store.requests.get(requestId);
    if (state === null) return refused({ code: 'request-unknown' });
    const sop = loket.store.sops.find(state.sop);
    if (sop === undefined) return refused({ code: 'sop-not-installed', sop: state.sop.id });
    let sheet = issuedSheet(state);
    const asked = findStep(sop, state.step)?.letters.find(isDisposition);
    if (sheet === null && asked !== undefined) {
      const made = await issueLetter(desk, sop, state, asked);
      if (!made.ok) return { sop, failure: made.error };
      state = made.value.state;
      sheet = issuedSheet(state);
    }
    if (sheet === null) return { sop, failure: { kind: 'no-sheet' } };
    if (recordsPrints) {
      setReady({ request: state, sheet });
      return null;
    }
    const file = await loket.host.files.get({ address: sheet.file.address });
    if (!file.ok) return { sop, failure: { kind: 'file-not-stored', error: file.error } };
    const note = fileNote('print', { requestId, letter: sheet.letter });
    await printBytes(file.value.bytes, `${state.registerNumber}-${sheet.letter}.pdf`, note);
    return null;
  }

  return {
    busyId,
    failed,
    dismiss: () => {
      setFailed(null);
    },
    ready,
    close: () => {
      setReady(null);
    },
    printed: async (command) => {
      if (ready !== null) setFailed(await recordPrint(loket, ready.request.id, command));
    },
    print: async (requestId) => {
      if (busyId !== null) return;
      setBusyId(requestId);
      setFailed(null);
      const done = await thrownAsFailure(async () => succeed(await printSheet(requestId)));
      if (!done.ok) setFailed({ requestId, sop: undefined, failure: done.error });
      else if (done.value !== null) setFailed({ requestId, ...done.value });
      setBusyId(null);
    },
  };
}

/** Null once it is recorded. */
async function recordPrint(
  loket: Loket,
  requestId: string,
  command: RequestCommand,
): Promise<SheetFailed | null> {
  const desk = deskOf(loket);
  if (desk === null) return { requestId, ...refused({ code: 'office-not-set-up' }) };
  const done = await thrownAsFailure(() => desk.store.execute(requestId, command, desk.by));
  return done.ok ? null : { requestId, sop: undefined, failure: done.error };
}

function refused(refusal: Refusal): Omit<SheetFailed, 'requestId'> {
  return { sop: undefined, failure: { kind: 'refused', refusal } };
}
