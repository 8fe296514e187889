import { defineConfig } from 'vitest/config';
import unit from './vitest.config.ts';

// Against real programs, which may have to be built first.
export default defineConfig({
  test: {
    ...unit.test,
    include: ['test/integration/**/*.test.ts'],
    exclude: ['node_modules/**'],
    testTimeout: 60_000,
  },
});
