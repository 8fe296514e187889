import type { Manifest } from '../../contract/manifest.ts';
import type { AnalysisType, PulseRequest } from '../../contract/pulse-request.ts';
import { type RepositoryFile, repositoryFile } from '../../contract/repository-file.ts';
import type { Timeframe } from '../../contract/reading/report-outline.ts';
import type { Trace } from '../lineage/trace.ts';
import type { OpenPull, Reading, Source } from '../sources/source.ts';
import { buildManifest, type Decided } from '../window/build-manifest.ts';
import { kindNeedsPaths } from '../window/change-kind.ts';
import type { ExclusionRule } from '../window/exclusion-rules.ts';
import { rulesNeedPaths } from '../window/rules-need-paths.ts';
import type { RulesText } from '../window/read-repository-file.ts';
import type { RepositoryQuery } from '../window/resolve-windows.ts';

/** One repository, read, with the rules that apply to it. */
export interface Surveyed {
  source: Source;
  query: RepositoryQuery;
  reading: Reading;
  rules: readonly RulesText[];
  file: RepositoryFile;
}

// YAML and RE2 take longer to load than a run without changes takes in all: only what needs them loads them.
async function fileOf(rules: readonly RulesText[]): Promise<RepositoryFile> {
  if (rules.length === 0) return repositoryFile.parse({});
  return (await import('../window/read-repository-file.ts')).readRepositoryFile(rules);
}

async function ruleOf({ reading, file, query }: Surveyed): Promise<ExclusionRule> {
  if (reading.changes.length === 0) return () => null;
  return (await import('../window/exclusion-rules.ts')).exclusionRules(file, query.ignoredPulls);
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
  const reading = await source.read(query);
  const rules = override ? [override] : reading.rules;
  const file = await fileOf(rules.map((each) => ({ ...each, source: `${source.key}: ${each.source}` })));
  const pullCount = reading.changes.filter(({ number }) => number !== null).length;
  trace.add({
    type: 'source',
    repository: source.key,
    pull_requests: pullCount,
    direct_pushes: reading.changes.length - pullCount,
    complete: reading.complete,
  });
  return { source, query, reading, rules, file };
}

/** Changes whose paths are worth reading: all where a rule asks, else those whose kind nothing else tells. */
function changesToOpen({ source, reading, file }: Surveyed) {
  if (rulesNeedPaths(file)) return reading.changes;
  if (!source.hasCheapPaths) return [];
  return reading.changes.filter(
    ({ number, title, labels }) => number !== null && kindNeedsPaths({ title, labels: labels ?? [] }),
  );
}

/** Open pull requests the rules mark for the next release; a label that excludes keeps them out here too. */
async function openPulls(
  { source, reading, file }: Surveyed,
  type: AnalysisType,
): Promise<Pick<Decided, 'openPulls' | 'notices'>> {
  const { labels, milestones } = file.report.upcoming;
  if (type !== 'upcoming' || labels.length + milestones.length === 0) return { openPulls: [], notices: [] };
  const found = await source.openPulls(reading.repository.base_branch, { labels, milestones });
  if (found === null) {
    const text = `${source.key}: open pull requests are not in git, so report.upcoming was not applied.`;
    return { openPulls: [], notices: [{ code: 'open_pulls_unknown', text }] };
  }
  const excluded = new Set(file.excludes.labels.map((label) => label.toLowerCase()));
  const isKept = (pull: OpenPull) => !pull.labels.some((label) => excluded.has(label.toLowerCase()));
  return { openPulls: found.filter(isKept), notices: [] };
}

async function decide(surveyed: Surveyed, type: AnalysisType): Promise<Decided> {
  const { source, reading } = surveyed;
  const opened = changesToOpen(surveyed);
  const paths = await source.changedPaths(opened);
  return {
    reading,
    ...(await openPulls(surveyed, type)),
    rule: await ruleOf(surveyed),
    paths: new Map(opened.map((change, at) => [change, paths[at] ?? []])),
  };
}

/** The manifest over all repositories. */
export async function decideAll(request: PulseRequest, surveyed: readonly Surveyed[]): Promise<Manifest> {
  return buildManifest(
    request.analysis_type,
    await Promise.all(surveyed.map((each) => decide(each, request.analysis_type))),
  );
}

/** From the earliest start to the latest end; null where one is open. Refs only for a single repository. */
export function timeframeOf(surveyed: readonly Surveyed[]): Timeframe {
  const timeframes = surveyed.map(({ reading }) => reading.timeframe);
  const known = (bounds: (string | null)[]) => bounds.filter((bound) => bound !== null).sort();
  const starts = timeframes.map(({ start }) => start);
  const window = surveyed.length === 1 ? surveyed[0]?.reading.repository.window : undefined;
  return {
    start: starts.includes(null) ? null : (known(starts)[0] ?? null),
    end: known(timeframes.map(({ end }) => end)).at(-1) ?? null,
    base: window?.base?.ref ?? null,
    head: window?.head?.ref ?? null,
  };
}
