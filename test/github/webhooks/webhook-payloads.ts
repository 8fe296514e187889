import { installationShape } from '../rest/shapes/installation-shape.ts';
import { wholePullRequestShape } from '../rest/shapes/pull-request-shape.ts';
import { releaseShape } from '../rest/shapes/release-shape.ts';
import { repositoryShape } from '../rest/shapes/repository-shape.ts';
import type { Links, Schemas } from '../rest/shapes/schemas.ts';
import { userShape } from '../rest/shapes/user-shape.ts';
import { type GitHubState, repositoryOf } from '../state/github-state.ts';
import { pullOf, type Repository } from '../state/repository.ts';

/** What a payload is made from; a running stand-in is one. */
export interface PayloadSource extends Links {
  state: GitHubState;
}

/** Fields every event of a repository carries. */
export function commonFields(source: PayloadSource, repository: Repository, sender: string) {
  return {
    repository: repositoryShape(source, repository),
    sender: userShape(source, sender),
    installation: { id: source.state.app.installationId, node_id: 'MDIzOk' },
  };
}

/** `pull_request` of a pull request that was closed; `merged` in it tells how. */
export function pullRequestClosed(
  source: PayloadSource,
  name: string,
  number: number,
): Schemas['webhook-pull-request-closed'] {
  const repository = repositoryOf(source.state, name);
  const pull = pullOf(repository, number);
  return {
    action: 'closed',
    number,
    pull_request: wholePullRequestShape(source, repository, pull),
    ...commonFields(source, repository, pull.mergedBy ?? source.state.viewer),
  };
}

/** `release` of a release that was published, also a pre-release from a draft. */
export function releasePublished(
  source: PayloadSource,
  name: string,
  tag: string,
): Schemas['webhook-release-published'] {
  const repository = repositoryOf(source.state, name);
  const release = repository.releases.find((each) => each.tag === tag);
  if (release === undefined) throw new Error(`${name} has no release of '${tag}'`);
  const shape = releaseShape(source, repository, release);
  return {
    action: 'published',
    release: {
      ...shape,
      immutable: false,
      updated_at: shape.published_at,
    },
    ...commonFields(source, repository, release.author),
  };
}

/** `installation` of the app on every repository. */
export function installationCreated(source: PayloadSource): Schemas['webhook-installation-created'] {
  const { state } = source;
  return {
    action: 'created',
    installation: installationShape(source, state),
    repositories: [...state.repositories.values()].map((repository) => {
      const { id, node_id, name, full_name, private: isPrivate } = repositoryShape(source, repository);
      return { id, node_id, name, full_name, private: isPrivate };
    }),
    sender: userShape(source, state.viewer),
  };
}
