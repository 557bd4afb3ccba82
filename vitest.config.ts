import { defineConfig } from 'vitest/config';

/**
 * Two projects: `unit` (pure code and fake IndexedDB) and `integration` (real files, real
 * HTTP, child processes, an installed Chromium). Each integration file has folders, ports and
 * browsers of its own; two at a time share a machine of two cores well.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 60_000 },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
