/**
 * `npm run golden-pages`: makes anew the pictures of pages that tests compare papers with
 * (tests/golden/letters). Look at what changed before it is committed.
 */
import { spawnSync } from 'node:child_process';
import { ensurePopplerUtils } from './ensure-system.mjs';

if ((await ensurePopplerUtils()) === null) process.exit(1);
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--project', 'unit', 'tests/unit/letter-pages.test.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, LOKET_RENEW_GOLDEN: '1' },
    shell: process.platform === 'win32',
  },
);
process.exit(status ?? 1);
