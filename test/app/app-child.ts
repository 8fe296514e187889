/** The App from the webhook to a message that waits for its dispatch, in a process of its own that a test may kill. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import type { Probot } from 'probot';
import { createIntake } from '../../app/intake/create-intake.ts';
import { openJobs } from '../../app/jobs/boss-jobs.ts';
import type { AppEdges } from '../../app/pulses/app-edges.ts';
import { startStreamPulse } from '../../app/pulses/start-stream-pulse.ts';
import { openEmbedded } from '../../app/store/open-embedded.ts';
import { openPostgres } from '../../app/store/open-postgres.ts';
import { handleDelivery } from '../../app/triggers/handle-delivery.ts';
import type { AppChildOptions, AppState, Wish } from './app-child-api.ts';
import { handlersWith } from './jobs/handlers-with.ts';
import { createFakeGitHub } from './kit/fake-github.ts';
import { probotWith } from './triggers/probot-with.ts';

const options = JSON.parse(process.argv[2] ?? '') as AppChildOptions;
const die = (place: AppChildOptions['dieAt']) => {
  if (options.dieAt === place) process.kill(process.pid, 'SIGKILL');
};
const clock = () => new Date();

const store =
  'url' in options.database
    ? await openPostgres(options.database.url, { onIdleError: () => undefined })
    : await openEmbedded(options.database.folder, { onLost: () => process.exit(3) }).catch(
        (error: unknown) => {
          process.send?.({ refused: error instanceof Error ? error.message : String(error) });
          process.exit(2);
        },
      );
const { db } = store;
const jobs = await openJobs(store, {
  clock,
  onError: () => undefined,
  pollSeconds: 0.5,
  superviseSeconds: 1,
  hasCron: false,
});
// Half an hour passes for the jobs of those that died.
if (options.isLater)
  await sql`update pgboss.job set heartbeat_on = 'epoch', started_on = started_on - interval '30 minutes' where state = 'active'`.execute(
    db,
  );
const repository = { id: '4711', fullName: 'acme/shop', defaultBranch: 'main' };
const github = createFakeGitHub({ clock, repository });
github.files.set('acme/shop: .github/zenpulse.yml', 'triggers:\n  merge:\n    quiet_period: 1s\n');
const edges: AppEdges = {
  db,
  enqueue: jobs.enqueue,
  github: github.port,
  clock,
  newId: randomUUID,
  publicUrl: 'https://app.example',
};
const probot = await probotWith(edges);
await jobs.start(
  handlersWith({
    delivery: async ({ deliveryId }) => {
      die('before-handler');
      await handleDelivery(edges, deliveryId, {
        receive: async (event) => {
          await probot.receive(event as Parameters<Probot['receive']>[0]);
          die('after-handler');
        },
        onUnreadable: () => undefined,
      });
      die('before-job-ends');
    },
    stream: async (key) => {
      await startStreamPulse(edges, key);
      die('after-pulse');
    },
  }),
);
const intake = createIntake({
  store,
  clock,
  secrets: [options.secret],
  enqueueAll: async (...args) => {
    await jobs.enqueueAll(...args);
    die('before-commit');
  },
});
const server = createServer((request, response) => {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    die('before-answer');
    return writeHead(...args);
  }) as typeof response.writeHead;
  void intake(request, response);
});

async function state(): Promise<AppState> {
  const [deliveries, messages, merges] = await Promise.all([
    db.selectFrom('deliveries').select(['id', 'handled_at']).orderBy('id').execute(),
    db.selectFrom('messages').select(['business_key', 'inputs']).orderBy('business_key').execute(),
    db.selectFrom('merges').select('number').orderBy('number').execute(),
  ]);
  return {
    deliveries: deliveries.map(({ id }) => id),
    handled: deliveries.filter(({ handled_at }) => handled_at !== null).map(({ id }) => id),
    messages: messages.map(({ business_key }) => business_key),
    triggers: messages.flatMap(({ inputs }) => inputs.trigger_prs?.split(',').map(Number) ?? []),
    merges: merges.map(({ number }) => number),
  };
}

process.on('message', (wish: Wish) => {
  if (wish === 'state') void state().then((answer) => process.send?.(answer));
  else if (wish === 'stop')
    void jobs
      .stop(5_000)
      .then(() => store.close())
      .then(() => process.exit());
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
