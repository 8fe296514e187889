import type { DispatchInputs } from '../dispatch/dispatch-inputs.ts';

/** A repository as GitHub is asked for it. */
export interface RepositoryAddress {
  installationId: string;
  /** `owner/name`. */
  fullName: string;
}

export interface MergedPull {
  number: number;
  base: string;
  title: string;
  /** Login; null for a deleted account. */
  author: string | null;
  labels: string[];
  mergedAt: Date;
  /** When anything of it changed last, its labels or its title too; null when not known. */
  changedAt: Date | null;
}

export interface WorkflowRun {
  id: string;
  url: string;
  attempt: number;
  /** Such as queued, in_progress, completed. */
  status: string;
  /** Such as success, failure, cancelled; null while it is not completed. */
  conclusion: string | null;
  /** Last change of the run; of a completed one when it ended. */
  updatedAt: Date;
}

/**
 * How a dispatch was answered. `unclear`: no answer, or one that does not tell (5xx, a reset, a timeout); the run may
 * exist. `refused`: GitHub said no, there is no run. `later`: a rate limit until then, there is no run either.
 */
export type DispatchAnswer =
  | { kind: 'started'; runId: string | null; runUrl: string | null }
  | { kind: 'unclear'; cause: string }
  | { kind: 'refused'; status: number; message: string }
  | { kind: 'later'; at: Date };

/** A delivery GitHub made or tried to make. */
export interface HookDelivery {
  /** Of this attempt. */
  id: string;
  /** The same for all attempts. */
  guid: string;
  deliveredAt: Date;
  /** HTTP status, 0 without an answer. */
  statusCode: number;
}

/**
 * What the App asks of GitHub, parsed. Reads are tried again by the adapter; a dispatch never is.
 * @throws ZenPulseError of the `github_…` family
 */
export interface GitHubPort {
  /** A file's text on the default branch; null when it is not there. */
  readFile(repository: RepositoryAddress, path: string): Promise<string | null>;
  /** Never tried again by itself: after `unclear` the runs have to be looked through first. */
  dispatchWorkflow(
    repository: RepositoryAddress,
    workflowFile: string,
    ref: string,
    inputs: DispatchInputs & { webhook_token?: string },
  ): Promise<DispatchAnswer>;
  /** Runs of the workflow since then whose name has the request id, oldest first; GitHub's list lags. */
  findRuns(
    repository: RepositoryAddress,
    workflowFile: string,
    requestId: string,
    since: Date,
  ): Promise<WorkflowRun[]>;
  /** Null when it is gone. */
  getRun(repository: RepositoryAddress, runId: string): Promise<WorkflowRun | null>;
  /** The commit a tag points to, through annotated tags; null when there is no such tag. */
  peelTag(repository: RepositoryAddress, tag: string): Promise<string | null>;
  /** All tags with the commit each points to. */
  listTags(repository: RepositoryAddress): Promise<{ tag: string; commit: string }[]>;
  /** Pull requests into any branch that were updated since then and are merged; at least those that merged since. */
  listMerged(repository: RepositoryAddress, since: Date): Promise<MergedPull[]>;
  getRepository(
    installationId: string,
    repositoryId: string,
  ): Promise<{ id: string; fullName: string; defaultBranch: string } | null>;
  /**
   * A branch's name now: its own, or the one GitHub leads to in its place, as after a rename; null when it is gone. GitHub
   * may lead to the default branch where another one was deleted.
   */
  findBranch(repository: RepositoryAddress, branch: string): Promise<string | null>;
  /** Attempts to deliver to the App's webhook that failed, and maybe others, newest first, down to `since`. */
  listDeliveries(since: Date): Promise<HookDelivery[]>;
  /** Asks GitHub to send a delivery again. */
  redeliver(deliveryId: string): Promise<void>;
}
