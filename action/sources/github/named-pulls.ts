import type { Change } from '../source.ts';
import { type PullNode, pullsByNumberAnswer } from './answers.ts';
import type { HubCommit } from './history-commits.ts';
import { pullChange } from './pull-change.ts';
import { pullsByNumber } from './queries/pulls-by-number.graphql.ts';
import { gapsOf, type RepositoryContext, requireRepository } from './repository-context.ts';

const perRequest = 100;
const named = /^Merge pull request #(\d+) from |\(#(\d+)\)\s*$/;

/** The number of the pull request a commit's subject names, as GitHub words it. */
export function namedNumber({ message }: Pick<HubCommit, 'message'>): number | null {
  const found = named.exec(message.split('\n', 1)[0] ?? '');
  return found ? Number(found[1] ?? found[2]) : null;
}

/** Merged pull requests by number; a number that is an issue's, or nobody's, is left out. */
export async function readPullsByNumber(
  { client, owner, name, key }: RepositoryContext,
  numbers: readonly number[],
): Promise<{ pulls: PullNode[]; gaps: string[] }> {
  const pulls: PullNode[] = [];
  const gaps: string[] = [];
  for (let at = 0; at < numbers.length; ) {
    let taken: readonly number[] = [];
    const { data, errors } = await client.graphql((failures) => {
      taken = numbers.slice(at, at + (perRequest >> failures));
      return { document: pullsByNumber(taken), variables: { owner, name } };
    }, pullsByNumberAnswer);
    const repository = requireRepository(key, data.repository, errors);
    gaps.push(...gapsOf(errors.filter(({ type }) => type !== 'NOT_FOUND')));
    pulls.push(...Object.values(repository).flatMap((pull) => (pull?.merged ? pull : [])));
    at += taken.length;
  }
  return { pulls, gaps };
}

/**
 * A merged pull request whose change came by a commit of its own in this window: a cherry-pick, or one that the
 * lists do not link yet. The commit stands for it.
 */
export function pickedChange(pull: PullNode, commit: HubCommit): Change | null {
  const change = pullChange(pull);
  return change && { ...change, commit: commit.sha, at: commit.at };
}
