import type { Manifest } from '../../../contract/manifest.ts';
import { pullIds } from '../prompt/compact-manifest.ts';

export interface PullTarget {
  key: string;
  owner: string;
  repo: string;
  number: number;
}

export interface CommitTarget {
  owner: string;
  repo: string;
  sha: string;
}

/** What a model may read: nothing but what the report is about. */
export interface ToolScope {
  pulls: readonly PullTarget[];
  commits: readonly CommitTarget[];
  /** @param key owner/name#number in any case, or the short id of a single repository; null when it is not included, whatever the reason */
  findPull(key: string): PullTarget | null;
  /** @param commit SHA or the first seven characters or more; null also when several start so */
  findCommit(commit: string): CommitTarget | null;
}

const split = (key: string) => {
  const [owner = '', repo = ''] = key.split('/');
  return { owner, repo };
};

export function scopeOf(manifest: Manifest): ToolScope {
  const { pull_requests, direct_pushes } = manifest;
  const { keyOf } = pullIds(manifest);
  const pulls = pull_requests
    .filter(({ decision }) => decision === 'included')
    .map(({ key, number }) => ({ key, number, ...split(key.slice(0, key.lastIndexOf('#'))) }));
  const commits = direct_pushes
    .filter(({ decision }) => decision === 'included')
    .map(({ repository, commit: sha }) => ({ sha, ...split(repository) }));
  const byKey = new Map(pulls.map((pull) => [pull.key.toLowerCase(), pull]));
  return {
    pulls,
    commits,
    findPull: (key) => byKey.get(keyOf(key).toLowerCase()) ?? null,
    findCommit(commit) {
      const start = commit.trim().toLowerCase();
      if (!/^[0-9a-f]{7,64}$/.test(start)) return null;
      const found = commits.filter(({ sha }) => sha.startsWith(start));
      return new Set(found.map(({ sha }) => sha)).size === 1 ? (found[0] ?? null) : null;
    },
  };
}
