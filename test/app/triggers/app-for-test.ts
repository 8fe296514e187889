import { randomUUID } from 'node:crypto';
import type { Probot } from 'probot';
import type { JobData, JobHandlers } from '../../../app/jobs/jobs.ts';
import type { AppEdges } from '../../../app/pulses/app-edges.ts';
import { startStreamPulse } from '../../../app/pulses/start-stream-pulse.ts';
import type { Store } from '../../../app/store/store.ts';
import { handleDelivery } from '../../../app/triggers/handle-delivery.ts';
import { runTick } from '../../../app/triggers/run-tick.ts';
import { createFakeGitHub, type FakeGitHub } from '../kit/fake-github.ts';
import { createManualJobs, type ManualJobs } from '../kit/manual-jobs.ts';
import { handlersWith } from '../jobs/handlers-with.ts';
import { probotWith } from './probot-with.ts';

/** The repository events are about. */
export const shop = { id: 4_711, full_name: 'acme/shop', default_branch: 'main' };
export const installation = { id: 99 };
export const rulesPath = 'acme/shop: .github/zenpulse.yml';

export interface AppForTest {
  edges: AppEdges;
  github: FakeGitHub;
  jobs: ManualJobs;
  handlers: JobHandlers;
  /** Set it to move the clock. */
  now: Date;
  /** Ids of repositories that were looked into. */
  onboarded: string[];
  /** Messages whose dispatch came. */
  dispatched: string[];
  unreadable: string[];
  /** Stores a webhook as the intake does, without running anything. @returns its id */
  deliver(event: string, payload: object): Promise<string>;
  /** Runs what is due. */
  drain(): Promise<void>;
  /** Delivers and drains. */
  hear(event: string, payload: object): Promise<void>;
}

/** The App from a stored delivery to a message that waits for its dispatch, on a clock of the test's own. */
export async function appForTest({ db }: Store): Promise<AppForTest> {
  const jobs = await createManualJobs(db);
  const github = createFakeGitHub({
    clock: () => app.now,
    repository: { id: String(shop.id), fullName: shop.full_name, defaultBranch: shop.default_branch },
  });
  const edges: AppEdges = {
    db,
    enqueue: jobs.enqueue,
    github: github.port,
    clock: () => app.now,
    newId: randomUUID,
    publicUrl: 'https://app.example',
  };
  /** What a webhook tells of names is so on GitHub by then. */
  const follow = ({ full_name: fullName, default_branch: defaultBranch }: Partial<typeof shop>) => {
    github.repository = {
      ...github.repository,
      ...(fullName && { fullName }),
      ...(defaultBranch && { defaultBranch }),
    };
  };
  const probot = await probotWith(edges);
  const app: AppForTest = {
    edges,
    github,
    jobs,
    now: new Date('2026-11-20T12:00:00Z'),
    onboarded: [],
    dispatched: [],
    unreadable: [],
    handlers: handlersWith({
      delivery: ({ deliveryId }) =>
        handleDelivery(edges, deliveryId, {
          receive: (event) => probot.receive(event as Parameters<Probot['receive']>[0]),
          onUnreadable: (error) => app.unreadable.push(error.message),
        }),
      stream: (key) => startStreamPulse(edges, key),
      dispatch: async ({ messageId }: JobData<'dispatch'>) => {
        app.dispatched.push(messageId);
      },
      onboard: async ({ repositoryId }) => {
        app.onboarded.push(repositoryId);
      },
      tick: () =>
        runTick(edges, (error) => {
          throw error;
        }),
    }),
    async deliver(event, payload) {
      if (event === 'repository' && 'repository' in payload)
        follow(payload.repository as Partial<typeof shop>);
      const id = randomUUID();
      await db
        .insertInto('deliveries')
        .values({
          id,
          event,
          action: 'action' in payload ? String(payload.action) : null,
          repository_id: null,
          payload: JSON.stringify(payload),
          received_at: app.now,
        })
        .execute();
      await jobs.enqueue(db, 'delivery', { deliveryId: id });
      return id;
    },
    drain: async () => {
      await jobs.drain(app.handlers, () => app.now);
    },
    async hear(event, payload) {
      await app.deliver(event, payload);
      await app.drain();
    },
  };
  return app;
}

/** Moves the clock. */
export function pass(app: AppForTest, minutes: number): void {
  app.now = new Date(app.now.getTime() + minutes * 60_000);
}

export interface PullOptions {
  title?: string;
  labels?: string[];
  base?: string;
  mergedAt?: string | null;
  updatedAt?: string;
}

export const pullEvent = (action: string, number: number, options: PullOptions = {}, more: object = {}) => {
  const { title = `feat: change ${number}`, labels = [], base = 'main' } = options;
  const { mergedAt = '2026-11-20T11:59:00Z', updatedAt = '2026-11-20T11:59:00Z' } = options;
  return {
    action,
    number,
    pull_request: {
      number,
      title,
      merged: mergedAt !== null,
      merged_at: mergedAt,
      updated_at: updatedAt,
      user: { login: 'octocat' },
      labels: labels.map((name) => ({ name })),
      base: { ref: base },
    },
    repository: shop,
    installation,
    ...more,
  };
};

export const tagPush = (tag: string, more: object = {}) => ({
  ref: `refs/tags/${tag}`,
  deleted: false,
  commits: [],
  repository: shop,
  installation,
  ...more,
});

export const branchPush = (path: string, more: object = {}) => ({
  ref: 'refs/heads/main',
  deleted: false,
  commits: [{ added: [path], removed: [], modified: [] }],
  repository: shop,
  installation,
  ...more,
});

export const released = (tag: string) => ({
  action: 'published',
  release: { tag_name: tag, draft: false },
  repository: shop,
  installation,
});

export const installed = (at = '2026-11-20T11:00:00Z') => ({
  action: 'created',
  installation: { ...installation, created_at: at },
  repositories: [{ id: shop.id, full_name: shop.full_name }],
});
