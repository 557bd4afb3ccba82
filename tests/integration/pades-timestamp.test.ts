import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { FictitiousCa } from '../helpers/pki/fictitious-ca';
import { paper } from '../helpers/pki/papers';
import {
  startResponder,
  timestampAuthority,
  type Answering,
  type Responder,
} from '../helpers/pki/responders';
import { certificateOf, reportsOf, SigningDesk } from '../helpers/pki/signing-desk';

let ca: FictitiousCa;
let desk: SigningDesk;
let keyFile: Uint8Array<ArrayBuffer>;
let authority: ReturnType<typeof timestampAuthority>;
let responder: Responder;
let answer: Answering;

const stamped: Answering = (query) => ({
  type: 'application/timestamp-reply',
  body: authority.reply(query),
});

beforeAll(() => {
  ca = new FictitiousCa();
  desk = new SigningDesk();
  keyFile = ca.keyFile(ca.issue({ name: 'Contoh Satu', keyKind: 'p256' }));
  authority = timestampAuthority(ca);
});
beforeEach(async () => {
  answer = stamped;
  responder = await startResponder((body, request) => answer(body, request));
});
afterEach(() => responder.stop());
afterAll(() => {
  ca.remove();
  desk.remove();
});

function timestamp(changes: { isRequired?: boolean; allowPrivate?: boolean } = {}) {
  return { url: responder.url, isRequired: false, allowPrivate: true, ...changes };
}

test('with an authority at hand it becomes B-T, and pdfsig still calls it valid', async () => {
  const outcome = await desk.signed(await paper(), keyFile, { timestamp: timestamp() });
  expect(outcome).toMatchObject({ level: 'B-T', timestampFailure: null });
  expect(desk.pdfsig(outcome.bytes)).toContain('Signature is Valid');
  expect(reportsOf(outcome.bytes)).toMatchObject([
    {
      integrity: { state: 'ok' },
      timestamp: {
        integrity: { state: 'ok' },
        authority: 'TSA Contoh',
        trust: { state: 'unknown' },
      },
    },
  ]);
});

test('under a trusted root the timestamp is trusted, and its moment is the one that counts', async () => {
  const { bytes } = await desk.signed(await paper(), keyFile, { timestamp: timestamp() });
  const anchors = [certificateOf(ca.der(ca.root))];
  const [report] = reportsOf(bytes, { anchors });
  expect(report?.timestamp).toMatchObject({
    integrity: { state: 'ok' },
    trust: { state: 'trusted' },
  });
  // Ten years on the certificate has ended; it had not when it was stamped.
  const later = reportsOf(bytes, { anchors, now: Date.now() + 10 * 365 * 86_400_000 });
  expect(later[0]?.trust).toEqual({ state: 'unknown', reasons: ['revocation-unknown'] });
});

const troubles: readonly (readonly [string, () => Answering, RegExp])[] = [
  [
    'an error of the server',
    () => () => ({ status: 500, type: 'text/plain', body: Buffer.from('x') }),
    /^http-500$/,
  ],
  ['a page', () => () => ({ type: 'text/html', body: Buffer.from('<html>') }), /^malformed$/],
  [
    'a redirect',
    () => () => ({
      status: 302,
      type: 'text/plain',
      body: Buffer.alloc(0),
      location: 'http://127.0.0.1:9/',
    }),
    /^http-302$/,
  ],
  [
    'a refusal',
    () => () => ({
      type: 'application/timestamp-reply',
      body: Buffer.from('30053003020102', 'hex'),
    }),
    /^refused$/,
  ],
  [
    'the answer to somebody else',
    () => {
      let earlier: Buffer | undefined;
      return (query) => {
        earlier ??= authority.reply(Buffer.from(query));
        return { type: 'application/timestamp-reply', body: earlier };
      };
    },
    /^other-(?:imprint|nonce)$/,
  ],
  [
    'a token altered on the way',
    () => (query) => {
      const body = authority.reply(query);
      body[body.length - 5] = (body.at(-5) ?? 0) ^ 1;
      return { type: 'application/timestamp-reply', body };
    },
    /^(?:token-not-intact|malformed)$/,
  ],
];
test.each(troubles)(
  '%s leaves a B-B signature and a named failure',
  async (what, make, failure) => {
    answer = make();
    if (what.startsWith('the answer')) {
      await desk.signed(await paper(), keyFile, { timestamp: timestamp() });
    }
    const outcome = await desk.signed(await paper({ pages: 2 }), keyFile, {
      timestamp: timestamp(),
    });
    expect(outcome.level).toBe('B-B');
    expect(outcome.timestampFailure).toMatch(failure);
    expect(reportsOf(outcome.bytes)).toMatchObject([
      { integrity: { state: 'ok' }, timestamp: null },
    ]);
  },
);

test('where a timestamp is required, nothing is signed without one', async () => {
  answer = () => ({ status: 503, type: 'text/plain', body: Buffer.alloc(0) });
  const outcome = await desk.sign(await paper(), keyFile, {
    timestamp: timestamp({ isRequired: true }),
  });
  expect(outcome).toEqual({ outcome: 'timestamp-failed', detail: 'http-503' });
});

test('an authority inside the network is asked only where the office allows it', async () => {
  const outcome = await desk.signed(await paper(), keyFile, {
    timestamp: timestamp({ allowPrivate: false }),
  });
  expect(outcome.level).toBe('B-B');
  expect(outcome.timestampFailure).not.toBeNull();
  expect(responder.requests).toEqual([]);
});
