import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { Tag } from '../../../rules/tags/releases.ts';
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

/** Null when HEAD is detached; the branch may have no commit yet. */
async function currentBranch(git: Git): Promise<string | null> {
  return (await git.text(['branch', '--show-current'])).trim() || null;
}

/**
 * The base branch, as its remote last showed it (`origin/main`), else the local one: what merged on GitHub is in
 * the former, a local branch may lag behind or run ahead.
 * @param name undefined: the default branch (`origin/HEAD`, else the current branch, else main or master, else the only one)
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
  const only = known.length === 1 ? known : [];
  const candidates = [remoteHead, await currentBranch(git), 'main', 'master', ...only];
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
  const rows = output.split('\n').map((line) => line.split('\0'));
  const nested = rows.flatMap(([, , object = '', peeledType]) => (peeledType === 'tag' ? object : []));
  const commitOfNested = await peel(git, nested);
  return rows.flatMap(([ref = '', type, object = '', peeledType, peeled = '', seconds = '']): Tag[] => {
    const commit =
      type === 'commit' ? object : peeledType === 'commit' ? peeled : (commitOfNested.get(object) ?? null);
    if (commit === null) return [];
    return [{ name: ref.slice('refs/tags/'.length), commit, at: secondsToInstant(Number(seconds)) }];
  });
}

/** Commits that tags of tags lead to; git before 2.45 lists them peeled once only. */
async function peel(git: Git, tags: readonly string[]): Promise<Map<string, string>> {
  if (tags.length === 0) return new Map();
  const input = tags.map((tag) => `${tag}^{}\n`).join('');
  const lines = (await git.text(['cat-file', '--batch-check=%(objecttype) %(objectname)'], input)).split(
    '\n',
  );
  return new Map(
    tags.flatMap((tag, at): [string, string][] => {
      const [type, object = ''] = lines[at]?.split(' ') ?? [];
      return type === 'commit' ? [[tag, object]] : [];
    }),
  );
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
