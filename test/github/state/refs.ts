import { objectId } from './digest.ts';
import { findCommit, findRevision } from './find-revision.ts';
import { type GitHubState, repositoryOf } from './github-state.ts';
import { identity } from './login-of.ts';
import { defaultAuthor } from './push.ts';
import type { Tag } from './repository.ts';

export interface PlaceTagOptions {
  /** A revision; default the default branch. */
  on?: string;
  /** A tag object with an id of its own; default false. */
  annotated?: boolean;
  message?: string;
  /** Time of an annotated tag; default the clock. */
  at?: string;
}

/** Sets a tag. Throws when it exists: `forceMoveTag` moves it. */
export function placeTag(state: GitHubState, name: string, tag: string, options: PlaceTagOptions = {}): Tag {
  if (repositoryOf(state, name).tags.has(tag)) throw new Error(`tag '${tag}' exists already`);
  return forceMoveTag(state, name, tag, options);
}

/** What `git push --force` of a tag does; a release of that name keeps its name and shows the new commit. */
export function forceMoveTag(
  state: GitHubState,
  name: string,
  tag: string,
  options: PlaceTagOptions = {},
): Tag {
  const repository = repositoryOf(state, name);
  const on = options.on ?? repository.defaultBranch;
  const found = findRevision(repository, on);
  const commit = findCommit(repository, on);
  if (commit === undefined) throw new Error(`'${on}' names no commit in ${name}`);
  // As git does: an annotated tag of an annotated tag names the tag object.
  const of = found?.type === 'tag' ? found.tag : null;
  const date = options.at ?? new Date(state.now()).toISOString();
  const message = options.message ?? tag;
  const made: Tag = {
    name: tag,
    commit,
    annotation: options.annotated
      ? { oid: objectId('tag', tag, commit, date), message, tagger: { ...identity(defaultAuthor), date }, of }
      : null,
  };
  repository.tags.set(tag, made);
  return made;
}

export function deleteTag(state: GitHubState, name: string, tag: string): void {
  repositoryOf(state, name).tags.delete(tag);
}

/** Makes a branch at a revision, or moves it there, as a forced push does. */
export function placeBranch(state: GitHubState, name: string, branch: string, on?: string): void {
  const repository = repositoryOf(state, name);
  const commit = findCommit(repository, on ?? repository.defaultBranch);
  if (commit === undefined) throw new Error(`'${on}' names no commit in ${name}`);
  repository.branches.set(branch, commit);
}

/** Its commits stay, and its pull requests go on naming it. */
export function deleteBranch(state: GitHubState, name: string, branch: string): void {
  repositoryOf(state, name).branches.delete(branch);
}

/**
 * Renames a branch: pull requests that are open follow it, and GitHub leads on from the old name. Merged ones go on
 * naming the old one here; no source tells what GitHub does with them.
 */
export function renameBranch(state: GitHubState, name: string, from: string, to: string): void {
  const repository = repositoryOf(state, name);
  const commit = repository.branches.get(from);
  if (commit === undefined) throw new Error(`'${from}' names no branch in ${name}`);
  repository.branches.delete(from);
  repository.branches.set(to, commit);
  repository.renamedBranches.set(from, to);
  repository.renamedBranches.delete(to);
  if (repository.defaultBranch === from) repository.defaultBranch = to;
  for (const pull of repository.pulls.values())
    if (pull.state === 'OPEN' && pull.base === from) pull.base = to;
}
