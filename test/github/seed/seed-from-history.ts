import type { MergedPull, WrittenHistory } from '../../git/git-history.ts';
import type { GitHubState } from '../state/github-state.ts';
import { identity, loginOf } from '../state/login-of.ts';
import type { Repository } from '../state/repository.ts';
import { readGitRepository } from './read-git-repository.ts';
import { addSeededPull, fillRepository, type SeedOptions } from './seeded-repository.ts';

/**
 * Puts a written story on GitHub: its commits, branches and tags as they are on disk, and its pull requests as the
 * story tells them, not as a reader might guess them from messages.
 */
export async function seedFromHistory(
  state: GitHubState,
  written: WrittenHistory,
  pulls: readonly MergedPull[],
  options: SeedOptions = {},
): Promise<Repository> {
  const merges = pulls.map(({ mergeCommit }) => written.sha(mergeCommit));
  const read = await readGitRepository(written.path, merges);
  const repository = fillRepository(state, read, options);
  for (const pull of pulls) {
    const others = pull.otherCommits.map((commit) => written.sha(commit));
    addSeededPull(repository, {
      ...pull,
      author: loginOf(identity(pull.author)),
      mergedBy: loginOf(identity(pull.mergeCommit.author)),
      mergeCommit: written.sha(pull.mergeCommit),
      otherCommits: others,
    });
  }
  return repository;
}
