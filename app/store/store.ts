import type { PGlite } from '@electric-sql/pglite';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** The database, or a transaction in it. */
export type Db = Kysely<Tables>;
export type Trx = Transaction<Tables>;

/** An open database with all migrations done. */
export interface Store {
  db: Db;
  /** Which engine it is; the job queue has to know. */
  engine: StoreEngine;
  close(): Promise<void>;
}

export type StoreEngine = { kind: 'postgres'; url: string } | { kind: 'pglite'; pglite: PGlite };
