import { z } from 'zod';
import { contract, type Services } from '../src/contract/index';
import { fail, succeed, type Result } from '../src/contract/result';
import type { Verb } from '../src/contract/verb';
import type { Log } from './log';
import { errorCode } from './services/disk';

/** What the shell found out about who asks; `reason` is a code for the log, never a person. */
export type CallerCheck =
  { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

export interface VerbRequest {
  readonly caller: CallerCheck;
  readonly service: string;
  readonly verb: string;
  readonly input: unknown;
}

export type ServeVerb = (request: VerbRequest) => Promise<Result<unknown>>;

type PlainVerb = (input: unknown) => Promise<Result<unknown>>;

/**
 * The one way from a page to a service, for both shells: the caller is checked, the verb is
 * looked up in the contract, input and output are parsed, and whatever goes wrong becomes one
 * of the closed errors. Refusals are logged by codes; what was sent never is.
 */
export function createServeVerb(services: Services, log: Log): ServeVerb {
  return async ({ caller, service, verb, input }) => {
    if (!caller.allowed) {
      log({ event: 'caller-refused', reason: caller.reason });
      return fail({ kind: 'caller-refused', detail: caller.reason });
    }
    const found = findVerb(services, service, verb);
    if (found === undefined) {
      log({ event: 'unknown-verb' });
      return fail({ kind: 'input-refused', detail: 'unknown-verb' });
    }
    const name = `${service}.${verb}`;
    const parsed = found.verb.input.safeParse(input);
    if (!parsed.success) {
      const detail = `${name}: ${codesOf(parsed.error)}`;
      log({ event: 'input-refused', detail });
      return fail({ kind: 'input-refused', detail });
    }
    const answer = await run(found.run, name, parsed.data, log);
    if (!answer.ok) {
      log({ event: 'verb-failed', verb: name, kind: answer.error.kind });
      return answer;
    }
    const output = found.verb.output.safeParse(answer.value);
    if (output.success) return succeed(output.data);
    const detail = `${name}: output ${codesOf(output.error)}`;
    log({ event: 'output-refused', detail });
    return fail({ kind: 'internal', detail });
  };
}

async function run(
  verb: PlainVerb,
  name: string,
  input: unknown,
  log: Log,
): Promise<Result<unknown>> {
  try {
    return await verb(input);
  } catch (error) {
    // The message of an exception may quote what was being worked on; its code does not.
    log({ event: 'verb-threw', verb: name, code: errorCode(error) });
    return fail({ kind: 'internal', detail: `${name}: ${errorCode(error)}` });
  }
}

/** By own names only: `constructor` and its like are no verbs. */
function findVerb(
  services: Services,
  service: string,
  verb: string,
): { readonly verb: Verb; readonly run: PlainVerb } | undefined {
  const schemas: Readonly<Record<string, Readonly<Record<string, Verb>>>> = contract;
  // The input is parsed by the verb's own schema before it gets there.
  const functions = services as unknown as Readonly<
    Record<string, Readonly<Record<string, PlainVerb>>>
  >;
  if (!Object.hasOwn(schemas, service) || !Object.hasOwn(schemas[service] ?? {}, verb)) {
    return undefined;
  }
  const schema = schemas[service]?.[verb];
  const run = functions[service]?.[verb];
  return schema && run ? { verb: schema, run } : undefined;
}

/** Where the input does not fit and how, without the values. */
function codesOf(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map(({ path, code }) => `${path.map(String).join('.')}:${code}`)
    .join(' ');
}
