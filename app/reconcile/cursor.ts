import type { Db } from '../store/store.ts';

/** How far a sweep came; null before its first time. */
export async function readCursor(db: Db, name: string): Promise<string | null> {
  const row = await db.selectFrom('cursors').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
}

export async function writeCursor(db: Db, name: string, value: string, now: Date): Promise<void> {
  await db
    .insertInto('cursors')
    .values({ name, value, updated_at: now })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value, updated_at: now }))
    .execute();
}
