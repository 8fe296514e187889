import { expect, it } from 'vitest';
import {
  appForTest,
  type AppForTest,
  installed,
  pass,
  pullEvent,
  released,
  tagPush,
} from '../app/triggers/app-for-test.ts';
import { describeEachStore } from '../app/kit/store-for-test.ts';

type Event = [name: string, payload: object];

/** All orders of a list. */
const orders = <Item>(items: readonly Item[]): Item[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((first, at) =>
        orders(items.filter((_, other) => other !== at)).map((rest) => [first, ...rest]),
      );

const story: Event[] = [
  ['pull_request', pullEvent('closed', 7, { updatedAt: '2026-11-20T11:59:00Z' })],
  [
    'pull_request',
    pullEvent(
      'labeled',
      7,
      { labels: ['bug'], updatedAt: '2026-11-20T11:59:30Z' },
      { label: { name: 'bug' } },
    ),
  ],
  ['push', tagPush('v1.2.0')],
  ['release', released('v1.2.0')],
];

describeEachStore('W4: events out of order', (store) => {
  /** Everything the tables say at the end, without ids and times of the telling. */
  async function outcome(app: AppForTest) {
    pass(app, 60);
    await app.drain();
    const { db } = store();
    const messages = await db
      .selectFrom('messages')
      .select(['business_key', 'kind', 'base', 'inputs'])
      .orderBy('business_key')
      .execute();
    const merges = await db.selectFrom('merges').select(['number', 'labels', 'changed_at']).execute();
    return {
      merges,
      messages: messages.map((message) => ({ ...message, inputs: { ...message.inputs, request_id: '' } })),
    };
  }

  it('lead to the same messages in every order of merge, label, tag and release', async () => {
    const outcomes: unknown[] = [];
    for (const order of orders(story)) {
      for (const table of ['deliveries', 'merges', 'streams', 'messages', 'tags', 'repositories'] as const)
        await store().db.deleteFrom(table).execute();
      const app = await appForTest(store());
      app.github.tags.push({ tag: 'v1.2.0', commit: 'c0ffee' });
      await app.hear('installation', installed());
      for (const [name, payload] of order) await app.hear(name, payload);
      outcomes.push(await outcome(app));
    }
    expect(outcomes).toHaveLength(24);
    expect(outcomes[0]).toMatchObject({
      merges: [{ number: 7, labels: ['bug'] }],
      messages: [
        { business_key: 'merge:4711:main:1', inputs: { trigger_prs: '7' } },
        { business_key: 'release:4711:v1.2.0:c0ffee', inputs: { tag_range: 'v1.2.0' } },
      ],
    });
    for (const each of outcomes) expect(each).toEqual(outcomes[0]);
  });

  it('count a merge that is heard of before the installation', async () => {
    const app = await appForTest(store());
    await app.hear('pull_request', pullEvent('closed', 7));
    await app.hear('installation', installed('2026-11-20T11:58:00Z'));
    expect((await outcome(app)).messages).toMatchObject([{ inputs: { trigger_prs: '7' } }]);
  });
});
