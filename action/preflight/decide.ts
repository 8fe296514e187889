import type { Manifest, Notice } from '../../contract/manifest.ts';
import type { AnalysisType, PulseRequest } from '../../contract/pulse-request.ts';
import type { RuledRepository } from '../left-out/left-out-pulls.ts';
import type { OpenPull } from '../sources/source.ts';
import { buildManifest, type Decided } from '../window/build-manifest.ts';
import { kindNeedsPaths } from '../window/change-kind.ts';
import type { ExclusionRule, RuleSubject } from '../../rules/exclusion-rules.ts';
import { rulesNeedPaths } from '../window/rules-need-paths.ts';
import { ruleNotices } from './rule-notices.ts';
import type { Surveyed } from './survey.ts';

/** Changes whose paths are worth reading: all where a rule asks, else those whose kind nothing else tells. */
function changesToOpen({ source, reading, file }: Surveyed) {
  if (rulesNeedPaths(file)) return reading.changes;
  if (!source.hasCheapPaths) return [];
  return reading.changes.filter(
    ({ number, title, labels }) => number !== null && kindNeedsPaths({ title, labels: labels ?? [] }),
  );
}

/** Open pull requests as they were read. */
interface OpenPulls {
  pulls: readonly OpenPull[];
  complete: boolean;
  notices: readonly Notice[];
}

/** Open pull requests that the rules mark for the next release; what could not be read of them is told. */
async function readOpen({ source, reading, file }: Surveyed, type: AnalysisType): Promise<OpenPulls> {
  const { labels, milestones } = file.report.upcoming;
  const isAsked = type === 'upcoming' && labels.length + milestones.length > 0;
  if (!isAsked) return { pulls: [], complete: true, notices: [] };
  const gaps: Notice[] = [];
  const onGap = (gap: string) =>
    void gaps.push({ code: 'source_incomplete', text: `${source.key}: ${gap}.` });
  const pulls = await source.openPulls(reading.repository.base_branch, { labels, milestones }, onGap);
  if (pulls !== null) return { pulls, complete: gaps.length === 0, notices: gaps };
  const text = `${source.key}: open pull requests are not in git, so report.upcoming was not applied.`;
  return { pulls: [], complete: true, notices: [{ code: 'open_pulls_unknown', text }] };
}

// Patterns take longer to load than a run without changes takes in all: only what needs them loads them.
async function ruleOf({ reading, file, query }: Surveyed, open: OpenPulls): Promise<ExclusionRule> {
  if (reading.changes.length + open.pulls.length === 0) return () => null;
  return (await import('../../rules/exclusion-rules.ts')).exclusionRules(file, query.ignoredPulls);
}

/** Open pull requests as rules look at them. */
const asSubject = ({ author, ...pull }: OpenPull): RuleSubject => ({
  ...pull,
  author: { login: author, name: null },
});

async function decide(surveyed: Surveyed, type: AnalysisType): Promise<Decided> {
  const { source, reading } = surveyed;
  const opened = changesToOpen(surveyed);
  const paths = await source.changedPaths(opened);
  const open = await readOpen(surveyed, type);
  const rule = await ruleOf(surveyed, open);
  const unmerged = open.pulls.map(({ number }) => ({ number, commit: null, rebased: [] }));
  const openPaths = rulesNeedPaths(surveyed.file) ? await source.changedPaths(unmerged) : [];
  const lookedAt = [...reading.changes, ...open.pulls.map(asSubject)];
  const onRules = await ruleNotices(surveyed, lookedAt, [...paths, ...openPaths].flat());
  return {
    reading: { ...reading, complete: reading.complete && open.complete },
    openPulls: open.pulls.filter((pull, at) => rule(asSubject(pull), openPaths[at]) === null),
    notices: [...open.notices, ...onRules],
    rule,
    paths: new Map(opened.map((change, at) => [change, paths[at] ?? []])),
  };
}

/** False where no rule but one over paths could leave out what no window counted; a clone knows no labels. */
function canLeaveOut({ source, file, query }: Surveyed): boolean {
  const { authors, labels, titles } = file.excludes;
  const known = [query.ignoredPulls, authors, titles, ...(source.kind === 'git' ? [] : [labels])];
  return known.some((list) => list.length > 0);
}

/** The manifest over all repositories, and each with the rules that decided over it. */
export async function decideAll(
  request: PulseRequest,
  surveyed: readonly Surveyed[],
): Promise<{ manifest: Manifest; repositories: RuledRepository[] }> {
  const decided = await Promise.all(
    surveyed.map(async (each) => ({ each, ...(await decide(each, request.analysis_type)) })),
  );
  return {
    manifest: buildManifest(request.analysis_type, decided),
    repositories: decided.map(({ each, rule }) => ({
      source: each.source,
      rule,
      canLeaveOut: canLeaveOut(each),
    })),
  };
}
