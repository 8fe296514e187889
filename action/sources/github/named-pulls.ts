import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { Change } from '../source.ts';
import { type PullNode, pullsByNumberAnswer } from './answers.ts';
import { gapsOfPull, pullChange } from './pull-change.ts';
import { pullsByNumber } from './queries/pulls-by-number.graphql.ts';
import { gapsOf, type RepositoryContext, requireRepository } from './repository-context.ts';

const perRequest = 100;

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
      taken = numbers.slice(at, at + Math.max(1, Math.min(perRequest, numbers.length) >> failures));
      return { document: pullsByNumber(taken), variables: { owner, name } };
    }, pullsByNumberAnswer);
    const repository = requireRepository(key, data.repository, errors);
    gaps.push(...gapsOf(errors.filter(({ type }) => type !== 'NOT_FOUND')));
    pulls.push(...Object.values(repository).flatMap((pull) => (pull?.merged ? pull : [])));
    at += taken.length;
  }
  return { pulls, gaps };
}

/** The same as changes. @throws ZenPulseError `github_bad_answer` when one was not read in full */
export async function readChangesByNumber(
  context: RepositoryContext,
  numbers: readonly number[],
): Promise<Change[]> {
  const { pulls, gaps } = await readPullsByNumber(context, numbers);
  const [why] = [...gaps, ...pulls.flatMap(gapsOfPull)];
  if (why !== undefined)
    throw new ZenPulseError('github_bad_answer', { what: `the pull requests of ${context.key}`, why });
  return pulls.flatMap((pull) => pullChange(pull, context.messages) ?? []);
}
