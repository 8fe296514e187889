import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { CallbackPayload } from '../../contract/callback-payload.ts';
import type { DispatchInputs } from '../dispatch/dispatch-inputs.ts';

/**
 * Ids of GitHub are text: a bigint comes back as a number from one driver and as a string from the other.
 * Instants are `Date` in both.
 */
type Instant = ColumnType<Date, Date, Date>;
type MaybeInstant = ColumnType<Date | null, Date | null | undefined, Date | null>;
type Json<Value extends object | null> = JSONColumnType<Value, string, string>;

/** A webhook that was verified; its id is the same when GitHub sends it again. */
export interface DeliveryTable {
  id: string;
  event: string;
  action: string | null;
  repository_id: string | null;
  payload: Json<object>;
  received_at: Instant;
  /** Null until the job that handles it has ended well. */
  handled_at: MaybeInstant;
  /** Why it was put aside without effect: it does not have the fields its event has. Null otherwise. */
  problem: string | null;
}

export interface RepositoryTable {
  id: string;
  installation_id: string;
  /** `owner/name`; follows renames. */
  full_name: string;
  default_branch: string;
  state: 'active' | 'needs_setup' | 'suspended' | 'removed';
  /** What keeps it from working, for people to read. */
  problems: Json<Problem[]>;
  /** What merged before is not news. */
  baseline_at: Instant;
  /** Cron slot whose scheduled pulse is next; null without a schedule. */
  next_slot_at: MaybeInstant;
  /** Until when merges and tags were looked up beside the webhooks. */
  swept_until: Instant;
}

/** Something to repair: what is wrong, and the next step. */
export interface Problem {
  code: string;
  message: string;
  next_step: string;
  /** A page that helps; null without one. */
  url: string | null;
}

/** A pull request that merged after the baseline, as webhooks and sweeps told. */
export interface MergeTable {
  repository_id: string;
  number: number;
  base: string;
  title: string;
  author: string | null;
  labels: Json<string[]>;
  merged_at: Instant;
  /** GitHub's time of the change that title and labels are from; null when not known. Older news changes nothing. */
  changed_at: MaybeInstant;
  /** The merge pulse that decided on it, whether it told it or left it out; null while it waits for one. */
  merge_settled_by: string | null;
  /** The same for scheduled pulses. */
  schedule_settled_by: string | null;
}

export type StreamKind = 'merge' | 'schedule';

/**
 * A line of pulses of one repository and branch, each of which starts where the last one ended. At most one of them
 * is under way; the row is locked by whoever changes the line.
 */
export interface StreamTable {
  repository_id: string;
  kind: StreamKind;
  base: string;
  /** Everything up to here was looked at by a pulse that ended well. */
  covered_until: Instant;
  /** When the next pulse may start; null when nothing waits. */
  due_at: MaybeInstant;
  /** When the oldest thing that waits came, so that a busy day cannot put a pulse off for ever. */
  waiting_since: MaybeInstant;
  /** The message under way. */
  active_message_id: string | null;
  /** Number of the next pulse; part of its business key. */
  batch: Generated<number>;
  /** Pulses that failed since the last one that ended well. */
  failures: Generated<number>;
}

export type MessageKind = StreamKind | 'release';
export type MessageStatus = 'queued' | 'generating' | 'completed' | 'failed' | 'no_changes' | 'needs_setup';

/** One report on its way: asked for once for each business key. */
export interface MessageTable {
  id: string;
  business_key: string;
  /** In the run's name and its callback. */
  request_id: string;
  repository_id: string;
  kind: MessageKind;
  /** The branch; of a release the tag. */
  base: string;
  status: MessageStatus;
  /** What is dispatched, without the one-time token. */
  inputs: Json<DispatchInputs>;
  /** Where its window ends and the next one of its line starts; null for releases. */
  window_end: MaybeInstant;
  problems: Json<Problem[]>;
  /** Number of the text: 0 before there is one, then up with each later attempt of the run. */
  revision: Generated<number>;
  pipeline_run_id: string | null;
  results: JSONColumnType<NonNullable<CallbackPayload['results']> | null, string | null, string | null>;
  artifact_uri: string | null;
  artifact_digest: string | null;
  /** Why a person has to look before it is posted; null when nobody has to. */
  review_reason: string | null;
  /** Why the text no longer says what is true; null while it does. */
  outdated_reason: string | null;
  created_at: Instant;
  updated_at: Instant;
}

/** What was told: a pull request is told at most once in each line of pulses. */
export interface LedgerTable {
  repository_id: string;
  kind: MessageKind;
  base: string;
  /** Within its repository, whose name may change. */
  number: number;
  message_id: string;
}

export type DispatchState = 'sending' | 'sent' | 'refused' | 'lost';

/** One try at starting the workflow. */
export interface DispatchTable {
  id: string;
  message_id: string;
  attempt: number;
  /** sending: the answer is not known · sent: GitHub took it · refused: it did not · lost: no run was found */
  state: DispatchState;
  run_id: string | null;
  run_url: string | null;
  /** `owner/name` as the run was started with it; null where it was started before this was kept. */
  repo: string | null;
  /** The branch whose workflow was started; null likewise. */
  ref: string | null;
  sent_at: Instant;
  /** SHA-256 of the one-time token, in hex; null where OIDC serves. */
  token_hash: string | null;
  token_expires_at: MaybeInstant;
}

export type CallbackOutcome = 'accepted' | 'revision' | 'duplicate';

/** A callback that proved where it comes from. */
export interface CallbackTable {
  id: string;
  message_id: string;
  /** `jti` of the OIDC token, or the hash of the one-time token: neither serves twice. */
  proof_id: string;
  pipeline_run_id: string;
  body_digest: string;
  outcome: CallbackOutcome;
  payload: Json<CallbackPayload>;
  received_at: Instant;
}

export type PostState = 'waiting' | 'due' | 'sending' | 'sent' | 'failed' | 'unknown';

/** The one post of a message. */
export interface PostTable {
  message_id: string;
  revision: number;
  state: PostState;
  channel: string | null;
  /** Slack's id of the first message; null for incoming webhooks. */
  ts: string | null;
  problem: JSONColumnType<Problem | null, string | null, string | null>;
  updated_at: Instant;
}

/** A Slack credential, sealed with the key from the environment. */
export interface CredentialTable {
  /** `installation:<id>` or `repository:<id>`; the nearer one is taken. */
  scope: string;
  sealed: string;
  updated_at: Instant;
}

/** Tags that are known, so that only new ones are news. */
export interface TagTable {
  repository_id: string;
  tag: string;
  /** The commit it points to, peeled. */
  commit: string;
  seen_at: Instant;
}

/** What took the place of a branch. */
export interface SuccessorTable {
  repository_id: string;
  branch: string;
  successor: string;
  /** True when the branch goes on under the new name; false when only the default branch is another one. */
  is_rename: boolean;
  /** When the App noticed last. */
  since: Instant;
}

/** How far a sweep came. */
export interface CursorTable {
  name: string;
  value: string;
  updated_at: Instant;
}

export interface Tables {
  deliveries: DeliveryTable;
  repositories: RepositoryTable;
  merges: MergeTable;
  streams: StreamTable;
  messages: MessageTable;
  ledger: LedgerTable;
  dispatches: DispatchTable;
  callbacks: CallbackTable;
  posts: PostTable;
  credentials: CredentialTable;
  tags: TagTable;
  successors: SuccessorTable;
  cursors: CursorTable;
}
