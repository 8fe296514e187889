import { z } from 'zod';
import type { Db } from '../store/store.ts';

const id = z.string().min(1);

/**
 * Every job and its data. A job may run twice and in any order: its data only says where to look, what is to be done
 * it reads from the tables.
 */
export const jobData = {
  /** A webhook was stored. */
  delivery: z.strictObject({ deliveryId: id }),
  /** A line of pulses may be due. */
  stream: z.strictObject({ repositoryId: id, kind: z.enum(['merge', 'schedule']), base: id }),
  /** A message waits for its workflow to be started, or for the answer to that to be settled. */
  dispatch: z.strictObject({ messageId: id }),
  /** A message may be posted. */
  post: z.strictObject({ messageId: id }),
  /** A repository was added: baseline and set-up are looked at. */
  onboard: z.strictObject({ repositoryId: id }),
  /** Every minute: lines that are due, slots of schedules. */
  tick: z.strictObject({}),
  /** Every hour: what webhooks and callbacks did not tell. */
  reconcile: z.strictObject({}),
} as const;

export type JobName = keyof typeof jobData;
export type JobData<Name extends JobName> = z.output<(typeof jobData)[Name]>;

export interface EnqueueOptions {
  /** Not before; at once when absent. */
  startAfter?: Date;
  /** Not again within this time for the same data: for wake-ups that are only a second net. */
  onceInMs?: number;
}

/** Adds a job in the transaction that makes it necessary: both are there, or neither. */
export type Enqueue = <Name extends JobName>(
  db: Db,
  name: Name,
  data: JobData<Name>,
  options?: EnqueueOptions,
) => Promise<void>;

/** The same for several jobs at once, in one statement. */
export type EnqueueAll = <Name extends JobName>(
  db: Db,
  name: Name,
  data: readonly JobData<Name>[],
) => Promise<void>;

/** What a job does; one that throws is tried again later, with growing pauses. */
export type JobHandlers = { [Name in JobName]: (data: JobData<Name>) => Promise<void> };
