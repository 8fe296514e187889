import { blobId } from '../../graphql/nodes/git-object-node.ts';
import { nodeId } from '../../graphql/node-id.ts';
import type { ChangedFile, Commit, Signature } from '../../state/commit.ts';
import { objectId } from '../../state/digest.ts';
import { toInstant } from '../../state/instant.ts';
import { loginOf } from '../../state/login-of.ts';
import { nameWithOwner, type Repository } from '../../state/repository.ts';
import type { Links, Schemas } from './schemas.ts';
import { userShape } from './user-shape.ts';

export function commitShape(links: Links, repository: Repository, commit: Commit): Schemas['commit'] {
  const name = nameWithOwner(repository);
  const repo = `${links.apiUrl}/repos/${name}`;
  const tree = objectId('tree', commit.oid, '');
  return {
    sha: commit.oid,
    node_id: nodeId('C', name, commit.oid),
    url: `${repo}/commits/${commit.oid}`,
    html_url: `${links.webUrl}/${name}/commit/${commit.oid}`,
    comments_url: `${repo}/commits/${commit.oid}/comments`,
    commit: {
      url: `${repo}/git/commits/${commit.oid}`,
      author: gitUser(commit.author),
      committer: gitUser(commit.committer),
      message: commit.message,
      comment_count: 0,
      tree: { sha: tree, url: `${repo}/git/trees/${tree}` },
      verification: {
        verified: false,
        reason: 'unsigned',
        payload: null,
        signature: null,
        verified_at: null,
      },
    },
    author: account(links, commit.author),
    committer: account(links, commit.committer),
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${repo}/commits/${sha}`,
      html_url: `${links.webUrl}/${name}/commit/${sha}`,
    })),
  };
}

const gitUser = ({ name, email, date }: Signature) => ({ name, email, date: toInstant(date) });

function account(links: Links, signature: Signature): Schemas['simple-user'] | null {
  const login = loginOf(signature);
  return login === null ? null : userShape(links, login);
}

export function fileShape(
  { apiUrl, webUrl }: Links,
  repository: Repository,
  oid: string,
  file: ChangedFile,
): Schemas['diff-entry'] {
  const name = nameWithOwner(repository);
  const path = encodeURI(file.path);
  const { additions, deletions } = file;
  return {
    sha: blobId(`${oid}:${file.path}`),
    filename: file.path,
    status: file.status,
    additions,
    deletions,
    changes: additions + deletions,
    blob_url: `${webUrl}/${name}/blob/${oid}/${path}`,
    raw_url: `${webUrl}/${name}/raw/${oid}/${path}`,
    contents_url: `${apiUrl}/repos/${name}/contents/${path}?ref=${oid}`,
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
  };
}
