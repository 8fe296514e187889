import type { Commit } from './commit.ts';
import { commitOf, type Repository } from './repository.ts';

/** Ids of all commits that can be reached from `tips`, themselves included. */
export function reachable(repository: Repository, ...tips: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...tips];
  for (let oid = open.pop(); oid !== undefined; oid = open.pop()) {
    if (seen.has(oid)) continue;
    seen.add(oid);
    open.push(...commitOf(repository, oid).parents);
  }
  return seen;
}

/**
 * What `git log --date-order head ^without` prints: newest first by committer date, no parent before all of its
 * children.
 */
export function log(repository: Repository, head: string, without: ReadonlySet<string>): Commit[] {
  if (without.has(head)) return [];
  const children = childCounts(repository, head, without);
  const ordered: Commit[] = [];
  const ready = [dated(commitOf(repository, head))];
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    ordered.push(next.commit);
    for (const parent of new Set(next.commit.parents)) {
      const left = children.get(parent);
      if (left === undefined) continue;
      children.set(parent, left - 1);
      if (left === 1) insert(ready, dated(commitOf(repository, parent)));
    }
  }
  return ordered;
}

/** Commits never change, so what a commit leads to is looked up once. */
const known = new WeakMap<Repository, Map<string, readonly Commit[]>>();

/** All that a commit leads to, itself included, newest first. */
export function historyOf(repository: Repository, head: string): readonly Commit[] {
  const memory = known.get(repository) ?? new Map<string, readonly Commit[]>();
  known.set(repository, memory);
  const history = memory.get(head) ?? log(repository, head, new Set());
  memory.set(head, history);
  return history;
}

/** The newest commit both can reach; undefined for histories without a common root. */
export function mergeBase(repository: Repository, base: string, head: string): string | undefined {
  const ours = reachable(repository, base);
  return historyOf(repository, head).find(({ oid }) => ours.has(oid))?.oid;
}

interface Dated {
  commit: Commit;
  at: number;
}

const dated = (commit: Commit): Dated => ({ commit, at: Date.parse(commit.committer.date) });

/** Keeps `ready` sorted, the newest last. It holds the tips of open lines only, so it is short. */
function insert(ready: Dated[], item: Dated): void {
  const place = ready.findLastIndex(({ at }) => at <= item.at);
  ready.splice(place + 1, 0, item);
}

/** How many children each commit below `head` has among the commits that are told. */
function childCounts(
  repository: Repository,
  head: string,
  without: ReadonlySet<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  const open = [head];
  for (let oid = open.pop(); oid !== undefined; oid = open.pop()) {
    for (const parent of new Set(commitOf(repository, oid).parents)) {
      if (without.has(parent)) continue;
      const count = counts.get(parent) ?? 0;
      if (count === 0) open.push(parent);
      counts.set(parent, count + 1);
    }
  }
  return counts;
}
