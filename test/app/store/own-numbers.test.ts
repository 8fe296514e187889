import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { describe, expect, onTestFinished, test } from 'vitest';
import * as ownNumbers from '../../../app/store/migrations/0002-own-numbers.ts';
import * as start from '../../../app/store/migrations/0001-start.ts';
import { migrate } from '../../../app/store/migrate.ts';
import type { Db } from '../../../app/store/store.ts';
import type { StreamKind, Tables } from '../../../app/store/tables.ts';
import { undecidedMerges } from '../../../app/pulses/pending-merges.ts';
import { payloadOf, seedRepository } from '../kit/seed-message.ts';
import { describeEachStore } from '../kit/store-for-test.ts';

const shop = { id: '1001', fullName: 'acme/shop' };
const covered = new Date('2026-11-20T12:00:00Z');
const before = new Date('2026-11-20T11:00:00Z');
const after = new Date('2026-11-20T13:00:00Z');

interface OldMessage {
  id: string;
  kind?: StreamKind | 'release';
  /** Keys of its report, all of whose numbers were written into the ledger. */
  told: readonly string[];
  /** Numbers that found a row of another message. */
  lost?: readonly number[];
  triggers?: string;
  repo?: string;
}

/** A report as the version before wrote it down. */
async function reported(
  db: Db,
  { id, kind = 'merge', told, lost = [], triggers, repo = 'acme/shop' }: OldMessage,
): Promise<void> {
  const base = kind === 'release' ? 'v1.0.0' : 'main';
  const inputs = { repo, analysis_type: 'shipped', ...(triggers && { trigger_prs: triggers }) };
  await db
    .insertInto('messages')
    .values({
      id,
      business_key: id,
      request_id: id,
      repository_id: shop.id,
      kind,
      base,
      status: 'completed',
      inputs: JSON.stringify(inputs),
      window_end: covered,
      problems: '[]',
      results: JSON.stringify(payloadOf({ requestId: id, runId: '1-1', told }).results),
      created_at: covered,
      updated_at: covered,
    })
    .execute();
  const numbers = new Set(told.map((key) => Number(key.split('#')[1])));
  const rows = [...numbers].filter((number) => !lost.includes(number));
  if (rows.length > 0)
    await db
      .insertInto('ledger')
      .values(rows.map((number) => ({ repository_id: shop.id, kind, base, number, message_id: id })))
      .execute();
}

async function covers(db: Db, kind: StreamKind): Promise<void> {
  await seedRepository(db, shop);
  await db
    .insertInto('streams')
    .values({ repository_id: shop.id, kind, base: 'main', covered_until: covered })
    .execute();
}

interface OldMerge {
  at: Date;
  merge?: string;
  schedule?: string;
  base?: string;
}

async function merged(
  db: Db,
  number: number,
  { at, merge, schedule, base = 'main' }: OldMerge,
): Promise<void> {
  const row = {
    repository_id: shop.id,
    number,
    base,
    title: 'feat',
    author: 'ada',
    labels: '[]',
    merged_at: at,
  };
  await db
    .insertInto('merges')
    .values({ ...row, merge_settled_by: merge ?? null, schedule_settled_by: schedule ?? null })
    .execute();
}

const up = (db: Db) => db.transaction().execute((trx) => ownNumbers.up(trx as unknown as Kysely<never>));

const ledger = async (db: Db) => {
  const rows = await db.selectFrom('ledger').selectAll().orderBy('kind').orderBy('number').execute();
  return rows.map(({ kind, number, message_id }) => `${kind} #${number} by ${message_id}`);
};
const waiting = async (db: Db, kind: StreamKind = 'merge') => {
  const key = { repositoryId: shop.id, kind, base: 'main' };
  const rows = await db
    .transaction()
    .execute((trx) => undecidedMerges(trx, key).select('number').orderBy('number').execute());
  return rows.map(({ number }) => number);
};

describeEachStore('numbers of other repositories in the ledger of the version before', (store) => {
  const db = () => store().db;

  test('leave it, in every kind of line; own ones stay, also where both were told', async () => {
    await covers(db(), 'merge');
    await reported(db(), {
      id: 'm1',
      told: ['acme/shop#1', 'acme/other#12', 'acme/shop#13', 'acme/other#13'],
    });
    await reported(db(), { id: 'r1', kind: 'release', told: ['Acme/Shop#2', 'acme/other#14'] });
    await up(db());
    expect(await ledger(db())).toEqual(['merge #1 by m1', 'merge #13 by m1', 'release #2 by r1']);
  });

  test('let own merges wait again that are younger than the last report, and older ones count as settled', async () => {
    await covers(db(), 'merge');
    await reported(db(), {
      id: 'm1',
      told: ['acme/other#10', 'acme/other#11', 'acme/other#12', 'acme/other#13'],
    });
    await merged(db(), 10, { at: before });
    await merged(db(), 11, { at: before, merge: 'm1' });
    await merged(db(), 12, { at: after });
    await merged(db(), 13, { at: after, merge: 'm1' });
    await up(db());
    expect(await waiting(db())).toEqual([12, 13]);
    const settled = await db()
      .selectFrom('merges')
      .select('merge_settled_by')
      .where('number', '<', 12)
      .execute();
    expect(settled.map(({ merge_settled_by }) => merge_settled_by)).toEqual(['m1', 'm1']);
  });

  test('leave settled what their message was asked to decide on, and what others told', async () => {
    await covers(db(), 'merge');
    await reported(db(), { id: 'm1', told: ['acme/other#12'], triggers: '112,12,121' });
    await merged(db(), 12, { at: after, merge: 'm1' });
    await merged(db(), 13, { at: after, merge: 'm0' });
    await up(db());
    expect(await waiting(db())).toEqual([]);
  });

  test('were hidden from their own kind of line alone', async () => {
    await covers(db(), 'schedule');
    await reported(db(), { id: 's1', kind: 'schedule', told: ['acme/other#12', 'acme/other#13'] });
    await merged(db(), 12, { at: after, schedule: 's1', merge: 'm0' });
    await merged(db(), 13, { at: before, schedule: 's1', merge: 'm0' });
    await up(db());
    expect([await waiting(db(), 'schedule'), await waiting(db())]).toEqual([[12], []]);
  });

  test('give their row to the report that told the own one', async () => {
    await covers(db(), 'merge');
    await reported(db(), { id: 'm1', told: ['acme/other#12'] });
    await reported(db(), { id: 'm2', told: ['acme/shop#12'], lost: [12] });
    await merged(db(), 12, { at: after });
    await up(db());
    expect([await ledger(db()), await waiting(db())]).toEqual([['merge #12 by m2'], []]);
  });

  test('are not those of a name the repository went by before', async () => {
    await covers(db(), 'merge');
    await reported(db(), { id: 'm1', told: ['acme/first#12'], repo: 'acme/first' });
    await reported(db(), { id: 'm2', told: ['acme/first#13'] });
    await up(db());
    expect(await ledger(db())).toEqual(['merge #12 by m1', 'merge #13 by m2']);
  });

  test('are gone after the first time: a second one changes nothing', async () => {
    await covers(db(), 'merge');
    await reported(db(), { id: 'm1', told: ['acme/shop#1', 'acme/other#12'] });
    await merged(db(), 12, { at: before });
    await up(db());
    await up(db());
    expect([await ledger(db()), await waiting(db())]).toEqual([['merge #1 by m1'], []]);
  });

  test('leave a ledger of 100,000 rows before the server’s time for a statement is over', {
    timeout: 120_000,
  }, async () => {
    await covers(db(), 'merge');
    for (let report = 0; report < 100; report += 1) {
      const numbers = Array.from({ length: 1_000 }, (_, at) => report * 1_000 + at + 1);
      const told = numbers.map((number) =>
        number % 10 === 0 ? `acme/other#${number}` : `acme/shop#${number}`,
      );
      await reported(db(), { id: `m${report}`, told });
    }
    await up(db());
    expect(await ledger(db())).toHaveLength(90_000);
  });
});

describe('a database of the version before', () => {
  test('is brought up to date by two processes at once, one of which does it', async () => {
    const pglite = await PGlite.create();
    const open = () => new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
    const db = open();
    onTestFinished(() => db.destroy());
    const old = new Migrator({ db, provider: { getMigrations: async () => ({ '0001-start': start }) } });
    expect((await old.migrateToLatest()).error).toBeUndefined();
    await covers(db, 'merge');
    await reported(db, { id: 'm1', told: ['acme/shop#1', 'acme/other#12'] });
    await Promise.all([migrate(db), migrate(open())]);
    expect(await ledger(db)).toEqual(['merge #1 by m1']);
  });
});
