import { sql } from 'kysely';
import { type Enqueue, jobData, type JobHandlers, type JobName } from '../../../app/jobs/jobs.ts';
import type { Db } from '../../../app/store/store.ts';

export interface ManualJob {
  id: number;
  name: JobName;
  data: unknown;
  startAfter: Date;
}

/** A job queue a test runs by hand: as durable as the tables, with no time of its own. */
export interface ManualJobs {
  enqueue: Enqueue;
  /** Jobs in the order they were added, due or not. */
  waiting(): Promise<ManualJob[]>;
  /** Runs one job; it stays when its handler throws, as with any queue. */
  run(job: ManualJob, handlers: JobHandlers): Promise<void>;
  /** Runs what is due, and what that makes due, until nothing is. @returns how many ran */
  drain(handlers: JobHandlers, now: () => Date): Promise<number>;
}

/** Makes its own table, which is emptied. */
export async function createManualJobs(db: Db): Promise<ManualJobs> {
  await sql`create table if not exists test_jobs (id serial primary key, name text not null, data jsonb not null, start_after timestamptz not null)`.execute(
    db,
  );
  await sql`truncate table test_jobs restart identity`.execute(db);

  const waiting = async () => {
    const { rows } = await sql<{ id: number; name: JobName; data: unknown; start_after: Date }>`
      select id, name, data, start_after from test_jobs order by id`.execute(db);
    return rows.map(({ id, name, data, start_after }) => ({ id, name, data, startAfter: start_after }));
  };
  const run = async ({ id, name, data }: ManualJob, handlers: JobHandlers) => {
    const handle = handlers[name] as (data: unknown) => Promise<void>;
    await handle(jobData[name].parse(data));
    await sql`delete from test_jobs where id = ${id}`.execute(db);
  };
  return {
    enqueue: async (trx, name, data, options) => {
      const startAfter = options?.startAfter ?? new Date(0);
      await sql`insert into test_jobs (name, data, start_after) values (${name}, ${JSON.stringify(data)}::jsonb, ${startAfter})`.execute(
        trx,
      );
    },
    waiting,
    run,
    async drain(handlers, now) {
      for (let ran = 0; ; ran += 1) {
        const job = (await waiting()).find(({ startAfter }) => startAfter <= now());
        if (!job) return ran;
        await run(job, handlers);
      }
    },
  };
}
