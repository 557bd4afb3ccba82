/**
 * `npm test`: everything a change must pass, in one run. Finds or installs the browser and
 * the PDF tools the tests need, builds the application, then runs typecheck, lint and unit
 * tests, beside them the integration tests (which wait for disks and browsers half of their
 * time), and then the end-to-end tests. Ends with each failure by its name and first words, and
 * with `N passed, N failed, N skipped`.
 */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { ensureChromium, ensurePopplerUtils, ensureQpdf, ensureSane } from './ensure-system.mjs';
import { playwrightFailures, vitestFailures } from './test-failures.mjs';

const OUT = 'out/test';
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

/** npm and npx are scripts on Windows, which only a shell starts; their arguments are fixed. */
function needsShell(command) {
  return process.platform === 'win32' && (command === 'npm' || command === 'npx');
}

function run(title, command, args, env = {}) {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: needsShell(command),
  });
  return ended(title, status, started);
}

function ended(title, status, started) {
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`== ${title}: ${status === 0 ? 'ok' : 'FAILED'} in ${seconds} s`);
  return status === 0;
}

/** A check without tests of its own counts as one. */
function check(title, command, args) {
  if (run(title, command, args)) total.passed += 1;
  else fail(title);
}

/** Counts a failure that no report of tests tells of. */
function fail(title) {
  total.failed += 1;
  failures.push(`${title}: FAILED, see its part above`);
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(`${OUT}/${file}`, 'utf8'));
  } catch {
    return null;
  }
}

function vitestArguments(project) {
  const report = `--outputFile.json=${OUT}/${project}.json`;
  return ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', report];
}

function countVitest(project, ok) {
  const report = readReport(`${project}.json`);
  total.passed += report?.numPassedTests ?? 0;
  total.failed += report?.numFailedTests ?? 0;
  total.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  // A suite that could not even load has no failed test of its own.
  if (!ok && !(report?.numFailedTests > 0)) fail(`${project} tests`);
  failures.push(...vitestFailures(report));
}

/** Begins the tests of a project; the answer waits for their end and then prints what they said. */
function beside(project) {
  const started = Date.now();
  const log = `${OUT}/${project}.log`;
  const file = openSync(log, 'w');
  const child = spawn('npx', vitestArguments(project), {
    stdio: ['ignore', file, file],
    shell: needsShell('npx'),
  });
  const exit = once(child, 'exit');
  return async () => {
    const [status] = await exit;
    closeSync(file);
    console.log(`\n== ${project} tests\n${readFileSync(log, 'utf8')}`);
    countVitest(project, ended(`${project} tests`, status, started));
  };
}

function playwright() {
  const ok = run('end-to-end tests', 'npx', ['playwright', 'test'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: `${OUT}/e2e.json`,
  });
  const report = readReport('e2e.json');
  const stats = report?.stats;
  total.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  total.failed += stats?.unexpected ?? 0;
  total.skipped += stats?.skipped ?? 0;
  if (!ok && !(stats?.unexpected > 0)) fail('end-to-end tests');
  failures.push(...playwrightFailures(report));
}

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
await ensureChromium();
await ensurePopplerUtils();
await ensureQpdf();
await ensureSane();
check('build', process.execPath, ['.scripts/build.mjs', '--force']);
const integrated = beside('integration');
check('typecheck', process.execPath, ['.scripts/typecheck.mjs']);
check('lint', 'npm', ['run', '--silent', 'lint']);
countVitest('unit', run('unit tests', 'npx', vitestArguments('unit')));
await integrated();
playwright();
if (failures.length > 0) console.log(`\n== what failed\n${failures.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
