import { runGit } from '../../git/run-git.ts';
import type { Commit } from '../state/commit.ts';
import { type LoggedCommit, logArguments, parseLog } from './parse-log.ts';
import { type GitRefs, parseRefs, refsArguments } from './parse-refs.ts';
import { readBlobs } from './read-blobs.ts';

/** A git repository on disk as it is read for seeding. */
export interface GitRepository extends GitRefs {
  /** `owner/name` of the remote `origin`; null without one. */
  name: string | null;
  /** Parents before children. */
  commits: Map<string, Commit>;
}

/**
 * Reads all branches, tags and commits of a repository, in four processes however long its history is: 10,000
 * commits take about half a second.
 *
 * @param also commits that perhaps no branch or tag reaches, such as merges into a deleted branch
 */
export async function readGitRepository(path: string, also: readonly string[] = []): Promise<GitRepository> {
  const [log, refs, origin] = await Promise.all([
    runGit(path, ...logArguments, '--all', ...also, '--'),
    runGit(path, ...refsArguments),
    runGit(path, 'config', '--get', '--default', '', 'remote.origin.url'),
  ]);
  const logged = parseLog(log);
  const wanted = logged.flatMap(({ blobs }) => [...blobs.values()].filter((blob) => blob !== null));
  const texts = await readBlobs(path, wanted);
  const [, name = null] = /[/:]([^/:]+\/[^/]+?)(?:\.git)?\/?$/.exec(origin) ?? [];
  const commits = withTrees(logged, texts);
  const { tags, ...rest } = parseRefs(refs);
  // A tag of a file or a folder is no release of anything.
  const ofCommits = [...tags].filter(([, { commit }]) => commits.has(commit));
  return { name, commits, ...rest, tags: new Map(ofCommits) };
}

/** Each commit has the files of its first parent and its own changes to them. */
function withTrees(logged: readonly LoggedCommit[], texts: ReadonlyMap<string, string>): Map<string, Commit> {
  const commits = new Map<string, Commit>();
  for (const { blobs, ...commit } of logged) {
    const before = commits.get(commit.parents[0] ?? '')?.tree ?? new Map<string, string>();
    commits.set(commit.oid, { ...commit, tree: blobs.size === 0 ? before : withBlobs(before, blobs, texts) });
  }
  return commits;
}

function withBlobs(
  before: ReadonlyMap<string, string>,
  blobs: LoggedCommit['blobs'],
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const tree = new Map(before);
  for (const [path, blob] of blobs) {
    if (blob === null) tree.delete(path);
    else tree.set(path, texts.get(blob) ?? '');
  }
  return tree;
}
