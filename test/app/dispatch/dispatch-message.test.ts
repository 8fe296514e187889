import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { dispatchMessage } from '../../../app/dispatch/dispatch-message.ts';
import { onboard } from '../../../app/dispatch/onboard.ts';
import type { DispatchAnswer } from '../../../app/github/github-port.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import { callbackUrl, dispatchWorld, goodWorkflow, shop, workflowKey } from './dispatch-world.ts';

const answering = (answer: DispatchAnswer) => () => ({ answer, exists: false });

describeEachStore('dispatching a message', (store) => {
  test('starts its workflow with its inputs, and waits for the callback', async () => {
    const world = await dispatchWorld(store());
    const { id, requestId } = await world.seed({ triggerPulls: [12, 13] });
    await world.drain();

    expect(await world.message(id)).toMatchObject({ status: 'generating', problems: [] });
    expect(await world.dispatches(id)).toEqual([{ state: 'sent', run_id: '1000', attempt: 1 }]);
    expect(world.github.runs.map(({ inputs }) => inputs)).toEqual([
      {
        repo: 'acme/shop',
        analysis_type: 'shipped',
        trigger_prs: '12,13',
        callback_url: callbackUrl,
        request_id: requestId,
      },
    ]);
  });

  test('run twice, or after it was done, starts nothing more', async () => {
    const world = await dispatchWorld(store());
    const { id } = await world.seed();
    await world.drain();
    await dispatchMessage(world.edges, world.options, id);

    expect(world.github.runs).toHaveLength(1);
  });

  test('run many times at once, makes one request for each message, and none waits for another', async () => {
    const world = await dispatchWorld(store());
    const messages = await Promise.all(
      Array.from({ length: 8 }, (_, number) => world.seed({ kind: 'release', base: `v1.${number}` })),
    );
    await Promise.all(
      messages.flatMap(({ id }) =>
        Array.from({ length: 4 }, () => dispatchMessage(world.edges, world.options, id)),
      ),
    );
    await world.settle();

    expect(world.github.runs).toHaveLength(messages.length);
    const rows = await world.edges.db.selectFrom('dispatches').select('state').execute();
    expect(rows).toEqual(messages.map(() => ({ state: 'sent' })));
  });

  test('is written down before the request is made, so that one that dies in it is looked up first', async () => {
    const world = await dispatchWorld(store());
    const { id } = await world.seed();
    let seen: unknown;
    const { dispatchWorkflow } = world.github.port;
    world.github.port.dispatchWorkflow = async (...given) => {
      seen = await world.dispatches(id);
      await dispatchWorkflow(...given);
      throw new Error('the process died');
    };
    await expect(dispatchMessage(world.edges, world.options, id)).rejects.toThrow('died');
    world.advance(1);
    await dispatchMessage(world.edges, world.options, id);

    expect(seen).toMatchObject([{ state: 'sending' }]);
    expect(world.github.runs).toHaveLength(1);
    expect(await world.message(id)).toMatchObject({ status: 'generating' });
    expect(await world.dispatches(id)).toMatchObject([{ state: 'sent', run_id: '1000' }]);
  });

  test('sends a one-time token only where that is the proof, and keeps its hash alone', async () => {
    const world = await dispatchWorld(store(), { callbackProof: 'token' });
    await world.seed();
    await world.drain();
    const token = world.github.runs[0]?.inputs.webhook_token ?? '';
    const row = await world.edges.db.selectFrom('dispatches').selectAll().executeTakeFirstOrThrow();

    expect(token).toMatch(/^token-/);
    expect(row.token_hash).toBe(createHash('sha256').update(token).digest('hex'));
    expect(row.token_expires_at?.getTime()).toBe(world.now().getTime() + 25 * 3_600_000);
    const messages = await world.edges.db.selectFrom('messages').selectAll().execute();
    const jobs = await world.jobs.waiting();
    expect(JSON.stringify([row, messages, jobs, world.warned])).not.toContain(token);
  });

  test('a repository that was renamed since is dispatched to under its new name', async () => {
    const world = await dispatchWorld(store());
    const { id } = await world.seed();
    world.github.port.getRepository = async () => ({
      id: '1001',
      fullName: 'acme/store',
      defaultBranch: 'trunk',
    });
    world.github.files.set('acme/store: .github/workflows/zenpulse.yml', goodWorkflow);
    const asked: unknown[] = [];
    const { dispatchWorkflow } = world.github.port;
    world.github.port.dispatchWorkflow = (address, file, ref, inputs) => {
      asked.push([address.fullName, ref, inputs.repo]);
      return dispatchWorkflow(address, file, ref, inputs);
    };
    await world.drain();

    expect(asked).toEqual([['acme/store', 'trunk', 'acme/store']]);
    expect(await world.message(id)).toMatchObject({ status: 'generating' });
    const stored = await world.edges.db.selectFrom('messages').select('inputs').executeTakeFirstOrThrow();
    expect(stored.inputs.repo).toBe('acme/store');
    expect(await world.edges.db.selectFrom('dispatches').select(['repo', 'ref']).execute()).toEqual([
      { repo: 'acme/store', ref: 'trunk' },
    ]);
  });

  test('a branch that was renamed while it waited for a rate limit is dispatched under its new name', async () => {
    const world = await dispatchWorld(store());
    const { id } = await world.seed();
    const { db } = world.edges;
    const inputs = (await db.selectFrom('messages').select('inputs').executeTakeFirstOrThrow()).inputs;
    await db
      .updateTable('messages')
      .set({ inputs: JSON.stringify({ ...inputs, base_branch: 'main' }) })
      .execute();
    const at = new Date(world.now().getTime() + 3_000_000);
    world.github.answerDispatch = () => ({ answer: { kind: 'later', at }, exists: false });
    await world.drain();
    world.github.answerDispatch = ({ id: runId, url }) => ({
      answer: { kind: 'started', runId, runUrl: url },
      exists: true,
    });
    world.github.repository = { ...world.github.repository, defaultBranch: 'trunk' };
    await world.settle(3_600);

    expect(world.github.runs.map((run) => run.inputs.base_branch)).toEqual(['trunk']);
    expect(await world.message(id)).toMatchObject({ status: 'generating' });
    expect(await world.stream()).toBeDefined();
  });

  test('a rate limit puts it off until it ends, with no run and no failure', async () => {
    const world = await dispatchWorld(store());
    const { id } = await world.seed();
    const at = new Date(world.now().getTime() + 40 * 60_000);
    world.github.answerDispatch = answering({ kind: 'later', at });
    await world.drain();

    expect(await world.message(id)).toMatchObject({
      status: 'queued',
      problems: [{ code: 'github_rate_limited' }],
    });
    world.github.answerDispatch = ({ id: runId, url }) => ({
      answer: { kind: 'started', runId, runUrl: url },
      exists: true,
    });
    world.advance(39 * 60);
    expect(await world.drain()).toBe(0);
    world.advance(60);
    await world.drain();

    expect(await world.message(id)).toMatchObject({ status: 'generating', problems: [] });
    expect(await world.dispatches(id)).toMatchObject([{ state: 'refused' }, { state: 'sent' }]);
  });

  test('a GitHub that cannot be asked leaves the message as it is, for the job to come back', async () => {
    const world = await dispatchWorld(store());
    const { id } = await world.seed();
    world.github.port.readFile = async () => {
      throw new ZenPulseError('github_unavailable', { what: 'reading', tries: 3 });
    };

    await expect(dispatchMessage(world.edges, world.options, id)).rejects.toMatchObject({
      code: 'github_unavailable',
    });
    expect(await world.message(id)).toMatchObject({ status: 'queued' });
    expect(await world.dispatches(id)).toEqual([]);
  });
});

describeEachStore('a dispatch that cannot be', (store) => {
  test('without a workflow needs set-up, with a link that makes it', async () => {
    const world = await dispatchWorld(store());
    world.github.files.delete(workflowKey);
    const { id } = await world.seed();
    await world.drain();
    const { status, problems } = await world.message(id);

    expect(status).toBe('needs_setup');
    expect(problems).toMatchObject([{ code: 'workflow_missing' }]);
    expect(problems[0]?.url).toContain('https://github.com/acme/shop/new/main?filename=');
    expect(world.github.runs).toEqual([]);
    expect(await world.dispatches(id)).toEqual([]);
  });

  test('stores what is wrong with the message and the repository, and logs it with the next step', async () => {
    const world = await dispatchWorld(store());
    world.github.files.set(workflowKey, goodWorkflow.replace('      trigger_prs:\n', '      other_prs:\n'));
    const { id } = await world.seed();
    await world.drain();
    const repository = await world.edges.db
      .selectFrom('repositories')
      .select(['state', 'problems'])
      .executeTakeFirstOrThrow();
    const { problems } = await world.message(id);

    expect(problems).toMatchObject([{ code: 'workflow_inputs_missing', next_step: expect.any(String) }]);
    expect(repository).toEqual({ state: 'needs_setup', problems });
    expect(world.warned).toMatchObject([{ fields: { messageId: id, problems } }]);
  });

  test('ends its pulse, so that its line goes on when the set-up is complete', async () => {
    const world = await dispatchWorld(store());
    world.github.files.delete(workflowKey);
    await world.seed();
    await world.drain();

    expect(await world.stream()).toMatchObject({ active_message_id: null, failures: 1 });
  });

  test('for many at once, while the repository is looked at, ends each of them', async () => {
    const world = await dispatchWorld(store());
    world.github.answerDispatch = answering({ kind: 'refused', status: 403, message: 'no' });
    const lines = ['main', 'next', 'v1', 'v2', 'v3'];
    const messages = await Promise.all(lines.map((base) => world.seed({ base })));
    await Promise.all(
      messages.flatMap(({ id }) => [
        dispatchMessage(world.edges, world.options, id),
        dispatchMessage(world.edges, world.options, id),
        onboard(world.edges, world.options, shop.id),
      ]),
    );
    await world.settle(0);
    const rows = await world.edges.db.selectFrom('messages').select('status').execute();

    expect(rows).toEqual(lines.map(() => ({ status: 'needs_setup' })));
  });

  test.each([
    [404, 'needs_setup', 'workflow_missing'],
    [403, 'needs_setup', 'dispatch_forbidden'],
    [422, 'needs_setup', 'dispatch_refused'],
    [410, 'failed', 'dispatch_refused'],
  ] as const)('refused with %i ends as %s: %s', async (status, expected, code) => {
    const world = await dispatchWorld(store());
    world.github.answerDispatch = answering({ kind: 'refused', status, message: 'in its own words' });
    const { id } = await world.seed();
    await world.settle();

    expect(await world.message(id)).toMatchObject({ status: expected, problems: [{ code }] });
    expect(await world.dispatches(id)).toMatchObject([{ state: 'refused' }]);
    expect(await world.stream()).toMatchObject({ active_message_id: null });
  });

  test('names the permission that is missing', async () => {
    const world = await dispatchWorld(store());
    world.github.answerDispatch = answering({
      kind: 'refused',
      status: 403,
      message: 'Resource not accessible',
    });
    const { id } = await world.seed();
    await world.drain();

    expect(JSON.stringify(await world.message(id))).toContain('Actions: write');
  });

  test('in a repository that left fails and asks GitHub nothing', async () => {
    const world = await dispatchWorld(store());
    const { id } = await world.seed();
    await world.edges.db.updateTable('repositories').set({ state: 'removed' }).execute();
    world.github.port.getRepository = () => Promise.reject(new Error('asked'));
    await world.drain();

    expect(await world.message(id)).toMatchObject({
      status: 'failed',
      problems: [{ code: 'repository_gone' }],
    });
  });

  test.each([
    ['is out of reach', async () => null, 'repository_gone'],
    [
      'has an installation that sleeps',
      () =>
        Promise.reject(
          new ZenPulseError('github_forbidden', {
            repository: 'acme/shop',
            permission: 'contents=read',
            message: 'This installation has been suspended',
          }),
        ),
      'github_forbidden',
    ],
  ])('in a repository that %s needs set-up', async (_, getRepository, code) => {
    const world = await dispatchWorld(store());
    const { id } = await world.seed();
    world.github.port.getRepository = getRepository;
    await world.drain();

    expect(await world.message(id)).toMatchObject({ status: 'needs_setup', problems: [{ code }] });
    expect(await world.stream()).toMatchObject({ active_message_id: null });
  });

  test('goes on beside the standalone workflow, with a warning', async () => {
    const world = await dispatchWorld(store());
    world.github.files.set('acme/shop: .github/workflows/zenpulse-standalone.yml', 'on: push');
    const { id } = await world.seed();
    await world.drain();

    expect(await world.message(id)).toMatchObject({
      status: 'generating',
      problems: [{ code: 'workflow_standalone_too' }],
    });
  });
});
