import { readTag } from './read-tag.ts';
import {
  compareReleases,
  isBelow,
  isSameSeries,
  type Release,
  releasesAmong,
  type TaggedCommit,
} from './releases.ts';

/** Names that follow what is new, and name no release. */
const movingWords = new Set(
  'latest newest current stable edge next nightly canary snapshot dev develop main master head tip rolling lts beta alpha preview prod production staging'.split(
    ' ',
  ),
);

/** True for `latest`, `api@stable` and `1.x`: names without a version that say so. */
const isMovingName = (name: string) =>
  readTag(name) === null &&
  (/(?:^|[^a-z\d])\d+(?:\.\d+)?\.x$/i.test(name.slice(0, 250)) ||
    name
      .toLowerCase()
      .slice(0, 250)
      .split(/[^a-z\d]+/)
      .some((word) => movingWords.has(word)));

/** True for a name that may turn out to move along with a longer one, so that the other tags have to be known. */
export function mayMove(name: string): boolean {
  const tag = readTag(name);
  return !tag || (tag.kind === 'version' && tag.numbers.length < 3 && tag.qualifiers.length === 0);
}

/**
 * True where a tag is a release with notes of its own. No moving tag is: neither one beside a longer version below it,
 * nor a new `v5` where `v4` moves, nor one that was on another commit while there are longer versions below it.
 * @param tags what is known of the repository's tags, the commits that a tag stood on earlier included
 */
export function asksForNotes(name: string, commit: string, tags: readonly TaggedCommit[]): boolean {
  if (isMovingName(name)) return false;
  const others = tags.filter((tag) => tag.name !== name);
  const releases = releasesAmong([...others, { name, commit }]);
  const own = releases.find((release) => release.name === name);
  if (!own) return true;
  if (own.isMoving) return false;
  const below = releases.filter((other) => isBelow(other, own));
  const hasMoved = tags.some((tag) => tag.name === name && tag.commit !== commit);
  if (below.length > 0 && hasMoved) return false;
  const isWhole = (tag: Release) =>
    tag.kind === 'version' && tag.numbers.length === 1 && tag.qualifiers.length + tag.build.length === 0;
  return !(
    isWhole(own) && releases.some((other) => other.isMoving && isWhole(other) && isSameSeries(other, own))
  );
}

/** True where two tags of one commit stand for the same release: one moves along with the other, or is its other style. */
export function isSameRelease(left: string, right: string): boolean {
  const [one, two] = [readTag(left), readTag(right)];
  if (!one || !two) return left === right;
  if (isBelow(one, two) || isBelow(two, one)) return true;
  return isSameSeries(one, two) && compareReleases(one, two) === 0;
}
