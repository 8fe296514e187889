import { blobId } from '../../graphql/nodes/git-object-node.ts';
import { objectId } from '../../state/digest.ts';
import type { GitObject } from '../../state/find-revision.ts';
import { commitOf, nameWithOwner, type Repository } from '../../state/repository.ts';
import type { Links, Schemas } from './schemas.ts';

function contentLinks(
  { apiUrl, webUrl }: Links,
  repository: Repository,
  ref: string,
  path: string,
  git: string,
) {
  const name = nameWithOwner(repository);
  const url = `${apiUrl}/repos/${name}/contents/${path}?ref=${ref}`;
  const git_url = `${apiUrl}/repos/${name}/git/${git}`;
  const html_url = `${webUrl}/${name}/blob/${ref}/${path}`;
  return {
    name: path.split('/').at(-1) ?? path,
    path,
    url,
    git_url,
    html_url,
    _links: { git: git_url, html: html_url, self: url },
  };
}

export function fileContent(
  links: Links,
  repository: Repository,
  ref: string,
  { path, text }: GitObject & { type: 'blob' },
): Schemas['content-file'] {
  const sha = blobId(text);
  return {
    ...contentLinks(links, repository, ref, path, `blobs/${sha}`),
    type: 'file',
    encoding: 'base64',
    size: Buffer.byteLength(text),
    content: Buffer.from(text).toString('base64'),
    sha,
    download_url: `${links.apiUrl.replace(/\/api\/v3$/, '')}/raw/${nameWithOwner(repository)}/${ref}/${path}`,
  };
}

export function folderContent(
  links: Links,
  repository: Repository,
  ref: string,
  { path, commit }: GitObject & { type: 'tree' },
): Schemas['content-directory'] {
  const { tree } = commitOf(repository, commit);
  const prefix = path === '' ? '' : `${path}/`;
  const below = [...tree.keys()].filter((file) => file.startsWith(prefix));
  const names = [...new Set(below.map((file) => file.slice(prefix.length).split('/', 1)[0] ?? ''))].sort();
  return names.map((name) => {
    const text = tree.get(prefix + name);
    const isFile = text !== undefined;
    const sha = isFile ? blobId(text) : objectId('tree', commit, prefix + name);
    return {
      ...contentLinks(links, repository, ref, prefix + name, `${isFile ? 'blobs' : 'trees'}/${sha}`),
      type: isFile ? 'file' : 'dir',
      size: Buffer.byteLength(text ?? ''),
      sha,
      download_url: null,
    };
  });
}
