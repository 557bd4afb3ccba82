import { defineConfig } from '@playwright/test';

/**
 * One suite, two shells. `browser` runs everywhere with an installed Chromium; `electron`
 * runs where Electron's binary is present and is reported as skipped where it is not.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test/e2e',
  // Each test starts its own program and browser on a port and folder of its own. One alone
  // leaves a core idle most of the time (measured: 0.6 of one core); two share a test machine well.
  workers: 2,
  fullyParallel: true,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'out/test/e2e.json' }]],
  use: { trace: 'off', screenshot: 'only-on-failure' },
  projects: [
    { name: 'browser', metadata: { shell: 'browser' } },
    { name: 'electron', metadata: { shell: 'electron' } },
  ],
});
