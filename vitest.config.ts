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
    // Processes, not threads: the embedded database takes hundreds of megabytes, and to start git from a process that
    // holds gigabytes takes longer than what git then does.
    pool: 'forks',
    // Many tests wait for processes of their own: one worker fewer than cores would leave these idle.
    maxWorkers: Math.max(2, availableParallelism()),
    // Tests of the command line start processes of their own: more at once would only wait for each other, against the
    // clock of each test.
    maxConcurrency: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: reports
      ? ['default', ['json', { outputFile: path.join(reports, `vitest-${process.pid}.json`) }]]
      : ['default'],
  },
});
