import semver from 'semver';

/** A version tag taken apart: `pkg@1.2.3-rc.1` is series `pkg@`, version [1, 2, 3], pre-release `rc.1`. */
interface VersionTag {
  name: string;
  series: string;
  version: number[];
  preRelease: string | null;
}

/** A tag with its peeled commit and the instant it was made (the commit's, for a lightweight tag). */
export interface Tag {
  name: string;
  commit: string;
  at: string;
}

const suffix = String.raw`(?:-?(?<pre>[A-Za-z][0-9A-Za-z.-]*)|-(?<dashed>[0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$`;
const start = String.raw`^(?<series>|.*?[^\d.])`;
// The longest form first: `pkg2-1.2.3` is version 1.2.3 of `pkg2-`, not a pre-release of version 2.
const forms = [
  String.raw`(?<version>\d+(?:\.\d+){2,})`,
  String.raw`(?<version>\d+\.\d+)`,
  String.raw`(?<version>\d+)`,
].map((version) => new RegExp(start + version + suffix));

/** Null for a tag that names no version, such as `nightly`. */
export function versionTag(name: string): VersionTag | null {
  for (const form of forms) {
    const groups = form.exec(name)?.groups;
    if (!groups) continue;
    const { series = '', version = '', pre, dashed } = groups;
    return { name, series, version: version.split('.').map(Number), preRelease: pre ?? dashed ?? null };
  }
  return null;
}

function compareNumbers(left: readonly number[], right: readonly number[]): number {
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `rc10` counts as `rc.10`: by SemVer's letter it comes before `rc9`, which nobody who writes it means. */
const asVersion = (preRelease: string) =>
  semver.parse(`0.0.0-${preRelease.replaceAll(/\b([A-Za-z]+)(\d+)\b/g, '$1.$2')}`, { loose: true });

function comparePreReleases(left: string | null, right: string | null): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  const [leftVersion, rightVersion] = [asVersion(left), asVersion(right)];
  if (leftVersion && rightVersion) return semver.compare(leftVersion, rightVersion);
  // What SemVer cannot read comes first: one place for all of it keeps the order total.
  if (leftVersion || rightVersion) return leftVersion ? 1 : -1;
  return left < right ? -1 : 1;
}

/** Orders two versions of one series by SemVer's rules; missing parts count as 0. */
const compareVersions = (left: VersionTag, right: VersionTag) =>
  compareNumbers(left.version, right.version) || comparePreReleases(left.preRelease, right.preRelease);

/**
 * True for a moving tag such as `v5` beside `v5.0.0`, or one that stands on the commit of a longer tag below
 * it: no release of its own, so never the previous tag of another.
 */
function isAlias(
  tag: VersionTag,
  commit: string,
  all: readonly { tag: VersionTag; commit: string }[],
): boolean {
  return all.some(
    ({ tag: other, commit: otherCommit }) =>
      other.series === tag.series &&
      other.version.length > tag.version.length &&
      (compareVersions(other, tag) === 0 ||
        (otherCommit === commit && tag.version.every((part, at) => part === other.version[at]))),
  );
}

const withVersions = (tags: readonly Tag[]) =>
  tags.flatMap(({ name, commit, at }) => {
    const tag = versionTag(name);
    return tag ? [{ tag, commit, at }] : [];
  });

/**
 * The highest lower version of the same series, null for the first. A stable tag skips pre-releases.
 * @param tags all tags of the repository
 */
export function previousTag(name: string, tags: readonly Tag[]): string | null {
  const head = versionTag(name);
  if (!head) return null;
  const series = withVersions(tags).filter(({ tag }) => tag.series === head.series);
  const lower = series
    .filter(({ tag, commit }) => compareVersions(tag, head) < 0 && !isAlias(tag, commit, series))
    .filter(({ tag }) => head.preRelease !== null || tag.preRelease === null)
    .sort((left, right) => compareVersions(right.tag, left.tag));
  return lower[0]?.tag.name ?? null;
}

/** The releases of a tag's series, itself among them; pre-releases count only where the tag is one. */
export function releasesOfSeries(name: string, tags: readonly Tag[]): Tag[] {
  const version = versionTag(name);
  const all = withVersions(tags).filter(({ tag }) => tag.series === version?.series);
  const releases = all
    .filter(({ tag, commit }) => !isAlias(tag, commit, all))
    .filter(({ tag }) => version?.preRelease !== null || tag.preRelease === null);
  const names = new Set(releases.map(({ tag }) => tag.name));
  return tags.filter((tag) => names.has(tag.name));
}

/** `v2`, or two numbers and more: `nightly-20261101` has a number but is no version anybody releases. */
const isRelease = ({ series, version }: VersionTag) => version.length > 1 || /^(?:.*[^a-z])?v$/i.test(series);

/**
 * The version tag made last, ties settled by version; null when no tag names a version.
 * @param options.stable look at releases only, unless there are none
 */
export function newestTag(tags: readonly Tag[], options: { stable: boolean }): string | null {
  const all = withVersions(tags);
  const own = all.filter(({ tag, commit }) => isRelease(tag) && !isAlias(tag, commit, all));
  const stable = own.filter(({ tag }) => tag.preRelease === null);
  const candidates = options.stable && stable.length > 0 ? stable : own;
  const newest = [...candidates].sort(
    (left, right) => Date.parse(right.at) - Date.parse(left.at) || compareVersions(right.tag, left.tag),
  );
  return newest[0]?.tag.name ?? null;
}
