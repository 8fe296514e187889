import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

// `.ci/run` names a folder; every test run leaves its own report there, and the folder is summed up at the end.
const reports = process.env['ZENPULSE_TEST_REPORTS'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // They need programs that are not part of the project: npm run test:integration.
    exclude: ['test/integration/**', 'node_modules/**'],
    globalSetup: ['test/setup/postgres.ts'],
    setupFiles: ['test/setup/no-network.ts'],
    // On two cores 15% faster than forks.
    pool: 'threads',
    // Many tests wait for processes of their own: one worker a core would leave the cores idle.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: reports
      ? ['default', ['json', { outputFile: path.join(reports, `vitest-${process.pid}.json`) }]]
      : ['default'],
  },
});
