import { ESLint } from 'eslint';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** An import through a wrong door, and what lint has to say of it. */
const WRONG_DOORS: readonly (readonly [room: string, code: string, words: RegExp])[] = [
  [
    'src/domain',
    "import { openStore } from '../store/open-store';\nvoid openStore;",
    /domain may import only from/,
  ],
  ['src/domain', "import { useState } from 'react';\nvoid useState;", /The domain knows no React/],
  ['src/domain', 'export const now = Date.now();', /Time comes in as an argument/],
  [
    'src/ui',
    "import { openStore } from '../store/open-store';\nvoid openStore;",
    /ui may import only from/,
  ],
  ['src/features', "import Dexie from 'dexie';\nvoid Dexie;", /one door to IndexedDB/],
  [
    'src/sync',
    "import { readFileSync } from 'node:fs';\nvoid readFileSync;",
    /one door to the operating system/,
  ],
  [
    'electron',
    "import { openStore } from '../src/store/open-store';\nvoid openStore;",
    /shell may import only from/,
  ],
  [
    'src/features',
    "import { createFileLog } from '../../../electron/log';\nvoid createFileLog;",
    /features may import only from/,
  ],
  [
    'src/ui',
    "import { request } from 'undici';\nvoid request;",
    /one door to the operating system/,
  ],
  ['electron', "import { useState } from 'react';\nexport default useState;", /default/],
  ['src/features', 'export default 1;', /default/],
];

// The parser would else read the tree once (as it does where CI is set) and not know the probes.
process.env['TSESTREE_SINGLE_RUN'] = 'false';

/** A file of each room; its text is replaced for lint alone, nothing is written. */
const FILE_OF: Readonly<Record<string, string>> = {
  'src/domain': 'src/domain/assert-never.ts',
  'src/ui': 'src/ui/class-names.ts',
  'src/features': 'src/features/sign-in/last-staff.ts',
  'src/sync': 'src/sync/alarm.ts',
  electron: 'electron/log.ts',
};
const lint = new ESLint();

test('lint has nothing against these files as they are: the refusals come from the imports', async () => {
  const results = await lint.lintFiles(Object.values(FILE_OF));
  expect(results.map(({ messages }) => messages)).toEqual(Object.values(FILE_OF).map(() => []));
});

test.each(WRONG_DOORS)('%s: %s is refused by lint, in words', async (room, code, words) => {
  const [result] = await lint.lintText(`${code}\n`, { filePath: FILE_OF[room] ?? '' });
  const said = (result?.messages ?? []).map(({ message }) => message).join('\n');
  expect(said).toMatch(words);
});

test('no file of the product has a default export', () => {
  const sources = ['src', 'electron'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
      .map((name) => join(room, name)),
  );
  expect(sources.length).toBeGreaterThan(100);
  const offending = sources.filter((path) =>
    /^export (?:default\b|\{[^}]*\bas default\b)/mu.test(readFileSync(path, 'utf8')),
  );
  expect(offending).toEqual([]);
});
