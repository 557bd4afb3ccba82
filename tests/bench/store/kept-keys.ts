import type { Host } from '../../../src/contract';

/**
 * A vault that is open and near: keys come from memory, made from the subject's name, so that
 * what is measured is sealing itself and not the way to the shell.
 */
export function keptKeys(): Pick<Host['vault'], 'subjectKeys' | 'tokenKey'> {
  const keyOf = async (name: string) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name)));
  return {
    subjectKeys: async ({ subjects }) => ({
      ok: true,
      value: { keys: await Promise.all(subjects.map(keyOf)) },
    }),
    tokenKey: async () => ({ ok: true, value: { key: await keyOf('tokens') } }),
  };
}
