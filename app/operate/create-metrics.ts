import { Counter, Histogram, Registry } from 'prom-client';
import type { JobHandlers, JobName } from '../jobs/jobs.ts';
import type { Db } from '../store/store.ts';
import { tableGauges } from './table-gauges.ts';

/** What `/metrics` shows, and the places that feed it. */
export interface Metrics {
  registry: Registry;
  /** A webhook was answered. */
  onWebhook: (status: number) => void;
  /** A callback was answered. */
  onCallback: (status: number) => void;
  /** Handlers that count and time themselves. */
  measured: (handlers: JobHandlers) => JobHandlers;
}

/** @param monotonicMs a clock that only goes forward, in milliseconds */
export function createMetrics(db: Db, monotonicMs: () => number): Metrics {
  const registry = new Registry();
  tableGauges(registry, db);
  const webhooks = new Counter({
    name: 'zenpulse_webhooks_total',
    help: 'Webhooks by the status they were answered with.',
    labelNames: ['status'],
    registers: [registry],
  });
  const callbacks = new Counter({
    name: 'zenpulse_callbacks_total',
    help: 'Callbacks by the status they were answered with.',
    labelNames: ['status'],
    registers: [registry],
  });
  const jobs = new Histogram({
    name: 'zenpulse_job_seconds',
    help: 'How long jobs took, by name and whether they ended well.',
    labelNames: ['job', 'outcome'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 30, 120],
    registers: [registry],
  });

  const timed =
    <Data>(job: JobName, handle: (data: Data) => Promise<void>) =>
    async (data: Data) => {
      const start = monotonicMs();
      const observe = (outcome: string) => jobs.observe({ job, outcome }, (monotonicMs() - start) / 1000);
      try {
        await handle(data);
        observe('done');
      } catch (error) {
        observe('failed');
        throw error;
      }
    };
  return {
    registry,
    onWebhook: (status) => webhooks.inc({ status }),
    onCallback: (status) => callbacks.inc({ status }),
    measured: (handlers) =>
      Object.fromEntries(
        Object.entries(handlers).map(([job, handle]) => [job, timed(job as JobName, handle as never)]),
      ) as unknown as JobHandlers,
  };
}
