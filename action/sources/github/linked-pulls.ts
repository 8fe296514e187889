import { describeMessage } from '../history/describe-message.ts';
import type { PullNode } from './answers.ts';
import { linkedPullsAnswer } from './range-answers.ts';
import type { HubCommit } from './history-commits.ts';
import { inParallel } from './in-parallel.ts';
import { pullsOfCommits } from './queries/pulls-of-commits.graphql.ts';
import type { GraphqlError } from './read-graphql-answer.ts';
import { gapsOf, type RepositoryContext, requireRepository } from './repository-context.ts';

const perRequest = 100;

/** What GitHub knows of one commit. */
export interface Linked {
  commit: HubCommit;
  /** Pull requests GitHub links to it: merged or not, of any base, and with a lag after a merge. */
  pulls: PullNode[];
  /** The pull request its message names; null: none, or an issue. */
  named: PullNode | null;
}

/** A message may name an issue, or a pull request of elsewhere: that there is none is an answer. */
const isNoPull = ({ type, path }: GraphqlError) => type === 'NOT_FOUND' && /^repository\.n\d+$/.test(path);

async function readBatch({ client, owner, name, key }: RepositoryContext, batch: readonly HubCommit[]) {
  const linked: Linked[] = [];
  const gaps: string[] = [];
  while (linked.length < batch.length) {
    let taken: readonly HubCommit[] = [];
    const { data, errors } = await client.graphql((failures) => {
      taken = batch.slice(linked.length, linked.length + Math.max(1, batch.length >> failures));
      const asked = taken.map(({ sha, message }) => ({
        sha,
        number: describeMessage(message).pull?.number ?? null,
      }));
      return { document: pullsOfCommits(asked), variables: { owner, name } };
    }, linkedPullsAnswer);
    const repository = requireRepository(key, data.repository, errors);
    gaps.push(...gapsOf(errors.filter((error) => !isNoPull(error))));
    for (const [at, commit] of taken.entries()) {
      const found = repository.commits.get(at);
      const pulls = (found?.nodes ?? []).filter((node) => node !== null);
      if (!found) gaps.push(`GitHub did not say which pull requests brought ${commit.sha}`);
      else if (found.totalCount > pulls.length)
        gaps.push(`only ${pulls.length} of ${found.totalCount} pull requests of ${commit.sha} were read`);
      linked.push({ commit, pulls, named: repository.named.get(at) ?? null });
    }
  }
  return { linked, gaps };
}

/** Asks GitHub which pull requests brought each commit, a hundred commits a request, batches in parallel. */
export async function readLinkedPulls(
  context: RepositoryContext,
  commits: readonly HubCommit[],
): Promise<{ linked: Linked[]; gaps: string[] }> {
  const batches = Array.from({ length: Math.ceil(commits.length / perRequest) }, (_, at) =>
    commits.slice(at * perRequest, (at + 1) * perRequest),
  );
  const read = await inParallel(batches, (batch) => readBatch(context, batch));
  return { linked: read.flatMap(({ linked }) => linked), gaps: read.flatMap(({ gaps }) => gaps) };
}
