import type { PullNode } from './answers.ts';
import { linkedPullsAnswer } from './range-answers.ts';
import type { HubCommit } from './history-commits.ts';
import { inParallel } from '../in-parallel.ts';
import { pullsOfCommits } from './queries/pulls-of-commits.graphql.ts';
import type { GraphqlError } from './read-graphql-answer.ts';
import { gapsOf, type RepositoryContext, requireRepository } from './repository-context.ts';

/** Commits of one request, and pull requests that they name together. */
const commitsPerRequest = 100;
const numbersPerRequest = 250;

/** What GitHub knows of one commit. Pull requests of other repositories, such as forks, are left out. */
export interface Linked {
  commit: HubCommit;
  /** Pull requests GitHub links to it: merged or not, of any base, and with a lag after a merge. */
  pulls: readonly PullNode[];
  /** Pull requests its message names, as far as there are such. */
  named: readonly PullNode[];
  /** Pull requests GitHub links to the commit it was cherry-picked from. */
  ofOriginal: readonly PullNode[];
}

/** A message may name an issue, or a pull request of elsewhere: that there is none is an answer. */
const isNoPull = ({ type, path }: GraphqlError) => type === 'NOT_FOUND' && /^repository\.p\d+$/.test(path);

/** The repository a pull request belongs to, which need not be the one that was asked. */
const repositoryOf = ({ baseRepository, url }: PullNode) =>
  baseRepository?.nameWithOwner ?? /([^/]+\/[^/]+)\/pull\/\d+$/.exec(url)?.[1] ?? '';

function ownPulls({ messages }: RepositoryContext, nodes: readonly (PullNode | null)[]): PullNode[] {
  const own = new Set(messages.names.map((name) => name.toLowerCase()));
  return nodes.filter((node) => node !== null).filter((pull) => own.has(repositoryOf(pull).toLowerCase()));
}

const numbersOf = (commits: readonly HubCommit[]) => [
  ...new Set(commits.flatMap(({ facts }) => facts.pulls.map(({ number }) => number))),
];

/** The commit a pick names first is where its chain began. */
const originalOf = ({ facts }: HubCommit): string[] =>
  facts.pulls.length === 0 ? facts.pickedFrom.slice(0, 1) : [];

/** As many of the commits as one request may ask for; one at least. */
function firstOf(commits: readonly HubCommit[], most: number): readonly HubCommit[] {
  let count = 1;
  let numbers = commits[0]?.facts.pulls.length ?? 0;
  while (count < Math.min(most, commits.length)) {
    numbers += commits[count]?.facts.pulls.length ?? 0;
    if (numbers > numbersPerRequest) break;
    count += 1;
  }
  return commits.slice(0, count);
}

async function readBatch(context: RepositoryContext, batch: readonly HubCommit[]) {
  const { client, owner, name, key } = context;
  const linked: Linked[] = [];
  const gaps: string[] = [];
  while (linked.length < batch.length) {
    let taken: readonly HubCommit[] = [];
    let shas: string[] = [];
    const { data, errors } = await client.graphql((failures) => {
      taken = firstOf(batch.slice(linked.length), Math.max(1, batch.length >> failures));
      shas = [...taken.map(({ sha }) => sha), ...taken.flatMap(originalOf)];
      return { document: pullsOfCommits({ shas, numbers: numbersOf(taken) }), variables: { owner, name } };
    }, linkedPullsAnswer);
    const repository = requireRepository(key, data.repository, errors);
    gaps.push(...gapsOf(errors.filter((error) => !isNoPull(error))));
    const pullsOf = (sha: string) =>
      ownPulls(context, repository.commits.get(shas.indexOf(sha))?.nodes ?? []);
    for (const [at, commit] of taken.entries()) {
      const found = repository.commits.get(at);
      const pulls = pullsOf(commit.sha);
      if (!found) gaps.push(`GitHub did not say which pull requests brought ${commit.sha}`);
      else if (found.totalCount > (found.nodes ?? []).length && !pulls.some(({ merged }) => merged))
        gaps.push(
          `only ${(found.nodes ?? []).length} of ${found.totalCount} pull requests of ${commit.sha} were read`,
        );
      linked.push({
        commit,
        pulls,
        named: commit.facts.pulls.flatMap(({ number }) => repository.named.get(number) ?? []),
        ofOriginal: originalOf(commit).flatMap(pullsOf),
      });
    }
  }
  return { linked, gaps };
}

/** Asks GitHub which pull requests brought each commit, a hundred commits a request, batches in parallel. */
export async function readLinkedPulls(
  context: RepositoryContext,
  commits: readonly HubCommit[],
): Promise<{ linked: Linked[]; gaps: string[] }> {
  const batches = Array.from({ length: Math.ceil(commits.length / commitsPerRequest) }, (_, at) =>
    commits.slice(at * commitsPerRequest, (at + 1) * commitsPerRequest),
  );
  const read = await inParallel(batches, (batch) => readBatch(context, batch));
  return { linked: read.flatMap(({ linked }) => linked), gaps: read.flatMap(({ gaps }) => gaps) };
}
