import type { PullNode, PullPage } from './answers.ts';
import { nextCursor } from './next-cursor.ts';

/**
 * What a walk over merged pull requests, newest update first, has seen. Pages may overlap, repeat or shift while
 * people work; a walk is complete only when it can show that it saw everything updated since its start.
 */
export interface PullWalk {
  pulls: ReadonlyMap<number, PullNode>;
  /** Where the next page starts; null when the walk is over. */
  after: string | null;
  isFirst: boolean;
  /** Merged pull requests there are, also those before the start. */
  total: number;
  /** Update time of the newest when the head of the list was last read: the next read must reach down to it. */
  newest: string | null;
  /** Why the walk cannot vouch for what it saw; empty when it can. */
  gaps: readonly string[];
}

export const startWalk: PullWalk = {
  pulls: new Map(),
  after: null,
  isFirst: true,
  total: 0,
  newest: null,
  gaps: [],
};

const leftOut = 'GitHub left pull requests of a page out';

const present = (nodes: readonly (PullNode | null)[]) => nodes.filter((node) => node !== null);

export const isOlder = (pull: PullNode, start: string) => Date.parse(pull.updatedAt) < Date.parse(start);

function merge(known: ReadonlyMap<number, PullNode>, found: readonly PullNode[]): Map<number, PullNode> {
  const merged = new Map(known);
  for (const pull of found) {
    const before = merged.get(pull.number);
    if (!before || Date.parse(before.updatedAt) <= Date.parse(pull.updatedAt)) merged.set(pull.number, pull);
  }
  return merged;
}

/** What was asked for with a page. */
export interface AskedPage {
  /** Everything updated at or after this instant is wanted. */
  start: string;
  size: number;
}

/** Adds a page. What stands at the head of the list meanwhile must have been added before: the total counts it. */
export function addPage(walk: PullWalk, page: PullPage, { start, size }: AskedPage): PullWalk {
  const nodes = page.nodes ?? [];
  const found = present(nodes);
  const pulls = merge(walk.pulls, found);
  const reachedStart = found.some((pull) => isOlder(pull, start));
  const { hasNextPage } = page.pageInfo;
  const after = reachedStart ? null : nextCursor(page.pageInfo, walk.after);
  const gaps = [...walk.gaps];
  if (page.nodes === null || found.length < nodes.length) gaps.push(leftOut);
  if (hasNextPage && nodes.length < size)
    gaps.push(`GitHub gave ${nodes.length} pull requests of a page of ${size}`);
  if (!hasNextPage && pulls.size < page.totalCount)
    gaps.push(`GitHub ended its list after ${pulls.size} of ${page.totalCount} pull requests`);
  if (!reachedStart && hasNextPage && after === null)
    gaps.push('GitHub promised a further page and named none');
  return {
    pulls,
    after,
    isFirst: false,
    total: page.totalCount,
    newest: walk.isFirst ? (found[0]?.updatedAt ?? null) : walk.newest,
    gaps,
  };
}

/**
 * Adds what stands at the head of the list now: pull requests that were updated, or merged, since it was last read.
 * The head shows all of them when it reaches down to one that did not change, or to older ones.
 */
export function addHead(walk: PullWalk, head: readonly (PullNode | null)[] | null): PullWalk {
  const found = present(head ?? []);
  const { newest } = walk;
  const reaches =
    newest === null ||
    found.some(
      ({ number, updatedAt }) =>
        Date.parse(updatedAt) < Date.parse(newest) || walk.pulls.get(number)?.updatedAt === updatedAt,
    );
  const gaps = [...walk.gaps];
  if (head === null || found.length < head.length) gaps.push(leftOut);
  if (!reaches) gaps.push('more changed during the walk than the head of the list shows');
  return { ...walk, pulls: merge(walk.pulls, found), newest: found[0]?.updatedAt ?? newest, gaps };
}
