/**
 * `npm run audit`: asks the registry whether packages that reach the user have known
 * vulnerabilities of level high or critical. Ends with 0 when there are none but those allowed
 * in `.scripts/audit-allowed.json`, with 1 when there are, with 2 when the registry did not
 * answer. Not part of `npm test`, which needs no network.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const counted = ['high', 'critical'];

/**
 * What an audit report (`npm audit --json`, version 2) comes to.
 * @param {unknown} report as npm printed it
 * @param {readonly {advisory: string, package: string, reason: string, until: string}[]} allowed
 *   `advisory` is the GHSA id, `until` the last day (YYYY-MM-DD) on which it is allowed
 * @param {string} today YYYY-MM-DD
 * @returns {{state: 'unreachable'} | {state: 'judged', found: object[], excused: object[],
 *   expired: object[], idle: object[]}} `found` are advisories not allowed (any more), `idle` are
 *   allowances that excuse nothing
 */
export function judgeAudit(report, allowed, today) {
  if (report?.auditReportVersion !== 2 || report.vulnerabilities === undefined) {
    return { state: 'unreachable' };
  }
  const advisories = advisoriesOf(report);
  const allowanceOf = (one) =>
    allowed.find((entry) => entry.advisory === one.advisory && entry.package === one.package);
  const isValid = (entry) => entry !== undefined && entry.until >= today;
  return {
    state: 'judged',
    found: advisories.filter((one) => !isValid(allowanceOf(one))),
    excused: advisories.filter((one) => isValid(allowanceOf(one))),
    expired: allowed.filter(({ until }) => until < today),
    idle: allowed.filter((entry) => !advisories.some((one) => allowanceOf(one) === entry)),
  };
}

/** Each counted advisory of each package once; packages hit only through another are left out. */
function advisoriesOf(report) {
  const found = new Map();
  for (const { via } of Object.values(report.vulnerabilities)) {
    for (const one of via) {
      if (typeof one === 'string' || !counted.includes(one.severity)) continue;
      const advisory = String(one.url ?? one.source)
        .split('/')
        .at(-1);
      const { name, severity, title } = one;
      found.set(`${advisory} ${name}`, { advisory, package: name, severity, title });
    }
  }
  return [...found.values()];
}

function askRegistry() {
  const npm = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // npm is a script on Windows, which only a shell starts; the arguments are fixed.
    shell: process.platform === 'win32',
  });
  try {
    return JSON.parse(npm.stdout);
  } catch {
    return null;
  }
}

function main() {
  const list = resolve(import.meta.dirname, 'audit-allowed.json');
  const { allowed } = JSON.parse(readFileSync(list, 'utf8'));
  const verdict = judgeAudit(askRegistry(), allowed, new Date().toISOString().slice(0, 10));
  if (verdict.state === 'unreachable') {
    console.error('The registry gave no audit report; nothing is known either way.');
    return 2;
  }
  const line = (one) => `${one.severity}: ${one.package} ${one.advisory} ${one.title}`;
  for (const one of verdict.excused) console.log(`allowed, ${line(one)}`);
  for (const one of verdict.expired) console.log(`allowance ran out: ${one.advisory}`);
  for (const one of verdict.idle) console.log(`allowance no longer needed: ${one.advisory}`);
  for (const one of verdict.found) console.error(line(one));
  console.log(`${verdict.found.length} of level high or critical in production dependencies`);
  return verdict.found.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(main());
