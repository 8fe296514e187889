import { bodyOf, type Commit, headlineOf } from '../state/commit.ts';
import { log } from '../state/commit-graph.ts';
import type { GitHubState } from '../state/github-state.ts';
import { loginOf } from '../state/login-of.ts';
import { commitOf, type Repository } from '../state/repository.ts';
import { readGitRepository } from './read-git-repository.ts';
import { addSeededPull, fillRepository, type SeededPull, type SeedOptions } from './seeded-repository.ts';

/**
 * Puts a clone on GitHub. Its pull requests are told from what GitHub writes into messages, on the first-parent
 * line of the default branch: `Merge pull request #13 from …`, and a subject that ends in `(#12)`. Rebase merges
 * leave nothing to tell, and what merged into other branches is not looked for.
 */
export async function seedFromClone(
  state: GitHubState,
  path: string,
  options: SeedOptions = {},
): Promise<Repository> {
  const repository = fillRepository(state, await readGitRepository(path), options);
  const onBase = new Set<string>();
  for (const commit of mainLine(repository)) {
    const brought = commit.parents
      .slice(1)
      .flatMap((parent) => log(repository, parent, onBase).reverse())
      .map(({ oid }) => oid);
    for (const oid of [...brought, commit.oid]) onBase.add(oid);
    const seed = pullOfMessage(repository, commit, brought);
    if (seed !== null && !repository.pulls.has(seed.number)) addSeededPull(repository, seed);
  }
  return repository;
}

/** The first-parent line of the default branch, oldest first. */
function mainLine(repository: Repository): Commit[] {
  const line: Commit[] = [];
  let oid = repository.branches.get(repository.defaultBranch);
  while (oid !== undefined) {
    const commit = commitOf(repository, oid);
    line.push(commit);
    [oid] = commit.parents;
  }
  return line.reverse();
}

/** @param brought commits that a merge brought to the base, oldest first */
function pullOfMessage(
  repository: Repository,
  commit: Commit,
  brought: readonly string[],
): SeededPull | null {
  const told = titleOf(commit);
  if (told === null) return null;
  const [first] = brought;
  const { author } = first === undefined ? commit : commitOf(repository, first);
  return {
    ...told,
    base: repository.defaultBranch,
    how: commit.parents.length > 1 ? 'merge' : 'squash',
    author: loginOf(author),
    mergedAt: commit.committer.date,
    mergedBy: loginOf(commit.author),
    mergeCommit: commit.oid,
    otherCommits: brought,
  };
}

function titleOf({ message, parents }: Commit): Pick<SeededPull, 'number' | 'title' | 'body'> | null {
  const headline = headlineOf(message);
  const merged = /^Merge pull request #(\d+) from /.exec(headline)?.[1];
  if (merged !== undefined && parents.length > 1) {
    const inner = bodyOf(message);
    return { number: Number(merged), title: headlineOf(inner) || headline, body: bodyOf(inner) };
  }
  const [, title, number] = /^(.+?)\s*\(#(\d+)\)$/.exec(headline) ?? [];
  if (title === undefined) return null;
  return { number: Number(number), title, body: bodyOf(message) };
}
