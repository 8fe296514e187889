import { PGlite } from '@electric-sql/pglite';
import { expect, inject, it } from 'vitest';
import { embeddedStore } from '../../../app/store/open-embedded.ts';
import { openPostgres } from '../../../app/store/open-postgres.ts';
import { freshPostgres } from '../kit/store-for-test.ts';
import { callbackWorlds } from './callback-world.ts';

const worldOn = callbackWorlds();
const missing = inject('postgresUrl') === '' ? `: SKIPPED, ${inject('postgresMissing')}` : '';

it('a database that has ended is an outage that passes: 503, when to come again, and no secret of it', async () => {
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

it.skipIf(missing !== '')(
  `a callback is taken as soon as the database is back, on PostgreSQL${missing}`,
  async () => {
    const { url, drop } = await freshPostgres(inject('postgresUrl'));
    const store = await openPostgres(url, { onIdleError: () => undefined });
    try {
      const world = await worldOn(store);
      const asked = await world.ask();
      await drop();
      const body = JSON.stringify(asked.payload());
      const send = () => world.send(body, { bearer: world.mint(asked.run, body) });
      expect((await send()).status).toBe(503);
    } finally {
      await store.close();
    }
  },
);
