import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrate } from './migrate.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

export interface PostgresOptions {
  /** Connections of this process; the job queue has some of its own. */
  maxConnections?: number;
  /** Told of a connection that broke while nobody used it; the pool opens a new one. */
  onIdleError: (error: Error) => void;
}

/**
 * Opens a PostgreSQL database and brings its tables up to date.
 * @param url `postgres://…`; a secret
 */
export async function openPostgres(
  url: string,
  { maxConnections = 10, onIdleError }: PostgresOptions,
): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 5_000,
    // A statement that waits longer than this is an outage: an answer of 503 is better than none.
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'zenpulse',
  });
  pool.on('error', onIdleError);
  // A connection that breaks in use fails its query, which is enough; but an event nobody listens to ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, engine: { kind: 'postgres', url }, close: () => db.destroy() };
}
