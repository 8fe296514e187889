import { describe, expect, it } from 'vitest';
import { describeEachStore } from '../kit/store-for-test.ts';
import { callbackWorlds, stored } from './callback-world.ts';

const minute = 60_000;

describeEachStore("a run's identity proves its callback", (store) => {
  const worldOn = callbackWorlds();

  it('is accepted from the run that was started, and its result is stored', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    expect(await world.report(asked)).toMatchObject({ status: 200, body: { outcome: 'accepted' } });
    const { message, callbacks, told } = await stored(world, asked.messageId);
    expect(message).toMatchObject({ status: 'completed', revision: 1, pipeline_run_id: `${asked.run.id}-1` });
    expect(callbacks[0]?.proof_id).toMatch(/^oidc:/);
    expect(told).toEqual([1, 2]);
  });

  it('answers the same token and body again as a duplicate, without a second effect', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    const body = JSON.stringify(asked.payload());
    const bearer = world.mint(asked.run, body);
    expect((await world.send(body, { bearer })).body).toEqual({ outcome: 'accepted' });
    expect(await world.send(body, { bearer })).toMatchObject({ status: 200, body: { outcome: 'duplicate' } });
    const { message, callbacks } = await stored(world, asked.messageId);
    expect([message.revision, callbacks.length]).toEqual([1, 1]);
  });

  it('answers a body that is sent again with a new token as a duplicate', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    await world.report(asked);
    expect(await world.report(asked)).toMatchObject({ status: 200, body: { outcome: 'duplicate' } });
    expect((await stored(world, asked.messageId)).outcomes).toEqual(['accepted', 'duplicate']);
  });

  it.each([
    ['the branch it ran on was renamed', { default_branch: 'trunk' }, {}],
    ['the repository was renamed', { full_name: 'acme/store' }, { repository: 'acme/store' }],
  ])('is accepted after %s', async (_name, change, claims) => {
    const world = await worldOn(store());
    const asked = await world.ask();
    const { db } = world.edges;
    await db.updateTable('dispatches').set({ repo: 'acme/shop', ref: 'main' }).execute();
    await db.updateTable('repositories').set(change).execute();
    expect(await world.report(asked, undefined, claims)).toMatchObject({ status: 200 });
  });

  it('refuses a token whose id was used for another body', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    await world.report(asked, undefined, { jti: 'the-one' });
    const other = asked.payload({ headline: 'Something else' });
    expect(await world.report(asked, other, { jti: 'the-one' })).toMatchObject({
      status: 409,
      body: { code: 'callback_proof_used' },
    });
    expect((await stored(world, asked.messageId)).message.results?.summary_message).toBe(
      '# Two changes shipped',
    );
  });

  it('refuses a body that was changed after the token was issued', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    const bearer = world.mint(asked.run, JSON.stringify(asked.payload()));
    const changed = JSON.stringify(asked.payload({ headline: 'Changed on the way' }));
    const { status, body } = await world.send(changed, { bearer });
    expect([status, body.code]).toEqual([401, 'callback_proof_refused']);
    expect(body.message).toContain('another body');
  });

  describe('refuses', () => {
    it.each([
      ['a token for another address', { aud: 'https://elsewhere.example.com' }, 401, 'not issued for'],
      ['a token of another issuer', { iss: 'https://issuer.example.com' }, 401, 'not issued by'],
      ['a token of another repository', { repository_id: '999' }, 403, 'another repository'],
      ['a token of another run', { run_id: '999' }, 403, 'another run'],
      ['a run that nobody dispatched', { event_name: 'push' }, 403, 'started by push'],
      [
        'another workflow of the same repository',
        { workflow_ref: 'acme/shop/.github/workflows/other.yml@refs/heads/main' },
        403,
        'other.yml',
      ],
      [
        'the workflow as another branch has it',
        { workflow_ref: 'acme/shop/.github/workflows/zenpulse.yml@refs/heads/evil' },
        403,
        'refs/heads/evil',
      ],
      [
        'a job of a workflow that ours calls',
        { job_workflow_ref: 'evil/lib/.github/workflows/zenpulse.yml@refs/heads/main' },
        403,
        'evil/lib',
      ],
      ['a token without an id', { jti: undefined }, 401, 'jti'],
      ['a token without a run', { run_id: undefined }, 401, 'run_id'],
    ])('%s', async (_name, claims, status, said) => {
      const world = await worldOn(store());
      const asked = await world.ask();
      const answer = await world.report(asked, undefined, claims);
      expect(answer.status).toBe(status);
      expect(answer.body.message).toContain(said);
      expect((await stored(world, asked.messageId)).message.status).toBe('generating');
    });

    it('a token that GitHub did not sign', async () => {
      const world = await worldOn(store());
      const asked = await world.ask();
      const body = JSON.stringify(asked.payload());
      const bearer = world.mint(asked.run, body, {}, { withForeignKey: true });
      expect(await world.send(body, { bearer })).toMatchObject({
        status: 401,
        body: { code: 'callback_proof_refused' },
      });
    });

    it('a token that says it needs no signature', async () => {
      const world = await worldOn(store());
      const asked = await world.ask();
      const body = JSON.stringify(asked.payload());
      const [, claims] = world.mint(asked.run, body).split('.');
      const head = Buffer.from('{"alg":"none"}').toString('base64url');
      expect((await world.send(body, { bearer: `${head}.${claims}.AA` })).status).toBe(401);
    });

    it('a payload that names another run than the token', async () => {
      const world = await worldOn(store());
      const asked = await world.ask();
      const answer = await world.report(asked, asked.payload({ runId: '4711-1' }));
      expect([answer.status, answer.body.code]).toEqual([403, 'callback_not_from_run']);
    });

    it('an answer to a request that nobody made', async () => {
      const world = await worldOn(store());
      const asked = await world.ask();
      const answer = await world.report(asked, asked.payload({ requestId: 'nobody-asked' }));
      expect([answer.status, answer.body.code]).toEqual([404, 'callback_request_unknown']);
    });
  });

  it('accepts a token to which the clocks differ by less than a minute', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    const body = JSON.stringify(asked.payload());
    const bearer = world.mint(asked.run, body);
    world.advance(5 * minute + 50_000);
    expect((await world.send(body, { bearer })).status).toBe(200);
  });

  it('says when a token has just expired, and to ask for a new one', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    const body = JSON.stringify(asked.payload());
    const bearer = world.mint(asked.run, body);
    world.advance(7 * minute);
    const { status, body: said } = await world.send(body, { bearer });
    expect([status, said.code]).toEqual([401, 'callback_proof_untimely']);
    expect(said.message).toContain(
      'expired at 2026-11-20T12:05:00.000Z; it is 2026-11-20T12:07:00.000Z here',
    );
    expect(said.next_step).toContain('Have the run ask GitHub');
  });

  it.each([
    ['behind', 30 * minute, 'expired at'],
    ['ahead', -30 * minute, 'is not valid before'],
  ])('says that the clocks differ when the issuer is far %s', async (_name, ms, what) => {
    const world = await worldOn(store());
    const asked = await world.ask();
    const body = JSON.stringify(asked.payload());
    const bearer = world.mint(asked.run, body);
    world.advance(ms);
    const { status, body: said } = await world.send(body, { bearer });
    expect([status, said.code]).toEqual([401, 'callback_proof_untimely']);
    expect(said.message).toContain(what);
    expect(said.next_step).toContain('differ by more than five minutes');
  });

  it('accepts the run of a dispatch whose answer never came', async () => {
    const world = await worldOn(store());
    const asked = await world.ask({ state: 'sending', knowsRun: false });
    expect((await world.report(asked)).body).toEqual({ outcome: 'accepted' });
  });

  it('accepts no run for a dispatch that GitHub refused', async () => {
    const world = await worldOn(store());
    const asked = await world.ask({ state: 'refused', knowsRun: false });
    expect((await world.report(asked)).status).toBe(403);
  });

  it('takes the first of two runs, and records the other as a duplicate', async () => {
    const world = await worldOn(store());
    const lost = await world.ask({ state: 'lost', knowsRun: false });
    const again = await world.ask();
    await world.edges.db
      .updateTable('dispatches')
      .set({ message_id: lost.messageId, attempt: 2 })
      .where('message_id', '=', again.messageId)
      .execute();
    const second = { ...lost, run: again.run };
    const payload = lost.payload({ runId: `${again.run.id}-1`, headline: 'By the second run' });
    expect((await world.report(second, payload)).body).toEqual({ outcome: 'accepted' });
    expect((await world.report(lost)).body).toEqual({ outcome: 'duplicate' });
    const { message, outcomes } = await stored(world, lost.messageId);
    expect(message.results?.summary_message).toBe('# By the second run');
    expect(outcomes).toEqual(['accepted', 'duplicate']);
  });

  it('knows a repository by its id, whatever it is called by now', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    const renamed = {
      repository: 'acme/store',
      workflow_ref: 'acme/store/.github/workflows/zenpulse.yml@refs/heads/main',
      job_workflow_ref: 'acme/store/.github/workflows/zenpulse.yml@refs/heads/main',
      sub: 'repo:acme@1/store@2:whatever',
    };
    expect((await world.report(asked, undefined, renamed)).status).toBe(200);
  });
});

describeEachStore("an issuer's keys", (store) => {
  const worldOn = callbackWorlds();

  it('are read once for any number of callbacks', async () => {
    const world = await worldOn(store());
    const all = await Promise.all([world.ask(), world.ask(), world.ask()]);
    await Promise.all(all.map((asked) => world.report(asked)));
    const paths = world.github.requests.map(({ path }) => path).filter((path) => path.includes('well-known'));
    expect(paths.toSorted()).toEqual([
      '/_services/token/.well-known/jwks',
      '/_services/token/.well-known/openid-configuration',
    ]);
  });

  it('that cannot be read are an outage, and the issuer is not asked again at once', async () => {
    let asked = 0;
    const world = await worldOn(store(), {
      fetch: async () => {
        asked += 1;
        throw new Error('no route to the issuer');
      },
    });
    const request = await world.ask();
    for (let tries = 0; tries < 3; tries += 1) {
      const answer = await world.report(request);
      expect([answer.status, answer.body.code]).toEqual([503, 'app_unavailable']);
      expect(answer.headers.get('retry-after')).toBe('15');
    }
    expect(asked).toBe(1);
    world.advance(11_000);
    await world.report(request);
    expect(asked).toBe(2);
  });

  it('are not looked for on behalf of a token that another issuer wrote', async () => {
    let asked = 0;
    const world = await worldOn(store(), {
      fetch: async () => {
        asked += 1;
        throw new Error('not to be asked');
      },
    });
    const request = await world.ask();
    await world.report(request, undefined, { iss: 'https://issuer.example.com' });
    expect(asked).toBe(0);
  });

  it('are not taken from a discovery document that points elsewhere', async () => {
    const world = await worldOn(store(), {
      fetch: async () =>
        Response.json({ issuer: world.github.oidc.issuer, jwks_uri: 'https://elsewhere.example.com/keys' }),
    });
    const request = await world.ask();
    expect((await world.report(request)).status).toBe(503);
  });
});
