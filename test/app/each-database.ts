import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, inject, onTestFinished } from 'vitest';
import type { AppChildOptions } from './app-child-api.ts';
import { freshPostgres } from './kit/store-for-test.ts';

/** A folder that is gone after the test. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zenpulse-data-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The same tests for processes on an embedded database in a folder, and on a PostgreSQL server. */
export function describeEachDatabase(
  name: string,
  define: (database: () => Promise<AppChildOptions['database']>) => void,
): void {
  describe(`${name}, on the embedded database`, () => {
    define(async () => ({ folder: await dataFolder() }));
  });

  const postgresUrl = inject('postgresUrl');
  const missing = postgresUrl === '' ? `: SKIPPED, ${inject('postgresMissing')}` : '';
  describe.skipIf(missing !== '')(`${name}, on PostgreSQL${missing}`, () => {
    define(async () => {
      const { url, drop } = await freshPostgres(postgresUrl);
      onTestFinished(drop);
      return { url };
    });
  });
}
