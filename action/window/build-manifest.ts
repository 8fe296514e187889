import type { DirectPushEntry, Manifest, Notice, PullRequestEntry } from '../../contract/manifest.ts';
import type { AnalysisType } from '../../contract/pulse-request.ts';
import { contractVersion } from '../../contract/version.ts';
import type { Change, OpenPull, Reading } from '../sources/source.ts';
import { cancelReverts } from './cancel-reverts.ts';
import { changeKind } from './change-kind.ts';
import type { ExclusionRule } from '../../rules/exclusion-rules.ts';

/** One repository's reading with what decides over it. */
export interface Decided {
  reading: Reading;
  rule: ExclusionRule;
  /** Changed paths of the changes whose paths were read. */
  paths: ReadonlyMap<Change, readonly string[]>;
  /** Open pull requests marked for the next release; empty for other reports. */
  openPulls: readonly OpenPull[];
  /** What came up while deciding, beside the reading's own notices. */
  notices: readonly Notice[];
}

type Entries = Pick<Manifest, 'pull_requests' | 'direct_pushes'>;

const byText = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

function entriesOf({ reading, rule, paths }: Decided): Entries {
  const { key } = reading.repository;
  const { cancelled, targets } = cancelReverts(key, reading.changes);
  const pulls: PullRequestEntry[] = [];
  const pushes: DirectPushEntry[] = [];

  for (const change of reading.changes) {
    const reason = rule(change, paths.get(change)) ?? cancelled.get(change) ?? null;
    const decision = reason === null ? 'included' : 'excluded';
    const author = change.author.login ?? change.author.name;
    if (change.number === null) {
      if (change.commit === null) continue;
      const { commit, title, at, url } = change;
      pushes.push({ repository: key, commit, title, author, committed_at: at, url, decision, reason });
      continue;
    }
    const [target] = targets.get(change) ?? [];
    pulls.push({
      key: `${key}#${change.number}`,
      number: change.number,
      title: change.title,
      author,
      merged_at: change.at,
      merge_commit: change.commit,
      url: change.url,
      labels: change.labels === null ? null : [...change.labels].sort(byText),
      kind: changeKind({
        title: change.title,
        labels: change.labels ?? [],
        paths: paths.get(change) ?? [],
        isBreaking: change.isBreaking,
        isRevert: target !== undefined && change.reverts?.isAll === true,
      }),
      reverts: target ? revertedName(key, target) : null,
      decision,
      reason,
    });
  }
  pulls.sort((left, right) => byText(left.merged_at, right.merged_at) || left.number - right.number);
  pushes.sort(
    (left, right) => byText(left.committed_at, right.committed_at) || byText(left.commit, right.commit),
  );
  return { pull_requests: pulls, direct_pushes: pushes };
}

const revertedName = (key: string, target: { change: Change } | { earlier: string }): string | null =>
  'earlier' in target
    ? target.earlier
    : target.change.number === null
      ? target.change.commit
      : `${key}#${target.change.number}`;

/**
 * Every merged pull request and direct push of the readings, each decided. Same readings, same manifest: nothing
 * in it depends on a clock, an id or the order repositories answered in.
 */
export function buildManifest(analysisType: AnalysisType, repositories: readonly Decided[]): Manifest {
  const sorted = [...repositories].sort((left, right) =>
    byText(left.reading.repository.key, right.reading.repository.key),
  );
  const entries = sorted.map(entriesOf);
  return {
    contract_version: contractVersion,
    analysis_type: analysisType,
    repositories: sorted.map(({ reading }) => ({ ...reading.repository, complete: reading.complete })),
    pull_requests: entries.flatMap((each) => each.pull_requests),
    direct_pushes: entries.flatMap((each) => each.direct_pushes),
    open_pull_requests: sorted.flatMap(({ reading, openPulls }) =>
      openPulls.map(({ number, title, author, url }) => ({
        key: `${reading.repository.key}#${number}`,
        number,
        title,
        author,
        url,
      })),
    ),
    complete: sorted.every(({ reading }) => reading.complete),
    notices: sorted.flatMap(({ reading, notices }) => [...reading.notices, ...notices]),
  };
}
