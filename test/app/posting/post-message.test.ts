import { describe, expect, it } from 'vitest';
import { acceptCallback } from '../../../app/callback/accept-callback.ts';
import { leaseMs } from '../../../app/posting/post-message.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { longOutline } from '../../delivery/slack/samples.ts';
import { payloadOf } from '../kit/seed-message.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import { postingWorld } from './posting-world.ts';
import { webhookPath } from './slack-receiver.ts';

const minute = 60_000;

describeEachStore('a report', (store) => {
  it('is posted once, with links to its run and its files', async () => {
    const world = await postingWorld(store());
    const id = await world.reported({ headline: 'Dark mode shipped' });
    expect(await world.drain()).toBeGreaterThan(0);
    expect(await world.state(id)).toMatchObject({ state: 'sent', problem: null });
    expect(world.slack.received.map(({ path }) => path)).toEqual([webhookPath]);
    const [message] = world.slack.received;
    expect(message?.body.text).toContain('Dark mode shipped');
    expect(JSON.stringify(message?.body)).toContain('https://github.com/acme/shop/actions/runs/4711|');
  });

  it('is posted once, however often its job runs', async () => {
    const world = await postingWorld(store());
    const id = await world.reported();
    await Promise.all(Array.from({ length: 10 }, () => world.post(id)));
    await world.post(id);
    expect(world.slack.received).toHaveLength(1);
  });

  it('goes to a channel with the rest of it in a thread, where there is a bot', async () => {
    const world = await postingWorld(store());
    world.edges.fallback = {
      kind: 'bot',
      token: 'xoxb-canary',
      channel: 'C024BE91L',
      apiUrl: world.slack.apiUrl,
    };
    const id = await world.reported({ outline: longOutline(400) });
    await world.post(id);
    const { length } = world.slack.received;
    expect(length).toBeGreaterThan(1);
    expect(await world.state(id)).toMatchObject({
      state: 'sent',
      channel: 'C024BE91L',
      ts: '1763640000.000001',
    });
    expect(world.slack.received.slice(1).every(({ body }) => body['thread_ts'] === '1763640000.000001')).toBe(
      true,
    );
  });

  describe('waits for a person', () => {
    it.each([
      ['when the rules say nothing of posting', '', 'post_waits', 'want a review'],
      ['when the rules want a review', 'delivery:\n  post: review\n', 'post_waits', 'want a review'],
      [
        'when the rules deliver elsewhere',
        'delivery:\n  to: callback\n  post: at_once\n',
        'post_waits',
        'deliver to a callback',
      ],
      ['when the rules cannot be read', 'delivery: 7\n', 'repository_file_invalid', 'delivery'],
    ])('%s', async (_name, rules, code, said) => {
      const world = await postingWorld(store());
      world.setRules(rules);
      const id = await world.reported();
      await world.drain();
      const { state, problem } = await world.state(id);
      expect([state, problem?.code]).toEqual(['waiting', code]);
      expect(problem?.message).toContain(said);
      expect(world.slack.received).toEqual([]);
    });

    it('when there is no credential', async () => {
      const world = await postingWorld(store(), { fallback: null });
      const id = await world.reported();
      await world.drain();
      const { state, problem } = await world.state(id);
      expect([state, problem?.code]).toEqual(['waiting', 'slack_credential_missing']);
      expect(problem?.message).toContain('acme/shop');
    });

    it('when its credential cannot be opened, instead of going elsewhere', async () => {
      const world = await postingWorld(store());
      await world.edges.db
        .insertInto('credentials')
        .values({ scope: 'installation:424242', sealed: 'v1.00000000.AAAA', updated_at: world.edges.clock() })
        .execute();
      const id = await world.reported();
      await world.drain();
      expect(await world.state(id)).toMatchObject({
        state: 'waiting',
        problem: { code: 'sealed_unreadable' },
      });
      expect(world.slack.received).toEqual([]);
    });

    it('when a label outdated it after it came', async () => {
      const world = await postingWorld(store());
      const id = await world.reported();
      await world.edges.db
        .updateTable('messages')
        .set({ outdated_reason: 'The rules now leave out what it tells of: #3 (label skip).' })
        .execute();
      await world.drain();
      const { state, problem } = await world.state(id);
      expect(state).toBe('waiting');
      expect(problem?.message).toContain('#3 (label skip).');
    });

    it('when the App was removed from its repository', async () => {
      const world = await postingWorld(store());
      const id = await world.reported();
      await world.edges.db.updateTable('repositories').set({ state: 'removed' }).execute();
      await world.drain();
      expect(await world.state(id)).toMatchObject({ state: 'waiting', problem: { code: 'post_waits' } });
    });
  });

  it('stays due while GitHub cannot be asked for the rules', async () => {
    const world = await postingWorld(store());
    const id = await world.reported();
    const { readFile } = world.fake.port;
    world.fake.port.readFile = async () => {
      throw new ZenPulseError('github_unavailable', { what: 'the rules', tries: 3 });
    };
    await expect(world.post(id)).rejects.toThrow('GitHub did not answer');
    expect((await world.state(id)).state).toBe('due');
    world.fake.port.readFile = readFile;
    await world.drain();
    expect((await world.state(id)).state).toBe('sent');
  });

  it('is not overwritten by a later attempt that comes while it is being sent', async () => {
    const world = await postingWorld(store());
    const id = await world.reported({ headline: 'First' });
    const { request_id: requestId } = await world.edges.db
      .selectFrom('messages')
      .select('request_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    world.slack.replies.push({
      status: 200,
      body: 'ok',
      before: async () => {
        const payload = payloadOf({ requestId, runId: '4711-2', headline: 'Second', told: [] });
        await acceptCallback(world.edges, { payload, proofId: 'later', bodyDigest: 'later' });
      },
    });
    await world.drain();
    expect((await world.state(id)).state).toBe('sent');
    expect(world.slack.received).toHaveLength(1);
  });
});

describeEachStore('when Slack', (store) => {
  it('says 429 the post waits as told, and goes out', async () => {
    const world = await postingWorld(store());
    world.slack.replies.push({ status: 429, headers: { 'retry-after': '7' } });
    const id = await world.reported();
    await world.drain();
    expect((await world.state(id)).state).toBe('sent');
    expect(world.waits).toContain(7_000);
  });

  it.each([
    [400, 'invalid_payload'],
    [403, 'action_prohibited'],
    [404, 'no_service'],
  ])('says %i the post failed for good, after one call', async (status, body) => {
    const world = await postingWorld(store());
    world.slack.replies.push({ status, body });
    const id = await world.reported();
    await world.drain();
    const { state, problem } = await world.state(id);
    expect([state, problem?.code]).toEqual(['failed', 'slack_refused']);
    expect(problem?.next_step).not.toBe('');
    await world.drain();
    expect(world.slack.received).toHaveLength(1);
  });

  it.each([
    ['breaks the connection', { status: 0, delivery: 'reset' as const }],
    ['fails with 500', { status: 500 }],
  ])('%s nobody knows whether it is posted, and it is never tried again', async (_name, reply) => {
    const world = await postingWorld(store());
    world.slack.replies.push(reply);
    const id = await world.reported();
    await world.drain();
    expect((await world.state(id)).state).toBe('unknown');
    world.advance(24 * 60 * minute);
    await world.post(id);
    await world.drain();
    expect(world.slack.received).toHaveLength(1);
  });

  it('gets only a part of a long report, a person decides about the rest', async () => {
    const world = await postingWorld(store());
    world.slack.replies.push(null, { status: 404, body: 'no_service' });
    const id = await world.reported({ outline: longOutline(400) });
    await world.drain();
    const { state, problem } = await world.state(id);
    expect([state, problem?.code]).toEqual(['unknown', 'slack_partly_posted']);
    expect(problem?.message).toContain('Only 1 of ');
    expect(world.slack.received).toHaveLength(2);
  });

  it('cannot be reached the post is tried again later, for nothing was sent', async () => {
    const world = await postingWorld(store());
    const { fetch } = world.edges.delivery;
    world.edges.delivery.fetch = async () => {
      throw new ZenPulseError('destination_unreachable', { host: 'slack.test', cause: 'down' });
    };
    const id = await world.reported();
    await world.drain();
    expect(await world.state(id)).toMatchObject({
      state: 'due',
      problem: { code: 'destination_unreachable' },
    });
    world.edges.delivery.fetch = fetch;
    world.advance(10 * minute);
    await world.drain();
    expect(await world.state(id)).toMatchObject({ state: 'sent', problem: null });
    expect(world.slack.received).toHaveLength(1);
  });

  it('cannot be reached for hours the post fails', async () => {
    const world = await postingWorld(store());
    world.edges.delivery.fetch = async () => {
      throw new ZenPulseError('destination_unreachable', { host: 'slack.test', cause: 'down' });
    };
    const id = await world.reported();
    for (let tries = 0; tries < 40; tries += 1) {
      await world.drain();
      world.advance(10 * minute);
    }
    expect((await world.state(id)).state).toBe('failed');
    expect((await world.jobs.waiting()).filter(({ name }) => name === 'post')).toEqual([]);
  });

  it('has the App wait when that is stopped, the next process posts', async () => {
    const world = await postingWorld(store());
    const id = await world.reported();
    world.slack.replies.push({
      status: 429,
      headers: { 'retry-after': '60' },
      before: () => {
        world.stop.abort();
      },
    });
    const { delivery } = world.edges;
    // The answer has come; the stop is seen in the wait that follows it.
    world.edges.delivery = { ...delivery, fetch: (request) => delivery.fetch(request) };
    await world.post(id);
    expect(await world.state(id)).toMatchObject({ state: 'due', problem: { code: 'slack_stopped' } });
    world.edges.delivery = { ...delivery, signal: new AbortController().signal };
    world.advance(10 * minute);
    await world.drain();
    expect((await world.state(id)).state).toBe('sent');
  });
});

describeEachStore('a post that is found as sending', (store) => {
  /** The process dies while Slack has the message. */
  async function crashed() {
    const world = await postingWorld(store());
    const id = await world.reported();
    const { fetch } = world.edges.delivery;
    const died = new Promise<void>((resolve) => {
      world.edges.delivery.fetch = async (request) => {
        await fetch(request);
        resolve();
        return new Promise<never>(() => undefined);
      };
    });
    void world.post(id);
    await died;
    world.edges.delivery.fetch = fetch;
    return { world, id };
  }

  it('is left to whoever sends it, and looked at again when they must have ended', async () => {
    const { world, id } = await crashed();
    await world.post(id);
    expect((await world.state(id)).state).toBe('sending');
    const posts = (await world.jobs.waiting()).filter(({ name }) => name === 'post');
    expect(posts.at(-1)?.startAfter).toEqual(new Date(world.edges.clock().getTime() + leaseMs));
  });

  it('becomes unknown after a crash, and is never posted again by itself', async () => {
    const { world, id } = await crashed();
    await world.post(id);
    world.advance(leaseMs);
    await world.drain();
    expect(await world.state(id)).toMatchObject({
      state: 'unknown',
      problem: { code: 'post_interrupted' },
    });
    world.advance(leaseMs);
    await world.post(id);
    await world.drain();
    expect(world.slack.received).toHaveLength(1);
  });

  it('is sent after all, when whoever was given up for dead comes back with the answer', async () => {
    const world = await postingWorld(store());
    const id = await world.reported();
    world.slack.replies.push({
      status: 200,
      body: 'ok',
      before: async () => {
        world.advance(leaseMs);
        await world.post(id);
        expect((await world.state(id)).state).toBe('unknown');
      },
    });
    await world.post(id);
    expect((await world.state(id)).state).toBe('sent');
    expect(world.slack.received).toHaveLength(1);
  });
});

describeEachStore('whatever happens to a post', (store) => {
  it('no credential stands in a log or in the table of posts', async () => {
    const world = await postingWorld(store());
    for (const reply of [{ status: 404, body: webhookPath }, { status: 500 }, null]) {
      world.slack.replies.push(reply);
      const id = await world.reported();
      await world.post(id);
      expect(JSON.stringify(await world.state(id))).not.toContain('canary');
    }
    expect(world.lines.length).toBeGreaterThan(2);
    expect(world.lines.join('')).not.toContain('canary');
  });
});
