import { PGlite } from '@electric-sql/pglite';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { embeddedStore } from '../../app/store/open-embedded.ts';
import { openPostgres } from '../../app/store/open-postgres.ts';
import type { Store } from '../../app/store/store.ts';
import { allWith, intakeForTest } from '../app/intake/intake-for-test.ts';
import { createManualJobs } from '../app/kit/manual-jobs.ts';
import { freshPostgres } from '../app/kit/store-for-test.ts';
import { tcpGate } from '../app/kit/tcp-gate.ts';

const hook = { action: 'closed' };

const refused = {
  status: 503,
  body: { error: { code: 'webhook_not_stored' } },
};

const idsOf = async ({ db }: Store) =>
  (await db.selectFrom('deliveries').select('id').orderBy('id').execute()).map(({ id }) => id);

const postgresUrl = inject('postgresUrl');
const missing = postgresUrl === '' ? `: SKIPPED, ${inject('postgresMissing')}` : '';

describe.skipIf(missing !== '')(`W6: the server of the database is down or slow${missing}`, () => {
  async function gated() {
    const database = await freshPostgres(postgresUrl);
    const gate = await tcpGate(Number(new URL(database.url).port));
    const through = new URL(database.url);
    through.port = String(gate.port);
    const store = await openPostgres(through.href, { maxConnections: 3, onIdleError: () => undefined });
    const direct = await openPostgres(database.url, { maxConnections: 2, onIdleError: () => undefined });
    onTestFinished(async () => {
      gate.down();
      await store.close();
      await direct.close();
      await database.drop();
    });
    const jobs = await createManualJobs(direct.db);
    const intake = await intakeForTest({
      store,
      enqueueAll: allWith(jobs.enqueue),
      limits: { answerMs: 700 },
    });
    return { gate, direct, ...intake };
  }

  it('is answered with 503 and when to come back while it is down, and works again after', async () => {
    const { gate, direct, send } = await gated();
    expect((await send(hook, { deliveryId: 'delivery-1' })).status).toBe(202);
    gate.down();
    const answer = await send(hook, { deliveryId: 'delivery-2' });
    expect(answer).toMatchObject(refused);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(await idsOf(direct)).toEqual(['delivery-1']);
    gate.up();
    expect((await send(hook, { deliveryId: 'delivery-2' })).status).toBe(202);
    expect(await idsOf(direct)).toEqual(['delivery-1', 'delivery-2']);
  });

  it('is answered with 503 in time while it hangs, and what it took all the same is taken once', async () => {
    const { gate, direct, send } = await gated();
    expect((await send(hook, { deliveryId: 'delivery-1' })).status).toBe(202);
    gate.stall();
    const hanging = Array.from({ length: 20 }, (_, at) => send(hook, { deliveryId: `hanging-${at}` }));
    for (const answer of await Promise.all(hanging)) expect(answer).toMatchObject(refused);
    gate.up();
    const again = Array.from({ length: 20 }, (_, at) => send(hook, { deliveryId: `hanging-${at}` }));
    for (const { status } of await Promise.all(again)) expect(status).toBe(202);
    expect(await idsOf(direct)).toHaveLength(21);
  });
});

describe('W6: the embedded database is down or slow', () => {
  async function embedded() {
    const store = await embeddedStore(await PGlite.create());
    onTestFinished(() => store.close());
    const jobs = await createManualJobs(store.db);
    const intake = await intakeForTest({
      store,
      enqueueAll: allWith(jobs.enqueue),
      limits: { answerMs: 300 },
    });
    return { store, jobs, ...intake };
  }

  it('is answered with 503 once it is closed', async () => {
    const { store, send } = await embedded();
    await store.close();
    expect(await send(hook)).toMatchObject(refused);
  });

  it('is answered with 503 in time while a transaction holds it, and the job comes once', async () => {
    const { store, jobs, send } = await embedded();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const transaction = store.db.transaction().execute(() => held);
    expect(await send(hook, { deliveryId: 'delivery-1' })).toMatchObject(refused);
    release();
    await transaction;
    expect((await send(hook, { deliveryId: 'delivery-1' })).status).toBe(202);
    expect(await idsOf(store)).toEqual(['delivery-1']);
    expect(await jobs.waiting()).toHaveLength(1);
  });

  it('keeps nothing of a webhook whose job could not be added', async () => {
    const { store } = await embedded();
    const { send } = await intakeForTest({
      store,
      enqueueAll: () => Promise.reject(new Error('the queue is away')),
    });
    expect(await send(hook)).toMatchObject(refused);
    expect(await idsOf(store)).toEqual([]);
  });
});
