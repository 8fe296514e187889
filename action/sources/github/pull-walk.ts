import type { PullNode, PullPage } from './answers.ts';

/**
 * What a walk over merged pull requests, newest update first, has seen. Pages may overlap, repeat or shift while
 * people work; a walk is complete only when it can show that it saw everything updated since its start.
 */
export interface PullWalk {
  pulls: ReadonlyMap<number, PullNode>;
  /** Where the next page starts; null when the walk is over. */
  after: string | null;
  isFirst: boolean;
  /** Update time of the newest seen on the first page: a later read of the head must reach down to it. */
  newest: string | null;
  /** Why the walk cannot vouch for what it saw; empty when it can. */
  gaps: readonly string[];
}

export const startWalk: PullWalk = { pulls: new Map(), after: null, isFirst: true, newest: null, gaps: [] };

const isOlder = (pull: PullNode, start: string) => Date.parse(pull.updatedAt) < Date.parse(start);

function merge(known: ReadonlyMap<number, PullNode>, found: readonly PullNode[]): Map<number, PullNode> {
  const merged = new Map(known);
  for (const pull of found) {
    const before = merged.get(pull.number);
    if (!before || Date.parse(before.updatedAt) <= Date.parse(pull.updatedAt)) merged.set(pull.number, pull);
  }
  return merged;
}

/** Adds a page. @param start everything updated at or after this instant is wanted */
export function addPage(walk: PullWalk, page: PullPage, start: string): PullWalk {
  const found = (page.nodes ?? []).filter((node) => node !== null);
  const gaps = [...walk.gaps];
  if (page.nodes === null || found.length < page.nodes.length)
    gaps.push('GitHub left pull requests of a page out');
  const pulls = merge(walk.pulls, found);
  const reachedStart = found.some((pull) => isOlder(pull, start));
  const { hasNextPage, endCursor } = page.pageInfo;
  if (!reachedStart && !hasNextPage && pulls.size < page.totalCount) {
    gaps.push(`GitHub ended its list after ${pulls.size} of ${page.totalCount} pull requests`);
  }
  if (!reachedStart && hasNextPage && endCursor === null)
    gaps.push('GitHub promised a further page and named none');
  return {
    pulls,
    after: !reachedStart && hasNextPage ? endCursor : null,
    isFirst: false,
    newest: walk.isFirst ? (found[0]?.updatedAt ?? null) : walk.newest,
    gaps,
  };
}

/** Adds what stands at the head of the list now: pull requests that were updated, or merged, during the walk. */
export function addHead(walk: PullWalk, head: readonly (PullNode | null)[]): PullWalk {
  const found = head.filter((node) => node !== null);
  const last = found.at(-1);
  const reaches = !last || walk.newest === null || Date.parse(last.updatedAt) <= Date.parse(walk.newest);
  const gaps = reaches
    ? walk.gaps
    : [...walk.gaps, 'more changed during the walk than the head of the list shows'];
  return { ...walk, pulls: merge(walk.pulls, found), gaps };
}
