import { byText, compareQualifiers, isPreRelease, isUnknownWord } from './qualifiers.ts';
import { readTag, type TagParts } from './read-tag.ts';

/** A tag with the commit it leads to. */
export interface TaggedCommit {
  name: string;
  commit: string;
}

/** A tag with the instant it was made: its own, or the commit's where it has none. */
export interface Tag extends TaggedCommit {
  at: string;
}

/** A tag that names a version, as it stands among the other tags of its repository. */
export interface Release<Row extends TaggedCommit = TaggedCommit> extends TagParts {
  row: Row;
  /** The words behind the version that make it one of several builds, such as `jre`; empty for most. */
  flavour: string;
  isPreRelease: boolean;
  /** True for `v5` beside `v5.0.0`, or on the commit of a longer version below it: no release of its own. */
  isMoving: boolean;
}

function compareLists(left: readonly (number | string)[], right: readonly (number | string)[]): number {
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const [one, two] = [left[at] as number | string, right[at] as number | string];
    // Numbers come before words, as in SemVer.
    const difference =
      typeof one === 'number' && typeof two === 'number'
        ? one - two
        : typeof one === typeof two
          ? byText(String(one), String(two))
          : typeof one === 'number'
            ? -1
            : 1;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Missing numbers count as 0: 1.2 is 1.2.0. */
export function compareNumbers(left: readonly number[], right: readonly number[]): number {
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Orders two tags of one series, the lower first; 0 where both are the same version in two styles. */
export const compareReleases = (left: TagParts, right: TagParts): number =>
  compareNumbers(left.numbers, right.numbers) ||
  compareQualifiers(left.qualifiers, right.qualifiers) ||
  compareLists(left.build, right.build);

/** Between these a first number is a year: versions such as `2026.1` and dates stand in one order. */
const isYear = ({ numbers: [first = 0] }: TagParts) => first >= 1970 && first < 2100;

/** A build number, such as `1042`; a whole number as a version is smaller. */
const isBuildNumber = ({ kind, numbers }: TagParts) =>
  kind === 'version' && numbers.length === 1 && (numbers[0] ?? 0) >= 1000;

const isDotted = ({ kind, numbers }: TagParts) => kind === 'version' && numbers.length > 1;

/**
 * True where two tags can stand in one order: the same package, and neither a date nor a build number beside a plain
 * version, for 20260105 is no major.
 */
export const isSameSeries = (left: TagParts, right: TagParts): boolean =>
  left.package === right.package &&
  (left.kind === right.kind || (isYear(left) && isYear(right))) &&
  !(isBuildNumber(left) && isDotted(right)) &&
  !(isBuildNumber(right) && isDotted(left));

const startsWith = (long: readonly number[], short: readonly number[]) =>
  long.length > short.length && short.every((part, at) => part === long[at]);

/** `v5` of `v5.1.1`: the tag could be one that moves along with the other. */
export const isBelow = (long: TagParts, short: TagParts): boolean =>
  long.package === short.package &&
  short.kind === 'version' &&
  long.kind === 'version' &&
  short.numbers.length < 3 &&
  short.qualifiers.length + short.build.length === 0 &&
  startsWith(long.numbers, short.numbers);

/** Words that no world of versions knows, behind two versions or more: flavours, such as `1.2.3-alpine`. */
function flavoursOf(tags: readonly TagParts[]): ReadonlySet<string> {
  const versions = new Map<string, Set<string>>();
  for (const tag of tags)
    for (const { word } of tag.qualifiers.filter(isUnknownWord)) {
      const key = `${tag.package}\0${word}`;
      versions.set(key, (versions.get(key) ?? new Set()).add(tag.numbers.join('.')));
    }
  return new Set([...versions].flatMap(([key, seen]) => (seen.size > 1 ? key : [])));
}

/** The tags that name a version, in the order given. */
export function releasesAmong<Row extends TaggedCommit>(rows: readonly Row[]): Release<Row>[] {
  const read = rows.flatMap((row) => {
    const parts = readTag(row.name);
    return parts ? [{ row, parts }] : [];
  });
  const flavours = flavoursOf(read.map(({ parts }) => parts));
  const releases = read.map(({ row, parts }): Release<Row> => {
    const isFlavour = ({ word }: { word: string }) => flavours.has(`${parts.package}\0${word}`);
    const qualifiers = parts.qualifiers.filter((each) => !isFlavour(each));
    const ofFlavour = parts.qualifiers.filter(isFlavour);
    return {
      ...parts,
      row,
      qualifiers,
      flavour: ofFlavour.map(({ word }) => word).join('-'),
      build: [...ofFlavour.flatMap(({ numbers }) => numbers), ...parts.build],
      isPreRelease: isPreRelease(qualifiers),
      isMoving: false,
    };
  });
  const byPackage = Map.groupBy(releases, ({ package: name }) => name);
  // Most tags have three numbers or more: only the others are held against their package.
  for (const release of releases.filter(({ numbers }) => numbers.length < 3))
    release.isMoving = (byPackage.get(release.package) ?? []).some(
      (other) =>
        isBelow(other, release) &&
        (compareReleases(other, release) === 0 || other.row.commit === release.row.commit),
    );
  return releases;
}
