import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { Probot } from 'probot';
import type { ZenPulseError } from '../contract/zenpulse-error.ts';
import { createGuardedFetch } from '../delivery/guarded-fetch.ts';
import type { Resolve } from '../delivery/guard/reachable-addresses.ts';
import { createAdminRoutes } from './admin/admin-routes.ts';
import { createCallbackRoutes } from './callback/callback-route.ts';
import type { Configuration } from './configuration.ts';
import { createGitHubPort } from './github/octokit-port.ts';
import { octokitOptions } from './github/octokit-options.ts';
import { zenPulseApp } from './index.ts';
import { createIntake } from './intake/create-intake.ts';
import { intakeLimits, intakeServerOptions } from './intake/intake-limits.ts';
import { jobHandlers } from './job-handlers.ts';
import { type Jobs, openJobs } from './jobs/boss-jobs.ts';
import { createMetrics, type Metrics } from './operate/create-metrics.ts';
import { databaseFailure, openDatabase } from './operate/open-database.ts';
import { healthRoutes } from './operate/health-routes.ts';
import { serveHttp } from './operate/serve-http.ts';
import { resealCredentials } from './posting/credentials.ts';
import type { PostingEdges } from './posting/posting-edges.ts';
import { createSealer } from './posting/seal.ts';
import { slackFallback } from './posting/slack-fallback.ts';
import { slackHosts } from './posting/slack-hosts.ts';
import type { AppEdges } from './pulses/app-edges.ts';
import type { Store } from './store/store.ts';

/** What a running App touches of the machine. */
export interface MachineEdges {
  log: Logger;
  fetch: typeof globalThis.fetch;
  resolve: Resolve;
  clock: () => Date;
  /** Milliseconds of a clock that only goes forward. */
  monotonicMs: () => number;
  /** Rejects as soon as the signal is aborted. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  random: () => number;
  newId: () => string;
  /** A one-time token of at least 32 bytes of chance. */
  newToken: () => string;
  /** The embedded database was taken by another process, or gave up: this one must end and write nothing more. */
  onLost: (error: ZenPulseError) => void;
  /** Seconds between two looks at each job queue; default 2. */
  pollSeconds?: number;
}

export interface RunningApp {
  /** Where it listens. */
  url: string;
  store: Store;
  /** Takes nothing new, ends what is under way, closes the database. Once, however often it is asked to. */
  stop(): Promise<void>;
}

/** Jobs under way get this long when the App stops; the rest is run again by another process, or at the next start. */
const graceMs = 25_000;

/**
 * Posts that stand still because Slack asked for it are put off after this long; one that is on its way to Slack is
 * never cut off, for nobody would know whether it arrived.
 */
const postPatienceMs = 8_000;

/** An App that is put together and does not run yet. */
interface Assembly {
  configuration: Configuration;
  machine: MachineEdges;
  store: Store;
  jobs: Jobs;
  metrics: Metrics;
  probot: Probot;
  posting: PostingEdges;
}

function openJobQueue(store: Store, { log, clock, pollSeconds }: MachineEdges): Promise<Jobs> {
  return openJobs(store, {
    clock,
    onError: (error, job) =>
      log.error({ err: error, job }, job ? 'a job failed' : 'the job queue met a fault'),
    ...(pollSeconds !== undefined && { pollSeconds }),
  });
}

function postingEdges(
  edges: AppEdges,
  { sealingKeys, allowedHosts, slack, slackApiUrl, serverUrl }: Configuration,
  { resolve, clock, sleep, random, log }: MachineEdges,
  signal: AbortSignal,
): PostingEdges {
  const [firstKey, ...otherKeys] = sealingKeys;
  const guardedFetch = createGuardedFetch({ allowedHosts: [...slackHosts, ...allowedHosts], resolve });
  return {
    ...edges,
    delivery: { fetch: (request) => guardedFetch(request), clock, sleep, random, signal },
    sealer: firstKey === undefined ? null : createSealer([firstKey, ...otherKeys]),
    fallback: slackFallback({ slack, slackApiUrl }),
    slackApiUrl,
    webUrl: serverUrl,
    log,
  };
}

/** Everything that is served beside the intake. */
function pages({ configuration, machine, metrics, posting }: Assembly, isServing: () => boolean): Hono {
  const { callbackProof, oidcIssuer, workflowFile, adminToken } = configuration;
  const { log, fetch, sleep } = machine;
  const { registry, onCallback } = metrics;
  const routes = new Hono();
  routes.route('/', healthRoutes({ db: posting.db, registry, isServing, sleep }));
  routes.route(
    '/',
    createCallbackRoutes(posting, {
      accepts: callbackProof === 'oidc' ? ['oidc'] : ['oidc', 'token'],
      oidcIssuer,
      workflowFile,
      fetch,
      log,
      onAnswer: onCallback,
    }),
  );
  const access = { token: adminToken, trustsLoopback: adminToken === null };
  routes.route('/', createAdminRoutes(posting, { ...access, log }));
  return routes;
}

/** Answers to all requests: webhooks go by the intake, everything else is a page. */
function requestListener(assembly: Assembly, isServing: () => boolean) {
  const { configuration, machine, store, jobs, metrics } = assembly;
  const { log, clock } = machine;
  const intake = createIntake({
    secrets: configuration.webhookSecrets,
    store,
    enqueueAll: jobs.enqueueAll,
    clock,
    onAnswer: ({ status, event, deliveryId, error }) => {
      metrics.onWebhook(status);
      if (error) log.warn({ status, event, deliveryId, code: error.code, err: error.cause }, error.message);
      else log.debug({ status, event, deliveryId }, 'webhook taken');
    },
  });
  const answerPage = getRequestListener(pages(assembly, isServing).fetch);
  return async (...[request, response]: Parameters<typeof intake>) => {
    if (!(await intake(request, response))) await answerPage(request, response);
  };
}

/** What an older key sealed is sealed with the one in use, so that the older one can be taken away. */
async function reseal(posting: PostingEdges, { log }: MachineEdges): Promise<void> {
  for (const scope of await resealCredentials(posting))
    log.warn({ scope }, 'a stored Slack credential cannot be opened with any of ZENPULSE_SEALING_KEYS');
}

/** Starts what was put together. @throws ZenPulseError `address_unavailable` */
async function run(assembly: Assembly, stopping: AbortController): Promise<RunningApp> {
  const { configuration, machine, store, jobs, metrics, probot, posting } = assembly;
  const { log, sleep, newToken } = machine;
  const { workflowFile, callbackProof, serverUrl, publicUrl, host, port } = configuration;
  let isServing = false;
  const served = await serveHttp({
    host,
    port,
    server: intakeServerOptions,
    sleep,
    handle: requestListener(assembly, () => isServing),
    onError: (error) => log.error({ err: error }, 'a request could not be answered'),
  });
  const options = { workflowFile, callbackProof, webUrl: serverUrl, newToken, log };
  const handlers = jobHandlers(posting, options, (event) => probot.receive(event));
  await jobs.start(metrics.measured(handlers));
  isServing = true;
  log.info({ url: served.url, publicUrl, database: store.engine.kind }, 'ZenPulse is up');

  const end = async () => {
    log.info('ZenPulse stops');
    isServing = false;
    await served.close(intakeLimits.answerMs);
    const done = new AbortController();
    const patience = sleep(postPatienceMs, done.signal).then(
      () => stopping.abort(new Error('the App stops')),
      () => undefined,
    );
    await jobs.stop(graceMs);
    done.abort();
    await patience;
    await store.close();
    log.info('ZenPulse has stopped');
  };
  let ended: Promise<void> | null = null;
  return { url: served.url, store, stop: () => (ended ??= end()) };
}

/**
 * Starts the App: database, jobs, then the server. What it opened is closed again when it cannot.
 * @throws ZenPulseError `data_folder_locked`, `database_unusable`, `database_newer`, `address_unavailable`
 */
export async function startApp(configuration: Configuration, machine: MachineEdges): Promise<RunningApp> {
  const { log, clock, fetch, newId, random, sleep, monotonicMs, onLost } = machine;
  const { publicUrl, apiUrl, appId, privateKey, database } = configuration;
  const store = await openDatabase(database, {
    onIdleError: (error) => log.warn({ err: error }, 'an idle connection to the database broke'),
    onLost,
  });
  let jobs: Jobs | null = null;
  try {
    jobs = await openJobQueue(store, machine).catch((error: unknown) => {
      throw databaseFailure(error, database);
    });
    const probot = new Probot({
      appId,
      privateKey,
      secret: configuration.webhookSecrets[0] ?? '',
      baseUrl: apiUrl,
      // It prints whole payloads. What a handler throws comes back from receive, and is told from there.
      log: log.child({}, { level: 'silent' }),
      ...octokitOptions(fetch),
    });
    const edges: AppEdges = {
      db: store.db,
      enqueue: jobs.enqueue,
      github: createGitHubPort({ octokit: (id) => probot.auth(id), clock, sleep, random }),
      clock,
      newId,
      publicUrl,
    };
    const stopping = new AbortController();
    const posting = postingEdges(edges, configuration, machine, stopping.signal);
    await probot.load(zenPulseApp(edges), { cwd: import.meta.dirname, addHandler: () => undefined });
    await reseal(posting, machine);
    const metrics = createMetrics(store.db, monotonicMs);
    return await run({ configuration, machine, store, jobs, metrics, probot, posting }, stopping);
  } catch (error) {
    await jobs?.stop(0);
    await store.close();
    throw error;
  }
}
