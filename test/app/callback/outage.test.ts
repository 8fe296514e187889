import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { expect, inject, it, onTestFinished } from 'vitest';
import { embeddedStore } from '../../../app/store/open-embedded.ts';
import { openPostgres } from '../../../app/store/open-postgres.ts';
import { freshPostgres } from '../kit/store-for-test.ts';
import { callbackWorlds, stored } from './callback-world.ts';

const worldOn = callbackWorlds();
const missing = inject('postgresUrl') === '' ? `: SKIPPED, ${inject('postgresMissing')}` : '';

it('a database that has ended is an outage: 503, when to come again, and nothing of what it said', async () => {
  const store = await embeddedStore(await PGlite.create());
  const world = await worldOn(store);
  const asked = await world.ask();
  await store.close();
  const answer = await world.report(asked);
  expect([answer.status, answer.body.code]).toEqual([503, 'app_unavailable']);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(answer.body.message).toBe(
    'The App cannot answer now: its database does not answer. Nothing was stored.',
  );
  expect(world.lines.join('')).toContain('"level":50');
});

/** A database that lets nobody in, and has thrown out who was. */
async function shut(serverUrl: string, name: string, isShut: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`alter database ${name} allow_connections ${!isShut}`);
    if (isShut)
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  } finally {
    await client.end();
  }
}

it.skipIf(missing !== '')(`a callback is taken as soon as PostgreSQL is back${missing}`, async () => {
  const serverUrl = inject('postgresUrl');
  const { url, drop } = await freshPostgres(serverUrl);
  const store = await openPostgres(url, { onIdleError: () => undefined });
  onTestFinished(async () => {
    await store.close();
    await drop();
  });
  const world = await worldOn(store);
  const asked = await world.ask();
  const name = new URL(url).pathname.slice(1);
  await shut(serverUrl, name, true);
  expect((await world.report(asked)).status).toBe(503);
  expect((await world.report(asked)).status).toBe(503);
  await shut(serverUrl, name, false);
  expect((await world.report(asked)).body).toEqual({ outcome: 'accepted' });
  expect((await stored(world, asked.messageId)).message.status).toBe('completed');
});
