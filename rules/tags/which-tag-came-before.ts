import { byText } from './qualifiers.ts';
import {
  compareNumbers,
  compareReleases,
  isBelow,
  isSameSeries,
  type Release,
  releasesAmong,
  type TaggedCommit,
} from './releases.ts';

const ownRelease = ({ isMoving }: Release) => !isMoving;

/** The highest first; where one version has several tags, that of the wanted style. */
const highestFirst = (style: string) => (left: Release, right: Release) =>
  compareReleases(right, left) ||
  Number(right.style === style) - Number(left.style === style) ||
  byText(left.name, right.name);

/**
 * The release that a tag stands for: a moving tag, such as `v5` or `latest`, for the highest one on its commit, any
 * other for itself.
 */
export function releaseOf(name: string, tags: readonly TaggedCommit[]): string {
  const commit = tags.find((tag) => tag.name === name)?.commit;
  const releases = releasesAmong(tags);
  const own = releases.find((release) => release.name === name);
  if (commit === undefined || (own && !own.isMoving)) return name;
  const there = releases.filter(
    (release) => ownRelease(release) && release.row.commit === commit && (!own || isBelow(release, own)),
  );
  return there.sort(highestFirst(own?.style ?? ''))[0]?.name ?? name;
}

/**
 * Tags that may be the one before, the likeliest first: lower versions of the same series, the highest first. A stable
 * tag skips pre-releases, a flavour takes its own before the plain ones. The order of the list does not matter.
 * @param tags all tags of the repository
 */
export function previousTags(name: string, tags: readonly TaggedCommit[]): string[] {
  const releases = releasesAmong(
    tags.some((tag) => tag.name === name) ? tags : [...tags, { name, commit: '' }],
  );
  const head = releases.find((release) => release.name === name);
  if (!head) return [];
  // A moving tag on a commit of its own is ahead of all releases below it.
  const isLower = (other: Release) =>
    compareReleases(other, head) < 0 || (head.isMoving && isBelow(other, head));
  const lower = releases
    .filter(ownRelease)
    .filter((other) => other.name !== name && isSameSeries(other, head) && isLower(other))
    .filter((other) => head.isPreRelease || !other.isPreRelease)
    .sort(highestFirst(head.style));
  const own = lower.filter(({ flavour }) => flavour === head.flavour);
  const plain = head.flavour === '' ? [] : lower.filter(({ flavour }) => flavour === '');
  return [...own, ...plain].map((release) => release.name);
}

/** The first of `previousTags`; null for the first release of a series and for a tag that names no version. */
export const previousTag = (name: string, tags: readonly TaggedCommit[]): string | null =>
  previousTags(name, tags)[0] ?? null;

/** The releases of a tag's series, itself among them; pre-releases count only where the tag is one. */
export function releasesOfSeries<Row extends TaggedCommit>(name: string, tags: readonly Row[]): Row[] {
  const releases = releasesAmong(tags);
  const own = releases.find((release) => release.name === name);
  if (!own) return [];
  return releases
    .filter((other) => !other.isMoving && isSameSeries(other, own))
    .filter((other) => own.isPreRelease || !other.isPreRelease)
    .sort(highestFirst(own.style))
    .map(({ row }) => row);
}

/** True where `other` is a pre-release of the very version that `name` is. */
export function isPreReleaseOf(other: Release, head: Release): boolean {
  return other.isPreRelease && isSameSeries(other, head) && compareNumbers(other.numbers, head.numbers) === 0;
}
