import type { ProvenCallback } from '../../../app/callback/accept-callback.ts';
import { acceptCallback } from '../../../app/callback/accept-callback.ts';
import { dispatchMessage } from '../../../app/dispatch/dispatch-message.ts';
import type { DispatchOptions } from '../../../app/dispatch/dispatch-options.ts';
import { onboard } from '../../../app/dispatch/onboard.ts';
import { workflowFor } from '../../../app/dispatch/setup-link.ts';
import type { JobHandlers } from '../../../app/jobs/jobs.ts';
import type { GitHubPort } from '../../../app/github/github-port.ts';
import type { AppEdges } from '../../../app/pulses/app-edges.ts';
import { callbackPath } from '../../../app/pulses/create-message.ts';
import { startStreamPulse } from '../../../app/pulses/start-stream-pulse.ts';
import { reconcile } from '../../../app/reconcile/reconcile.ts';
import type { Store } from '../../../app/store/store.ts';
import { createFakeGitHub, type FakeGitHub } from '../kit/fake-github.ts';
import { createManualJobs, type ManualJobs } from '../kit/manual-jobs.ts';
import { payloadOf, type PayloadOptions, seedMessage, type SeedOptions } from '../kit/seed-message.ts';

export const shop = { id: '1001', fullName: 'acme/shop', defaultBranch: 'main' };
export const workflowKey = 'acme/shop: .github/workflows/zenpulse.yml';
const publicUrl = 'https://pulses.acme.example';
export const callbackUrl = `${publicUrl}${callbackPath}`;

/** What the template says, with this App's host. */
export const goodWorkflow = workflowFor(callbackUrl, { hasDescriptions: true });

export interface DispatchWorld {
  edges: AppEdges;
  options: DispatchOptions;
  github: FakeGitHub;
  jobs: ManualJobs;
  /** Fields and text of warnings. */
  warned: { fields: object; text: string }[];
  /** Posts that were planned. */
  posted: string[];
  now(): Date;
  advance(seconds: number): void;
  /** A message of a merge pulse, unless it says otherwise. */
  seed(options?: Partial<SeedOptions>): ReturnType<typeof seedMessage>;
  /** Runs what is due, and lets the time pass to what is not, until nothing waits within so many seconds. */
  settle(withinSeconds?: number): Promise<void>;
  /** Runs what is due now. */
  drain(): Promise<number>;
  callback(options: PayloadOptions): ReturnType<typeof acceptCallback>;
  message(id: string): Promise<{ status: string; problems: { code: string; url: string | null }[] }>;
  dispatches(id: string): Promise<{ state: string; run_id: string | null; attempt: number }[]>;
  stream(): Promise<{ active_message_id: string | null; due_at: Date | null; failures: number } | undefined>;
}

export interface WorldOptions {
  callbackProof?: DispatchOptions['callbackProof'];
  /** In place of the GitHub in memory. */
  port?: GitHubPort;
  start?: Date;
}

export async function dispatchWorld(
  { db }: Store,
  { callbackProof = 'oidc', port, start = new Date('2026-11-20T12:00:00Z') }: WorldOptions = {},
): Promise<DispatchWorld> {
  let at = start.getTime();
  let ids = 0;
  const now = () => new Date(at);
  const advance = (seconds: number) => {
    at += seconds * 1_000;
  };
  const jobs = await createManualJobs(db);
  const github = createFakeGitHub({ clock: now, repository: shop });
  github.files.set(workflowKey, goodWorkflow);
  const warned: DispatchWorld['warned'] = [];
  const posted: string[] = [];
  const edges: AppEdges = {
    db,
    enqueue: jobs.enqueue,
    github: port ?? github.port,
    clock: now,
    newId: () => `id-${(ids += 1)}`,
    publicUrl,
  };
  const options: DispatchOptions = {
    workflowFile: 'zenpulse.yml',
    callbackProof,
    webUrl: 'https://github.com',
    newToken: () => `token-${(ids += 1)}`,
    log: { warn: (fields, text) => void warned.push({ fields, text }) },
  };
  const nothing = async () => undefined;
  const handlers: JobHandlers = {
    delivery: nothing,
    tick: nothing,
    stream: (key) => startStreamPulse(edges, key),
    dispatch: ({ messageId }) => dispatchMessage(edges, options, messageId),
    post: async ({ messageId }) => void posted.push(messageId),
    onboard: ({ repositoryId }) => onboard(edges, options, repositoryId),
    reconcile: () => reconcile(edges, options),
  };
  const drain = () => jobs.drain(handlers, now);
  return {
    edges,
    options,
    github,
    jobs,
    warned,
    posted,
    now,
    advance,
    drain,
    seed: (more = {}) => seedMessage(edges, { repository: shop, ...more }),
    async settle(withinSeconds = 600) {
      const until = at + withinSeconds * 1_000;
      for (;;) {
        await drain();
        const [next] = (await jobs.waiting())
          .map(({ startAfter }) => startAfter.getTime())
          .sort((a, b) => a - b);
        if (next === undefined || next > until) return;
        at = Math.max(at, next);
      }
    },
    callback: (given) => {
      const payload = payloadOf(given);
      const callback: ProvenCallback = {
        payload,
        proofId: `proof-${given.runId}`,
        bodyDigest: JSON.stringify(payload),
      };
      return acceptCallback(edges, callback);
    },
    message: (id) =>
      db.selectFrom('messages').select(['status', 'problems']).where('id', '=', id).executeTakeFirstOrThrow(),
    dispatches: (id) =>
      db
        .selectFrom('dispatches')
        .select(['state', 'run_id', 'attempt'])
        .where('message_id', '=', id)
        .orderBy('attempt')
        .execute(),
    stream: () =>
      db.selectFrom('streams').select(['active_message_id', 'due_at', 'failures']).executeTakeFirst(),
  };
}
