/** One of the servers the bench of webhooks measures, in a process of its own. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createNodeMiddleware, Webhooks } from '@octokit/webhooks';
import { pino } from 'pino';
import { Probot } from 'probot';
import { createIntake } from '../app/intake/create-intake.ts';
import { openJobs } from '../app/jobs/boss-jobs.ts';
import { openEmbedded } from '../app/store/open-embedded.ts';
import { openPostgres } from '../app/store/open-postgres.ts';
import type { Store } from '../app/store/store.ts';
import type { ServerOptions } from './webhooks-bench.ts';

interface Served {
  listener: RequestListener;
  /** Deliveries that are stored with a job each; null where nothing is stored. */
  stored: () => Promise<number | null>;
}

const options = JSON.parse(process.argv[2] ?? '') as ServerOptions;
const { secret } = options;

async function ours(store: Store): Promise<Served> {
  const clock = () => new Date();
  const onError = (error: unknown) => console.error(error);
  const jobs = await openJobs(store, { clock, onError, hasCron: false });
  const intake = createIntake({ store, enqueueAll: jobs.enqueueAll, clock, secrets: [secret] });
  return {
    listener: (request, response) => void intake(request, response),
    stored: async () => {
      const { count } = await store.db
        .selectFrom('deliveries')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}

async function withProbot(): Promise<Served> {
  const probot = new Probot({ githubToken: 'none', secret, log: pino({ level: 'silent' }) });
  const handle = (app: Probot) => app.on('pull_request.closed', () => undefined);
  await probot.load(handle, { cwd: '.', addHandler: () => undefined });
  const middleware = await probot.getNodeMiddleware();
  return {
    listener: (request, response) => void middleware(request, response),
    stored: async () => null,
  };
}

function bare(): Served {
  const middleware = createNodeMiddleware(new Webhooks({ secret }), { path: '/api/github/webhooks' });
  return {
    listener: (request, response) => void middleware(request, response),
    stored: async () => null,
  };
}

async function serve(): Promise<Served> {
  switch (options.kind) {
    case 'bare':
      return bare();
    case 'probot':
      return withProbot();
    case 'embedded':
      return ours(await openEmbedded(options.folder, { onLost: () => process.exit(1) }));
    case 'postgres':
      return ours(await openPostgres(options.url, { onIdleError: () => undefined }));
  }
}

const { listener, stored } = await serve();
const server = createServer({ keepAliveTimeout: 60_000 }, listener);
process.on('message', () => void stored().then((count) => process.send?.({ count })));
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
