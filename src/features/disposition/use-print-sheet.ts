import { useState } from 'react';
import { findStep } from '../../domain/sop/progress';
import type { Letter, RequestState } from '../../domain/request/request-state';
import type { Sop } from '../../domain/sop/sop';
import { isDisposition, issueLetter, type LetterFailure } from '../request/make-letters';
import { usePrint } from '../request/stored-file-view';
import { deskOf } from '../request/use-request-work';
import { useLoket } from '../shared/loket-context';

/** Why a sheet was not printed. */
export interface SheetFailed {
  readonly requestId: string;
  readonly sop: Sop;
  readonly failure: LetterFailure;
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

  async function printSheet(requestId: string): Promise<void> {
    const desk = deskOf(loket);
    const state = await loket.store.requests.get(requestId);
    const sop = state === null ? undefined : loket.store.sops.find(state.sop);
    if (desk === null || state === null || sop === undefined) return;
    let sheet = issuedSheet(state);
    const asked = findStep(sop, state.step)?.letters.find(isDisposition);
    if (sheet === null && asked !== undefined) {
      const made = await issueLetter(desk, sop, state, asked);
      if (!made.ok) {
        setFailed({ requestId, sop, failure: made.error });
        return;
      }
      sheet = issuedSheet(made.value.state);
    }
    if (sheet === null) return;
    const file = await loket.host.files.get({ address: sheet.file.address });
    if (file.ok) await printBytes(file.value.bytes, `${state.registerNumber}-${sheet.letter}.pdf`);
    else setFailed({ requestId, sop, failure: { kind: 'file-not-stored', error: file.error } });
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
      try {
        await printSheet(requestId);
      } finally {
        setBusyId(null);
      }
    },
  };
}
