import { noRules } from '../../contract/no-rules.generated.ts';
import type { RepositoryFile } from '../../contract/repository-file.ts';
import type { Trace } from '../lineage/trace.ts';
import type { Reading, Source } from '../sources/source.ts';
import type { ReleaseScope } from '../../rules/tags/choose-series.ts';
import type { RulesText } from '../../rules/read-repository-file.ts';
import { rulesNotRead } from '../../rules/stray-rules.ts';
import type { RepositoryQuery } from '../window/resolve-windows.ts';

/** One repository, read, with the rules that apply to it. */
export interface Surveyed {
  source: Source;
  query: RepositoryQuery;
  reading: Reading;
  rules: readonly RulesText[];
  file: RepositoryFile;
  /** Those of `file` that are the repository's own, or were given for this run. */
  ownFile: RepositoryFile;
}

// YAML takes longer to load than a run without changes takes in all: only a repository with rules loads it.
async function fileOf(key: string, rules: readonly RulesText[]): Promise<RepositoryFile> {
  if (rules.length === 0) return noRules;
  const named = rules.map((each) => ({ ...each, source: `${key}: ${each.source}` }));
  return (await import('../../rules/read-repository-file.ts')).readRepositoryFile(named);
}

/** Which files of the repository are read matters only where no others are given. */
const withoutStrays = (reading: Reading): Reading => ({
  ...reading,
  notices: reading.notices.filter(({ code }) => code !== rulesNotRead),
});

/** Which tags the rules call releases. Loaded only where a window asks, patterns only where there are some. */
async function scopeOf({ report, includes }: RepositoryFile): Promise<ReleaseScope> {
  const folders = (await import('../../rules/tags/choose-series.ts')).foldersOf(includes.paths);
  if (report.tags.length === 0) return { isRelease: null, folders };
  const { globMatcher } = await import('../../rules/linear-pattern.ts');
  return { isRelease: globMatcher(report.tags), folders };
}

/**
 * Reads a repository's window once.
 * @param override rules to use instead of the repository's own
 * @throws ZenPulseError `repository_file_invalid`, and what the source throws
 */
export async function survey(
  source: Source,
  query: RepositoryQuery,
  override: RulesText | null,
  trace: Trace,
): Promise<Surveyed> {
  const rulesIn = (own: Reading['rules']) => (override ? [override] : own);
  let known: Promise<RepositoryFile> | undefined;
  // The source may ask before it answers; either way the rules are read once.
  const read = (own: Reading['rules']) => {
    known ??= fileOf(source.key, rulesIn(own));
    return known;
  };
  const found = await source.read({ ...query, releaseScope: async (own) => scopeOf(await read(own)) });
  const reading = override ? withoutStrays(found) : found;
  const rules = rulesIn(reading.rules);
  const file = await read(reading.rules);
  const own = rules.filter(({ isShared }) => !isShared);
  const ownFile = own.length === rules.length ? file : await fileOf(source.key, own);
  const pullCount = reading.changes.filter(({ number }) => number !== null).length;
  trace.add({
    type: 'source',
    repository: source.key,
    pull_requests: pullCount,
    direct_pushes: reading.changes.length - pullCount,
    complete: reading.complete,
  });
  return { source, query, reading, rules, file, ownFile };
}
