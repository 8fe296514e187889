import { type GitHubState, repositoryOf } from './github-state.ts';
import { toInstant } from './instant.ts';
import type { Release } from './repository.ts';

/** Publishes a release for a tag that exists. */
export function publishRelease(
  state: GitHubState,
  name: string,
  tag: string,
  options: Partial<Omit<Release, 'id' | 'tag'>> = {},
): Release {
  const repository = repositoryOf(state, name);
  if (!repository.tags.has(tag)) throw new Error(`${name} has no tag '${tag}'`);
  const at = toInstant(state.now());
  const release: Release = {
    id: repository.id * 1_000 + repository.releases.length + 1,
    tag,
    name: tag,
    body: '',
    isDraft: false,
    isPrerelease: false,
    createdAt: at,
    publishedAt: options.isDraft === true ? null : at,
    author: state.viewer,
    ...options,
  };
  repository.releases.push(release);
  return release;
}

/** Newest published release that is no pre-release, by the time it was made; as GitHub's `latest` says. */
export function latestRelease(releases: readonly Release[]): Release | undefined {
  return releases
    .filter(({ isDraft, isPrerelease }) => !isDraft && !isPrerelease)
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
}
