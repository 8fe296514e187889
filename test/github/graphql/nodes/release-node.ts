import type { Milestone, Release as ReleaseType } from '@octokit/graphql-schema';
import { latestRelease } from '../../state/publish-release.ts';
import { commitOf, nameWithOwner, type Release, type Repository } from '../../state/repository.ts';
import { nodeId } from '../node-id.ts';
import type { Served, View } from '../view.ts';

export function releaseNode(view: View, repository: Repository, release: Release): Served<ReleaseType> {
  const path = `/${nameWithOwner(repository)}/releases/tag/${release.tag}`;
  const tag = repository.tags.get(release.tag);
  return {
    __typename: 'Release',
    id: nodeId('RE', nameWithOwner(repository), release.id),
    databaseId: release.id,
    name: release.name,
    tagName: release.tag,
    description: release.body,
    url: view.webUrl + path,
    resourcePath: path,
    isDraft: release.isDraft,
    isPrerelease: release.isPrerelease,
    isLatest: latestRelease(repository.releases) === release,
    createdAt: release.createdAt,
    updatedAt: release.publishedAt ?? release.createdAt,
    publishedAt: release.publishedAt,
    author: () => view.user(release.author),
    repository: () => view.repository(repository),
    tag: () => view.ref(repository, { prefix: 'refs/tags/', name: release.tag }),
    tagCommit: () => (tag === undefined ? null : view.commit(repository, commitOf(repository, tag.commit))),
  };
}

export function milestoneNode({ webUrl }: View, repository: Repository, title: string): Served<Milestone> {
  const number = repository.milestones.indexOf(title) + 1;
  const path = `/${nameWithOwner(repository)}/milestone/${number}`;
  return {
    __typename: 'Milestone',
    id: nodeId('MI', nameWithOwner(repository), number),
    number,
    title,
    state: 'OPEN',
    closed: false,
    description: null,
    dueOn: null,
    url: webUrl + path,
    resourcePath: path,
  };
}
