import { defineConfig } from 'vitest/config';

/**
 * Two projects: `unit` (pure code and fake IndexedDB) and `integration` (real files, real
 * HTTP, child processes, an installed Chromium). Integration files run one after another:
 * several start browsers, and other tests run beside them (.scripts/test.mjs).
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
          fileParallelism: false,
        },
      },
    ],
  },
});
