import { type Kysely, sql } from 'kysely';

const instant = 'timestamptz';

/** All tables of the App but those of the job queue, which makes its own. */
export async function up(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('deliveries')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('action', 'text')
    .addColumn('repository_id', 'text')
    .addColumn('payload', 'jsonb', (column) => column.notNull())
    .addColumn('received_at', instant, (column) => column.notNull())
    .addColumn('handled_at', instant)
    .addColumn('problem', 'text')
    .execute();
  await db.schema
    .createIndex('deliveries_unhandled')
    .on('deliveries')
    .column('received_at')
    .where(sql.ref('handled_at'), 'is', null)
    .execute();

  await db.schema
    .createTable('repositories')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('installation_id', 'text', (column) => column.notNull())
    .addColumn('full_name', 'text', (column) => column.notNull())
    .addColumn('default_branch', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('problems', 'jsonb', (column) => column.notNull())
    .addColumn('baseline_at', instant, (column) => column.notNull())
    .addColumn('next_slot_at', instant)
    .addColumn('swept_until', instant, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('merges')
    .addColumn('repository_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('base', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('author', 'text')
    .addColumn('labels', 'jsonb', (column) => column.notNull())
    .addColumn('merged_at', instant, (column) => column.notNull())
    .addColumn('changed_at', instant)
    .addColumn('merge_settled_by', 'text')
    .addColumn('schedule_settled_by', 'text')
    .addPrimaryKeyConstraint('merges_key', ['repository_id', 'number'])
    .execute();

  await db.schema
    .createTable('streams')
    .addColumn('repository_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('base', 'text', (column) => column.notNull())
    .addColumn('covered_until', instant, (column) => column.notNull())
    .addColumn('due_at', instant)
    .addColumn('waiting_since', instant)
    .addColumn('active_message_id', 'text')
    .addColumn('batch', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('streams_key', ['repository_id', 'kind', 'base'])
    .execute();
  await db.schema.createIndex('streams_due').on('streams').column('due_at').execute();

  await db.schema
    .createTable('messages')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('business_key', 'text', (column) => column.notNull().unique())
    .addColumn('request_id', 'text', (column) => column.notNull().unique())
    .addColumn('repository_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('base', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('inputs', 'jsonb', (column) => column.notNull())
    .addColumn('window_end', instant)
    .addColumn('problems', 'jsonb', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('pipeline_run_id', 'text')
    .addColumn('results', 'jsonb')
    .addColumn('artifact_uri', 'text')
    .addColumn('artifact_digest', 'text')
    .addColumn('review_reason', 'text')
    .addColumn('outdated_reason', 'text')
    .addColumn('created_at', instant, (column) => column.notNull())
    .addColumn('updated_at', instant, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('messages_status').on('messages').columns(['status', 'updated_at']).execute();

  await db.schema
    .createTable('ledger')
    .addColumn('repository_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('base', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('message_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ledger_key', ['repository_id', 'kind', 'base', 'number'])
    .execute();
  await db.schema.createIndex('ledger_message').on('ledger').column('message_id').execute();

  await db.schema
    .createTable('dispatches')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('message_id', 'text', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('run_id', 'text')
    .addColumn('run_url', 'text')
    .addColumn('sent_at', instant, (column) => column.notNull())
    .addColumn('token_hash', 'text')
    .addColumn('token_expires_at', instant)
    .addUniqueConstraint('dispatches_attempt', ['message_id', 'attempt'])
    .execute();

  await db.schema
    .createTable('callbacks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('message_id', 'text', (column) => column.notNull())
    .addColumn('proof_id', 'text', (column) => column.notNull().unique())
    .addColumn('pipeline_run_id', 'text', (column) => column.notNull())
    .addColumn('body_digest', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('payload', 'jsonb', (column) => column.notNull())
    .addColumn('received_at', instant, (column) => column.notNull())
    .execute();
  await db.schema.createIndex('callbacks_message').on('callbacks').column('message_id').execute();

  await db.schema
    .createTable('posts')
    .addColumn('message_id', 'text', (column) => column.primaryKey())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('channel', 'text')
    .addColumn('ts', 'text')
    .addColumn('problem', 'jsonb')
    .addColumn('updated_at', instant, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('credentials')
    .addColumn('scope', 'text', (column) => column.primaryKey())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('updated_at', instant, (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('tags')
    .addColumn('repository_id', 'text', (column) => column.notNull())
    .addColumn('tag', 'text', (column) => column.notNull())
    .addColumn('commit', 'text', (column) => column.notNull())
    .addColumn('seen_at', instant, (column) => column.notNull())
    .addPrimaryKeyConstraint('tags_key', ['repository_id', 'tag', 'commit'])
    .execute();

  await db.schema
    .createTable('cursors')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('updated_at', instant, (column) => column.notNull())
    .execute();
}
