import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { allWith, intakeForTest } from '../intake/intake-for-test.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import { appForTest } from './app-for-test.ts';

interface Examples {
  name: string;
  examples: object[];
}

const published = createRequire(import.meta.url)('@octokit/webhooks-examples') as Examples[];

/** What `app.yml` subscribes to, and what every App is sent. */
const heard = [
  'pull_request',
  'push',
  'release',
  'repository',
  'installation',
  'installation_repositories',
  'ping',
];

/** They were recorded for webhooks of repositories; the App's own ones name its installation. */
const asApp = (payload: object) => ({ installation: { id: 99 }, ...payload });

const bodies = published
  .filter(({ name }) => heard.includes(name))
  .flatMap(({ name, examples }) =>
    examples.flatMap((each) => [[name, each] as const, [name, asApp(each)] as const]),
  );

describe('the published examples', () => {
  it('have some for every event that is heard', () => {
    expect(new Set(bodies.map(([name]) => name))).toEqual(new Set(heard));
  });
});

describeEachStore('every published example of an event that is heard', (store) => {
  it('is accepted over HTTP, stored and handled, with and without an installation', async () => {
    const app = await appForTest(store());
    app.github.tags.push({ tag: 'simple-tag', commit: 'c0ffee' }, { tag: '0.0.1', commit: 'decaf' });
    const { send } = await intakeForTest({ store: store(), enqueueAll: allWith(app.jobs.enqueue) });
    for (const [event, body] of bodies) expect((await send(body, { event })).status).toBe(202);
    const stored = await store().db.selectFrom('deliveries').select('id').execute();
    expect(stored).toHaveLength(bodies.length);

    await app.drain();
    const left = await store()
      .db.selectFrom('deliveries')
      .select(['event', 'action', 'problem'])
      .where((where) => where.or([where('handled_at', 'is', null), where('problem', 'is not', null)]))
      .execute();
    expect(left).toEqual([]);
    expect(app.unreadable).toEqual([]);
    // They are of one repository that was renamed, and some of others.
    const known = await store().db.selectFrom('repositories').select('full_name').execute();
    expect(known.map(({ full_name }) => full_name)).toContain('Codertocat/Hello-World');
  });
});
