import type { Notice } from '../../../contract/manifest.ts';
import { visibleText } from '../../../contract/reading/visible-text.ts';
import { everyTag, newestRelease } from '../../../rules/tags/choose-series.ts';
import { readTag } from '../../../rules/tags/read-tag.ts';
import { compareReleases, isSameSeries, releasesAmong, type Tag } from '../../../rules/tags/releases.ts';
import { isPreReleaseOf } from '../../../rules/tags/which-tag-came-before.ts';

/** The ends of a range, of which the rule chose the base. */
export interface RangeFound {
  key: string;
  /** Null where the range starts at the beginning of history. */
  base: string | null;
  head: string;
  /** True where the base was asked for. */
  isAsked: boolean;
  /** True where the ends have no history in common. */
  isUnrelated: boolean;
  /** True for the commits of the range. */
  isWithin: (commit: string) => boolean;
  tags: readonly Tag[];
}

const nameOf = visibleText;

/** What to ask for instead, in words for action and command line. */
const askFor = (base: string, head: string) =>
  `To count from there, ask for tag_range ${nameOf(base)}..${nameOf(head)} (--tag-range ${nameOf(base)}..${nameOf(head)}).`;

/** The newest version tag of the range, other than its head and the head's own pre-releases. */
function earlierTag({ head: name, tags, isWithin }: RangeFound): string | null {
  const releases = releasesAmong(tags);
  const head = releases.find((release) => release.name === name);
  const headCommit = tags.find((tag) => tag.name === name)?.commit;
  const earlier = releases
    .filter(({ row }) => row.commit !== headCommit && isWithin(row.commit))
    .filter((release) => !(head && isPreReleaseOf(release, head)))
    .map(({ row }) => row);
  return newestRelease(earlier, everyTag, { stable: head?.isPreRelease === false })?.tag.name ?? null;
}

/** A stable release of the range that is a higher version than its base: the base is not the one before. */
function nearerTag({ base: baseName, head: headName, tags, isWithin }: RangeFound): string | null {
  const releases = releasesAmong(tags);
  const base = releases.find(({ name }) => name === baseName);
  const head = releases.find(({ name }) => name === headName);
  if (!base || !head) return null;
  const nearer = releases.filter(
    (release) =>
      !release.isPreRelease &&
      !release.isMoving &&
      release.row.commit !== head.row.commit &&
      isWithin(release.row.commit) &&
      isSameSeries(release, head) &&
      compareReleases(release, base) > 0 &&
      compareReleases(release, head) !== 0,
  );
  const rows = nearer.map(({ row }) => row);
  return newestRelease(rows, everyTag, { stable: true })?.tag.name ?? null;
}

/** What a reader must know of how the start of a range was found; empty where nothing is in doubt. */
export function rangeNotices(range: RangeFound): Notice[] {
  const { key, base, head, isAsked, isUnrelated } = range;
  const notice = (code: string, text: string): Notice => ({ code, text: `${key}: ${text}` });
  if (isUnrelated && base !== null) {
    const earlier = earlierTag(range);
    const text = `${nameOf(base)} and ${nameOf(head)} have no history in common, so everything that ${nameOf(head)} holds is told.`;
    const next =
      earlier === null ? '' : ` ${nameOf(earlier)} is part of that history. ${askFor(earlier, head)}`;
    return [notice('previous_tag_unrelated', `${text}${next}`)];
  }
  if (isAsked) return [];
  if (base === null) {
    const earlier = earlierTag(range);
    if (earlier === null) {
      const what = readTag(head)
        ? 'is the first release'
        : 'names no version and has no version tag before it';
      return [notice('first_release', `${nameOf(head)} ${what}: everything up to it is told.`)];
    }
    const text = `no tag before ${nameOf(head)} was found in its series, so everything since the beginning of history is told. An earlier version tag is ${nameOf(earlier)}.`;
    return [notice('previous_tag_missing', `${text} ${askFor(earlier, head)}`)];
  }
  const nearer = nearerTag(range);
  if (nearer === null) return [];
  const text = `${nameOf(base)} comes before ${nameOf(head)} by its version, but ${nameOf(nearer)} lies between them.`;
  return [notice('previous_tag_doubtful', `${text} ${askFor(nearer, head)}`)];
}

/** How many of the other series are named. */
const shownSeries = 5;

/** Says which series was taken where nothing chose one. */
export function seriesNotices(key: string, taken: string, others: readonly string[]): Notice[] {
  if (others.length === 0) return [];
  const shown = others.slice(0, shownSeries).map(nameOf).join(', ');
  const more = others.length > shownSeries ? ` and ${others.length - shownSeries} more` : '';
  const text = `${key}: its tags are of several series; this counts by that of ${nameOf(taken)}, the newest. The others: ${shown}${more}. report.tags in .github/zenpulse.yml says which tags to count by.`;
  return [{ code: 'series_chosen', text }];
}

/** Says what a moving tag stood for. */
export const movingNotices = (key: string, asked: string, release: string): Notice[] =>
  asked === release
    ? []
    : [
        {
          code: 'moving_tag',
          text: `${key}: ${nameOf(asked)} is a tag that moves; ${nameOf(release)} is the release on its commit.`,
        },
      ];
