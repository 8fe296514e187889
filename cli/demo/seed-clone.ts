import { openClone } from '../../action/sources/git/open-clone.ts';
import { readOrigin } from '../../action/sources/git/origin-identity.ts';
import { repositoryFilePath } from '../../contract/repository-file-path.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { exclusionRules } from '../../rules/exclusion-rules.ts';
import { readRepositoryFile } from '../../rules/read-repository-file.ts';
import { seedFromClone } from '../../test/github/seed/seed-from-clone.ts';
import type { GitHubState } from '../../test/github/state/github-state.ts';
import { mergePull } from '../../test/github/state/merge-pull.ts';
import { openPull } from '../../test/github/state/open-pull.ts';
import type { PullRequest } from '../../test/github/state/pull-request.ts';
import { nameWithOwner, type Repository } from '../../test/github/state/repository.ts';
import type { Stage } from './seed-shop.ts';

/** The newest merges of a clone that are taken for news. */
const newsOfClone = 10;
const monthMs = 30 * 24 * 3_600_000;

/** Merged pull requests that the repository's own rules let through, oldest first. */
async function tellable({ pulls, branches, commits, defaultBranch }: Repository) {
  const text = commits.get(branches.get(defaultBranch) ?? '')?.tree.get(repositoryFilePath);
  const rules = await readRepositoryFile(text === undefined ? [] : [{ text, source: repositoryFilePath }]);
  const exclusion = exclusionRules(rules, []);
  const isTold = ({ number, title, labels, author }: PullRequest) =>
    exclusion({ number, title, labels, author: { login: author, name: null } }, undefined) === null;
  return [...pulls.values()]
    .filter(isTold)
    .flatMap(({ number, mergedAt }) => (mergedAt === null ? [] : [{ number, mergedAt }]))
    .sort((a, b) => a.mergedAt.localeCompare(b.mergedAt));
}

/**
 * A clone as its messages tell it, see `seedFromClone`: its last merges are the news. In one that names no pull request
 * one is made up and merged, on the stand-in only.
 * @throws ZenPulseError `repository_empty`, `repository_file_invalid`, and those of `openClone`
 */
export async function seedClone(
  state: GitHubState,
  path: string,
  environment: NodeJS.ProcessEnv,
): Promise<Stage> {
  const git = await openClone(path, environment);
  const { key } = await readOrigin(git);
  const repository = await seedFromClone(state, git.path, { name: key });
  if (!repository.branches.has(repository.defaultBranch))
    throw new ZenPulseError('repository_empty', { path });
  const name = nameWithOwner(repository);
  const news = (await tellable(repository)).slice(-newsOfClone);
  const [first] = news;
  if (first)
    return {
      repository,
      note: null,
      merge: () => news.map(({ number }) => number),
      installedAt: new Date(Date.parse(first.mergedAt) - 1_000),
    };
  const merge = () => {
    const { number } = openPull(state, name, { title: 'feat: a first pull request' });
    mergePull(state, name, number);
    return [number];
  };
  const note = 'its history names no pull request that its rules let through, so one is made up';
  return { repository, note, merge, installedAt: new Date(state.now() - monthMs) };
}
