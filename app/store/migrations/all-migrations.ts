import type { Migration } from 'kysely/migration';
import * as start from './0001-start.ts';

/** In order; a name never changes once it was released. */
export const allMigrations: Record<string, Migration> = {
  '0001-start': start,
};
