import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest';
import { embeddedStore } from '../../../app/store/open-embedded.ts';
import { openPostgres } from '../../../app/store/open-postgres.ts';
import type { Db, Store } from '../../../app/store/store.ts';

const tables = [
  'deliveries',
  'repositories',
  'merges',
  'streams',
  'messages',
  'ledger',
  'dispatches',
  'callbacks',
  'posts',
  'credentials',
  'tags',
  'successors',
  'cursors',
] as const;

/** Empties every table. */
export const emptyTables = (db: Db) => sql.raw(`truncate table ${tables.join(', ')}`).execute(db);

/** A database of its own on the test server; dropped with `drop`. */
export async function freshPostgres(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `zenpulse_${randomUUID().replaceAll('-', '')}`;
  const execute = async (statement: string) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await execute(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(`drop database ${name} with (force)`) };
}

/**
 * The same tests on the embedded database and on a PostgreSQL server. Each gets a function for the store, which is
 * empty at the start of every test. Without a server the second half is skipped and says why in its name.
 */
export function describeEachStore(name: string, define: (store: () => Store) => void): void {
  const postgresUrl = inject('postgresUrl');
  let store: Store;
  const given = () => store;

  describe(`${name}, on the embedded database`, () => {
    beforeAll(async () => {
      store = await embeddedStore(await PGlite.create());
    });
    beforeEach(() => emptyTables(store.db));
    afterAll(() => store.close());
    define(given);
  });

  const missing = postgresUrl === '' ? `: SKIPPED, ${inject('postgresMissing')}` : '';
  describe.skipIf(missing !== '')(`${name}, on PostgreSQL${missing}`, () => {
    let drop: () => Promise<void>;
    beforeAll(async () => {
      const database = await freshPostgres(postgresUrl);
      drop = database.drop;
      store = await openPostgres(database.url, { onIdleError: () => undefined });
    });
    beforeEach(() => emptyTables(store.db));
    afterAll(async () => {
      await store.close();
      await drop();
    });
    define(given);
  });
}
