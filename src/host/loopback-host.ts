import { decode, encode } from '@msgpack/msgpack';
import { z } from 'zod';
import { contract, type Host } from '../contract/index';
import { loopbackBodyLimit, loopbackMediaType, loopbackVerbsPath } from '../contract/loopback';
import { fail, serviceErrorSchema, type Result } from '../contract/result';
import type { ServiceContract, Verb } from '../contract/verb';

const resultSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: serviceErrorSchema }),
]);

type Fetch = (path: string, request: RequestInit) => Promise<Response>;

/**
 * The contract over the loopback server: `POST /verbs/<service>/<verb>`, MessagePack both
 * ways, the session's cookie sent by the browser itself. A server that cannot be reached is
 * `shell-gone`; one that does not know this session any more (it was started anew) is
 * `caller-refused`.
 */
export function createLoopbackHost(send: Fetch): Host {
  const tables: Readonly<Record<string, ServiceContract>> = contract;
  const services = Object.entries(tables).map(([service, verbs]) => [
    service,
    Object.fromEntries(
      Object.entries(verbs).map(([name, verb]) => [
        name,
        (input: unknown) => ask(send, `${service}/${name}`, verb, input),
      ]),
    ),
  ]);
  // Built from the contract's own tables, verb by verb: the shape is the contract's.
  return Object.fromEntries(services) as Host;
}

async function ask(
  send: Fetch,
  name: string,
  verb: Verb,
  input: unknown,
): Promise<Result<unknown>> {
  const body = encode(input, { ignoreUndefined: true });
  if (body.length > loopbackBodyLimit) {
    return fail({
      kind: 'input-refused',
      detail: `${name}: body larger than ${loopbackBodyLimit} bytes`,
    });
  }
  try {
    const response = await send(`${loopbackVerbsPath}${name}`, {
      method: 'POST',
      headers: { 'content-type': loopbackMediaType },
      body,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
    });
    if (response.headers.get('content-type') !== loopbackMediaType)
      return foreignAnswer(name, response);
    return readResult(name, verb, decode(await response.arrayBuffer()));
  } catch {
    return fail({ kind: 'shell-gone', detail: name });
  }
}

function foreignAnswer(name: string, response: Response): Result<unknown> {
  const refused = response.status === 401 || response.status === 403;
  const detail = `${name}: HTTP ${response.status}`;
  return fail({ kind: refused ? 'caller-refused' : 'internal', detail });
}

function readResult(name: string, verb: Verb, answer: unknown): Result<unknown> {
  const parsed = resultSchema.safeParse(answer);
  if (!parsed.success) return fail({ kind: 'internal', detail: `${name}: no result` });
  if (!parsed.data.ok) return parsed.data;
  const value = verb.output.safeParse(parsed.data.value);
  return value.success
    ? { ok: true, value: value.data }
    : fail({ kind: 'internal', detail: `${name}: output` });
}
