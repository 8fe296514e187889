import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { Tag } from '../../window/tag-series.ts';
import { secondsToInstant } from './read-commits.ts';
import type { Git } from './run-git.ts';

/** A branch name with the commit its newest known state stands on. */
export interface Branch {
  name: string;
  commit: string;
}

const shownNames = 8;

async function refsBelow(git: Git, prefix: string): Promise<Map<string, string>> {
  const output = await git.text(['for-each-ref', '--format=%(refname) %(objectname)', prefix]);
  const lines = output.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const cut = line.lastIndexOf(' ');
      return [line.slice(prefix.length, cut), line.slice(cut + 1)];
    }),
  );
}

async function symbolicRef(git: Git, name: string): Promise<string | null> {
  // rev-parse prints a name it cannot resolve as it is; symbolic-ref would fail for a plain commit.
  const output = await git.text(['for-each-ref', '--format=%(symref)', name]);
  return output.trim() || null;
}

async function currentBranch(git: Git): Promise<string | null> {
  const name = (await git.text(['rev-parse', '--symbolic-full-name', 'HEAD'])).trim();
  return name.startsWith('refs/heads/') ? name.slice('refs/heads/'.length) : null;
}

/**
 * The base branch, as its remote last showed it (`origin/main`), else the local one: what merged on GitHub is in
 * the former, a local branch may lag behind or run ahead.
 * @param name undefined: the default branch (`origin/HEAD`, else the current branch, else main or master)
 * @throws ZenPulseError `branch_unknown`, `branch_undetermined`, `repository_empty`
 */
export async function findBranch(git: Git, key: string, name: string | undefined): Promise<Branch> {
  const [remote, local] = await Promise.all([
    refsBelow(git, 'refs/remotes/origin/'),
    refsBelow(git, 'refs/heads/'),
  ]);
  remote.delete('HEAD');
  const known = [...new Set([...remote.keys(), ...local.keys()])];
  if (known.length === 0) throw new ZenPulseError('repository_empty', { path: git.path });
  const commitOf = (branch: string) => remote.get(branch) ?? local.get(branch);

  if (name !== undefined) {
    const commit = commitOf(name);
    if (commit) return { name, commit };
    throw new ZenPulseError('branch_unknown', {
      branch: name,
      repository: key,
      known: known.slice(0, shownNames),
    });
  }
  const remoteHead = (await symbolicRef(git, 'refs/remotes/origin/HEAD'))?.slice(
    'refs/remotes/origin/'.length,
  );
  const candidates = [remoteHead, await currentBranch(git), 'main', 'master'];
  for (const candidate of candidates) {
    const commit = candidate ? commitOf(candidate) : undefined;
    if (candidate && commit) return { name: candidate, commit };
  }
  throw new ZenPulseError('branch_undetermined', { repository: key, known: known.slice(0, shownNames) });
}

/** All tags that lead to a commit, with the time the tag (or, for a lightweight one, its commit) was made. */
export async function listTags(git: Git, mergedInto?: string): Promise<Tag[]> {
  const format =
    '%(refname)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)%00%(creatordate:unix)';
  const filter = mergedInto === undefined ? [] : [`--merged=${mergedInto}`];
  const output = await git.text(['for-each-ref', `--format=${format}`, ...filter, 'refs/tags/']);
  return output.split('\n').flatMap((line): Tag[] => {
    const [ref = '', type, object = '', peeledType, peeled = '', seconds = ''] = line.split('\0');
    const commit = type === 'commit' ? object : peeledType === 'commit' ? peeled : null;
    if (commit === null) return [];
    return [{ name: ref.slice('refs/tags/'.length), commit, at: secondsToInstant(Number(seconds)) }];
  });
}

/** @throws ZenPulseError `tag_unknown` with the newest tags there are */
export function findTag(name: string, tags: readonly Tag[], key: string): Tag {
  const found = tags.find((tag) => tag.name === name);
  if (found) return found;
  const newest = [...tags].sort((left, right) => (left.at < right.at ? 1 : -1)).slice(0, shownNames);
  throw new ZenPulseError('tag_unknown', {
    tag: name,
    repository: key,
    known: newest.map((tag) => tag.name),
  });
}
