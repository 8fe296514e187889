import type { Blob, Tag, Tree } from '@octokit/graphql-schema';
import { createHash } from 'node:crypto';
import { objectId } from '../../state/digest.ts';
import type { GitObject } from '../../state/find-revision.ts';
import { type AnnotatedTag, commitOf, nameWithOwner, type Repository } from '../../state/repository.ts';
import { nodeId } from '../node-id.ts';
import type { Served, View } from '../view.ts';
import { actorOf } from './commit-node.ts';

/** Whatever a revision names; null when it names nothing. */
export function gitObjectNode(
  view: View,
  repository: Repository,
  found: GitObject | undefined,
): object | null {
  switch (found?.type) {
    case undefined:
      return null;
    case 'commit':
      return view.commit(repository, commitOf(repository, found.oid));
    case 'tag':
      return tagNode(view, repository, found.tag);
    case 'blob':
      return blobNode(view, repository, found);
    case 'tree':
      return treeNode(view, repository, found);
  }
}

function objectFields(view: View, repository: Repository, oid: string) {
  const path = `/${nameWithOwner(repository)}/commit/${oid}`;
  return {
    id: nodeId('O', nameWithOwner(repository), oid),
    oid,
    abbreviatedOid: oid.slice(0, 7),
    commitUrl: view.webUrl + path,
    commitResourcePath: path,
    repository: () => view.repository(repository),
  };
}

/** An annotated tag is an object of its own: its target, not itself, is the commit or a further tag. */
function tagNode(
  view: View,
  repository: Repository,
  { name, commit, annotation }: AnnotatedTag,
): Served<Tag> {
  return {
    __typename: 'Tag',
    ...objectFields(view, repository, annotation.oid),
    name,
    message: annotation.message,
    tagger: () => actorOf(view, annotation.tagger),
    target: () =>
      annotation.of === null
        ? view.commit(repository, commitOf(repository, commit))
        : tagNode(view, repository, annotation.of),
  };
}

function blobNode(view: View, repository: Repository, { text }: GitObject & { type: 'blob' }): Served<Blob> {
  const isBinary = text.includes('\0');
  return {
    __typename: 'Blob',
    ...objectFields(view, repository, blobId(text)),
    byteSize: Buffer.byteLength(text),
    isBinary,
    isTruncated: false,
    text: isBinary ? null : text,
  };
}

/** The id git gives a file of this text. */
export function blobId(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex');
}

function treeNode(
  view: View,
  repository: Repository,
  { path, commit }: GitObject & { type: 'tree' },
): Served<Tree> {
  const { tree } = commitOf(repository, commit);
  const prefix = path === '' ? '' : `${path}/`;
  const inside = [...tree].filter(([file]) => file.startsWith(prefix));
  const names = [...new Set(inside.map(([file]) => file.slice(prefix.length).split('/', 1)[0] ?? ''))];
  return {
    __typename: 'Tree',
    ...objectFields(view, repository, objectId('tree', commit, path)),
    entries: names.sort().map((name) => {
      const text = tree.get(prefix + name);
      const found: GitObject =
        text === undefined
          ? { type: 'tree', path: prefix + name, commit }
          : { type: 'blob', path: prefix + name, text };
      return {
        name,
        path: prefix + name,
        type: found.type,
        oid: text === undefined ? objectId('tree', commit, prefix + name) : blobId(text),
        object: () => view.gitObject(repository, found),
      };
    }),
  };
}
