import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface DemoOptions {
  readonly input: string;
  readonly out: string;
  /** null: the project's own simulator is started. */
  readonly ams: { readonly url: string; readonly token: string } | null;
  /** null: a folder of its own, removed afterwards. */
  readonly keepData: string | null;
  /** Named but not used: certificate checks are not part of the main job yet. */
  readonly esc: string | null;
}

const flags = {
  input: { type: 'string', default: 'resources/examples/walk-ins.json' },
  out: { type: 'string', default: 'out/demo' },
  ams: { type: 'string' },
  'ams-token': { type: 'string', default: '' },
  esc: { type: 'string' },
  'esc-user': { type: 'string' },
  'esc-password': { type: 'string' },
  'keep-data': { type: 'string' },
} as const;

/** Options of `npm run demo` (walk-ins.md); throws with a plain sentence for an unknown one. */
export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({ args: [...args], options: flags, strict: true });
  const keepData = values['keep-data'];
  return {
    input: resolve(values.input),
    out: resolve(values.out),
    ams: values.ams === undefined ? null : { url: values.ams, token: values['ams-token'] },
    keepData: keepData === undefined ? null : resolve(keepData),
    esc: values.esc ?? null,
  };
}
