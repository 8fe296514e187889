import { openClone } from '../../action/sources/git/open-clone.ts';
import { originIdentity } from '../../action/sources/git/origin-identity.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { seedFromClone } from '../../test/github/seed/seed-from-clone.ts';
import type { GitHubState } from '../../test/github/state/github-state.ts';
import { mergePull } from '../../test/github/state/merge-pull.ts';
import { openPull } from '../../test/github/state/open-pull.ts';
import { nameWithOwner } from '../../test/github/state/repository.ts';
import type { Stage } from './seed-shop.ts';

/** The newest merges of a clone that are taken for news. */
const newsOfClone = 10;
const hourMs = 3_600_000;

/**
 * A clone as its messages tell it, see `seedFromClone`: its last merges are the news. In one that names no pull request
 * one is made up and merged, on the stand-in only.
 * @throws ZenPulseError `repository_empty`, and those of `openClone`
 */
export async function seedClone(
  state: GitHubState,
  path: string,
  environment: NodeJS.ProcessEnv,
): Promise<Stage> {
  const git = await openClone(path, environment);
  const origin = (await git.text(['config', '--get', '--default', '', 'remote.origin.url'])).trim();
  const { key } = originIdentity(origin === '' ? null : origin, git.path);
  const repository = await seedFromClone(state, git.path, { name: key });
  if (!repository.branches.has(repository.defaultBranch))
    throw new ZenPulseError('repository_empty', { path });
  const name = nameWithOwner(repository);
  const merged = [...repository.pulls.values()]
    .filter(({ mergedAt }) => mergedAt !== null)
    .sort((a, b) => String(a.mergedAt).localeCompare(String(b.mergedAt)))
    .slice(-newsOfClone);
  const [first] = merged;
  if (first?.mergedAt)
    return {
      repository,
      merge: () => merged.map(({ number }) => number),
      installedAt: new Date(Date.parse(first.mergedAt) - hourMs),
    };
  const merge = () => {
    const { number } = openPull(state, name, { title: 'feat: a first pull request' });
    mergePull(state, name, number);
    return [number];
  };
  return { repository, merge, installedAt: new Date(state.now() - 30 * 24 * hourMs) };
}
