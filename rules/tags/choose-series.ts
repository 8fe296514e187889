import { byText } from './qualifiers.ts';
import { compareReleases, isSameSeries, type Release, releasesAmong, type Tag } from './releases.ts';

/** What the rules of a repository say of its tags. */
export interface ReleaseScope {
  /** Tags that are releases of what is reported on; null where no rule names any. */
  isRelease: ((name: string) => boolean) | null;
  /** Folders that the report keeps to, such as `packages/api`; their package's tags are its releases. */
  folders: readonly string[];
}

export const everyTag: ReleaseScope = { isRelease: null, folders: [] };

/** The tags that the rules call releases, where the tag looked at is one of them; else all. */
export const tagsInScope = <Row extends Tag>(
  tags: readonly Row[],
  scope: ReleaseScope | null,
  name: string,
): readonly Row[] => {
  const isRelease = scope?.isRelease;
  return isRelease?.(name) ? tags.filter((tag) => isRelease(tag.name)) : tags;
};

/** Prefixes that say that nothing was released. */
const unreleased = /^(?:nightly|canary|snapshot|edge|dev|ci|build|builds|deploy|test|alpha|beta|rc|pre)$/;

/**
 * The folders that globs over paths keep to: `api/**`, `/packages/api`, `./packages/api/*`. A glob that starts with a
 * wildcard names none.
 */
export function foldersOf(globs: readonly string[]): string[] {
  return globs.flatMap((glob) => {
    const parts = glob.split('/').filter((part) => part !== '' && part !== '.');
    const wild = parts.findIndex((part) => /[*?[{]/.test(part));
    const fixed = wild === -1 ? parts : parts.slice(0, wild);
    return fixed.length === 0 ? [] : [fixed.join('/').toLowerCase()];
  });
}

/** `api`, `@acme/api` and `packages/api` are the package in the folder `packages/api`. */
function isOfFolder({ package: name }: Release, folders: readonly string[]): boolean {
  return folders.some((folder) => name === folder || name.split('/').at(-1) === folder.split('/').at(-1));
}

/** Releases that a report may count from: no moving tags, no nightly builds, lone numbers only where a series is made of them. */
function eligible<Row extends Tag>(
  tags: readonly Row[],
  { isRelease, folders }: ReleaseScope,
): Release<Row>[] {
  const all = releasesAmong(tags).filter((release) => !release.isMoving);
  const named = isRelease ? all.filter(({ name }) => isRelease(name)) : all;
  const own = named.filter((release) => release.package !== '' && isOfFolder(release, folders));
  const inScope = !isRelease && own.length > 0 ? own : named;
  const released = isRelease
    ? inScope
    : inScope.filter(({ package: name }) => !name.split(/[^a-z]/).some((word) => unreleased.test(word)));
  const isVersion = ({ kind, numbers, package: name, style }: Release) =>
    kind === 'date' || numbers.length > 1 || (name === '' && /v[^a-z]*$/i.test(style));
  const series = new Set(released.filter(isVersion).map(({ package: name }) => name));
  const versions = released.filter((release) => isVersion(release) || series.has(release.package));
  return versions.length > 0 ? versions : released;
}

/** Made last; of several made at once the repository's own before its packages', then the highest. */
const newestFirst = (left: Release<Tag>, right: Release<Tag>) =>
  Date.parse(right.row.at) - Date.parse(left.row.at) ||
  byText(left.package, right.package) ||
  compareReleases(right, left) ||
  byText(left.name, right.name);

/** A release to count from, and what else there was to choose. */
export interface Choice<Row extends Tag> {
  tag: Row;
  /** Newest tags of the other series, where nothing said which one to take. */
  others: string[];
}

/** The newest tag of each series that is not the one taken. */
function otherSeries<Row extends Tag>(taken: Release<Row>, all: readonly Release<Row>[]): string[] {
  const newest: Release<Row>[] = [];
  for (const release of [...all].sort(newestFirst))
    if (![taken, ...newest].some((each) => each.package === release.package)) newest.push(release);
  const own = all.filter((release) => release.package === taken.package);
  const alien = own.filter((release) => !isSameSeries(release, taken)).sort(newestFirst)[0];
  const first = own
    .filter((release) => isSameSeries(release, taken))
    .sort(newestFirst)
    .at(-1);
  // Dates that ended before the versions began are a change of style.
  const isBeside = alien && first && Date.parse(alien.row.at) > Date.parse(first.row.at);
  return [...(isBeside ? [alien] : []), ...newest].map(({ name }) => name);
}

/**
 * The version tag made last; null when no tag names a version.
 * @param options.stable look at releases only, unless there are none
 */
export function newestRelease<Row extends Tag>(
  tags: readonly Row[],
  scope: ReleaseScope,
  options: { stable: boolean },
): Choice<Row> | null {
  const all = eligible(tags, scope);
  const stable = all.filter((release) => !release.isPreRelease);
  const candidates = options.stable && stable.length > 0 ? stable : all;
  const taken = [...candidates].sort(newestFirst)[0];
  if (!taken) return null;
  return { tag: taken.row, others: scope.isRelease ? [] : otherSeries(taken, candidates) };
}
