import type { Schemas } from '../rest/shapes/schemas.ts';
import { objectId } from '../state/digest.ts';
import type { Commit, Signature } from '../state/commit.ts';
import { findRevision } from '../state/find-revision.ts';
import { repositoryOf } from '../state/github-state.ts';
import { toInstant } from '../state/instant.ts';
import { loginOf } from '../state/login-of.ts';
import { commitOf, nameWithOwner } from '../state/repository.ts';
import { commonFields, type PayloadSource } from './webhook-payloads.ts';

type Push = Schemas['webhook-push'];
const nothing = '0'.repeat(40);

export interface PushPayloadOptions {
  /** What the ref named before; default nothing, so the ref is new. */
  before?: string;
  /** The ref was deleted; it need not exist. */
  isDeleted?: boolean;
}

/**
 * `push` of `refs/heads/main` or `refs/tags/v1.0.0`. Of an annotated tag `after` is the tag object, not the commit;
 * `head_commit` is the commit.
 */
export function pushed(
  source: PayloadSource,
  name: string,
  ref: string,
  { before = nothing, isDeleted = false }: PushPayloadOptions = {},
): Push {
  const repository = repositoryOf(source.state, name);
  const found = isDeleted ? undefined : findRevision(repository, ref);
  if (!isDeleted && found?.type !== 'commit' && found?.type !== 'tag')
    throw new Error(`${name} has no ${ref}`);
  const [after, oid] =
    found?.type === 'tag'
      ? [found.tag.annotation.oid, found.tag.commit]
      : [found?.type === 'commit' ? found.oid : nothing, found?.type === 'commit' ? found.oid : null];
  const web = `${source.webUrl}/${nameWithOwner(repository)}`;
  const head = oid === null ? null : pushedCommit(web, commitOf(repository, oid));
  const { repository: shape, ...common } = commonFields(source, repository, source.state.viewer);
  return {
    ref,
    before,
    after,
    base_ref: null,
    compare: `${web}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    created: before === nothing && !isDeleted,
    deleted: isDeleted,
    forced: before !== nothing && ref.startsWith('refs/tags/'),
    commits: head === null || ref.startsWith('refs/tags/') ? [] : [head],
    head_commit: head,
    pusher: { name: source.state.viewer },
    repository: { ...shape, custom_properties: {} },
    ...common,
  };
}

function pushedCommit(web: string, commit: Commit): Push['commits'][number] {
  const paths = (...statuses: readonly string[]) =>
    commit.files.filter(({ status }) => statuses.includes(status)).map(({ path }) => path);
  return {
    id: commit.oid,
    tree_id: objectId('tree', commit.oid, ''),
    distinct: true,
    message: commit.message,
    timestamp: toInstant(commit.committer.date),
    url: `${web}/commit/${commit.oid}`,
    author: pushedBy(commit.author),
    committer: pushedBy(commit.committer),
    added: paths('added'),
    modified: paths('modified', 'renamed'),
    removed: paths('removed'),
  };
}

function pushedBy({ name, email }: Signature): { name: string; email: string; username?: string } {
  const username = loginOf({ name, email });
  return username === null ? { name, email } : { name, email, username };
}
