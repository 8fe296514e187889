import type { Manifest } from '../../contract/manifest.ts';
import type { AnalysisType, PulseRequest } from '../../contract/pulse-request.ts';
import type { OpenPull } from '../sources/source.ts';
import { buildManifest, type Decided } from '../window/build-manifest.ts';
import { kindNeedsPaths } from '../window/change-kind.ts';
import type { ExclusionRule, RuleSubject } from '../../rules/exclusion-rules.ts';
import { rulesNeedPaths } from '../window/rules-need-paths.ts';
import { ruleNotices } from './rule-notices.ts';
import type { Surveyed } from './survey.ts';

// Patterns take longer to load than a run without changes takes in all: only what needs them loads them.
async function ruleOf({ reading, file, query }: Surveyed): Promise<ExclusionRule> {
  if (reading.changes.length === 0) return () => null;
  return (await import('../../rules/exclusion-rules.ts')).exclusionRules(file, query.ignoredPulls);
}

/** Changes whose paths are worth reading: all where a rule asks, else those whose kind nothing else tells. */
function changesToOpen({ source, reading, file }: Surveyed) {
  if (rulesNeedPaths(file)) return reading.changes;
  if (!source.hasCheapPaths) return [];
  return reading.changes.filter(
    ({ number, title, labels }) => number !== null && kindNeedsPaths({ title, labels: labels ?? [] }),
  );
}

/** Open pull requests as rules look at them. */
const asSubject = ({ author, ...pull }: OpenPull): RuleSubject => ({
  ...pull,
  author: { login: author, name: null },
});

/** Open pull requests the rules mark for the next release; a label that excludes keeps them out here too. */
async function openPulls(
  { source, reading, file }: Surveyed,
  type: AnalysisType,
): Promise<Pick<Decided, 'openPulls' | 'notices'> & { lookedAt: RuleSubject[] }> {
  const { labels, milestones } = file.report.upcoming;
  if (type !== 'upcoming' || labels.length + milestones.length === 0)
    return { openPulls: [], notices: [], lookedAt: [] };
  const found = await source.openPulls(reading.repository.base_branch, { labels, milestones });
  if (found === null) {
    const text = `${source.key}: open pull requests are not in git, so report.upcoming was not applied.`;
    return { openPulls: [], notices: [{ code: 'open_pulls_unknown', text }], lookedAt: [] };
  }
  const excluded = new Set(file.excludes.labels.map((label) => label.toLowerCase()));
  const isKept = (pull: OpenPull) => !pull.labels.some((label) => excluded.has(label.toLowerCase()));
  return { openPulls: found.filter(isKept), notices: [], lookedAt: found.map(asSubject) };
}

async function decide(surveyed: Surveyed, type: AnalysisType): Promise<Decided> {
  const { source, reading } = surveyed;
  const opened = changesToOpen(surveyed);
  const paths = await source.changedPaths(opened);
  const open = await openPulls(surveyed, type);
  const lookedAt = [...reading.changes, ...open.lookedAt];
  return {
    reading,
    openPulls: open.openPulls,
    notices: [...open.notices, ...(await ruleNotices(surveyed, lookedAt, paths.flat()))],
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
