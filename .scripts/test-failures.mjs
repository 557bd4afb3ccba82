/**
 * What failed, out of the reports of vitest and Playwright: one text per failed test, with its
 * file, its name and the first lines of what went wrong, for the end of a long run.
 */
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const LINES = 12;

function text(file, name, message) {
  const lines = stripVTControlCharacters(message ?? '').split('\n');
  return [`- ${file} › ${name}`, ...lines.slice(0, LINES).map((line) => `    ${line}`)].join('\n');
}

/** The failed tests and files of vitest's JSON report; none for a report that is not there. */
export function vitestFailures(report) {
  return (report?.testResults ?? []).flatMap((suite) => {
    const file = relative(process.cwd(), suite.name);
    const failed = suite.assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && suite.status === 'failed') {
      return [text(file, 'the file itself', suite.message)];
    }
    return failed.map((test) => text(file, test.fullName, test.failureMessages[0]));
  });
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

/** The failed tests of Playwright's JSON report, and the errors of the run itself. */
export function playwrightFailures(report) {
  const specs = (report?.suites ?? []).flatMap(specsOf).filter(({ ok }) => !ok);
  const tests = specs.map((spec) => {
    const errors = spec.tests.flatMap(({ results }) => results.flatMap(({ errors: all }) => all));
    return text(`tests/e2e/${spec.file}`, spec.title, errors[0]?.message);
  });
  return [
    ...(report?.errors ?? []).map(({ message }) => text('playwright', 'run', message)),
    ...tests,
  ];
}
