import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { inject, onTestFinished } from 'vitest';
import { workflowFor } from '../../app/dispatch/setup-link.ts';
import { intakePath } from '../../app/intake/create-intake.ts';
import { callbackPath } from '../../app/pulses/create-message.ts';
import { openPostgres } from '../../app/store/open-postgres.ts';
import type { Db } from '../../app/store/store.ts';
import { type GitHubServer, startGitHub } from '../github/github-server.ts';
import { addRepository, repositoryOf } from '../github/state/github-state.ts';
import { mergePull } from '../github/state/merge-pull.ts';
import { openPull } from '../github/state/open-pull.ts';
import { publishRelease } from '../github/state/publish-release.ts';
import { push } from '../github/state/push.ts';
import { pullOf } from '../github/state/repository.ts';
import { placeTag } from '../github/state/refs.ts';
import { labelPull } from '../github/state/update-pull.ts';
import { pushed } from '../github/webhooks/push-payload.ts';
import {
  installationCreated,
  pullRequestClosed,
  releasePublished,
} from '../github/webhooks/webhook-payloads.ts';
import {
  type AppProcess,
  appEnvironment,
  startAppProcess,
  testPublicUrl,
  testSecret,
} from './kit/app-process.ts';
import { freshPostgres } from './kit/store-for-test.ts';
import { type SlackReceiver, slackReceiver, webhookPath } from './posting/slack-receiver.ts';
import { leftOut, type PlayedRuns, playRuns } from './server-runs.ts';

const rules = `triggers:
  merge:
    quiet_period: 1s
  release: {}
delivery:
  to: slack
  post: at_once
`;

/** A webhook on its way; its payload is made when it is first sent, as GitHub does. */
export interface Sent {
  id: string;
  event: string;
  payload: () => object;
}

/** One story of all repositories: how much of what happens. */
export interface Story {
  repositories: number;
  /** Of each repository. */
  merges: number;
  labels: number;
  releases: number;
  pushes: number;
  /** How many deliveries of all are sent a second time. */
  duplicates: number;
}

export interface World {
  db: Db;
  github: GitHubServer;
  slack: SlackReceiver;
  played: PlayedRuns;
  /** Those that live. */
  apps: AppProcess[];
  names: string[];
  /** Kills the first App as a power cut would. */
  killOne(): Promise<void>;
  /** Sends to an App that lives, the next one each time. @returns the status, 0 without an answer */
  send(sent: Sent): Promise<number>;
  /** Half an hour passes for what the one that died had under way. */
  passTime(): Promise<void>;
}

/** Two Apps on one PostgreSQL, with a GitHub, its runs, and a Slack. */
export async function twoProcesses(repositories: number): Promise<World> {
  const { url, drop } = await freshPostgres(inject('postgresUrl'));
  onTestFinished(drop);
  const github = await startGitHub({ rateLimit: 1_000_000 });
  onTestFinished(() => github.close());
  const slack = await slackReceiver();
  const slackHost = `127.0.0.1:${new URL(`http://${slack.host}`).port}`;
  const names = Array.from({ length: repositories }, (_, at) => `acme/shop-${at + 1}`);
  const workflow = workflowFor(`${testPublicUrl}${callbackPath}`, { hasDescriptions: false });
  for (const name of names) {
    addRepository(github.state, name);
    push(github.state, name, 'Set up', {
      files: { '.github/zenpulse.yml': rules, '.github/workflows/zenpulse.yml': workflow },
    });
  }
  const environment = {
    ...appEnvironment(github),
    DATABASE_URL: url,
    SLACK_WEBHOOK_URL: `http://${slackHost}${webhookPath}`,
    ZENPULSE_ALLOWED_HOSTS: slackHost,
  };
  const apps = await Promise.all([1, 2].map(() => startAppProcess(environment)));
  const store = await openPostgres(url, { maxConnections: 2, onIdleError: () => undefined });
  onTestFinished(() => store.close());
  const played = playRuns(github, { bases: () => apps.map((app) => app.url), publicUrl: testPublicUrl });
  onTestFinished(() => played.stop());

  const payloads = new Map<string, object>();
  let turn = 0;
  let killedAt: Date | undefined;
  const world: World = {
    db: store.db,
    github,
    slack,
    played,
    apps,
    names,
    async killOne() {
      const [victim] = apps.splice(0, 1);
      victim?.signal('SIGKILL');
      await victim?.ended;
      killedAt = new Date();
    },
    async send({ id, event, payload }) {
      const body = payloads.get(id) ?? payload();
      payloads.set(id, body);
      const app = apps[(turn += 1) % apps.length];
      const to = { secret: testSecret, to: `${app?.url}${intakePath}`, deliveryId: id };
      return (await github.deliver(event, body, to)).statusCode;
    },
    async passTime() {
      const before = killedAt ?? new Date();
      const older = sql`interval '30 minutes'`;
      for (const statement of [
        sql`update dispatches set sent_at = sent_at - ${older} where state = 'sending' and sent_at <= ${before}`,
        sql`update posts set updated_at = updated_at - ${older} where state = 'sending' and updated_at <= ${before}`,
        sql`update pgboss.job set heartbeat_on = 'epoch', started_on = started_on - ${older}
          where state = 'active' and started_on <= ${before}`,
        sql`update pgboss.job set start_after = now() where state in ('created', 'retry')`,
      ])
        await statement.execute(store.db);
      await supervise(url);
    },
  };
  return world;
}

/** Has the queue look for lost jobs now, as it does by itself every quarter of a minute. */
async function supervise(url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    supervise: false,
    schedule: false,
    migrate: false,
    max: 1,
  });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.supervise();
  await boss.stop({ graceful: false });
}

export const installed = ({ github }: World): Sent => ({
  id: randomUUID(),
  event: 'installation',
  payload: () => installationCreated(github),
});

/** Every seventh pull request is one that the rules leave out. */
export const isLeftOut = (number: number) => number % 7 === 0;

/** Merges of the same repository that webhooks are overtaken by. */
const lateBy = 20;

/** Deliveries of one repository, in the order in which things happen there. */
function storyOf({ github }: World, name: string, { merges, labels, releases, pushes }: Story): Sent[] {
  const { state } = github;
  const is = (event: string, payload: () => object): Sent => ({ id: randomUUID(), event, payload });
  const merged: Sent[] = Array.from({ length: merges }, (_, at) => {
    const number = at + 1;
    openPull(state, name, {
      number,
      title: `feat: change ${number} of ${name}`,
      labels: isLeftOut(number) ? [leftOut] : [],
    });
    return is('pull_request', () => {
      // Of some the webhook comes long after the merge: a run may have found them before.
      const late = number % 5 === 0 && number + lateBy <= merges ? [number + lateBy] : [];
      for (const each of [number, ...late])
        if (pullOf(repositoryOf(state, name), each).state === 'OPEN') mergePull(state, name, each);
      return pullRequestClosed(github, name, number);
    });
  });
  // A label comes some merges after the one it is put on.
  const labelled = Array.from({ length: labels }, (_, at) => {
    const number = Math.floor((at * merges) / labels) + 1;
    return is('pull_request', () => {
      labelPull(state, name, number, 'area: basket');
      return {
        ...pullRequestClosed(github, name, number),
        action: 'labeled',
        label: { name: 'area: basket' },
      };
    });
  });
  const released = Array.from({ length: releases }, (_, at) => {
    const tag = `v1.${at}.0`;
    return [
      is('push', () => {
        placeTag(state, name, tag, { annotated: at % 2 === 0 });
        return pushed(github, name, `refs/tags/${tag}`);
      }),
      is('release', () => {
        publishRelease(state, name, tag);
        return releasePublished(github, name, tag);
      }),
    ];
  }).flat();
  const pushedTo = Array.from({ length: pushes }, (_, at) =>
    is('push', () => {
      const files = at % 3 === 0 ? { '.github/workflows/other.yml': `on: push # ${at}\n` } : undefined;
      push(state, name, `Direct ${at}`, files ? { files } : {});
      return pushed(github, name, 'refs/heads/main');
    }),
  );
  return interleaved([merged, labelled, released, pushedTo]);
}

/** Puts lists together so that each one is spread over the whole length, in its own order. */
function interleaved<Item>(lists: readonly (readonly Item[])[]): Item[] {
  return lists
    .flatMap((list, which) => list.map((item, at) => ({ item, which, place: (at + 1) / (list.length + 1) })))
    .toSorted((a, b) => a.place - b.place || a.which - b.which)
    .map(({ item }) => item);
}

/** All deliveries of a story; some of them come twice, soon after each other or much later. */
export function deliveriesOf(world: World, story: Story): Sent[] {
  const once = interleaved(world.names.map((name) => storyOf(world, name, story)));
  const every = Math.floor(once.length / story.duplicates);
  const again = once.filter((_, at) => at % every === 0).slice(0, story.duplicates);
  const all = [...once];
  for (const [at, sent] of again.entries()) {
    const first = all.indexOf(sent);
    all.splice(first + 1 + (at % 2 === 0 ? 1 : 60), 0, sent);
  }
  return all;
}
