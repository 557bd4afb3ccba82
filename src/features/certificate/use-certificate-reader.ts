import { useRef, useState } from 'react';
import type { CertificateFacts, ReadOutcome } from '../../contract/pki';
import type { ServiceError } from '../../contract/result';
import type { CertificateOrigin } from '../../domain/request/certificate-record';
import { useLoket } from '../shared/loket-context';
import { LARGEST_CHECKED, readChosen } from '../shared/thrown-as-failure';

/** What became of the last file that was chosen. */
export type ReaderState =
  | { readonly kind: 'nothing' | 'working' | 'none' | 'not-supported' | 'tooLarge' | 'gone' }
  | { readonly kind: 'passphrase'; readonly isWrong: boolean }
  | { readonly kind: 'failed'; readonly error: ServiceError }
  | {
      readonly kind: 'read';
      readonly from: CertificateOrigin;
      /** Of people where there are any; the fullest choice otherwise. */
      readonly certificates: readonly CertificateFacts[];
    };

export interface CertificateReader {
  readonly state: ReaderState;
  readonly choose: (file: File) => void;
  /** Opens the key file that waits; the bytes are overwritten before this returns to the caller. */
  readonly open: (passphrase: Uint8Array) => void;
  readonly discard: () => void;
}

/** Reads certificates out of chosen files; neither file nor passphrase outlives the reading. */
export function useCertificateReader(): CertificateReader {
  const { host } = useLoket();
  const [state, setState] = useState<ReaderState>({ kind: 'nothing' });
  /** A key file that waits for its passphrase. */
  const waiting = useRef<Uint8Array<ArrayBuffer> | null>(null);
  const rounds = useRef(0);

  async function read(
    bytes: Uint8Array<ArrayBuffer>,
    passphrase: Uint8Array | null,
  ): Promise<ReaderState> {
    if (bytes.length === 0) return { kind: 'none' };
    const answer = await host.pki.readCertificates({ bytes, passphrase });
    passphrase?.fill(0);
    if (!answer.ok) return { kind: 'failed', error: answer.error };
    const state = stateOf(answer.value);
    waiting.current = state.kind === 'passphrase' ? bytes : null;
    return state;
  }

  async function run(work: () => Promise<ReaderState>): Promise<void> {
    rounds.current += 1;
    const round = rounds.current;
    setState({ kind: 'working' });
    const next = await work();
    if (round === rounds.current) setState(next);
  }

  return {
    state,
    choose: (file) =>
      void run(async () => {
        waiting.current = null;
        if (file.size > LARGEST_CHECKED) return { kind: 'tooLarge' };
        const bytes = await readChosen(file);
        return bytes === null ? { kind: 'gone' } : read(bytes, null);
      }),
    open: (passphrase) => {
      const bytes = waiting.current;
      if (bytes !== null) void run(() => read(bytes, passphrase));
    },
    discard: () => {
      rounds.current += 1;
      waiting.current = null;
      setState({ kind: 'nothing' });
    },
  };
}

function stateOf(outcome: ReadOutcome): ReaderState {
  switch (outcome.outcome) {
    case 'certificates': {
      const { from, certificates } = outcome;
      const people = certificates.filter(({ isAuthority }) => !isAuthority);
      return { kind: 'read', from, certificates: people.length > 0 ? people : certificates };
    }
    case 'passphrase-needed':
      return { kind: 'passphrase', isWrong: false };
    case 'passphrase-wrong':
      return { kind: 'passphrase', isWrong: true };
    case 'not-supported':
    case 'none':
      return { kind: outcome.outcome };
  }
}
