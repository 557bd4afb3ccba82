import { useEffect, useRef, useState } from 'react';
import type { DocumentReport } from '../../contract/pki';
import type { ServiceError } from '../../contract/result';
import { useLoket } from '../shared/loket-context';
import { LARGEST_CHECKED, readChosen } from '../shared/thrown-as-failure';
import { useTrail } from '../shared/use-trail';
import { useDroppedDocument } from './dropped-document';

/** A document that was checked; its bytes stay in memory for ESC, and leave with the page. */
export interface CheckedDocument {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly report: DocumentReport;
}

export type CheckState =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'working' }
  | { readonly kind: 'refused'; readonly why: 'tooLarge' | 'gone' }
  | { readonly kind: 'failed'; readonly error: ServiceError }
  | ({ readonly kind: 'checked'; readonly round: number } & CheckedDocument);

/** Checks one document after another; the last one asked for counts. Nothing of it is kept. */
export function useSignatureCheck(): {
  readonly state: CheckState;
  readonly check: (file: File) => void;
} {
  const { host } = useLoket();
  const { seen } = useTrail();
  const { dropped, taken } = useDroppedDocument();
  const [state, setState] = useState<CheckState>({ kind: 'nothing' });
  const rounds = useRef(0);

  async function find(file: File, round: number): Promise<CheckState> {
    if (file.size > LARGEST_CHECKED) return { kind: 'refused', why: 'tooLarge' };
    const bytes = await readChosen(file);
    if (bytes === null) return { kind: 'refused', why: 'gone' };
    const { name } = file;
    if (bytes.length === 0) {
      const report = { outcome: 'unreadable', detail: 'empty' } as const;
      return { kind: 'checked', round, name, bytes, report };
    }
    const answer = await host.pki.verifyDocument({ bytes });
    if (!answer.ok) return { kind: 'failed', error: answer.error };
    const report = answer.value;
    const count = report.outcome === 'checked' ? report.signatures.length : 0;
    // How many signatures there were, and nothing of what they or the file are called.
    void seen({ action: 'check-signature', subject: null, details: { count } });
    return { kind: 'checked', round, name, bytes, report };
  }

  async function check(file: File): Promise<void> {
    rounds.current += 1;
    const round = rounds.current;
    setState({ kind: 'working' });
    const found = await find(file, round);
    if (round === rounds.current) setState(found);
  }

  const latest = useRef(check);
  useEffect(() => {
    latest.current = check;
  });
  useEffect(() => {
    if (dropped === null) return;
    // After the effect: what it begins shows a state of its own.
    queueMicrotask(() => {
      taken();
      void latest.current(dropped);
    });
  }, [dropped, taken]);

  return { state, check: (file) => void check(file) };
}
