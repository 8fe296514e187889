import type { RepositoryFile } from '../../contract/repository-file.ts';
import { type ExclusionRule, exclusionRules } from '../../rules/exclusion-rules.ts';
import { globMatcher, type Matches } from '../../rules/linear-pattern.ts';

/** What a repository's rules mean for the App. */
export interface Policy {
  merge: {
    isBase: (branch: string, defaultBranch: string) => boolean;
    quietMs: number;
    minimum: number;
  } | null;
  release: { isTag: Matches } | null;
  schedule: { cron: string; zone: string } | null;
  /** By label, author and title; paths are left to the run, which can see them. */
  exclusion: ExclusionRule;
  /** Where its reports go; null leaves it to how the App is set up. */
  deliverTo: 'slack' | 'callback' | null;
  postsAtOnce: boolean;
}

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** `90s`, `10m` or `2h` in milliseconds. */
const durationMs = (text: string) =>
  Number(text.slice(0, -1)) * unitMs[text.slice(-1) as keyof typeof unitMs];

/** Merges and releases where a file names no trigger at all; else only the triggers it names. */
export function policyOf(file: RepositoryFile): Policy {
  const { merge, release, schedule } = file.triggers;
  const namesNone = merge === undefined && release === undefined && schedule === undefined;
  const branches = merge?.branches && globMatcher(merge.branches);
  return {
    merge:
      merge || namesNone
        ? {
            isBase: (branch, defaultBranch) => (branches ? branches(branch) : branch === defaultBranch),
            quietMs: durationMs(merge?.quiet_period ?? '10m'),
            minimum: merge?.minimum_merges ?? 1,
          }
        : null,
    release: release || namesNone ? { isTag: globMatcher(release?.tags ?? ['v*']) } : null,
    schedule: schedule ?? null,
    exclusion: exclusionRules(file, []),
    deliverTo: file.delivery.to ?? null,
    postsAtOnce: file.delivery.post === 'at_once',
  };
}
