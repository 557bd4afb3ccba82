import { useState } from 'react';
import type { EscPerson, EscServer, EscStatusAnswer } from '../../contract/esign';
import type { Result } from '../../contract/result';
import { timeoutsOf } from '../../domain/esign/server-settings';
import { NO_ESIGN } from '../../domain/esign/office-esign';
import { wrongPassphrases } from '../../domain/request/letter-signing';
import type { SigningWay } from '../../domain/request/signing-event';
import { signersOf } from '../../documents/letter-templates';
import { saveFile } from '../shared/save-file';
import { useLoket, type Loket } from '../shared/loket-context';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import type { OpenRequest } from '../request/open-request';
import type { FinalLetter } from '../request/print-letters';
import type { CommandFailure, Recorded } from '../../store/store';
import { readPerson } from './read-person';
import {
  signByEsc,
  signByKeyFile,
  wipe,
  type SigningDesk,
  type SigningEnd,
  type SigningFailure,
  type ToSign,
} from './sign-letter';
import { signersFor, type Signer } from './signers';
import { whileUnderWay } from './under-way';

/** What was chosen before anything is asked. */
export interface SignChoice {
  readonly way: SigningWay;
  readonly actor: string;
  readonly name: string;
  readonly by: EscPerson['by'];
  /** NIK or e-mail as typed. */
  readonly id: string;
  /** The NIK the request holds of the signer, taken where none is typed; '' where it holds none. */
  readonly knownNik: string;
}

/** Where the dialog stands. */
export type SignStage =
  | { readonly at: 'choosing' }
  | { readonly at: 'asking' }
  /** The service's word on the signer, where it is no ISSUE, or why it gave none. */
  | { readonly at: 'not-able'; readonly answer: Result<EscStatusAnswer> }
  /** The signer may type now; `wrong` passphrases were typed before. */
  | { readonly at: 'secret'; readonly wrong: number; readonly notSent: string | null }
  | { readonly at: 'working'; readonly limitMs: number }
  | { readonly at: 'ended'; readonly end: SigningEnd }
  | { readonly at: 'failed'; readonly failure: SigningFailure };

/** What the signer gives for one signing; the bytes are overwritten by it. */
export type SignSecret =
  | { readonly kind: 'passphrase' | 'totp'; readonly value: Uint8Array }
  | {
      readonly kind: 'key-file';
      readonly value: Uint8Array;
      readonly keyFile: Uint8Array<ArrayBuffer>;
    };

export interface SignTask {
  readonly stage: SignStage;
  readonly choice: SignChoice;
  readonly signers: readonly Signer[];
  readonly ways: readonly SigningWay[];
  readonly server: EscServer | null;
  readonly change: (change: Partial<SignChoice>) => void;
  readonly choose: (actor: string) => void;
  /** From the choice to where the signer types: by the service's word, where there is one. */
  readonly goOn: () => Promise<void>;
  readonly back: () => void;
  readonly sign: (secret: SignSecret) => Promise<void>;
  /** Records that the letter leaves to be signed elsewhere; null where it was refused. */
  readonly begin: () => Promise<boolean>;
}

/** Longest a signature with a key file takes, in milliseconds: with the timestamp's time-out. */
const LOCAL_LIMIT = 30_000;

/** The desk of who sits there; null before sign-in. */
export function signingDeskOf({ store, host, newId, staff }: Loket): SigningDesk | null {
  return staff === null ? null : { store, host, newId, by: staff };
}

/** Ways of signing an office has, those that need nothing set up last; pure. */
export function waysOf({ server, localCertificates } = NO_ESIGN): readonly SigningWay[] {
  return [
    ...(server === null ? [] : (['esc'] as const)),
    ...(localCertificates ? (['local'] as const) : []),
    'external',
    'paper',
  ];
}

/** The signing of one letter from the choice to its end; everything recorded, nothing repeated. */
export function useSignTask(open: OpenRequest, letter: FinalLetter): SignTask {
  const loket = useLoket();
  const esign = loket.office.profile?.esign ?? NO_ESIGN;
  const { server } = esign;
  const signers = signersHere(open, letter, loket);
  const ways = waysOf(esign);
  const [stage, setStage] = useState<SignStage>({ at: 'choosing' });
  const [choice, setChoice] = useState(() => firstChoice(signers, ways));
  const toSign = toSignBy(choice, { requestId: open.state.id, letter, signers });
  const wrong = wrongPassphrases(open.state, letter.id, choice.actor);

  async function goOn(): Promise<void> {
    const person = choice.way === 'esc' ? readPerson(choice) : null;
    if (choice.way === 'local') setStage({ at: 'secret', wrong, notSent: null });
    if (person === null || server === null) return;
    setStage({ at: 'asking' });
    const { isAble, answer } = await askStatus(loket, server, person);
    setStage(isAble ? { at: 'secret', wrong, notSent: null } : { at: 'not-able', answer });
  }

  async function sign(secret: SignSecret): Promise<void> {
    const desk = signingDeskOf(loket);
    const work = desk === null ? null : workOf(desk, toSign, secret, { choice, ...esign });
    if (work === null) {
      wipe(secret.value);
      return;
    }
    setStage({ at: 'working', limitMs: limitOf(secret, server) });
    const ended = await whileUnderWay(letter.id, () => thrownAsFailure(work));
    setStage(stageAfter(ended, wrong));
  }

  async function begin(): Promise<boolean> {
    const begun = await beginElsewhere(loket, toSign, choice.way);
    if (begun?.ok === false) setStage({ at: 'failed', failure: begun.error });
    return begun?.ok === true;
  }

  return {
    stage,
    choice,
    signers,
    ways,
    server,
    change: (change) => {
      setChoice({ ...choice, ...change });
    },
    choose: (actor) => {
      setChoice({ ...choice, ...chosenSigner(signers.find((one) => one.actor === actor)) });
    },
    goOn,
    back: () => {
      setStage({ at: 'choosing' });
    },
    sign,
    begin,
  };
}

/** A letter with the signer that was chosen. */
export function toSignBy(
  { actor, name }: Pick<SignChoice, 'actor' | 'name'>,
  of: {
    readonly requestId: string;
    readonly letter: FinalLetter;
    readonly signers: readonly Signer[];
  },
): ToSign {
  const { requestId, letter, signers } = of;
  const position = signers.find((one) => one.actor === actor)?.position ?? '';
  const order = signersOf(letter.letter);
  return { requestId, letter, actor, name: name.trim(), position, signers: order };
}

/** Records that a letter leaves to be signed elsewhere; null where nobody sits at the desk. */
async function beginElsewhere(
  { store, staff, newId }: Loket,
  { requestId, letter, actor, name }: ToSign,
  way: SigningWay,
): Promise<Result<Recorded, CommandFailure> | null> {
  if (staff === null) return null;
  const { sha256 } = letter.file;
  const of = { signingId: newId(), letterId: letter.id, actor, name, way, sha256 };
  return store.execute(requestId, { command: 'begin-signing', ...of }, staff);
}

/** The service's word on somebody, or why there is none. */
export async function askStatus(
  { host }: Loket,
  server: EscServer,
  person: EscPerson,
): Promise<{ readonly isAble: boolean; readonly answer: Result<EscStatusAnswer> }> {
  const asked = await host.esign.checkStatus({ server, person });
  if (!asked.ok) return { isAble: false, answer: asked };
  const { answer } = asked.value;
  const isAble = answer.outcome === 'status' && answer.status === 'issue';
  return { isAble, answer: { ok: true, value: answer } };
}

function signersHere(open: OpenRequest, letter: FinalLetter, { office, staff }: Loket) {
  const { state, sop } = open;
  const { profile } = office;
  if (profile === null) return [];
  return signersFor(letter, { state, sop, office: profile, clerk: staff?.name ?? '' });
}

/** The choice of a signer, by what is known of him. */
export function chosenSigner(signer: Signer | undefined): Omit<SignChoice, 'way'> {
  const { actor = '', name = '', nik: knownNik = '', email = '' } = signer ?? {};
  const by = knownNik === '' && email !== '' ? 'email' : 'nik';
  return { actor, name, by, id: by === 'email' ? email : '', knownNik };
}

function firstChoice(signers: readonly Signer[], ways: readonly SigningWay[]): SignChoice {
  const first = signers.find(({ standing }) => standing === 'open');
  return { way: ways[0] ?? 'paper', ...chosenSigner(first) };
}

function limitOf(secret: SignSecret, server: EscServer | null): number {
  return secret.kind === 'key-file' || server === null ? LOCAL_LIMIT : timeoutsOf(server).signMs;
}

function workOf(
  desk: SigningDesk,
  toSign: ToSign,
  secret: SignSecret,
  by: {
    readonly choice: SignChoice;
    readonly server: EscServer | null;
    readonly timestampUrl: string | null;
  },
): (() => ReturnType<typeof signByEsc>) | null {
  const { choice, server, timestampUrl } = by;
  if (secret.kind === 'key-file') {
    const { keyFile, value: passphrase } = secret;
    return () => signByKeyFile(desk, toSign, { keyFile, passphrase, timestampUrl });
  }
  const person = readPerson(choice);
  if (person === null || server === null) return null;
  const { kind, value } = secret;
  return () => signByEsc(desk, toSign, { server, person, secret: { kind, value } });
}

/** A wrong passphrase is typed again, and what never left too; everything else is an end. */
function stageAfter(ended: Awaited<ReturnType<typeof signByEsc>>, wrongBefore: number): SignStage {
  if (!ended.ok) return { at: 'failed', failure: ended.error };
  const { outcome, rescue } = ended.value;
  if (rescue !== null) saveFile(rescue, 'surat-bertanda-tangan.pdf', 'application/pdf');
  if (outcome.kind === 'passphrase-wrong') {
    return { at: 'secret', wrong: wrongBefore + 1, notSent: null };
  }
  if (outcome.kind === 'not-sent') {
    return { at: 'secret', wrong: wrongBefore, notSent: outcome.code };
  }
  return { at: 'ended', end: ended.value };
}
