import { describe, expect, inject, test } from 'vitest';
import { nameWithOwner } from '../github/state/repository.ts';
import { until } from './kit/until.ts';
import {
  deliveriesOf,
  installed,
  isLeftOut,
  type Sent,
  type Story,
  twoProcesses,
  type World,
} from './two-processes-world.ts';

const story: Story = { repositories: 6, merges: 76, labels: 28, releases: 10, pushes: 20, duplicates: 136 };

/** Deliveries that GitHub has under way at once. */
const lanes = 16;

/** Sends all of it, side by side; what is not acknowledged is sent again, to whoever lives. */
async function sendAll(
  world: World,
  all: readonly Sent[],
  acknowledged: Map<string, number>,
  onSent: (count: number) => Promise<void> = async () => undefined,
) {
  let count = 0;
  const rest = all.values();
  const lane = async () => {
    for (const sent of rest) {
      await until(async () => expect(await world.send(sent)).toBe(202), 20_000);
      acknowledged.set(sent.id, (acknowledged.get(sent.id) ?? 0) + 1);
      await onSent((count += 1));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** Merge reports that were asked for. */
const reports = async ({ db }: World) =>
  (await db.selectFrom('messages').select('id').where('kind', '=', 'merge').execute()).length;

/** How much is still to be done. */
async function unfinished({ db, played }: World) {
  const count = async (rows: Promise<unknown[]>) => (await rows).length;
  return {
    deliveries: await count(
      db.selectFrom('deliveries').select('id').where('handled_at', 'is', null).execute(),
    ),
    lines: await count(
      db
        .selectFrom('streams')
        .select('base')
        .where((where) =>
          where.or([where('due_at', 'is not', null), where('active_message_id', 'is not', null)]),
        )
        .execute(),
    ),
    messages: await count(
      db.selectFrom('messages').select('id').where('status', 'in', ['queued', 'generating']).execute(),
    ),
    posts: await count(
      db.selectFrom('posts').select('state').where('state', 'in', ['due', 'sending']).execute(),
    ),
    runs: played.open(),
  };
}

const nothing = { deliveries: 0, lines: 0, messages: 0, posts: 0, runs: 0 };

const timesIn = <Key>(keys: readonly Key[]) => {
  const times = new Map<Key, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
};

const oftener = <Key>(keys: readonly Key[], than: number) =>
  [...timesIn(keys)].filter(([, times]) => times > than).map(([key]) => key);

const missing = inject('postgresUrl') === '' ? `: SKIPPED, ${inject('postgresMissing')}` : '';

describe.skipIf(missing !== '')(`two processes on one PostgreSQL${missing}`, () => {
  test('of 1,000 deliveries none is lost and none told twice, though one process is killed in the middle', async () => {
    const world = await twoProcesses(story.repositories);
    const { db, github, slack, played } = world;
    const start = installed(world);
    await world.send(start);
    await until(async () => {
      const rows = await db.selectFrom('repositories').select('state').execute();
      const ready = await db.selectFrom('cursors').select('name').where('name', 'like', 'tags:%').execute();
      expect([rows.length, ready.length]).toEqual([story.repositories, story.repositories]);
    });

    const all = deliveriesOf(world, story);
    expect(all).toHaveLength(1_000);
    const acknowledged = new Map<string, number>();
    const [first, second, third] = [all.slice(0, 333), all.slice(333, 667), all.slice(667)];
    await sendAll(world, first, acknowledged);
    await until(async () => expect(await reports(world)).toBeGreaterThanOrEqual(story.repositories), 20_000);
    await sendAll(world, second, acknowledged, async (count) => {
      if (count === 167) await world.killOne();
    });
    await world.passTime();
    await until(
      async () => expect(await reports(world)).toBeGreaterThanOrEqual(2 * story.repositories),
      20_000,
    );
    await sendAll(world, third, acknowledged);
    expect([...acknowledged.values()].reduce((sum, times) => sum + times, 0)).toBe(1_000);
    await until(async () => expect(await unfinished(world)).toEqual(nothing), 45_000);

    // Every acknowledged delivery is there, once, and was handled.
    const stored = await db.selectFrom('deliveries').select(['id', 'problem']).execute();
    expect(new Set(stored.map(({ id }) => id))).toEqual(new Set([start.id, ...acknowledged.keys()]));
    expect(stored.filter(({ problem }) => problem !== null)).toEqual([]);

    // One message for each business key, one of them for each release.
    const messages = await db
      .selectFrom('messages')
      .leftJoin('posts', 'posts.message_id', 'messages.id')
      .select([
        'messages.id',
        'request_id',
        'business_key',
        'kind',
        'status',
        'review_reason',
        'posts.state as post',
      ])
      .execute();
    expect(
      oftener(
        messages.map(({ business_key }) => business_key),
        1,
      ),
    ).toEqual([]);
    const lines = new Set(messages.filter(({ kind }) => kind === 'merge').map(({ id }) => id));
    const releases = messages.filter(({ kind }) => kind === 'release');
    expect(releases).toHaveLength(story.repositories * story.releases);
    expect(messages.filter(({ status }) => status !== 'completed')).toEqual([]);

    // One run for each request; a further one only where a dispatch was lost on its way, and its callback is recorded.
    const dispatches = await db.selectFrom('dispatches').select(['message_id', 'state']).execute();
    const requests = timesIn(played.runs.map(({ requestId }) => requestId));
    const lost = new Set(
      dispatches.filter(({ state }) => state === 'lost').map(({ message_id }) => message_id),
    );
    expect(messages.filter(({ request_id }) => !requests.has(request_id))).toEqual([]);
    expect(messages.filter(({ id, request_id }) => !lost.has(id) && requests.get(request_id) !== 1)).toEqual(
      [],
    );
    const callbacks = await db.selectFrom('callbacks').select(['message_id', 'outcome', 'payload']).execute();
    expect(callbacks.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(messages.length);
    expect(
      oftener(
        callbacks.filter(({ outcome }) => outcome === 'accepted').map((each) => each.message_id),
        1,
      ),
    ).toEqual([]);

    // Every merge is told exactly once, and what the rules leave out never.
    const told = callbacks
      .filter(({ outcome, message_id }) => outcome === 'accepted' && lines.has(message_id))
      .flatMap(({ payload }) => payload.results?.included_pull_requests ?? []);
    const merged = [...github.state.repositories.values()].flatMap((repository) =>
      [...repository.pulls.keys()]
        .filter((number) => !isLeftOut(number))
        .map((number) => `${nameWithOwner(repository)}#${number}`),
    );
    expect(oftener(told, 1)).toEqual([]);
    expect(told.toSorted()).toEqual(merged.toSorted());

    expect(world.apps.map((app) => app.errors())).toEqual(['']);

    // One post for each message; where the killed process was just posting, a person is asked to look.
    expect(messages.filter(({ review_reason }) => review_reason !== null)).toEqual([]);
    const posted = slack.received.map(({ body }) => /Report ([\w-]+)/.exec(body.text)?.[1] ?? body.text);
    expect(oftener(posted, 1)).toEqual([]);
    const unknown = messages.filter(({ post }) => post === 'unknown');
    expect(messages.filter(({ post }) => post !== 'sent' && post !== 'unknown')).toEqual([]);
    expect(unknown.length).toBeLessThanOrEqual(5);
    const sure = messages.filter(({ post }) => post === 'sent').map(({ request_id }) => request_id);
    expect(sure.filter((requestId) => !posted.includes(requestId))).toEqual([]);
  }, 90_000);
});
