import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll } from 'vitest';
import type { ProofKind } from '../../../app/callback/callback-proof.ts';
import { createCallbackRoutes } from '../../../app/callback/callback-route.ts';
import type { AppEdges } from '../../../app/pulses/app-edges.ts';
import { callbackPath } from '../../../app/pulses/create-message.ts';
import type { Store } from '../../../app/store/store.ts';
import type { DispatchState } from '../../../app/store/tables.ts';
import { callbackAudience } from '../../../contract/callback-audience.ts';
import type { CallbackPayload } from '../../../contract/callback-payload.ts';
import { dispatchWorkflow } from '../../github/actions/dispatch-workflow.ts';
import { type GitHubServer, startGitHub } from '../../github/github-server.ts';
import { claimsOfRun } from '../../github/oidc/claims-of-run.ts';
import type { MintOptions } from '../../github/oidc/oidc-issuer.ts';
import { addRepository, repositoryOf } from '../../github/state/github-state.ts';
import { push } from '../../github/state/push.ts';
import type { WorkflowRun } from '../../github/state/workflow.ts';
import { createFakeGitHub, type FakeGitHub } from '../kit/fake-github.ts';
import { logLines } from '../kit/log-lines.ts';
import { createManualJobs, type ManualJobs } from '../kit/manual-jobs.ts';
import { payloadOf, type PayloadOptions, seedMessage, type SeedOptions } from '../kit/seed-message.ts';
import { serveHono } from '../kit/serve-hono.ts';

const start = Date.parse('2026-11-20T12:00:00Z');
const template = readFileSync(new URL('../../../templates/workflows/zenpulse.yml', import.meta.url), 'utf8');

/** A message whose workflow was started. */
export interface Asked {
  messageId: string;
  requestId: string;
  run: WorkflowRun;
  /** What its run says in the end. */
  payload(options?: Partial<PayloadOptions>): CallbackPayload;
}

export interface AskOptions extends Partial<SeedOptions> {
  /** How the dispatch stands; default sent. */
  state?: DispatchState;
  /** Whether GitHub told the run's id; default it did. */
  knowsRun?: boolean;
  /** One-time token of the dispatch, and how many minutes it lives. */
  token?: string;
  tokenMinutes?: number;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: { outcome?: string; code?: string; message?: string; next_step?: string };
}

export interface SendOptions {
  token?: string;
  bearer?: string;
  headers?: Record<string, string>;
}

/** The App's callback endpoint on a real socket, with the issuer its runs get their tokens from. */
export interface CallbackWorld {
  edges: AppEdges;
  github: GitHubServer;
  /** What the App itself reads: rules of the repository. */
  fake: FakeGitHub;
  jobs: ManualJobs;
  url: string;
  lines: string[];
  /** Statuses answered so far. */
  answered: number[];
  advance(ms: number): void;
  ask(options?: AskOptions): Promise<Asked>;
  /** A token as GitHub would give it to the run for this body. */
  mint(run: WorkflowRun, body: string, claims?: Record<string, unknown>, options?: MintOptions): string;
  send(body: string | Uint8Array | ReadableStream, options?: SendOptions): Promise<Answer>;
  /** Sends a payload with the token of its run. */
  report(asked: Asked, payload?: CallbackPayload, claims?: Record<string, unknown>): Promise<Answer>;
}

export interface WorldOptions {
  accepts?: readonly ProofKind[];
  issuer?: string;
  fetch?: typeof globalThis.fetch;
  maxBodyMiB?: number;
}

/** Starts one issuer for the tests of a block, for its key takes a while to make; each test makes its own world. */
export function callbackWorlds(): (store: Store, options?: WorldOptions) => Promise<CallbackWorld> {
  let github: GitHubServer;
  let at = start;
  beforeAll(async () => {
    github = await startGitHub({ now: () => at });
    addRepository(github.state, 'acme/shop');
    push(github.state, 'acme/shop', 'Add the workflow', {
      files: { '.github/workflows/zenpulse.yml': template, '.github/workflows/other.yml': template },
    });
  });
  afterAll(() => github.close());

  return async (store, options = {}) => {
    at = start;
    github.requests.length = 0;
    const { db } = store;
    const clock = () => new Date(at);
    const repository = repositoryOf(github.state, 'acme/shop');
    const own = { id: String(repository.id), fullName: 'acme/shop' };
    const jobs = await createManualJobs(db);
    const fake = createFakeGitHub({ clock, repository: { ...own, defaultBranch: 'main' } });
    const served = await serveHono();
    const edges: AppEdges = {
      db,
      enqueue: jobs.enqueue,
      github: fake.port,
      clock,
      newId: randomUUID,
      publicUrl: served.url,
    };
    const { log, lines } = logLines();
    const answered: number[] = [];
    served.app = createCallbackRoutes(edges, {
      accepts: options.accepts ?? ['oidc'],
      oidcIssuer: options.issuer ?? github.oidc.issuer,
      workflowFile: 'zenpulse.yml',
      fetch: options.fetch ?? globalThis.fetch,
      log,
      onAnswer: (status) => void answered.push(status),
      ...(options.maxBodyMiB !== undefined && { maxBodyMiB: options.maxBodyMiB }),
    });
    const url = `${served.url}${callbackPath}`;

    const world: CallbackWorld = {
      edges,
      github,
      fake,
      jobs,
      url,
      lines,
      answered,
      advance: (ms) => {
        at += ms;
      },
      async ask({ state = 'sent', knowsRun = true, token, tokenMinutes = 60, ...seed } = {}) {
        const { id, requestId } = await seedMessage(edges, { repository: own, ...seed });
        const run = dispatchWorkflow(github.state, repository, {
          workflow: 'zenpulse.yml',
          ref: 'main',
          inputs: { request_id: requestId },
        });
        await db
          .insertInto('dispatches')
          .values({
            id: randomUUID(),
            message_id: id,
            attempt: 1,
            state,
            run_id: knowsRun ? String(run.id) : null,
            run_url: knowsRun ? `https://github.com/acme/shop/actions/runs/${run.id}` : null,
            sent_at: clock(),
            ...(token !== undefined && {
              token_hash: createHash('sha256').update(token).digest('hex'),
              token_expires_at: new Date(at + tokenMinutes * 60_000),
            }),
          })
          .execute();
        await db.updateTable('messages').set({ status: 'generating' }).where('id', '=', id).execute();
        return {
          messageId: id,
          requestId,
          run,
          payload: (more) => payloadOf({ requestId, runId: `${run.id}-1`, ...more }),
        };
      },
      mint: (run, body, claims, how) => {
        const aud = callbackAudience(url, createHash('sha256').update(body).digest('hex'));
        return github.oidc.mintToken({ ...claimsOfRun(repository, run), aud, ...claims }, how);
      },
      async send(body, { token, bearer, headers } = {}) {
        const address = new URL(url);
        if (token !== undefined) address.searchParams.set('token', token);
        const response = await fetch(address, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
            ...headers,
          },
          body: body as NonNullable<RequestInit['body']>,
          ...(body instanceof ReadableStream && { duplex: 'half' }),
        });
        const answer = (await response.json()) as Answer['body'];
        return { status: response.status, headers: response.headers, body: answer };
      },
      report(asked, payload = asked.payload(), claims = {}) {
        const body = JSON.stringify(payload);
        return world.send(body, { bearer: world.mint(asked.run, body, claims) });
      },
    };
    return world;
  };
}

/** The message, its post and its callbacks as they are stored. */
export async function stored({ edges: { db } }: Pick<CallbackWorld, 'edges'>, messageId: string) {
  const message = await db
    .selectFrom('messages')
    .selectAll()
    .where('id', '=', messageId)
    .executeTakeFirstOrThrow();
  const post = await db
    .selectFrom('posts')
    .selectAll()
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  const callbacks = await db
    .selectFrom('callbacks')
    .selectAll()
    .where('message_id', '=', messageId)
    .orderBy('received_at')
    .execute();
  const told = await db
    .selectFrom('ledger')
    .select('number')
    .where('message_id', '=', messageId)
    .orderBy('number')
    .execute();
  return {
    message,
    post,
    callbacks,
    outcomes: callbacks.map(({ outcome }) => outcome).toSorted(),
    told: told.map(({ number }) => number),
  };
}
