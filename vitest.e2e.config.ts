import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/build.ts'],
    testTimeout: 60_000,
    hookTimeout: 90_000,
    // one browser at a time: two would share the pointer's focus and the machine's cores
    fileParallelism: false,
    reporters: ['default', './tests/support/ci-reporter.ts'],
  },
});
