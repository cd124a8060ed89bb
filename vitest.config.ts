import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/{unit,integration,faults}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    // Property tests try thousands of cases; a busy machine is no fault.
    testTimeout: 60_000,
    restoreMocks: true,
  },
});
