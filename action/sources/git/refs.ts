import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { Tag } from '../../../rules/tags/releases.ts';
import { dateOfCommit, instantOf } from './commit-dates.ts';
import type { Git } from './run-git.ts';

/** A branch name with the commit its newest known state stands on. */
export interface Branch {
  name: string;
  commit: string;
}

/** Most names of branches or tags in one message. */
export const shownNames = 8;

/** Commits of refs, by their names below a prefix. */
export async function refsBelow(git: Git, prefix: string): Promise<Map<string, string>> {
  const output = await git.text(['for-each-ref', '--format=%(refname) %(objectname)', prefix]);
  const lines = output.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const cut = line.lastIndexOf(' ');
      return [line.slice(prefix.length, cut), line.slice(cut + 1)];
    }),
  );
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
  const tags: Tag[] = [];
  for (const [ref = '', type, object = '', peeledType, peeled = '', seconds = ''] of rows) {
    const commit =
      type === 'commit' ? object : peeledType === 'commit' ? peeled : (commitOfNested.get(object) ?? null);
    if (commit === null) continue;
    // Old tags have no tagger, broken clocks no date: the commit's own stands for it.
    const at = instantOf(seconds) ?? (await dateOfCommit(git, commit));
    tags.push({ name: ref.slice('refs/tags/'.length), commit, at });
  }
  return tags;
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

/**
 * A tag of the list, which holds those that lead to a commit.
 * @throws ZenPulseError `tag_without_commit`, `tag_unknown` with the newest tags there are
 */
export async function findTag(git: Git, name: string, tags: readonly Tag[], key: string): Promise<Tag> {
  const found = tags.find((tag) => tag.name === name);
  if (found) return found;
  const [kind] = (
    await git.text(['cat-file', '--batch-check=%(objecttype)'], `refs/tags/${name}^{}\n`)
  ).split(/\s/);
  if (kind === 'blob' || kind === 'tree')
    throw new ZenPulseError('tag_without_commit', { tag: name, repository: key, kind });
  const newest = [...tags].sort((left, right) => (left.at < right.at ? 1 : -1)).slice(0, shownNames);
  throw new ZenPulseError('tag_unknown', {
    tag: name,
    repository: key,
    known: newest.map((tag) => tag.name),
  });
}
