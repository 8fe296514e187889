import type { GitHubPort } from '../github/github-port.ts';
import type { Enqueue } from '../jobs/jobs.ts';
import type { Db } from '../store/store.ts';

/** What every part of the App touches of the world. */
export interface AppEdges {
  db: Db;
  enqueue: Enqueue;
  github: GitHubPort;
  clock: () => Date;
  newId: () => string;
  /** Where the App is reached from outside, without a slash at its end. */
  publicUrl: string;
}
