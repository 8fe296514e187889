import { z } from 'zod';
import { problemsOf } from '../../contract/problems.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';

/** Ids of GitHub are text here, see the tables. */
const id = z.union([z.int(), z.string().min(1)]).transform(String);
const instant = z
  .union([z.iso.datetime({ offset: true }), z.int()])
  .transform((value) => new Date(typeof value === 'number' ? value * 1000 : value));

const repository = z.object({
  id,
  full_name: z.string().regex(/^[^/\s]+\/[^/\s]+$/, 'accepts owner/name'),
  default_branch: z.string().optional(),
});

/** Null: the webhook is a repository's own, not the App's, and the App may do nothing there. */
const installation = z.object({ id }).nullish();

const pull = z.object({
  number: z.int().positive(),
  title: z.string(),
  merged_at: instant.nullish(),
  updated_at: instant.nullish(),
  user: z.object({ login: z.string() }).nullish(),
  labels: z.array(z.object({ name: z.string() })).default([]),
  base: z.object({ ref: z.string() }),
});

const pushedCommit = z.object({
  added: z.array(z.string()).default([]),
  removed: z.array(z.string()).default([]),
  modified: z.array(z.string()).default([]),
});

/** The fields the App reads of each event it hears; anything else of a payload is not looked at. */
export const payloads = {
  pull_request: z.object({
    action: z.string(),
    pull_request: pull,
    /** Of `labeled` and `unlabeled`. */
    label: z.object({ name: z.string() }).nullish(),
    /** Of `edited`. */
    changes: z.object({ title: z.object({ from: z.string() }).optional() }).optional(),
    repository,
    installation,
  }),
  push: z.object({
    ref: z.string(),
    deleted: z.boolean().default(false),
    commits: z.array(pushedCommit).default([]),
    repository,
    installation,
  }),
  release: z.object({
    release: z.object({ tag_name: z.string().min(1), draft: z.boolean().default(false) }),
    repository,
    installation,
  }),
  repository: z.object({ action: z.string(), repository, installation }),
  installation: z.object({
    action: z.string(),
    installation: z.object({ id, created_at: instant.nullish() }),
    repositories: z.array(repository).default([]),
  }),
  installation_repositories: z.object({
    installation: z.object({ id }),
    repositories_added: z.array(repository).default([]),
    repositories_removed: z.array(z.object({ id })).default([]),
  }),
} as const;

export type EventName = keyof typeof payloads;
export type Payload<Name extends EventName> = z.output<(typeof payloads)[Name]>;
export type RepositoryFacts = z.output<typeof repository>;

/** @throws ZenPulseError `webhook_unreadable` */
export function readPayload<Name extends EventName>(event: Name, payload: unknown): Payload<Name> {
  const parsed = payloads[event].safeParse(payload);
  if (parsed.success) return parsed.data as Payload<Name>;
  // What was there instead is a stranger's text, and this goes to the log.
  const problems = problemsOf(parsed.error, payload).map((each) => ({ ...each, got: 'something else' }));
  throw new ZenPulseError('webhook_unreadable', { event, problems });
}
