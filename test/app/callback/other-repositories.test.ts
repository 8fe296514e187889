import { expect, it } from 'vitest';
import { messageDetail } from '../../../app/admin/message-detail.ts';
import { pendingMerges } from '../../../app/pulses/pending-merges.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import { type CallbackWorld, callbackWorlds, stored } from './callback-world.ts';

const told = ['acme/shop#1', 'acme/other#4242', 'acme/other#2'];

/** Pull requests of the message's repository that merged. */
async function merged({ edges }: CallbackWorld, numbers: readonly number[]): Promise<void> {
  const { id } = await edges.db.selectFrom('repositories').select('id').executeTakeFirstOrThrow();
  const row = { repository_id: id, base: 'main', title: 'feat: own', author: 'ada', labels: '[]' };
  await edges.db
    .insertInto('merges')
    .values(numbers.map((number) => ({ ...row, number, merged_at: edges.clock() })))
    .execute();
}

/** Those that wait for the next pulse. */
async function pending({ edges }: CallbackWorld): Promise<number[]> {
  const { id } = await edges.db.selectFrom('repositories').select('id').executeTakeFirstOrThrow();
  const key = { repositoryId: id, kind: 'merge', base: 'main' } as const;
  const rows = await edges.db
    .transaction()
    .execute((trx) => pendingMerges(trx, key, { exclusion: () => null }));
  return rows.map(({ number }) => number);
}

const rename = ({ edges: { db } }: CallbackWorld, full_name: string) =>
  db.updateTable('repositories').set({ full_name }).execute();

describeEachStore('a report that tells of other repositories too', (store) => {
  const worldOn = callbackWorlds();

  it('leaves own pull requests with their numbers to be told, whenever they merge', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    await merged(world, [1, 2]);
    await world.report(asked, asked.payload({ told }));
    await merged(world, [4242, 4243]);
    expect((await stored(world, asked.messageId)).told).toEqual([1]);
    expect(await pending(world)).toEqual([2, 4242, 4243]);
  });

  it('decides what it was asked to decide on, and leaves that out', async () => {
    const world = await worldOn(store());
    const asked = await world.ask({ triggerPulls: [1, 2] });
    await merged(world, [1, 2]);
    world.advance(120_000);
    await world.report(asked, asked.payload({ told }));
    expect([(await stored(world, asked.messageId)).told, await pending(world)]).toEqual([[1], []]);
  });

  it('does not stand back for another report that told a number of theirs', async () => {
    const world = await worldOn(store());
    const first = await world.ask();
    const second = await world.ask();
    await world.report(first, first.payload({ told: ['acme/shop#2'] }));
    await world.report(second, second.payload({ told }));
    const { message, post } = await stored(world, second.messageId);
    expect([message.review_reason, post?.state]).toEqual([null, 'due']);
  });

  it('shows whoever looks at the message what it told of them', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    await world.report(asked, asked.payload({ told }));
    expect(await messageDetail(world.edges.db, asked.messageId)).toMatchObject({
      told: [1],
      told_of_others: ['acme/other#4242', 'acme/other#2'],
    });
  });

  it('is taken although a number is larger than any pull request’s', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    const answer = await world.report(
      asked,
      asked.payload({ told: ['acme/shop#99999999999', 'acme/shop#1'] }),
    );
    expect([answer.status, (await stored(world, asked.messageId)).told]).toEqual([200, [1]]);
  });
});

describeEachStore('a report on a repository that was renamed meanwhile', (store) => {
  const worldOn = callbackWorlds();

  it.each(['acme/shop#1', 'Acme/SHOP#1', 'acme/store#1'])('tells %s as its own', async (key) => {
    const world = await worldOn(store());
    const asked = await world.ask();
    await rename(world, 'acme/store');
    await world.report(asked, asked.payload({ told: [key] }));
    expect((await stored(world, asked.messageId)).told).toEqual([1]);
  });

  it('tells its own by the name in the run’s identity, should the webhook of the rename be late', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    const file = '.github/workflows/zenpulse.yml@refs/heads/main';
    const claims = { repository: 'acme/store', workflow_ref: `acme/store/${file}` };
    const payload = asked.payload({ told: ['acme/store#1'] });
    const { status } = await world.report(asked, payload, {
      ...claims,
      job_workflow_ref: `acme/store/${file}`,
    });
    expect([status, (await stored(world, asked.messageId)).told]).toEqual([200, [1]]);
  });

  it('tells its own by the name that an earlier dispatch had', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    await world.edges.db.updateTable('dispatches').set({ repo: 'acme/first', ref: 'main' }).execute();
    await world.report(asked, asked.payload({ told: ['acme/first#1'] }));
    expect((await stored(world, asked.messageId)).told).toEqual([1]);
  });
});
