import type { Selectable } from 'kysely';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { SlackTarget } from '../../delivery/slack.ts';
import type { RepositoryTable } from '../store/tables.ts';
import type { Policy } from '../triggers/policy.ts';
import { readPolicy } from '../triggers/read-policy.ts';
import { findSlackTarget } from './credentials.ts';
import type { PostingEdges } from './posting-edges.ts';

export type Repository = Selectable<RepositoryTable>;

/** Where a report goes by itself, or why a person has to see to it. */
export type Way = { target: SlackTarget; policy: Policy } | { reason: ZenPulseError };

export const waits = (why: string, next: string) => new ZenPulseError('post_waits', { why, next });

/** @throws ZenPulseError `slack_credential_missing`, `sealed_unreadable` */
export async function findTarget(edges: PostingEdges, repository: Repository): Promise<SlackTarget> {
  const { id: repositoryId, installation_id: installationId, full_name } = repository;
  const target = await findSlackTarget(edges, { repositoryId, installationId });
  if (target === null) throw new ZenPulseError('slack_credential_missing', { repository: full_name });
  return target;
}

async function checkPolicy({ github }: PostingEdges, repository: Repository): Promise<Policy> {
  const { installation_id: installationId, full_name: fullName, state } = repository;
  if (state === 'removed' || state === 'suspended')
    throw waits(`the App is ${state} on ${fullName}`, 'Install it there again, or post the report by hand.');
  const policy = await readPolicy(github, { installationId, fullName });
  const { deliverTo, postsAtOnce } = policy;
  if (deliverTo === 'callback')
    throw waits(
      `the rules of ${fullName} deliver to a callback`,
      'Set delivery.to: slack to have it posted.',
    );
  if (!postsAtOnce)
    throw waits(
      `the rules of ${fullName} want a review`,
      'Post it, or set delivery.post: at_once for the next ones.',
    );
  return policy;
}

/** Trying again changes nothing about these: a person has to do something. */
const lasting: readonly ZenPulseError['code'][] = [
  'post_waits',
  'repository_file_invalid',
  'github_not_found',
  'github_forbidden',
  'github_refused',
  'slack_credential_missing',
  'sealed_unreadable',
];

/** @throws ZenPulseError `github_…` when the rules could not be read */
export async function findWay(edges: PostingEdges, repository: Repository): Promise<Way> {
  try {
    const policy = await checkPolicy(edges, repository);
    return { target: await findTarget(edges, repository), policy };
  } catch (error) {
    if (error instanceof ZenPulseError && lasting.includes(error.code)) return { reason: error };
    throw error;
  }
}
