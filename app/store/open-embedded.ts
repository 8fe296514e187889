import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { type LockOptions, lockFolder } from './lock-folder.ts';
import { migrate } from './migrate.ts';
import { stopAfterPanic } from './stop-after-panic.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** A store on a PGlite that is open already; it closes with the store. */
export async function embeddedStore(pglite: PGlite): Promise<Store> {
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  await migrate(db);
  return { db, engine: { kind: 'pglite', pglite }, close: () => db.destroy() };
}

/**
 * Opens the embedded PostgreSQL in a folder, which no other process may use meanwhile: it has no lock of its own and
 * two processes would spoil it.
 * @param lock its `onLost` is also told `data_folder_failed` when the database gave up, as on a full disk; the process
 *   must end then too
 * @throws ZenPulseError `data_folder_locked` while a live process holds the folder
 */
export async function openEmbedded(folder: string, lock: LockOptions): Promise<Store> {
  await mkdir(folder, { recursive: true });
  const unlock = await lockFolder(folder, lock);
  try {
    const pglite = await PGlite.create(join(folder, 'postgres'));
    stopAfterPanic(pglite, (cause) =>
      lock.onLost(new ZenPulseError('data_folder_failed', { folder, cause: cause.message }, { cause })),
    );
    const store = await embeddedStore(pglite);
    return {
      ...store,
      close: async () => {
        await store.close();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}
