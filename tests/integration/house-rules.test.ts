import { ESLint } from 'eslint';
import { rmSync, writeFileSync } from 'node:fs';
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
  ['src/features', 'export default 1;', /default/],
];

// The parser would else read the tree once (as it does where CI is set) and not know the probes.
process.env['TSESTREE_SINGLE_RUN'] = 'false';

test.each(WRONG_DOORS)('%s: %s is refused by lint, in words', async (room, code, words) => {
  // A real file: type-aware rules and import resolution want one. The name is swept up below.
  const path = `${room}/house-rules-probe.ts`;
  writeFileSync(path, `${code}\n`);
  try {
    const [result] = await new ESLint().lintFiles([path]);
    const said = (result?.messages ?? []).map(({ message }) => message).join('\n');
    expect(said).toMatch(words);
  } finally {
    rmSync(path);
  }
});
