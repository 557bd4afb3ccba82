import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, type DecisionContext } from '../../src/domain/request/decide';
import { evolve } from '../../src/domain/request/evolve';
import {
  inSigningOrder,
  openSigning,
  signingStanding,
  wrongPassphrases,
} from '../../src/domain/request/letter-signing';
import type { RequestCommand } from '../../src/domain/request/request-command';
import type { RequestEvent } from '../../src/domain/request/request-event';
import type { Letter, RequestState } from '../../src/domain/request/request-state';
import type { SignedVersion, SigningOutcome } from '../../src/domain/request/signing-event';
import { storedPapers } from '../../src/domain/privacy/stored-papers';
import { describeEvent } from '../../src/features/request/describe-event';
import { ROLES, type Role } from '../../src/domain/office/roles';
import { file, profile, recordCommand, sop, staff } from '../helpers/memory-fixtures';

const ID = '01930000-0000-7000-8000-00000000aa01';
const LETTER = '01930000-0000-7000-8000-00000000bb01';
const [kind = ''] = sop.steps.flatMap(({ letters }) => letters);
const ORDER = ['applicant', 'applicant-agency-head', 'office-head'];
const server = { baseUrl: 'https://esc.contoh.go.id', version: 'v2' } as const;
const esign = {
  server,
  localCertificates: true,
  timestampUrl: null,
  adminPasswordChanged: false,
} as const;

/** Events of one request, decided one command after the other. */
class Desk {
  state: RequestState | null = null;
  readonly events: RequestEvent[] = [];
  private ids = 0;

  constructor(
    private readonly office = { ...profile, esign: esign as typeof profile.esign },
    private readonly roles: readonly Role[] = ROLES,
  ) {}

  newId(): string {
    this.ids += 1;
    return `01930000-0000-7000-8000-${this.ids.toString(16).padStart(12, '0')}`;
  }

  /** The code of the refusal; null where it was recorded. */
  give(command: RequestCommand): string | null {
    const context: DecisionContext = {
      sop,
      office: this.office,
      notices: [],
      authority: { kind: 'staff', roles: this.roles },
      counters: () => 0,
      letters: [],
      numbers: [],
      signers: () => ORDER,
      importedAs: null,
    };
    const at = '2026-03-02T03:00:00.000Z';
    const newId = () => this.newId();
    const occasion = { at, clockOffsetMs: null, by: staff, desk: 'A', newId };
    const decided = decide(ID, this.state, command, context, occasion);
    if (!decided.ok) return decided.error.code;
    for (const event of decided.value) {
      this.state = evolve(this.state, event);
      this.events.push(event);
    }
    return null;
  }

  get now(): RequestState {
    if (this.state === null) throw new Error('no request');
    return this.state;
  }

  get letter(): Extract<Letter, { status: 'issued' }> {
    const letter = this.now.letters.find(({ id }) => id === LETTER);
    if (letter?.status !== 'issued') throw new Error('no letter');
    return letter;
  }

  begin(changes: Partial<Extract<RequestCommand, { command: 'begin-signing' }>> = {}) {
    const signingId = this.newId();
    const refused = this.give({
      command: 'begin-signing',
      signingId,
      letterId: LETTER,
      actor: 'applicant',
      name: 'Contoh Satu',
      way: 'esc',
      sha256: this.letter.file.sha256,
      ...changes,
    });
    return { signingId, refused };
  }

  end(signingId: string, outcome: SigningOutcome): string | null {
    return this.give({ command: 'end-signing', signingId, outcome });
  }
}

function deskWithLetter(...how: ConstructorParameters<typeof Desk>): Desk {
  const desk = new Desk(...how);
  expect(desk.give(recordCommand())).toBeNull();
  const counter = { name: 'letter/outgoing/2026', value: 1 };
  const issue = { command: 'issue-letter', letterId: LETTER, letter: kind } as const;
  expect(
    desk.give({ ...issue, counter, number: '1', date: '2026-03-02', file: file(1) }),
  ).toBeNull();
  return desk;
}

function version(number: number, keepsOriginal = true): SignedVersion {
  return {
    file: file(number),
    keepsOriginal,
    signature: {
      signer: 'Contoh Satu',
      serialHex: 'f1c2',
      level: 'B-T',
      signedAt: '2026-03-02T03:00:00.000Z',
      isTimestamped: true,
      trust: 'unknown',
    },
  };
}

const unknown: SigningOutcome = {
  kind: 'unknown',
  code: 'timed-out',
  documentId: null,
  file: null,
};

describe('signing a letter', () => {
  test('records the beginning first and adds a version for each signature', () => {
    const desk = deskWithLetter();
    const first = desk.begin();
    expect(first.refused).toBeNull();
    expect(desk.end(first.signingId, { kind: 'signed', ...version(2) })).toBeNull();
    const second = desk.begin({ actor: 'office-head', name: 'Contoh Kepala', way: 'local' });
    expect(second.refused).toBeNull();
    expect(desk.end(second.signingId, { kind: 'signed', ...version(3) })).toBeNull();
    expect(desk.letter.versions.map(({ file: { sha256 } }) => sha256)).toEqual(
      [1, 2, 3].map((number) => file(number).sha256),
    );
    expect(desk.letter.file).toEqual(file(3));
    const papers = storedPapers(desk.now, desk.events);
    expect(papers.map((paper) => paper.file.address)).toEqual(
      expect.arrayContaining([1, 2, 3].map((number) => file(number).address)),
    );
  });

  test('signs the latest version alone, and no letter that is no more valid', () => {
    const desk = deskWithLetter();
    expect(desk.begin({ sha256: file(9).sha256 }).refused).toBe('version-changed');
    expect(desk.begin({ letterId: ID }).refused).toBe('letter-not-final');
    expect(desk.begin({ name: ' ' }).refused).toBe('signer-nobody');
    expect(desk.begin({ actor: 'bsre' }).refused).toBe('signer-unknown');
  });

  test('keeps the order: who signs before another one who has signed comes too late', () => {
    const desk = deskWithLetter();
    const head = desk.begin({ actor: 'applicant-agency-head' });
    desk.end(head.signingId, { kind: 'signed', ...version(2) });
    expect(desk.begin({ actor: 'applicant' }).refused).toBe('signer-too-late');
    expect(desk.begin({ actor: 'applicant-agency-head' }).refused).toBe('signer-signed');
    expect(desk.begin({ actor: 'office-head' }).refused).toBeNull();
    expect(inSigningOrder(['office-head', 'desk', 'applicant-agency-head', 'applicant'])).toEqual([
      'applicant',
      'applicant-agency-head',
      'desk',
      'office-head',
    ]);
  });

  test('takes no version that is none, or that drops an earlier signature', () => {
    const desk = deskWithLetter();
    const first = desk.begin();
    const same = { kind: 'signed', ...version(1) } as const;
    expect(desk.end(first.signingId, same)).toBe('version-same');
    expect(desk.end(first.signingId, { kind: 'signed', ...version(2, false) })).toBeNull();
    const second = desk.begin({ actor: 'office-head' });
    const lost = { kind: 'signed', ...version(3, false) } as const;
    expect(desk.end(second.signingId, lost)).toBe('signature-lost');
  });

  test('asks again after a wrong passphrase, and counts', () => {
    const desk = deskWithLetter();
    for (let time = 1; time <= 3; time += 1) {
      const { signingId, refused } = desk.begin();
      expect(refused).toBeNull();
      expect(desk.end(signingId, { kind: 'passphrase-wrong' })).toBeNull();
      expect(wrongPassphrases(desk.now, LETTER, 'applicant')).toBe(time);
    }
    const { signingId } = desk.begin();
    desk.end(signingId, { kind: 'signed', ...version(2) });
    expect(wrongPassphrases(desk.now, LETTER, 'applicant')).toBe(0);
  });

  test('by a way that is not set up, or not allowed, is refused before anything leaves', () => {
    const none = deskWithLetter({ ...profile, esign: null });
    expect(none.begin().refused).toBe('esc-not-set-up');
    expect(none.begin({ way: 'local' }).refused).toBe('local-certificates-off');
    expect(none.begin({ way: 'external' }).refused).toBeNull();
  });

  test('is begun for the applicant’s side by the counter, by an official for the office alone', () => {
    const official = deskWithLetter();
    Object.assign(official, { roles: ['official'] });
    expect(official.begin().refused).toBe('not-permitted');
    expect(official.begin({ actor: 'office-head' }).refused).toBeNull();
  });
});

describe('an outcome nobody knows', () => {
  test('is also what a crash leaves: a beginning without an end', () => {
    const desk = deskWithLetter();
    desk.begin();
    const open = openSigning(desk.now, LETTER);
    expect(open === null ? null : signingStanding(open)).toBe('unknown');
    expect(desk.begin().refused).toBe('signing-open');
  });

  test('is left by a person’s decision with a reason, or by a file that was found', () => {
    const desk = deskWithLetter();
    const { signingId } = desk.begin();
    desk.end(signingId, unknown);
    const again = (reason: string): RequestCommand => ({
      command: 'reconcile-signing',
      signingId,
      how: { by: 'sign-again', reason },
    });
    expect(desk.begin().refused).toBe('signing-open');
    expect(desk.give(again(' '))).toBe('reason-missing');
    expect(desk.give(again('Tidak ada di ESC'))).toBeNull();
    expect(desk.give(again('Sekali lagi'))).toBe('signing-not-in-doubt');
    expect(desk.end(signingId, { kind: 'signed', ...version(2) })).toBe('signing-over');
    const next = desk.begin();
    expect(next.refused).toBeNull();
    desk.end(next.signingId, unknown);
    const found = { by: 'found-signed', ...version(4) } as const;
    expect(
      desk.give({ command: 'reconcile-signing', signingId: next.signingId, how: found }),
    ).toBeNull();
    expect(desk.letter.file).toEqual(file(4));
  });

  test('can be settled after the request has ended, and nothing new be begun', () => {
    const desk = deskWithLetter();
    const { signingId } = desk.begin();
    desk.give({ command: 'cancel-request', reason: 'Dibatalkan pemohon' });
    expect(desk.end(signingId, unknown)).toBeNull();
    const how = { by: 'given-up', reason: 'Permohonan batal' } as const;
    expect(desk.give({ command: 'reconcile-signing', signingId, how })).toBeNull();
    expect(desk.begin().refused).toBe('request-ended');
  });
});

test('what was exported or printed waits, and ends by its own ends alone', () => {
  const desk = deskWithLetter();
  const out = desk.begin({ way: 'external' });
  expect(desk.begin().refused).toBe('signing-open');
  expect(desk.end(out.signingId, { kind: 'passphrase-wrong' })).toBe('signing-end-unfitting');
  const again = { by: 'sign-again', reason: 'Ulang saja' } as const;
  expect(desk.give({ command: 'reconcile-signing', signingId: out.signingId, how: again })).toBe(
    'signing-not-in-doubt',
  );
  expect(desk.end(out.signingId, { kind: 'given-up', reason: 'Tidak jadi' })).toBeNull();
  const paper = desk.begin({ way: 'paper' });
  const scanned = { kind: 'paper-scanned', attachmentId: ID } as const;
  expect(desk.end(paper.signingId, scanned)).toBe('attachment-unknown');
  const document = sop.documents[0]?.key ?? '';
  const attach = { attachmentId: ID, document, file: file(7), originalName: 'pindaian.pdf' };
  desk.give({ command: 'attach-document', ...attach });
  expect(desk.end(paper.signingId, scanned)).toBeNull();
  expect(desk.letter.versions).toHaveLength(1);
});

test('every event of a signing is told in words, without a code alone', () => {
  const desk = deskWithLetter();
  const { signingId } = desk.begin();
  desk.end(signingId, unknown);
  const told = desk.events
    .filter(({ type }) => type.startsWith('signing-'))
    .map((event) =>
      describeEvent(event, { locale: 'id', sop, events: desk.events, changes: new Map() }),
    );
  expect(told.map(({ title }) => title)).toEqual([
    expect.stringMatching(/^Penandatanganan dimulai: /),
    expect.stringMatching(/^Hasil tanda tangan tidak diketahui: /),
  ]);
  expect(told[0]?.details).toContain('Penanda tangan: Contoh Satu');
});

const outcomes: readonly SigningOutcome[] = [
  unknown,
  { kind: 'passphrase-wrong' },
  { kind: 'refused', code: 'not-registered', text: '' },
  { kind: 'not-sent', code: 'no-connection' },
  { kind: 'given-up', reason: 'Tidak jadi' },
];
const move = fc.record({
  what: fc.constantFrom('begin', 'end', 'sign-again', 'give-up', 'found', 'twice'),
  pick: fc.nat(50),
});

test('no sequence of commands signs twice while one is unknown', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      const desk = deskWithLetter();
      for (const [step, { what, pick }] of moves.entries()) act(desk, what, pick, step);
      expectOneAtATime(desk.events);
    }),
    { numRuns: 150 },
  );
});

function act(desk: Desk, what: string, pick: number, step: number): void {
  const { signings } = desk.now;
  const signingId = signings[pick % Math.max(1, signings.length)]?.id ?? ID;
  const ways = ['esc', 'local', 'external', 'paper'] as const;
  const actor = ORDER[pick % ORDER.length] ?? '';
  if (what === 'begin') desk.begin({ actor, way: ways[pick % 4] ?? 'esc' });
  if (what === 'twice') {
    desk.begin({ actor });
    desk.begin({ actor });
  }
  if (what === 'end') {
    const signed = { kind: 'signed', ...version(step + 10) } as const;
    desk.end(signingId, pick % 3 === 0 ? signed : (outcomes[pick % outcomes.length] ?? unknown));
  }
  const how = {
    'sign-again': { by: 'sign-again', reason: 'Tidak ada di ESC' },
    'give-up': { by: 'given-up', reason: 'Tidak jadi' },
    found: { by: 'found-signed', ...version(step + 100) },
  } as const;
  if (what in how) {
    const settlement = how[what as keyof typeof how];
    desk.give({ command: 'reconcile-signing', signingId, how: settlement });
  }
}

/** Between two beginnings stands an end that everybody knows, or a person's decision. */
function expectOneAtATime(events: readonly RequestEvent[]): void {
  let open: string | null = null;
  for (const event of events) {
    if (event.type === 'signing-begun') {
      expect(open, 'one is on its way or unknown').toBeNull();
      open = event.signingId;
    }
    if (event.type === 'signing-ended' && event.outcome.kind !== 'unknown') open = null;
    if (event.type === 'signing-reconciled') open = null;
  }
}
