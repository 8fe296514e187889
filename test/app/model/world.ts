import { createHash } from 'node:crypto';
import type { EmitterWebhookEventName } from '@octokit/webhooks';
import { acceptCallback } from '../../../app/callback/accept-callback.ts';
import { zenPulseApp } from '../../../app/index.ts';
import { deliveryStore } from '../../../app/intake/store-deliveries.ts';
import { jobHandlers } from '../../../app/job-handlers.ts';
import type { JobHandlers } from '../../../app/jobs/jobs.ts';
import type { PostingEdges } from '../../../app/posting/posting-edges.ts';
import type { Store } from '../../../app/store/store.ts';
import { workflowTemplateText } from '../../../app/dispatch/workflow-template.generated.ts';
import type { CallbackPayload } from '../../../contract/callback-payload.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { IncomingAnswer, OutgoingRequest } from '../../../delivery/edges.ts';
import type { CrashPoints } from '../kit/crash-points.ts';
import { createFakeGitHub, type FakeGitHub, type FakeRun } from '../kit/fake-github.ts';
import { createManualJobs, type ManualJobs } from '../kit/manual-jobs.ts';

export const repository = { id: '77', fullName: 'acme/shop', defaultBranch: 'main' };
const installationId = '9';
const publicUrl = 'https://zen.example.com';
const ignoreLabel = 'zenpulse:ignore';

/** A pull request of the made-up repository. */
export interface Pull {
  number: number;
  mergedAt: Date;
  updatedAt: Date;
  isIgnored: boolean;
  /** What the default branch was called as it merged. */
  base: string;
}

interface Webhook {
  id: string;
  event: EmitterWebhookEventName;
  payload: object;
  /** The App said 2xx. */
  isAcknowledged: boolean;
}

interface Mail {
  payload: CallbackPayload;
  /** How often it was sent; each time with a token of its own. */
  sent: number;
  isAnswered: boolean;
}

export type DispatchMode = 'started' | 'lost answer' | 'lost request';
export type SlackMode = 'ok' | 'lost answer' | 'unreachable' | 'busy';
/** late: cancelled as far as GitHub tells, and its callback comes all the same. */
export type RunEnd = 'well' | 'failed' | 'silent' | 'late';

/** The world around the App, and the App in it: one repository, a clock that only commands move. */
export interface World {
  store: Store;
  jobs: ManualJobs;
  handlers: JobHandlers;
  github: FakeGitHub;
  pulls: Pull[];
  webhooks: Webhook[];
  mail: Mail[];
  /** Messages Slack has taken, each as its text. */
  posted: string[];
  dispatchMode: DispatchMode;
  slackMode: SlackMode;
  now: () => Date;
  advance: (ms: number) => void;
  /** A pull request merges; its webhook is there to be delivered, or was never made. */
  merge: (options: { isIgnored: boolean; hasWebhook: boolean }) => void;
  relabel: (pull: Pull) => void;
  /** The default branch gets another name; its webhook is there to be delivered, or was never made. */
  rename: (options: { hasWebhook: boolean }) => void;
  deliver: (webhook: Webhook) => Promise<void>;
  /** A run that was dispatched ends. */
  endRun: (run: FakeRun, end: RunEnd) => void;
  callBack: (mail: Mail) => Promise<void>;
}

const files = {
  '.github/zenpulse.yml': [
    'triggers:',
    '  merge: { quiet_period: 30s }',
    'delivery: { to: slack, post: at_once }',
  ].join('\n'),
  '.github/workflows/zenpulse.yml': workflowTemplateText.replaceAll(
    'zenpulse.example.com',
    'zen.example.com',
  ),
};

const answer = (status: number, body: string): IncomingAnswer => ({
  status,
  headers: new Headers(),
  body,
  truncated: false,
});

/** What a run reports on: its window and what it was told of, without what it was told to leave out. */
function includedIn({ inputs }: FakeRun, pulls: readonly Pull[]): Pull[] {
  const [start = '', end = ''] = (inputs.date_range ?? '').split('..');
  const named = (list: string | undefined) => new Set((list ?? '').split(',').filter(Boolean).map(Number));
  const triggers = named(inputs.trigger_prs);
  const ignored = named(inputs.ignored_prs);
  return pulls.filter(
    ({ number, mergedAt, isIgnored }) =>
      !isIgnored &&
      !ignored.has(number) &&
      ((mergedAt >= new Date(start) && mergedAt < new Date(end)) || triggers.has(number)),
  );
}

function payloadOf(run: FakeRun, pulls: readonly Pull[], isFailed: boolean): CallbackPayload {
  const own = isFailed ? [] : includedIn(run, pulls).map(({ number }) => `acme/shop#${number}`);
  const hasText = own.length > 0;
  // Of another repository, with numbers that own ones have too, or will have.
  const included = hasText ? [...own, 'acme/other#1', `acme/other#${pulls.length + 1}`] : [];
  const head = {
    contract_version: '1',
    request_id: run.requestId,
    pipeline_run_id: `${run.id}-1`,
    artifact_uri: null,
    artifact_digest: null,
  } as const;
  if (isFailed)
    return {
      ...head,
      status: 'failed',
      results: null,
      error: { code: 'model_unavailable', message: 'no answer', next_step: 'try again' },
    };
  return {
    ...head,
    status: hasText ? 'completed' : 'no_changes',
    error: null,
    results: {
      summary_message: hasText ? `report ${run.requestId}` : null,
      outline: hasText
        ? {
            headline: `Report ${run.requestId}`,
            context: [],
            summary: `Tells of ${included.length}.`,
            sections: [],
            notes: [],
          }
        : null,
      included_pull_requests: included,
      metrics: {
        preflight_merged_pr_count: included.length,
        included_pr_count: included.length,
        direct_push_count: 0,
        report_length_chars: 0,
        model_call_count: 0,
        tool_call_count: 0,
        input_tokens: 0,
        output_tokens: 0,
        step_ms: {},
      },
      timeframe: { start: null, end: null, base: null, head: null },
      degraded: null,
      complete: true,
    },
  };
}

/** The emitter of Probot, as far as the App uses it. */
function createReceiver() {
  type Handle = (event: { id: string; payload: unknown }) => Promise<void>;
  const handlers = new Map<string, Handle[]>();
  const on = (names: string | readonly string[], handle: Handle) => {
    for (const name of typeof names === 'string' ? [names] : names)
      handlers.set(name, [...(handlers.get(name) ?? []), handle]);
  };
  const receive = async ({ id, name, payload }: { id: string; name: string; payload: unknown }) => {
    const { action } = payload as { action?: string };
    for (const handle of [...(handlers.get(name) ?? []), ...(handlers.get(`${name}.${action}`) ?? [])])
      await handle({ id, payload });
  };
  return { on, receive };
}

/** A GitHub that dies with the process that asks it, before or after it has done what it was asked for. */
function mortal<Port extends object>(port: Port, { around }: CrashPoints): Port {
  return Object.fromEntries(
    Object.entries(port).map(([name, call]: [string, (...given: unknown[]) => Promise<unknown>]) => [
      name,
      (...given: unknown[]) => around(() => call(...given)),
    ]),
  ) as Port;
}

export interface WorldOptions {
  /** Sweeps find no merges, so webhooks alone have to tell of them; then each merge has one. */
  hasBlindSweeps: boolean;
  /** GitHub leads on from a branch's old name to the new one. */
  leadsOn?: boolean;
  /** Merged pull requests go on naming the branch as it was called then; it is renamed once at most. */
  keepsNames?: boolean;
}

/** @param store empty; its database dies at `points` */
export async function createWorld(
  store: Store,
  points: CrashPoints,
  { hasBlindSweeps, leadsOn = true, keepsNames = false }: WorldOptions,
): Promise<World> {
  let time = Date.parse('2026-11-02T08:00:00Z');
  let ids = 0;
  const now = () => new Date(time);
  const jobs = await createManualJobs(store.db);
  const github = createFakeGitHub({ clock: now, repository });
  for (const [path, text] of Object.entries(files)) github.files.set(`acme/shop: ${path}`, text);
  const receiver = createReceiver();
  /** Names of the default branch, each with the instant from which on it had it. */
  const names = [{ name: repository.defaultBranch, since: new Date(0) }];
  const branchAt = (at: Date) => names.findLast(({ since }) => since <= at)?.name ?? '';

  const world: World = {
    store,
    jobs,
    github,
    pulls: [],
    webhooks: [],
    mail: [],
    posted: [],
    dispatchMode: 'started',
    slackMode: 'ok',
    now,
    advance: (ms) => {
      time += ms;
    },
    handlers: {} as JobHandlers,
    merge: ({ isIgnored, hasWebhook }) => {
      const pull = {
        number: world.pulls.length + 1,
        mergedAt: now(),
        updatedAt: now(),
        isIgnored,
        base: branchAt(now()),
      };
      world.pulls.push(pull);
      if (hasWebhook || hasBlindSweeps) announce(pull, 'closed');
      time += 1_000;
    },
    relabel: (pull) => {
      pull.isIgnored = !pull.isIgnored;
      pull.updatedAt = now();
      announce(pull, pull.isIgnored ? 'labeled' : 'unlabeled');
      time += 1_000;
    },
    rename: ({ hasWebhook }) => {
      if (keepsNames && names.length > 1) return;
      const from = branchAt(now());
      const name = `trunk-${names.length}`;
      names.push({ name, since: now() });
      github.repository = { ...github.repository, defaultBranch: name };
      if (leadsOn) for (const old of names.slice(0, -1)) github.renamedBranches.set(old.name, name);
      if (hasWebhook)
        world.webhooks.push({
          id: `delivery-${world.webhooks.length + 1}`,
          event: 'repository',
          isAcknowledged: false,
          payload: { action: 'edited', changes: { default_branch: { from } }, ...parties() },
        });
      time += 1_000;
    },
    deliver: async (webhook) => {
      await storeDelivery({
        id: webhook.id,
        event: webhook.event,
        action: (webhook.payload as { action: string }).action,
        repositoryId: repository.id,
        text: JSON.stringify(webhook.payload),
      });
      webhook.isAcknowledged = true;
    },
    endRun: (run, wanted) => {
      const isBaseGone = run.inputs.base_branch !== branchAt(run.createdAt);
      const end = wanted === 'well' && isBaseGone ? 'failed' : wanted;
      run.status = 'completed';
      run.conclusion = end === 'silent' || end === 'late' ? 'cancelled' : 'success';
      run.updatedAt = now();
      if (end !== 'silent')
        world.mail.push({
          payload: payloadOf(run, world.pulls, end === 'failed'),
          sent: 0,
          isAnswered: false,
        });
    },
    callBack: async (mail) => {
      mail.sent += 1;
      const { payload } = mail;
      await acceptCallback(edges, {
        payload,
        proofId: `oidc:${payload.pipeline_run_id}:${mail.sent}`,
        bodyDigest: createHash('sha256').update(JSON.stringify(payload)).digest('hex'),
      });
      mail.isAnswered = true;
    },
  };

  const parties = () => ({
    repository: {
      id: Number(repository.id),
      full_name: repository.fullName,
      default_branch: branchAt(now()),
    },
    installation: { id: Number(installationId) },
  });
  const baseOf = ({ base }: Pull) => (keepsNames ? base : branchAt(now()));

  function announce(pull: Pull, action: string) {
    const { number, mergedAt, updatedAt, isIgnored } = pull;
    world.webhooks.push({
      id: `delivery-${world.webhooks.length + 1}`,
      event: 'pull_request',
      isAcknowledged: false,
      payload: {
        action,
        ...(action !== 'closed' && { label: { name: ignoreLabel } }),
        pull_request: {
          number,
          title: `Change ${number}`,
          merged: true,
          merged_at: mergedAt.toISOString(),
          updated_at: updatedAt.toISOString(),
          user: { login: 'ada' },
          labels: isIgnored ? [{ name: ignoreLabel }] : [],
          base: { ref: baseOf(pull) },
        },
        ...parties(),
      },
    });
  }

  github.port.listMerged = async (_address, since) =>
    world.pulls
      .filter(({ updatedAt }) => updatedAt >= since && !hasBlindSweeps)
      .map((pull) => ({
        number: pull.number,
        base: baseOf(pull),
        title: `Change ${pull.number}`,
        author: 'ada',
        labels: pull.isIgnored ? [ignoreLabel] : [],
        mergedAt: pull.mergedAt,
        changedAt: pull.updatedAt,
      }));
  github.answerDispatch = ({ id, url }) => {
    const unclear = { kind: 'unclear', cause: 'reset' } as const;
    if (world.dispatchMode === 'started')
      return { answer: { kind: 'started', runId: id, runUrl: url }, exists: true };
    return { answer: unclear, exists: world.dispatchMode === 'lost answer' };
  };

  async function takePost({ body }: OutgoingRequest): Promise<IncomingAnswer> {
    if (world.slackMode === 'unreachable')
      throw new ZenPulseError('destination_unreachable', { host: 'hooks.slack.com', cause: 'refused' });
    if (world.slackMode === 'busy') return answer(400, 'invalid_payload');
    world.posted.push(body);
    if (world.slackMode === 'lost answer')
      throw new ZenPulseError('destination_silent', { host: 'hooks.slack.com', cause: 'reset' });
    return answer(200, 'ok');
  }

  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const edges: PostingEdges = {
    db: store.db,
    enqueue: jobs.enqueue,
    github: mortal(github.port, points),
    clock: now,
    newId: () => `id-${(ids += 1)}`,
    publicUrl,
    delivery: {
      fetch: (request) => points.around(() => takePost(request)),
      clock: now,
      sleep: async () => undefined,
      random: () => 0.5,
      signal: new AbortController().signal,
    },
    sealer: null,
    fallback: { kind: 'webhook', url: 'https://hooks.slack.com/services/T/B/X' },
    slackApiUrl: 'https://slack.com/api',
    webUrl: 'https://github.com',
    log,
  };
  const storeDelivery = deliveryStore({
    store,
    clock: now,
    enqueueAll: async (db, name, data) => {
      for (const each of data) await jobs.enqueue(db, name, each);
    },
  });
  zenPulseApp(edges)(receiver as never);
  world.handlers = jobHandlers(
    edges,
    {
      workflowFile: 'zenpulse.yml',
      callbackProof: 'oidc',
      webUrl: 'https://github.com',
      newToken: () => 'unused',
      log,
    },
    receiver.receive as never,
  );

  const installed = now();
  await store.db
    .insertInto('repositories')
    .values({
      id: repository.id,
      installation_id: installationId,
      full_name: repository.fullName,
      default_branch: 'main',
      state: 'active',
      problems: '[]',
      baseline_at: installed,
      swept_until: installed,
    })
    .execute();
  world.advance(1_000);
  return world;
}
