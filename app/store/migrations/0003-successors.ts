import type { Kysely } from 'kysely';

/** Names that change: what took the place of a branch, and as what a run was started. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('successors')
    .addColumn('repository_id', 'text', (column) => column.notNull())
    .addColumn('branch', 'text', (column) => column.notNull())
    .addColumn('successor', 'text', (column) => column.notNull())
    .addColumn('is_rename', 'boolean', (column) => column.notNull())
    .addColumn('since', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('successors_key', ['repository_id', 'branch', 'successor', 'is_rename'])
    .execute();
  await db.schema.alterTable('dispatches').addColumn('repo', 'text').addColumn('ref', 'text').execute();
}
