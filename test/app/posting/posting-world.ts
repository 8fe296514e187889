import { randomBytes, randomUUID } from 'node:crypto';
import { acceptCallback } from '../../../app/callback/accept-callback.ts';
import { postMessage } from '../../../app/posting/post-message.ts';
import type { PostingEdges } from '../../../app/posting/posting-edges.ts';
import { createSealer } from '../../../app/posting/seal.ts';
import type { Store } from '../../../app/store/store.ts';
import type { JobHandlers } from '../../../app/jobs/jobs.ts';
import { createGuardedFetch } from '../../../delivery/guarded-fetch.ts';
import { createFakeGitHub, type FakeGitHub } from '../kit/fake-github.ts';
import { logLines } from '../kit/log-lines.ts';
import { createManualJobs, type ManualJobs } from '../kit/manual-jobs.ts';
import { payloadOf, type PayloadOptions, seedMessage } from '../kit/seed-message.ts';
import { type SlackReceiver, slackReceiver } from './slack-receiver.ts';

export const shop = { id: '42', fullName: 'acme/shop' };
const atOnce = 'delivery:\n  post: at_once\n';

export interface PostingWorld {
  edges: PostingEdges;
  fake: FakeGitHub;
  jobs: ManualJobs;
  slack: SlackReceiver;
  lines: string[];
  /** Waits between tries, in milliseconds; they move the clock, and nothing really waits. */
  waits: number[];
  stop: AbortController;
  advance(ms: number): void;
  /** The text of `.github/zenpulse.yml`. */
  setRules(text: string): void;
  /** A message whose report has come; its post is due. @returns its id */
  reported(options?: Partial<PayloadOptions>): Promise<string>;
  post(messageId: string): Promise<void>;
  /** Runs the jobs that are due, of which only posts do anything. */
  drain(): Promise<number>;
  /** The post as it is stored. */
  state(messageId: string): Promise<PostSeen>;
}

export interface PostSeen {
  state: string;
  channel: string | null;
  ts: string | null;
  problem: { code: string; message: string; next_step: string } | null;
}

/** Posting with a Slack of its own on the loopback address, whose webhook is the whole App's. */
export async function postingWorld(store: Store, more: Partial<PostingEdges> = {}): Promise<PostingWorld> {
  const { db } = store;
  let at = Date.parse('2026-11-20T12:00:00Z');
  const clock = () => new Date(at);
  const fake = createFakeGitHub({ clock, repository: { ...shop, defaultBranch: 'main' } });
  const jobs = await createManualJobs(db);
  const slack = await slackReceiver();
  const { log, lines } = logLines();
  const waits: number[] = [];
  const stop = new AbortController();
  const edges: PostingEdges = {
    db,
    enqueue: jobs.enqueue,
    github: fake.port,
    clock,
    newId: randomUUID,
    publicUrl: 'https://zenpulse.example.com',
    webUrl: 'https://github.com',
    sealer: createSealer([randomBytes(32).toString('base64')]),
    fallback: { kind: 'webhook', url: slack.webhookUrl },
    slackApiUrl: slack.apiUrl,
    log,
    delivery: {
      fetch: createGuardedFetch({
        allowedHosts: [slack.host],
        resolve: async () => [{ address: '127.0.0.1', family: 4 }],
        timeoutMs: 2_000,
      }),
      clock,
      sleep: async (ms, signal) => {
        waits.push(ms);
        at += ms;
        signal?.throwIfAborted();
      },
      random: () => 0.5,
      signal: stop.signal,
    },
    ...more,
  };
  const ignore = async () => undefined;
  const handlers: JobHandlers = {
    delivery: ignore,
    stream: ignore,
    dispatch: ignore,
    onboard: ignore,
    tick: ignore,
    reconcile: ignore,
    post: (data) => postMessage(edges, data),
  };
  const world: PostingWorld = {
    edges,
    fake,
    jobs,
    slack,
    lines,
    waits,
    stop,
    advance: (ms) => {
      at += ms;
    },
    setRules: (text) => void fake.files.set('acme/shop: .github/zenpulse.yml', text),
    async reported(options = {}) {
      const { id, requestId } = await seedMessage(edges, { repository: shop });
      const payload = payloadOf({ requestId, runId: '4711-1', told: [], ...options });
      await acceptCallback(edges, { payload, proofId: randomUUID(), bodyDigest: randomUUID() });
      return id;
    },
    post: (messageId) => postMessage(edges, { messageId }),
    drain: () => jobs.drain(handlers, clock),
    async state(messageId) {
      const { state, channel, ts, problem } = await db
        .selectFrom('posts')
        .selectAll()
        .where('message_id', '=', messageId)
        .executeTakeFirstOrThrow();
      return { state, channel, ts, problem };
    },
  };
  world.setRules(atOnce);
  return world;
}
