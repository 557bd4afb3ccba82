import { expect, test, vi } from 'vitest';
import { succeed } from '../../src/contract/result';
import type { Services } from '../../src/contract/index';
import type { LogEntry } from '../../electron/log';
import { createServeVerb } from '../../electron/serve-verb';

const allowed = { allowed: true } as const;

/** Only the service under test is ever called; the wrapper takes the whole table. */
function serving(shell: Services['shell']) {
  const logged: LogEntry[] = [];
  const serve = createServeVerb({ shell } as Services, (entry) => void logged.push(entry));
  return { serve, logged };
}

const info = { kind: 'browser', version: '1', platform: 'linux', freeBytes: null } as const;

test('a refused caller reaches no service', async () => {
  const run = vi.fn(() => Promise.resolve(succeed(info)));
  const { serve, logged } = serving({ info: run });
  const caller = { allowed: false, reason: 'origin' } as const;
  const answer = await serve({ caller, service: 'shell', verb: 'info', input: {} });
  expect(answer).toMatchObject({ ok: false, error: { kind: 'caller-refused' } });
  expect(run).not.toHaveBeenCalled();
  expect(logged).toEqual([{ event: 'caller-refused', reason: 'origin' }]);
});

test.each([
  ['shell', 'nothing'],
  ['nothing', 'info'],
  ['shell', 'toString'],
  ['constructor', 'name'],
  ['__proto__', 'valueOf'],
])('%s.%s is no verb', async (service, verb) => {
  const { serve } = serving({ info: () => Promise.resolve(succeed(info)) });
  const answer = await serve({ caller: allowed, service, verb, input: {} });
  expect(answer).toMatchObject({
    ok: false,
    error: { kind: 'input-refused', detail: 'unknown-verb' },
  });
});

test('an exception becomes internal, its words, which may name a person, stay out', async () => {
  const { serve, logged } = serving({ info: () => Promise.reject(new TypeError('Contoh Satu')) });
  const answer = await serve({ caller: allowed, service: 'shell', verb: 'info', input: {} });
  expect(answer).toMatchObject({ ok: false, error: { kind: 'internal' } });
  expect(JSON.stringify([answer, logged])).not.toContain('Contoh');
});

test('an output that does not fit its schema does not cross', async () => {
  const wrong = { ...info, freeBytes: 'Contoh' } as unknown as typeof info;
  const { serve, logged } = serving({ info: () => Promise.resolve(succeed(wrong)) });
  const answer = await serve({ caller: allowed, service: 'shell', verb: 'info', input: {} });
  expect(answer).toMatchObject({ ok: false, error: { kind: 'internal' } });
  expect(JSON.stringify([answer, logged])).not.toContain('Contoh');
});

test('what the schema does not name is cut off on the way out', async () => {
  const more = { ...info, secret: 'rahasia' };
  const { serve } = serving({ info: () => Promise.resolve(succeed(more)) });
  const answer = await serve({ caller: allowed, service: 'shell', verb: 'info', input: {} });
  expect(answer).toEqual({ ok: true, value: info });
});
