import { createHash } from 'node:crypto';
import {
  fromKysely,
  fromPglite,
  type JobResult,
  type JobWithMetadata,
  PgBoss,
  type WorkOptions,
} from 'pg-boss';
import { toZenPulseError } from '../../contract/zenpulse-error.ts';
import type { Store, StoreEngine } from '../store/store.ts';
import { type Enqueue, type EnqueueAll, type JobHandlers, type JobName, jobData } from './jobs.ts';
import { cronJobs, heartbeatSeconds, keptSeconds, queueSettings, retryPause } from './queue-settings.ts';
import { retryAt } from './retry-at.ts';

export interface FailedJob {
  name: JobName;
  id: string;
  /** Counts from 1. */
  attempt: number;
  /** False when it is tried again. */
  isLast: boolean;
  /** When it is tried again because GitHub said so; null leaves it to the queue. */
  retryAt: Date | null;
  data: unknown;
}

export interface JobsOptions {
  /** Told of a job that failed, and of faults of the queue itself with null. */
  onError: (error: unknown, job: FailedJob | null) => void;
  clock: () => Date;
  /** How often the queues are looked through for jobs whose time has come; others are announced. Default 2, at least 0.5. */
  pollSeconds?: number;
  /** How often lost jobs are looked for; default 15. */
  superviseSeconds?: number;
  /** Whether `tick` and `reconcile` come by themselves; default true. */
  hasCron?: boolean;
}

export interface Jobs {
  enqueue: Enqueue;
  enqueueAll: EnqueueAll;
  /** Runs jobs in this process until `stop`. */
  start(handlers: JobHandlers): Promise<void>;
  /** Takes no more jobs and waits for those under way, at most so long; what is cut off is run again elsewhere. */
  stop(graceMs?: number): Promise<void>;
}

const names = Object.keys(jobData) as JobName[];

const queueOptions = (name: JobName) => ({
  expireInSeconds: queueSettings[name].leaseSeconds,
  heartbeatSeconds,
  retryLimit: queueSettings[name].retries,
  retryDelay: retryPause.firstSeconds,
  retryBackoff: true,
  retryDelayMax: retryPause.longestSeconds,
  retentionSeconds: keptSeconds,
  deleteAfterSeconds: keptSeconds,
  notify: true,
});

/** The queue's own connections: few, beside those of the store. */
const connectionOf = (engine: StoreEngine) =>
  engine.kind === 'postgres'
    ? {
        connectionString: engine.url,
        max: 4,
        connectionTimeoutMillis: 5_000,
        application_name: 'zenpulse-jobs',
      }
    : // Rebuilding indexes and watching vacuum are for servers that run for months under load.
      { db: fromPglite(engine.pglite), backend: 'pglite' as const, reindex: false, monitorVacuum: false };

async function makeQueues(boss: PgBoss): Promise<void> {
  for (const name of names) {
    const options = queueOptions(name);
    await boss.createQueue(name, {
      ...options,
      policy: queueSettings[name].isSingle ? 'exclusive' : 'standard',
    });
    // A queue that an older version made keeps what it had otherwise.
    await boss.updateQueue(name, options);
    // Fills the cache of queues: looked up inside a transaction it would wait for the one connection for ever.
    await boss.findJobs(name, { id: '00000000-0000-0000-0000-000000000000' });
  }
}

/** The embedded database has one process at a time: a job that is under way at its start belongs to a dead one. */
async function takeOverOrphans({ engine }: Store): Promise<void> {
  if (engine.kind === 'pglite')
    await engine.pglite.exec(`update pgboss.job set heartbeat_on = 'epoch' where state = 'active'`);
}

/** A key for what the data says, of the characters the queue takes. */
const keyOf = (data: object) => createHash('sha256').update(JSON.stringify(data)).digest('hex');

const enqueueWith =
  (boss: PgBoss): Enqueue =>
  async (db, name, data, { startAfter, onceInMs } = {}) => {
    await boss.send(name, data, {
      db: fromKysely(db),
      ...(startAfter && { startAfter }),
      ...(onceInMs !== undefined && {
        singletonKey: keyOf(data),
        singletonSeconds: Math.max(1, Math.round(onceInMs / 1000)),
      }),
    });
  };

const enqueueAllWith =
  (boss: PgBoss): EnqueueAll =>
  async (db, name, all) => {
    await boss.insert(
      name,
      all.map((data) => ({ data })),
      { db: fromKysely(db) },
    );
  };

/** Does something with all of a list, so many at a time. */
async function sideBySide<Item, Result>(
  most: number,
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = items.values();
  const lane = async () => {
    for (const item of rest) results.push(await run(item));
  };
  await Promise.all(Array.from({ length: most }, lane));
  return results;
}

/**
 * Runs one job. What is kept of a failure is its code and text, never the job's surroundings. One that met a rate
 * limit comes back as a new job when that ends, and uses up none of its tries.
 */
async function runJob<Name extends JobName>(
  boss: PgBoss,
  { onError, clock }: Pick<JobsOptions, 'onError' | 'clock'>,
  handle: JobHandlers[Name],
  job: JobWithMetadata<object> & { name: Name },
): Promise<JobResult> {
  const { id, name, data, retryCount, retryLimit } = job;
  try {
    await handle(jobData[name].parse(data) as Parameters<JobHandlers[Name]>[0]);
    return { id, status: 'completed' };
  } catch (thrown) {
    const at = retryAt(thrown, clock());
    onError(thrown, {
      name,
      id,
      attempt: retryCount + 1,
      isLast: at === null && retryCount >= retryLimit,
      retryAt: at,
      data,
    });
    const { code, message } = toZenPulseError(thrown);
    if (at === null) return { id, status: 'failed', output: { code, message } };
    await boss.send(name, data, { startAfter: at });
    return { id, status: 'completed', output: { code, message } };
  }
}

/**
 * Opens the job queue beside the App's tables, on either engine. Its own tables are in a schema of their own, made
 * and brought up to date here. A job whose worker died is run again when its heartbeat stops or its lease ends.
 */
export async function openJobs(store: Store, options: JobsOptions): Promise<Jobs> {
  const { onError, clock, pollSeconds = 2, superviseSeconds = 15, hasCron = true } = options;
  const boss = new PgBoss({
    ...connectionOf(store.engine),
    useListenNotify: true,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
  });
  boss.on('error', (error) => onError(error, null));
  await boss.start();
  await takeOverOrphans(store);
  await makeQueues(boss);

  const work = (name: JobName, handlers: JobHandlers) =>
    boss.work<object, unknown, WorkOptions & { includeMetadata: true; perJobResults: true }>(
      name,
      {
        includeMetadata: true,
        perJobResults: true,
        // A whole batch that came back full is followed by the next one at once.
        batchSize: queueSettings[name].batch,
        ...(queueSettings[name].batch > 1 && { burstWhenBatchFull: true }),
        pollingIntervalSeconds: pollSeconds,
        notifyPollingIntervalSeconds: pollSeconds,
      },
      (jobs) =>
        sideBySide(queueSettings[name].concurrency, jobs, (job) =>
          runJob(boss, { onError, clock }, handlers[name], { ...job, name }),
        ),
    );

  return {
    enqueue: enqueueWith(boss),
    enqueueAll: enqueueAllWith(boss),
    async start(handlers) {
      for (const name of names) await work(name, handlers);
      if (hasCron) for (const { name, cron } of cronJobs) await boss.schedule(name, cron, {});
    },
    stop: (graceMs = 30_000) => boss.stop({ graceful: true, timeout: graceMs }),
  };
}
