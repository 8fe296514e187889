import { beforeEach, expect, it } from 'vitest';
import { createIntake } from '../../../app/intake/create-intake.ts';
import { createManualJobs, type ManualJobs } from '../kit/manual-jobs.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import { allWith, intakeForTest, signatureOf } from './intake-for-test.ts';

const pull = {
  action: 'closed',
  number: 7,
  repository: { id: 4_711, full_name: 'acme/shop' },
  installation: { id: 1 },
};

describeEachStore('the intake', (store) => {
  let jobs: ManualJobs;
  beforeEach(async () => {
    jobs = await createManualJobs(store().db);
  });
  const running = (more = {}) =>
    intakeForTest({ store: store(), enqueueAll: allWith(jobs.enqueue), ...more });
  const rows = () => store().db.selectFrom('deliveries').selectAll().execute();

  it('stores a signed webhook with its job, then says 202', async () => {
    const { send } = await running();
    const answer = await send(pull, { event: 'pull_request', deliveryId: 'delivery-1' });
    expect(answer).toMatchObject({ status: 202, body: { id: 'delivery-1', duplicate: false } });
    expect(await rows()).toMatchObject([
      {
        id: 'delivery-1',
        event: 'pull_request',
        action: 'closed',
        repository_id: '4711',
        payload: pull,
        handled_at: null,
      },
    ]);
    expect(await jobs.waiting()).toMatchObject([{ name: 'delivery', data: { deliveryId: 'delivery-1' } }]);
  });

  it('says 202 to one that is there already, and does nothing', async () => {
    const { send } = await running();
    await send(pull, { deliveryId: 'delivery-1' });
    const again = await send({ other: 'body' }, { deliveryId: 'delivery-1' });
    expect(again).toMatchObject({ status: 202, body: { duplicate: true } });
    expect(await rows()).toHaveLength(1);
    expect(await jobs.waiting()).toHaveLength(1);
  });

  it('takes the secret in force and the one before, while it is being changed', async () => {
    const { send } = await running({ secrets: ['the new secret', 'the old secret'] });
    const body = JSON.stringify(pull);
    const statuses = [];
    for (const key of ['the new secret', 'the old secret', 'a stranger’s secret'])
      statuses.push(
        (await send(body, { headers: { 'x-hub-signature-256': signatureOf(body, key) } })).status,
      );
    expect(statuses).toEqual([202, 202, 401]);
  });

  it.each([
    ['another content type', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
    ['no event', { 'x-github-event': '' }, 400],
    ['an event that is none', { 'x-github-event': '../push' }, 400],
    ['no delivery id', { 'x-github-delivery': '' }, 400],
    ['a delivery id that is none', { 'x-github-delivery': "1'; drop table deliveries" }, 400],
    ['a compressed body', { 'content-encoding': 'gzip' }, 400],
    ['no signature', { 'x-hub-signature-256': '' }, 401],
    ['a signature of another kind', { 'x-hub-signature-256': 'sha1=0123456789' }, 401],
  ])('refuses %s', async (_, headers, status) => {
    const { send } = await running();
    expect((await send(pull, { headers })).status).toBe(status);
    expect(await rows()).toEqual([]);
  });

  it.each(['', 'not json', '[]', '"text"', 'null'])('refuses the body %j', async (body) => {
    const { send } = await running();
    expect(await send(body)).toMatchObject({ status: 400, body: { error: { code: 'webhook_malformed' } } });
    expect(await rows()).toEqual([]);
  });

  it('stores text that PostgreSQL knows no letters for', async () => {
    const { send } = await running();
    const body = String.raw`{"action":"closed","title":"nul \u0000 half \ud83d whole \ud83d\ude00","\u0000":1}`;
    // It lacks what is read of such an event, and is kept whole.
    expect((await send(body, { event: 'pull_request' })).status).toBe(202);
    expect((await rows())[0]?.payload).toEqual({
      action: 'closed',
      title: 'nul \uFFFD half \uFFFD whole 😀',
      '\uFFFD': 1,
    });
  });

  it('lets the others of a burst in when the database cannot take one of them', async () => {
    const { send } = await running();
    const bad = `{"number":1e${'9'.repeat(7)}}`;
    const answers = await Promise.all([
      send(pull),
      send(bad, { event: 'pull_request' }),
      send(pull),
      send(pull),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([202, 400, 202, 202]);
    expect(await rows()).toHaveLength(3);
  });

  it('leaves other paths alone, and other methods on its own', async () => {
    const { url } = await running();
    expect((await fetch(`${url}/more`, { method: 'POST' })).status).toBe(404);
    const asked = await fetch(`${url}?page=1`);
    expect([asked.status, asked.headers.get('allow')]).toEqual([405, 'POST']);
    await asked.text();
  });

  it('reports each answer without anything of the body', async () => {
    const { send, reports } = await running();
    await send({ canary: 'kept out of logs' }, { event: 'push', deliveryId: 'delivery-1' });
    await send('{"canary":"kept out of logs"', { event: 'push', deliveryId: 'delivery-2' });
    expect(reports).toMatchObject([
      { status: 202, event: 'push', deliveryId: 'delivery-1', error: null },
      { status: 400, event: 'push', deliveryId: 'delivery-2', error: { code: 'webhook_malformed' } },
    ]);
    expect(JSON.stringify(reports) + String(reports[1]?.error?.stack)).not.toContain('canary');
  });

  it('does not start without a secret', () => {
    const options = { store: store(), enqueueAll: allWith(jobs.enqueue), clock: () => new Date(0) };
    expect(() => createIntake({ ...options, secrets: [] })).toThrow('needs a webhook secret');
    expect(() => createIntake({ ...options, secrets: [''] })).toThrow('needs a webhook secret');
  });
});
