import { useState } from 'react';
import type { EscServer } from '../../contract/esign';
import { LARGEST_FILE } from '../../domain/documents/sniff-media-type';
import { signingStanding, type LetterSigning } from '../../domain/request/letter-signing';
import type { RequestCommand } from '../../domain/request/request-command';
import { useToast } from '../../ui/feedback/toast';
import { useMessages } from '../../ui/messages/use-messages';
import { saveFile } from '../shared/save-file';
import { useLoket, type Loket } from '../shared/loket-context';
import { readChosen } from '../shared/thrown-as-failure';
import type { OpenSigningPanelProps } from './open-signing-panel';
import {
  inspectReturned,
  recordReturned,
  type ReturnedAs,
  type ReturnedFault,
  type ReturnedFile,
} from './returned-file';
import type { SigningFailure } from './sign-letter';
import { signingDeskOf } from './use-sign-task';

/** Why nothing was taken back. */
export type ReturnProblem =
  | { readonly kind: 'fault'; readonly fault: ReturnedFault | 'file-unreadable' | 'file-too-large' }
  | { readonly kind: 'failure'; readonly failure: SigningFailure }
  /** The service did not hand the document out. */
  | { readonly kind: 'download'; readonly word: 'gone' | 'not-answered' };

export interface Return {
  readonly busy: boolean;
  readonly problem: ReturnProblem | null;
  /** A file that is the letter, and yet was written anew: somebody decides whether it counts. */
  readonly rewritten: ReturnedFile | null;
  readonly canDownload: boolean;
  readonly take: (file: File) => void;
  /** A file of the watched folder that was looked at already. */
  readonly takeFound: (file: ReturnedFile) => void;
  readonly acceptRewritten: () => void;
  readonly dropRewritten: () => void;
  readonly download: () => void;
  readonly checkKept: () => void;
  readonly linkScan: (attachmentId: string) => void;
  /** True once the decision is recorded. */
  readonly signAgain: (reason: string) => Promise<boolean>;
  readonly giveUp: (reason: string) => void;
}

/** Work that ends an open signing, one piece at a time, with what kept it from its end. */
function useDuring() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ReturnProblem | null>(null);
  /** True when nothing kept it. */
  async function during(work: () => Promise<ReturnProblem | null>): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    const failed = await work().catch((): ReturnProblem => fault('not-checked'));
    setBusy(false);
    setProblem(failed);
    return failed === null;
  }
  return { busy, problem, during };
}

type During = ReturnType<typeof useDuring>['during'];

/** Everything that ends an open signing; the program does none of it by itself. */
export function useReturn(props: OpenSigningPanelProps): Return {
  const { open, signing } = props;
  const loket = useLoket();
  const { busy, problem, during } = useDuring();
  const files = useFiles(props, during);
  const requestId = open.state.id;
  const isUnknown = signingStanding(signing) === 'unknown';
  const of = { signingId: signing.id };

  async function execute(command: RequestCommand): Promise<ReturnProblem | null> {
    if (loket.staff === null) return null;
    const done = await loket.store.execute(requestId, command, loket.staff);
    return done.ok ? null : { kind: 'failure', failure: done.error };
  }

  return {
    busy,
    problem,
    ...files,
    linkScan: (attachmentId) => {
      const outcome = { kind: 'paper-scanned', attachmentId } as const;
      void during(() => execute({ command: 'end-signing', ...of, outcome }));
    },
    signAgain: (reason) =>
      during(() =>
        execute({ command: 'reconcile-signing', ...of, how: { by: 'sign-again', reason } }),
      ),
    giveUp: (reason) => {
      void during(() =>
        isUnknown
          ? execute({ command: 'reconcile-signing', ...of, how: { by: 'given-up', reason } })
          : execute({ command: 'end-signing', ...of, outcome: { kind: 'given-up', reason } }),
      );
    },
  };
}

type FileWays = Omit<Return, 'busy' | 'problem' | 'linkScan' | 'signAgain' | 'giveUp'>;

/** The ways a signed file comes back: chosen, handed out by the service, or kept here already. */
function useFiles({ open, letter, signing }: OpenSigningPanelProps, during: During): FileWays {
  const loket = useLoket();
  const record = useRecord(open.state.id, signing);
  const [rewritten, setRewritten] = useState<ReturnedFile | null>(null);
  const isUnknown = signingStanding(signing) === 'unknown';
  const as: ReturnedAs = isUnknown ? 'found-signed' : 'external';
  const doubt = signing.outcome?.kind === 'unknown' ? signing.outcome : null;
  const server = loket.office.profile?.esign?.server ?? null;
  const documentId = doubt?.documentId ?? null;

  async function takeBytes(bytes: Uint8Array, from: ReturnedAs): Promise<ReturnProblem | null> {
    const looked = await inspectReturned(loket, letter, bytes);
    return looked.ok ? takeLooked(looked.value, from) : fault(looked.error);
  }

  async function takeLooked(file: ReturnedFile, from: ReturnedAs): Promise<ReturnProblem | null> {
    if (file.keepsOriginal) return record(file, from);
    setRewritten(file);
    return null;
  }

  return {
    rewritten,
    canDownload: server?.version === 'v1' && documentId !== null && isUnknown,
    take: (file) => {
      void during(async () => {
        if (file.size > LARGEST_FILE) return fault('file-too-large');
        const bytes = await readChosen(file);
        return bytes === null ? fault('file-unreadable') : takeBytes(bytes, as);
      });
    },
    takeFound: (file) => {
      void during(() => takeLooked(file, as));
    },
    acceptRewritten: () => {
      setRewritten(null);
      if (rewritten !== null) void during(() => record(rewritten, as));
    },
    dropRewritten: () => {
      setRewritten(null);
    },
    download: () => {
      if (server === null || documentId === null) return;
      void during(async () => {
        const asked = { server, documentId, subject: open.state.id };
        const got = await downloadOnce(loket, asked);
        return 'kind' in got ? got : takeBytes(got.bytes, 'downloaded');
      });
    },
    checkKept: () => {
      const kept = doubt?.file ?? null;
      if (kept === null) return;
      void during(async () => {
        const read = await loket.host.files.get({ address: kept.address });
        return read.ok ? takeBytes(read.value.bytes, 'found-signed') : fault('file-unreadable');
      });
    },
  };
}

function useRecord(requestId: string, signing: LetterSigning) {
  const t = useMessages();
  const toast = useToast();
  const loket = useLoket();
  return async (file: ReturnedFile, as: ReturnedAs): Promise<ReturnProblem | null> => {
    const desk = signingDeskOf(loket);
    if (desk === null) return fault('not-checked');
    const recorded = await recordReturned(desk, requestId, signing, file, as);
    if (!recorded.ok) return { kind: 'failure', failure: recorded.error };
    toast({ text: t('signing.takenBack') });
    return null;
  };
}

function fault(code: Extract<ReturnProblem, { kind: 'fault' }>['fault']): ReturnProblem {
  return { kind: 'fault', fault: code };
}

/** Handed out once: what comes is saved for the person too, before anything can go wrong. */
async function downloadOnce(
  { host }: Loket,
  asked: { readonly server: EscServer; readonly documentId: string; readonly subject: string },
): Promise<ReturnProblem | { readonly bytes: Uint8Array }> {
  const answered = await host.esign.download(asked);
  const answer = answered.ok ? answered.value.answer : null;
  if (answer?.outcome === 'gone') return { kind: 'download', word: 'gone' };
  if (answer?.outcome !== 'document') return { kind: 'download', word: 'not-answered' };
  if (answer.stored === null) saveFile(answer.bytes, 'surat-dari-esc.pdf', 'application/pdf');
  return { bytes: answer.bytes };
}
