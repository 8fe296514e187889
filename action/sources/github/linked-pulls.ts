import { type PullNode, pullsOfCommitsAnswer } from './answers.ts';
import { inParallel } from './in-parallel.ts';
import { pullsOfCommits } from './queries/pulls-of-commits.graphql.ts';
import { gapsOf, type RepositoryContext, requireRepository } from './repository-context.ts';

const perRequest = 100;

/** Pull requests GitHub links to one commit: merged or not, of any base, and with a lag after a merge. */
export interface Linked {
  sha: string;
  pulls: PullNode[];
}

async function readBatch({ client, owner, name, key }: RepositoryContext, batch: readonly string[]) {
  const linked: Linked[] = [];
  const gaps: string[] = [];
  while (linked.length < batch.length) {
    let taken: readonly string[] = [];
    const { data, errors } = await client.graphql((failures) => {
      taken = batch.slice(linked.length, linked.length + Math.max(1, batch.length >> failures));
      return { document: pullsOfCommits(taken), variables: { owner, name } };
    }, pullsOfCommitsAnswer);
    const repository = requireRepository(key, data.repository, errors);
    gaps.push(...gapsOf(errors));
    for (const [at, sha] of taken.entries()) {
      const found = repository[`c${at}`]?.associatedPullRequests;
      const pulls = (found?.nodes ?? []).filter((node) => node !== null);
      if (found && found.totalCount > pulls.length)
        gaps.push(`only ${pulls.length} of ${found.totalCount} pull requests of ${sha} were read`);
      linked.push({ sha, pulls });
    }
  }
  return { linked, gaps };
}

/** Asks GitHub which pull requests brought each commit, a hundred commits a request, batches in parallel. */
export async function readLinkedPulls(
  context: RepositoryContext,
  shas: readonly string[],
): Promise<{ linked: Linked[]; gaps: string[] }> {
  const batches = Array.from({ length: Math.ceil(shas.length / perRequest) }, (_, at) =>
    shas.slice(at * perRequest, (at + 1) * perRequest),
  );
  const read = await inParallel(batches, (batch) => readBatch(context, batch));
  return { linked: read.flatMap(({ linked }) => linked), gaps: read.flatMap(({ gaps }) => gaps) };
}
