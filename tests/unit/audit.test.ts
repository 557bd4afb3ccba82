import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadTool } from '../helpers/developer-tool';

interface Allowance {
  readonly advisory: string;
  readonly package: string;
  readonly reason: string;
  readonly until: string;
}
type Verdict =
  | { readonly state: 'unreachable' }
  | ({ readonly state: 'judged' } & Readonly<
      Record<'found' | 'excused' | 'expired' | 'idle', readonly unknown[]>
    >);
interface AuditTools {
  readonly judgeAudit: (report: unknown, allowed: readonly Allowance[], today: string) => Verdict;
}
const { judgeAudit } = await loadTool<AuditTools>('audit.mjs');

const advisory = (id: string, severity: string) => ({
  source: 1,
  name: 'contoh',
  title: 'Contoh',
  url: `https://github.com/advisories/${id}`,
  severity,
});
/** As `npm audit --json` prints it: `lain` is hit only through `contoh`. */
const report = {
  auditReportVersion: 2,
  vulnerabilities: {
    contoh: { via: [advisory('GHSA-aaaa', 'high'), advisory('GHSA-bbbb', 'moderate')] },
    lain: { via: ['contoh'] },
  },
};
const allowance = {
  advisory: 'GHSA-aaaa',
  package: 'contoh',
  reason: 'not reached',
  until: '2026-12-31',
};

test('an advisory of level high is found once, a moderate one is not', () => {
  expect(judgeAudit(report, [], '2026-12-01')).toMatchObject({
    state: 'judged',
    found: [{ advisory: 'GHSA-aaaa', package: 'contoh', severity: 'high' }],
  });
});

test('an allowance excuses its own advisory until its last day, and no longer', () => {
  const on = (day: string) => judgeAudit(report, [allowance], day);
  expect(on('2026-12-31')).toMatchObject({ found: [], excused: [{}], expired: [] });
  expect(on('2027-01-01')).toMatchObject({ found: [{}], excused: [], expired: [allowance] });
  const other = { ...allowance, package: 'lain' };
  expect(judgeAudit(report, [other], '2026-12-01')).toMatchObject({ found: [{}], idle: [other] });
});

test('no report is not a good report', () => {
  for (const nothing of [null, {}, { error: { code: 'ENOTFOUND' } }, { auditReportVersion: 1 }]) {
    expect(judgeAudit(nothing, [], '2026-12-01')).toEqual({ state: 'unreachable' });
  }
});

test('every allowance says which advisory, why, and until when', () => {
  const { allowed } = JSON.parse(readFileSync('.scripts/audit-allowed.json', 'utf8')) as {
    allowed: readonly Allowance[];
  };
  for (const entry of allowed) {
    expect(entry.advisory).toMatch(/^GHSA(-[0-9a-z]{4}){3}$/);
    expect(entry.package).not.toBe('');
    expect(entry.reason.length).toBeGreaterThan(20);
    expect(entry.until).toMatch(/^\d{4}-\d\d-\d\d$/);
  }
});
