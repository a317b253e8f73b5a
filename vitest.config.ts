import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/{unit,property,contract,component}/**/*.test.{ts,tsx}'],
    reporters: ['default', './tests/support/ci-reporter.ts'],
  },
});
