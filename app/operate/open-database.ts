import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { Configuration } from '../configuration.ts';
import { openEmbedded } from '../store/open-embedded.ts';
import { openPostgres } from '../store/open-postgres.ts';
import type { Store } from '../store/store.ts';

export interface DatabaseOptions {
  /** Told of a connection that broke while nobody used it. */
  onIdleError: (error: Error) => void;
  /** The embedded database was taken by another process, or gave up. */
  onLost: (error: ZenPulseError) => void;
}

/** A connection to a name with several addresses fails with several errors, and says nothing of its own. */
function causeOf(thrown: unknown): string {
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return causeOf(thrown.errors[0]);
  return thrown instanceof Error ? thrown.message : String(thrown);
}

const nameOf = (database: Configuration['database']) =>
  database.kind === 'postgres'
    ? `PostgreSQL at ${new URL(database.url).host}`
    : `The database in ${database.folder}`;

/** Whatever the database refused, as an error of the catalogue. */
export function databaseFailure(thrown: unknown, database: Configuration['database']): ZenPulseError {
  if (thrown instanceof ZenPulseError) return thrown;
  const why = causeOf(thrown);
  const [, migration] = /previously executed migration (\S+) is missing/.exec(why) ?? [];
  return migration === undefined
    ? new ZenPulseError('database_unusable', { database: nameOf(database), cause: why }, { cause: thrown })
    : new ZenPulseError('database_newer', { migration }, { cause: thrown });
}

/**
 * Opens the database the App is set up with, and brings its tables up to date.
 * @throws ZenPulseError `data_folder_locked`, `database_unusable`, `database_newer`
 */
export async function openDatabase(
  database: Configuration['database'],
  { onIdleError, onLost }: DatabaseOptions,
): Promise<Store> {
  try {
    return database.kind === 'postgres'
      ? await openPostgres(database.url, { onIdleError })
      : await openEmbedded(database.folder, { onLost });
  } catch (thrown) {
    throw databaseFailure(thrown, database);
  }
}
