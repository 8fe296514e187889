import { Migrator } from 'kysely/migration';
import { allMigrations } from './migrations/all-migrations.ts';
import type { Db } from './store.ts';

/** Brings the tables up to date; several processes may do so at once, one of them does it. @throws what a migration threw */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => allMigrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error('a migration failed', { cause: error });
}
