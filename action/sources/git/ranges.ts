import type { Notice } from '../../../contract/manifest.ts';
import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import {
  type Choice,
  newestRelease,
  type ReleaseScope,
  tagsInScope,
} from '../../../rules/tags/choose-series.ts';
import type { Tag } from '../../../rules/tags/releases.ts';
import { previousTags, releaseOf, releasesOfSeries } from '../../../rules/tags/which-tag-came-before.ts';
import { movingNotices, seriesNotices } from '../history/range-notices.ts';
import type { WindowQuery } from '../source.ts';
import type { Commit } from './read-commits.ts';
import { type Branch, findTag, listTags } from './refs.ts';
import type { Git } from './run-git.ts';

/** What lies between two points of a history. */
export interface Range {
  base: { ref: string; commit: string } | null;
  /** Commits whose history is out of the range: the base, or every release. */
  without: readonly string[];
  head: { ref: string; commit: string };
  /** True where the base was asked for. */
  isAsked: boolean;
  tags: readonly Tag[];
  /** How the ends were chosen. */
  notices: Notice[];
}

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

async function isAncestor(git: Git, ancestor: string, descendant: string): Promise<boolean> {
  return (
    (await git.text(['rev-list', '--count', '--max-count=1', ancestor, `^${descendant}`])).trim() === '0'
  );
}

/** @throws ZenPulseError `tag_missing` */
function chosen(key: string, choice: Choice<Tag> | null, type: string): Choice<Tag> {
  if (choice === null) throw new ZenPulseError('tag_missing', { repository: key, type });
  return choice;
}

/** The first tag before the head that does not hold the head itself, as one made late on a later commit does. */
async function chosenBase(git: Git, head: Tag, tags: readonly Tag[]): Promise<Tag | null> {
  for (const name of previousTags(head.name, tags)) {
    const tag = tags.find((each) => each.name === name);
    if (tag && (tag.commit === head.commit || !(await isAncestor(git, head.commit, tag.commit)))) return tag;
  }
  return null;
}

/**
 * The range between two tags; an open base is the previous tag of the series, an open head the newest tag. A moving tag
 * stands for the release on its commit.
 * @throws ZenPulseError `tag_missing`, `tag_unknown`, `tag_range_reversed`
 */
export async function tagRange(
  git: Git,
  key: string,
  window: WindowQuery & { kind: 'tags' },
  scopeOf: () => Promise<ReleaseScope>,
): Promise<Range> {
  const all = await listTags(git);
  const isAsked = window.base !== null;
  const asked = window.head === null ? null : await findTag(git, window.head, all, key);
  const scope = isAsked && asked ? null : await scopeOf();
  const choice = asked ? null : chosen(key, scope && newestRelease(all, scope, { stable: false }), 'release');
  const named = asked?.name ?? choice?.tag.name ?? '';
  const tags = tagsInScope(all, scope, named);
  const name = isAsked ? named : releaseOf(named, tags);
  const head = await findTag(git, name, all, key);
  const base =
    window.base === null ? await chosenBase(git, head, tags) : await findTag(git, window.base, all, key);
  if (isAsked && base && base.commit !== head.commit && (await isAncestor(git, head.commit, base.commit))) {
    throw new ZenPulseError('tag_range_reversed', { base: base.name, head: head.name });
  }
  return {
    base: base && { ref: base.name, commit: base.commit },
    without: base ? [base.commit] : [],
    head: { ref: head.name, commit: head.commit },
    isAsked,
    tags,
    notices: [
      ...seriesNotices(key, head.name, choice?.others ?? []),
      ...movingNotices(key, named, head.name),
    ],
  };
}

/**
 * What no release holds, contained in the branch or made beside it. The base is the highest release that holds the
 * newest commit of the branch's own line that is released.
 * @throws ZenPulseError `tag_missing`
 */
export async function unreleasedRange(
  git: Git,
  key: string,
  branch: Branch,
  scopeOf: () => Promise<ReleaseScope>,
): Promise<Range> {
  const all = await listTags(git);
  const scope = await scopeOf();
  const { tag, others } = chosen(key, newestRelease(all, scope, { stable: true }), 'upcoming');
  const releases = releasesOfSeries(tag.name, tagsInScope(all, scope, tag.name));
  const without = [...new Set(releases.map(({ commit }) => commit))];
  const input = [branch.commit, ...without.map((commit) => `^${commit}`)].map((each) => `${each}\n`).join('');
  const line = linesOf(await git.text(['rev-list', '--first-parent', '--parents', '--stdin'], input));
  const last = line.at(-1)?.split(' ');
  const released = last ? last[1] : branch.commit;
  const holders = released
    ? linesOf(
        await git.text([
          'for-each-ref',
          `--contains=${released}`,
          '--format=%(refname:strip=2)',
          'refs/tags/',
        ]),
      )
    : [];
  const base = releases.find(({ name }) => holders.includes(name)) ?? releases[0] ?? tag;
  return {
    base: { ref: base.name, commit: base.commit },
    without,
    head: { ref: branch.name, commit: branch.commit },
    isAsked: true,
    tags: all,
    notices: seriesNotices(key, tag.name, others),
  };
}

/** True where the base took nothing out of the range: it has no history in common with the head. */
export async function isUnrelated(
  git: Git,
  { base, head }: Range,
  commits: readonly Pick<Commit, 'parents'>[],
): Promise<boolean> {
  // A range that does not reach the first commit is cut by something.
  if (!base || !commits.some(({ parents }) => parents.length === 0)) return false;
  return Number(await git.text(['rev-list', '--count', head.commit])) === commits.length;
}

/**
 * The commit below which everything on the branch's own line is older than `start`; null: there is none, and
 * undefined: nothing is as new as that. The whole line is looked at, for dates in a history need not be in order.
 */
export async function commitBefore(
  git: Git,
  branch: Branch,
  start: string,
): Promise<string | null | undefined> {
  const output = await git.text(['rev-list', '--first-parent', '--timestamp', branch.commit]);
  const line = linesOf(output);
  const startSeconds = Date.parse(start) / 1000;
  const oldest = line.findLastIndex((each) => Number.parseInt(each, 10) >= startSeconds);
  if (oldest === -1) return undefined;
  return line[oldest + 1]?.split(' ')[1] ?? null;
}
