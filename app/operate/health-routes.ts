import { Hono } from 'hono';
import { sql } from 'kysely';
import type { Registry } from 'prom-client';
import type { Db } from '../store/store.ts';

export interface HealthEdges {
  db: Db;
  registry: Registry;
  /** False until the job queue runs, and again from the moment the process is asked to stop. */
  isServing: () => boolean;
  sleep: (ms: number) => Promise<void>;
}

/** A database that takes longer than this serves nobody. */
const patienceMs = 2_000;

async function databaseAnswers({ db, sleep }: HealthEdges): Promise<boolean> {
  const answer = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  return Promise.race([answer, sleep(patienceMs).then(() => false)]);
}

/**
 * `/healthz`: the process lives. `/readyz`: it can take webhooks, or says why not with 503. `/metrics`: for Prometheus;
 * counts only, no names.
 */
export function healthRoutes(edges: HealthEdges): Hono {
  const routes = new Hono();
  routes.get('/healthz', (context) => context.json({ status: 'ok' }));
  routes.get('/readyz', async (context) => {
    if (!edges.isServing()) return context.json({ status: 'starting or stopping' }, 503);
    if (!(await databaseAnswers(edges))) return context.json({ status: 'the database does not answer' }, 503);
    return context.json({ status: 'ready' });
  });
  routes.get('/metrics', async (context) => {
    context.header('content-type', edges.registry.contentType);
    return context.body(await edges.registry.metrics());
  });
  return routes;
}
