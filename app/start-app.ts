import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
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
import { intakeServerOptions } from './intake/intake-limits.ts';
import { jobHandlers } from './job-handlers.ts';
import { openJobs } from './jobs/boss-jobs.ts';
import { createMetrics } from './operate/create-metrics.ts';
import { healthRoutes } from './operate/health-routes.ts';
import { createSealer } from './posting/seal.ts';
import { slackFallback } from './posting/slack-fallback.ts';
import { slackHosts } from './posting/slack-hosts.ts';
import type { AppEdges } from './pulses/app-edges.ts';
import { openEmbedded } from './store/open-embedded.ts';
import { openPostgres } from './store/open-postgres.ts';
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
  /** The embedded database was taken by another process: this one must end and write nothing more. */
  onLost: (error: ZenPulseError) => void;
  /** Seconds between two looks at each job queue; default 2. */
  pollSeconds?: number;
}

export interface RunningApp {
  /** Where it listens. */
  url: string;
  store: Store;
  /** Takes nothing new, ends what is under way, closes the database. */
  stop(): Promise<void>;
}

/** Jobs under way get this long when the App stops; the rest is run again by another process, or at the next start. */
const graceMs = 25_000;

const openStore = ({ database }: Configuration, { log, onLost }: MachineEdges): Promise<Store> =>
  database.kind === 'postgres'
    ? openPostgres(database.url, {
        onIdleError: (error) => log.warn({ err: error }, 'an idle connection to the database broke'),
      })
    : openEmbedded(database.folder, { onLost });

/**
 * Starts the App: database, jobs, then the server.
 * @throws ZenPulseError `data_folder_locked`; whatever the database or the port refuses
 */
export async function startApp(configuration: Configuration, machine: MachineEdges): Promise<RunningApp> {
  const { log, clock, fetch, newId, newToken, random, sleep } = machine;
  const { publicUrl, workflowFile, callbackProof, serverUrl, apiUrl, adminToken } = configuration;
  const store = await openStore(configuration, machine);
  const metrics = createMetrics(store.db, machine.monotonicMs);
  const jobs = await openJobs(store, {
    clock,
    onError: (error, job) =>
      log.error({ err: error, job }, job ? 'a job failed' : 'the job queue met a fault'),
    ...(machine.pollSeconds !== undefined && { pollSeconds: machine.pollSeconds }),
  });

  const probot = new Probot({
    appId: configuration.appId,
    privateKey: configuration.privateKey,
    secret: configuration.webhookSecrets[0] ?? '',
    baseUrl: apiUrl,
    log,
    ...octokitOptions(fetch),
  });
  const stopping = new AbortController();
  const edges: AppEdges = {
    db: store.db,
    enqueue: jobs.enqueue,
    github: createGitHubPort({ octokit: (id) => probot.auth(id), clock, sleep, random }),
    clock,
    newId,
    publicUrl,
  };
  const [firstKey, ...otherKeys] = configuration.sealingKeys;
  const posting = {
    ...edges,
    delivery: {
      fetch: createGuardedFetch({
        allowedHosts: [...slackHosts, ...configuration.allowedHosts],
        resolve: machine.resolve,
      }),
      clock,
      sleep,
      random,
      signal: stopping.signal,
    },
    sealer: firstKey === undefined ? null : createSealer([firstKey, ...otherKeys]),
    fallback: slackFallback(configuration),
    slackApiUrl: configuration.slackApiUrl,
    webUrl: serverUrl,
    log,
  };
  await probot.load(zenPulseApp(edges), { cwd: import.meta.dirname, addHandler: () => undefined });
  const handlers = jobHandlers(
    posting,
    { workflowFile, callbackProof, webUrl: serverUrl, newToken, log },
    (event) => probot.receive(event),
  );

  let isServing = false;
  const routes = new Hono();
  routes.route(
    '/',
    healthRoutes({ db: store.db, registry: metrics.registry, isServing: () => isServing, sleep }),
  );
  routes.route(
    '/',
    createCallbackRoutes(edges, {
      accepts: callbackProof === 'oidc' ? ['oidc'] : ['oidc', 'token'],
      oidcIssuer: configuration.oidcIssuer,
      workflowFile,
      fetch,
      log,
      onAnswer: metrics.onCallback,
    }),
  );
  routes.route(
    '/',
    createAdminRoutes(posting, { token: adminToken, trustsLoopback: adminToken === null, log }),
  );
  const intake = createIntake({
    secrets: configuration.webhookSecrets,
    store,
    enqueueAll: jobs.enqueueAll,
    clock,
    onAnswer: ({ status, event, deliveryId, error }) => {
      metrics.onWebhook(status);
      if (error) log.warn({ status, event, deliveryId, code: error.code }, error.message);
    },
  });
  const pages = getRequestListener(routes.fetch);
  const server = createServer(intakeServerOptions, (request, response) => {
    void (async () => {
      if (!(await intake(request, response))) await pages(request, response);
    })();
  });

  await jobs.start(metrics.measured(handlers));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(configuration.port, configuration.host, resolve);
  });
  isServing = true;
  const { address, port, family } = server.address() as AddressInfo;
  const url = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
  log.info({ url, publicUrl, database: store.engine.kind }, 'ZenPulse is up');

  return {
    url,
    store,
    stop: async () => {
      isServing = false;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await jobs.stop(graceMs);
      stopping.abort(new Error('the App stops'));
      server.closeAllConnections();
      await closed;
      await store.close();
      log.info('ZenPulse has stopped');
    },
  };
}
