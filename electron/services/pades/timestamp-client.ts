import { createHash, randomBytes } from 'node:crypto';
import { fail, succeed, type Result } from '../../../src/contract/result';
import {
  checkTimestamp,
  readTimestampAnswer,
  timestampRequest,
} from '../../../src/domain/signatures/timestamp';
import { nodePkiCrypto } from '../pki/node-crypto';
import type { PublicLine } from '../pki/public-line';

/** Larger than any token with its chain. */
const LARGEST_ANSWER = 256 * 1024;

/**
 * Asks an authority for a timestamp over a signature (RFC 3161 over HTTP) and checks it at once:
 * its imprint, its nonce, its own signature. A failure is a code.
 */
export async function askTimestamp(
  line: PublicLine,
  authority: { readonly url: string; readonly allowPrivate: boolean },
  signature: Uint8Array,
): Promise<Result<Uint8Array, string>> {
  const digest = createHash('sha256').update(signature).digest();
  const nonce = randomBytes(8);
  const exchange = await line({
    url: authority.url,
    method: 'POST',
    body: timestampRequest('sha256', digest, nonce),
    contentType: 'application/timestamp-query',
    accept: 'application/timestamp-reply',
    maxAnswerBytes: LARGEST_ANSWER,
    allowPrivate: authority.allowPrivate,
  });
  if (exchange.kind !== 'answer') {
    return fail(exchange.kind === 'no-token' ? exchange.kind : exchange.detail);
  }
  const { status, body } = exchange.answer;
  if (status !== 200) return fail(`http-${String(status)}`);
  const token = readTimestampAnswer(body, { digest, nonce });
  if (!token.ok) return token;
  const stamp = checkTimestamp(token.value, [signature], [], nodePkiCrypto);
  if (stamp === null) return fail('malformed');
  if (stamp.check.kind !== 'intact') return fail('token-not-intact');
  if (!stamp.mayStamp) return fail('not-a-timestamp-certificate');
  return stamp.covers ? succeed(token.value) : fail('other-imprint');
}
