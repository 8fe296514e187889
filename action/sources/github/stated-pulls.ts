import { isSameTitle } from '../../../contract/reading/trailing-number.ts';
import type { NamedPull } from '../history/named-pulls.ts';
import { withMergeCommit } from './adopted-merge.ts';
import type { PullNode } from './answers.ts';
import type { HubCommit } from './history-commits.ts';
import type { Linked } from './linked-pulls.ts';

/** A pull request that the words of a merge bot or script vouch for. */
export interface StatedPull {
  pull: PullNode;
  /** The commits that name it, oldest first. */
  commits: readonly HubCommit[];
  /** True when GitHub does not know it as merged. */
  isUnmerged: boolean;
}

/** bors closes what it squashes, and says so in the title. */
const borsMark = /^\[Merged by Bors\] - /i;
const unmarkedTitle = ({ title }: PullNode) => title.replace(borsMark, '');

/** Whether a message vouches for a pull request by itself. @param node what GitHub knows of the number, if anything */
function isVouched({ facts }: HubCommit, { form, isByBot }: NamedPull, node: PullNode | undefined): boolean {
  if (form === 'merge' || form === 'listed') return isByBot;
  // Node.js, PyTorch and others land by script and close the pull request; an open one has not landed by this.
  if (!node?.closed || node.merged) return false;
  if (form === 'trailer') return isByBot;
  return borsMark.test(node.title) && isSameTitle(unmarkedTitle(node), facts.title);
}

/** What the message alone tells of a number that GitHub knows no pull request by. */
const unknownPull = ({ number, title, author }: NamedPull, commit: HubCommit, url: string): PullNode => ({
  number,
  title: title || commit.facts.title,
  url: `${url}/pull/${number}`,
  merged: true,
  mergedAt: commit.at,
  updatedAt: commit.at,
  baseRefName: '',
  author: author === null ? null : { login: author },
  labels: { totalCount: 0, nodes: [] },
  mergeCommit: null,
  commits: { totalCount: 0, nodes: [] },
});

/**
 * Pull requests that merge bots and scripts name and that are not known otherwise. A bot merges by itself: GitHub may
 * show its pull requests as closed, or know another commit for them.
 * @param linked commits with what GitHub knows of them, oldest first
 * @param url web address of the repository
 */
export function statedPulls(
  linked: readonly Linked[],
  known: ReadonlyMap<number, PullNode>,
  url: string,
): StatedPull[] {
  const byNumber = new Map<number, { named: NamedPull; node: PullNode | undefined; commits: HubCommit[] }>();
  for (const { commit, named: nodes } of linked)
    for (const named of commit.facts.pulls) {
      const { number, form } = named;
      const node = nodes.find((each) => each.number === number);
      if (known.has(number) || !isVouched(commit, named, node)) continue;
      const before = byNumber.get(number);
      if (!before || (before.named.form === 'listed' && form === 'merge'))
        byNumber.set(number, { named, node, commits: [commit] });
      else if (form === 'trailer') before.commits.push(commit);
    }
  return [...byNumber.values()].flatMap(({ named, node, commits }) => {
    const last = commits.at(-1);
    if (!last) return [];
    const isUnmerged = !node?.merged;
    const told = node
      ? { ...node, title: unmarkedTitle(node), merged: true, mergedAt: node.mergedAt ?? last.at }
      : unknownPull(named, last, url);
    return [{ pull: withMergeCommit(told, last), commits, isUnmerged }];
  });
}
