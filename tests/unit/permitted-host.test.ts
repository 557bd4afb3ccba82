import { describe, expect, test } from 'vitest';
import { DEEDS, permittedHost } from '../../src/app/permitted-host';
import { contract, type Host } from '../../src/contract';

/** A host whose every verb answers its own name. */
function echoHost(): Host {
  const services = Object.entries(contract).map(([service, verbs]) => [
    service,
    Object.fromEntries(
      Object.keys(verbs).map((verb) => [
        verb,
        () => Promise.resolve({ ok: true, value: `${service}.${verb}` }),
      ]),
    ),
  ]);
  return Object.fromEntries(services) as Host;
}

type Asked = (input: object) => Promise<{ readonly ok: boolean; readonly error?: object }>;
const verbsOf = (host: Host) =>
  Object.entries(host).flatMap(([service, verbs]) =>
    Object.entries(verbs as Record<string, Asked>).map(([verb, ask]) => ({ service, verb, ask })),
  );
const needs = (service: string, verb: string) =>
  (DEEDS as Readonly<Record<string, Readonly<Record<string, string>>>>)[service]?.[verb];

describe('the shell’s deeds by the permission table', () => {
  test('whoever may nothing is refused each of them, by the name of the action', async () => {
    const host = permittedHost(echoHost(), () => false);
    for (const { service, verb, ask } of verbsOf(host)) {
      const action = needs(service, verb);
      const answer = await ask({});
      if (action === undefined) expect(answer.ok, `${service}.${verb}`).toBe(true);
      else expect(answer.error).toEqual({ kind: 'not-permitted', detail: action });
    }
  });

  test('whoever may one action is let through to its verbs alone', async () => {
    const host = permittedHost(echoHost(), (action) => action === 'manage-backup');
    expect(await host.backup.rehearse({})).toMatchObject({ ok: true });
    expect(await host.vault.rotate({})).toMatchObject({ ok: false });
  });
});
