/** Checks every kind of code with the globals of its kind: a wrong one does not compile. */
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const kinds = ['src/domain', 'src/documents', 'src', 'electron', 'tests'];
let failed = 0;
for (const kind of kinds) {
  const config = `${kind}/tsconfig.json`;
  if (!existsSync(config)) continue;
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', config],
    {
      stdio: 'inherit',
    },
  );
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${config}`);
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
