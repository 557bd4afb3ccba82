import { useState } from 'react';
import { succeed } from '../../contract/result';
import type { Refusal } from '../../domain/request/request-command';
import { findStep } from '../../domain/sop/route';
import type { Letter, RequestState } from '../../domain/request/request-state';
import type { Sop } from '../../domain/sop/sop';
import { isDisposition, issueLetter, type LetterFailure } from '../request/make-letters';
import { fileNote, usePrint } from '../request/stored-file-view';
import { deskOf } from '../request/use-request-work';
import { useLoket } from '../shared/loket-context';
import { thrownAsFailure } from '../shared/thrown-as-failure';

/** Why a sheet was not printed. */
export interface SheetFailed {
  readonly requestId: string;
  /** Undefined where the version of the request is not installed, or the request not found. */
  readonly sop: Sop | undefined;
  /** `no-sheet`: none was made, and the open step asks for none. */
  readonly failure: LetterFailure | { readonly kind: 'no-sheet' };
}

export interface PrintSheet {
  readonly busyId: string | null;
  readonly failed: SheetFailed | null;
  readonly dismiss: () => void;
  /** Prints the sheet of a request, making it first when its step has not made it yet. */
  readonly print: (requestId: string) => Promise<void>;
}

/** The final sheet of a request; null when none was made. */
export function issuedSheet(state: RequestState): Letter | null {
  return (
    state.letters.findLast((made) => made.status === 'issued' && isDisposition(made.letter)) ?? null
  );
}

/** Printing from the list of dispositions. */
export function usePrintSheet(): PrintSheet {
  const loket = useLoket();
  const [busyId, setBusyId] = useState<string | null>(null);
  const [failed, setFailed] = useState<SheetFailed | null>(null);
  const printBytes = usePrint();

  /** Null once it went to the printer. */
  async function printSheet(requestId: string): Promise<Omit<SheetFailed, 'requestId'> | null> {
    const desk = deskOf(loket);
    if (desk === null) return refused({ code: 'office-not-set-up' });
    const state = await loket.store.requests.get(requestId);
    if (state === null) return refused({ code: 'request-unknown' });
    const sop = loket.store.sops.find(state.sop);
    if (sop === undefined) return refused({ code: 'sop-not-installed', sop: state.sop.id });
    let sheet = issuedSheet(state);
    const asked = findStep(sop, state.step)?.letters.find(isDisposition);
    if (sheet === null && asked !== undefined) {
      const made = await issueLetter(desk, sop, state, asked);
      if (!made.ok) return { sop, failure: made.error };
      sheet = issuedSheet(made.value.state);
    }
    if (sheet === null) return { sop, failure: { kind: 'no-sheet' } };
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

function refused(refusal: Refusal): Omit<SheetFailed, 'requestId'> {
  return { sop: undefined, failure: { kind: 'refused', refusal } };
}
