import type { Migration } from 'kysely/migration';
import * as start from './0001-start.ts';
import * as ownNumbers from './0002-own-numbers.ts';
import * as successors from './0003-successors.ts';

/** In order; a name never changes once it was released. */
export const allMigrations: Record<string, Migration> = {
  '0001-start': start,
  '0002-own-numbers': ownNumbers,
  '0003-successors': successors,
};
