import type { Selectable } from 'kysely';
import type { Db, Trx } from '../store/store.ts';
import type { StreamKind, StreamTable } from '../store/tables.ts';

export interface StreamKey {
  repositoryId: string;
  kind: StreamKind;
  base: string;
}

export type Stream = Selectable<StreamTable>;

const streamRow = (db: Db, { repositoryId, kind, base }: StreamKey) =>
  db
    .selectFrom('streams')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .where('kind', '=', kind)
    .where('base', '=', base);

/** A line of pulses as it is now; null: there is none. */
export async function readStream(db: Db, key: StreamKey): Promise<Stream | null> {
  return (await streamRow(db, key).executeTakeFirst()) ?? null;
}

/** Locks a line of pulses until the transaction ends: whoever changes a line does it alone. Null: there is none. */
export async function lockStream(trx: Trx, key: StreamKey): Promise<Stream | null> {
  return (await streamRow(trx, key).forUpdate().executeTakeFirst()) ?? null;
}

/** Changes a line that this transaction has locked. */
export async function updateStream(
  trx: Trx,
  { repository_id, kind, base }: Stream,
  change: Partial<Omit<Stream, 'repository_id' | 'kind' | 'base'>>,
): Promise<void> {
  await trx
    .updateTable('streams')
    .set(change)
    .where('repository_id', '=', repository_id)
    .where('kind', '=', kind)
    .where('base', '=', base)
    .execute();
}
