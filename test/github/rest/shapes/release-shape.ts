import { nodeId } from '../../graphql/node-id.ts';
import { nameWithOwner, type Release, type Repository } from '../../state/repository.ts';
import type { Links, Schemas } from './schemas.ts';
import { userShape } from './user-shape.ts';

export function releaseShape(links: Links, repository: Repository, release: Release) {
  const name = nameWithOwner(repository);
  const url = `${links.apiUrl}/repos/${name}/releases/${release.id}`;
  return {
    url,
    html_url: `${links.webUrl}/${name}/releases/tag/${release.tag}`,
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    tarball_url: `${links.apiUrl}/repos/${name}/tarball/${release.tag}`,
    zipball_url: `${links.apiUrl}/repos/${name}/zipball/${release.tag}`,
    id: release.id,
    node_id: nodeId('RE', name, release.id),
    tag_name: release.tag,
    target_commitish: repository.defaultBranch,
    name: release.name,
    body: release.body,
    draft: release.isDraft,
    prerelease: release.isPrerelease,
    created_at: release.createdAt,
    published_at: release.publishedAt,
    author: userShape(links, release.author),
    assets: [],
  } satisfies Schemas['release'];
}
