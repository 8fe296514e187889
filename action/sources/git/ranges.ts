import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import { newestTag, previousTag, releasesOfSeries } from '../../window/tag-series.ts';
import type { WindowQuery } from '../source.ts';
import { type Branch, findTag, listTags } from './refs.ts';
import type { Git } from './run-git.ts';

/** What lies between two points of a history. */
export interface Range {
  base: { ref: string; commit: string } | null;
  /** Commits whose history is out of the range; the base, and more where one line does not hold all. */
  without: readonly string[];
  head: { ref: string; commit: string };
}

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

async function isAncestor(git: Git, ancestor: string, descendant: string): Promise<boolean> {
  return (
    (await git.text(['rev-list', '--count', '--max-count=1', ancestor, `^${descendant}`])).trim() === '0'
  );
}

/**
 * The range between two tags; an open base is the previous tag of the series, an open head the newest tag.
 * @throws ZenPulseError `tag_missing`, `tag_unknown`, `tag_range_reversed`
 */
export async function tagRange(
  git: Git,
  key: string,
  window: WindowQuery & { kind: 'tags' },
): Promise<Range> {
  const tags = await listTags(git);
  const headName = window.head ?? newestTag(tags, { stable: false });
  if (headName === null) throw new ZenPulseError('tag_missing', { repository: key, type: 'release' });
  const head = await findTag(git, headName, tags, key);
  const baseName = window.base ?? previousTag(headName, tags);
  const base = baseName === null ? null : await findTag(git, baseName, tags, key);
  if (base && base.commit !== head.commit && (await isAncestor(git, head.commit, base.commit))) {
    throw new ZenPulseError('tag_range_reversed', { base: base.name, head: head.name });
  }
  return {
    base: base && { ref: base.name, commit: base.commit },
    without: base ? [base.commit] : [],
    head: { ref: head.name, commit: head.commit },
  };
}

/**
 * What no release holds. A hotfix line merged back is no part of the last release, nor that one of it: both are
 * left out, and the one nearest on the branch's own line is called the base.
 * @throws ZenPulseError `tag_missing`
 */
export async function unreleasedRange(git: Git, key: string, branch: Branch): Promise<Range> {
  const tags = await listTags(git, branch.commit);
  const name = newestTag(tags, { stable: true });
  if (name === null) throw new ZenPulseError('tag_missing', { repository: key, type: 'upcoming' });
  const releases = releasesOfSeries(name, tags);
  const commits = releases.map(({ commit }) => commit);
  const tips = linesOf(await git.text(['merge-base', '--independent', ...commits]));
  const ahead = await Promise.all(
    tips.map(async (tip) =>
      Number(await git.text(['rev-list', '--count', '--first-parent', branch.commit, `^${tip}`])),
    ),
  );
  const nearest = tips[ahead.indexOf(Math.min(...ahead))];
  const on = releases.filter(({ commit }) => commit === nearest);
  const base = await findTag(git, newestTag(on, { stable: true }) ?? name, tags, key);
  return {
    base: { ref: base.name, commit: base.commit },
    without: tips,
    head: { ref: branch.name, commit: branch.commit },
  };
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
