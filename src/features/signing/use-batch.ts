import { useRef, useState } from 'react';
import type { EscPerson, EscServer, EscStatusAnswer } from '../../contract/esign';
import type { Result } from '../../contract/result';
import { signersOf } from '../../documents/letter-templates';
import { saveFile } from '../shared/save-file';
import { useLoket, type Loket } from '../shared/loket-context';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import type { OpenRequest } from '../request/open-request';
import type { FinalLetter } from '../request/print-letters';
import { lettersToSign } from './letters-to-sign';
import { readPerson } from './read-person';
import { runBatch, type BatchEnd } from './run-batch';
import { signByEsc, wipe } from './sign-letter';
import { signersFor, type Signer } from './signers';
import { whileUnderWay } from './under-way';
import { chosenSigner, signingDeskOf, type SignChoice } from './use-sign-task';

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
  const { host, office } = loket;
  const server = office.profile?.esign?.server ?? null;
  const waiting = lettersToSign(open.state);
  const all = signersOfAll(open, waiting, loket);
  const signers = [...new Map(all.map(({ signer }) => [signer.actor, signer])).values()];
  const [stage, setStage] = useState<BatchStage>({ at: 'choosing' });
  const [choice, setChoice] = useState<BatchChoice>(() => chosenSigner(signers[0]));
  const isStopped = useRef(false);
  const letters = all
    .filter(({ signer }) => signer.actor === choice.actor)
    .map(({ letter }) => letter);

  async function goOn(): Promise<void> {
    const person = readPerson(choice);
    if (person === null || server === null) return;
    setStage({ at: 'asking' });
    const asked = await host.esign.checkStatus({ server, person });
    const answer: Result<EscStatusAnswer> = asked.ok
      ? { ok: true, value: asked.value.answer }
      : asked;
    const isAble =
      answer.ok && answer.value.outcome === 'status' && answer.value.status === 'issue';
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
      signOne: (letter, copy) => signOne(letter, copy, { server, person }),
      isStopped: () => isStopped.current,
      onProgress: (done) => {
        setStage({ at: 'running', done, total });
      },
    });
    setStage({ at: 'ended', end });
  }

  async function signOne(
    letter: FinalLetter,
    value: Uint8Array,
    by: { readonly server: EscServer; readonly person: EscPerson },
  ) {
    const desk = signingDeskOf(loket);
    const position = signers.find(({ actor }) => actor === choice.actor)?.position ?? '';
    const { actor, name } = choice;
    const order = signersOf(letter.letter);
    const toSign = { requestId: open.state.id, letter, actor, name, position, signers: order };
    const ended = await whileUnderWay(letter.id, () =>
      thrownAsFailure(() =>
        desk === null
          ? Promise.resolve({
              ok: false,
              error: { kind: 'not-recorded', error: { kind: 'vault-locked', detail: '' } },
            } as const)
          : signByEsc(desk, toSign, { ...by, secret: { kind: 'passphrase', value } }),
      ),
    );
    const rescue = ended.ok ? ended.value.rescue : null;
    if (rescue !== null) saveFile(rescue, 'surat-bertanda-tangan.pdf', 'application/pdf');
    return ended;
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
