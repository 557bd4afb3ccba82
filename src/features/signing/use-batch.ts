import { useRef, useState } from 'react';
import type { EscServer, EscStatusAnswer } from '../../contract/esign';
import { fail, type Result } from '../../contract/result';
import { saveFile } from '../shared/save-file';
import { useLoket, type Loket } from '../shared/loket-context';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import type { OpenRequest } from '../request/open-request';
import type { FinalLetter } from '../request/print-letters';
import { lettersToSign } from './letters-to-sign';
import { readPerson } from './read-person';
import { runBatch, type BatchEnd } from './run-batch';
import { signByEsc, wipe, type ToSign } from './sign-letter';
import { signersFor, type Signer } from './signers';
import { whileUnderWay } from './under-way';
import { askStatus, chosenSigner, signingDeskOf, toSignBy, type SignChoice } from './use-sign-task';

export type BatchStage =
  | { readonly at: 'choosing' }
  | { readonly at: 'asking' }
  | { readonly at: 'not-able'; readonly answer: Result<EscStatusAnswer> }
  | { readonly at: 'secret' }
  | { readonly at: 'running'; readonly done: number; readonly total: number }
  | { readonly at: 'ended'; readonly end: BatchEnd };

type BatchChoice = Omit<SignChoice, 'way'>;

export interface BatchTask {
  readonly stage: BatchStage;
  readonly choice: BatchChoice;
  readonly server: EscServer | null;
  /** Everybody who has something to sign, each once. */
  readonly signers: readonly Signer[];
  /** What the chosen one signs. */
  readonly letters: readonly FinalLetter[];
  readonly change: (change: Partial<BatchChoice>) => void;
  readonly choose: (actor: string) => void;
  readonly goOn: () => Promise<void>;
  readonly back: () => void;
  readonly run: (secret: Uint8Array) => Promise<void>;
  /** After the letter that is on its way. */
  readonly stop: () => void;
}

/** All letters of a request that one person signs by the service, in one run. */
export function useBatch(open: OpenRequest): BatchTask {
  const loket = useLoket();
  const server = loket.office.profile?.esign?.server ?? null;
  const all = signersOfAll(open, lettersToSign(open.state), loket);
  const signers = [...new Map(all.map(({ signer }) => [signer.actor, signer])).values()];
  const [stage, setStage] = useState<BatchStage>({ at: 'choosing' });
  const [choice, setChoice] = useState<BatchChoice>(() => chosenSigner(signers[0]));
  const isStopped = useRef(false);
  const own = all.filter(({ signer }) => signer.actor === choice.actor);
  const letters = own.map(({ letter }) => letter);

  async function goOn(): Promise<void> {
    const person = readPerson(choice);
    if (person === null || server === null) return;
    setStage({ at: 'asking' });
    const { isAble, answer } = await askStatus(loket, server, person);
    setStage(isAble ? { at: 'secret' } : { at: 'not-able', answer });
  }

  async function run(secret: Uint8Array): Promise<void> {
    const person = readPerson(choice);
    if (person === null || server === null) {
      wipe(secret);
      return;
    }
    isStopped.current = false;
    const total = letters.length;
    setStage({ at: 'running', done: 0, total });
    const end = await runBatch(letters, secret, {
      signOne: (letter, value) => {
        const toSign = toSignBy(choice, { requestId: open.state.id, letter, signers });
        return signOne(loket, toSign, { server, person, secret: { kind: 'passphrase', value } });
      },
      isStopped: () => isStopped.current,
      onProgress: (done) => {
        setStage({ at: 'running', done, total });
      },
    });
    setStage({ at: 'ended', end });
  }

  return {
    stage,
    choice,
    server,
    signers,
    letters,
    change: (change) => {
      setChoice({ ...choice, ...change });
    },
    choose: (actor) => {
      setChoice(chosenSigner(signers.find((one) => one.actor === actor)));
    },
    goOn,
    back: () => {
      setStage({ at: 'choosing' });
    },
    run,
    stop: () => {
      isStopped.current = true;
    },
  };
}

/** One letter of a run. */
async function signOne(
  loket: Loket,
  toSign: ToSign,
  by: Parameters<typeof signByEsc>[2],
): ReturnType<typeof signByEsc> {
  const desk = signingDeskOf(loket);
  if (desk === null) {
    wipe(by.secret.value);
    return fail({ kind: 'not-recorded', error: { kind: 'vault-locked', detail: '' } });
  }
  const ended = await whileUnderWay(toSign.letter.id, () =>
    thrownAsFailure(() => signByEsc(desk, toSign, by)),
  );
  const rescue = ended.ok ? ended.value.rescue : null;
  if (rescue !== null) saveFile(rescue, 'surat-bertanda-tangan.pdf', 'application/pdf');
  return ended;
}

function signersOfAll(
  { state, sop }: OpenRequest,
  letters: readonly FinalLetter[],
  { office, staff }: Loket,
): readonly { readonly letter: FinalLetter; readonly signer: Signer }[] {
  const { profile } = office;
  if (profile === null) return [];
  return letters.flatMap((letter) =>
    signersFor(letter, { state, sop, office: profile, clerk: staff?.name ?? '' })
      .filter(({ standing }) => standing === 'open')
      .map((signer) => ({ letter, signer })),
  );
}
