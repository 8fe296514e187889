import type { Notice } from '../../../contract/manifest.ts';
import type { Change } from '../source.ts';
import { mergeAdopter } from './adopted-merge.ts';
import type { PullNode } from './answers.ts';
import type { Collected } from './collect-date-window.ts';
import { directPushes, type History, mainLineOf, tipsOf } from './direct-pushes.ts';
import { type HubCommit, ofGraphql, type Unaccounted } from './history-commits.ts';
import { knownAs } from './known-as.ts';
import { lostMerges, lostNotices } from './lost-merges.ts';
import { pushChange } from './push-change.ts';
import type { RepositoryContext } from './repository-context.ts';
import { settleCommits } from './settle-commits.ts';

/** What a window of dates holds. */
export interface SettledWindow {
  /** Pull requests, cherry-picks and direct pushes, in no order. */
  changes: Change[];
  /** Pull requests that are left out because their merge is gone. */
  lost: readonly number[];
  gaps: string[];
  notices: Notice[];
}

const isByBot = ({ facts }: HubCommit) => facts.pulls.some(({ form, isByBot: is }) => is && form === 'merge');

/**
 * Settles what the requests of a window brought: which pull requests merged into the branch, and what its other commits
 * came by.
 * @param base the branch
 */
export async function settleDateWindow(
  asked: RepositoryContext,
  { walk, history: listed, repository }: Collected,
  { base, isWithin }: { base: string; isWithin: (at: string) => boolean },
): Promise<SettledWindow> {
  const context = knownAs(asked, repository);
  const commits = [...listed.commits.values()].map((node) => ofGraphql(node, context.messages));
  const oldestFirst = new Map(commits.reverse().map((commit) => [commit.sha, commit]));
  const history: History = { ...listed, commits: oldestFirst };
  const adoptOfBase = mergeAdopter(oldestFirst, true);
  // A commit with the words of one that merged elsewhere is a cherry-pick.
  const adopt = (pull: PullNode) =>
    pull.baseRefName === base || pull.baseRef === null ? adoptOfBase(pull) : pull;
  const pulls = [...walk.pulls.values()].map(adopt);
  const mainLine = mainLineOf(history);
  // Where the branch was renamed, pull requests may still name the old one, which is gone.
  const isOfBase = ({ baseRefName, baseRef, mergeCommit }: PullNode) =>
    baseRefName === base || (baseRef === null && mainLine.has(mergeCommit?.oid ?? ''));
  const belongs = (pull: PullNode) => isOfBase(pull) && isWithin(pull.mergedAt ?? '');
  const lost = await lostMerges(context, history, pulls.filter(belongs), isWithin);
  const standing = pulls.filter((pull) => !lost.has(pull));

  const numbers = new Set(standing.filter(isOfBase).map(({ number }) => number));
  const isOpen = ({ facts }: HubCommit) =>
    facts.pulls.some(({ number }) => !numbers.has(number)) ||
    (facts.pulls.length === 0 && facts.pickedFrom.length > 0);
  // What a merge bot rolled up merged into the branch itself, though its merge lies beside it.
  const landed = (commit: HubCommit, { landing }: Unaccounted) => {
    const merge = landing.get(commit.sha);
    return merge && isByBot(merge) && isByBot(commit) ? merge : commit;
  };
  const settled = await settleCommits(context, {
    commits: oldestFirst,
    tips: tipsOf(history),
    pulls: standing,
    toAsk: (unaccounted: Unaccounted) =>
      [...unaccounted.loose, ...unaccounted.nested].filter((commit) => {
        const { sha, at } = landed(commit, unaccounted);
        return mainLine.has(sha) && isWithin(at) && isOpen(commit);
      }),
    adopt,
    belongs,
    url: repository.url,
  });
  const { pushes, notices } = directPushes(history, settled, {
    counted: new Set(settled.changes.flatMap(({ number }) => number ?? [])),
    base,
  });
  const found = [
    ...settled.changes,
    ...pushes.filter(({ at }) => isWithin(at)).map((commit) => pushChange(commit, repository.url)),
  ];
  return {
    changes: found,
    lost: [...lost].map(({ number }) => number),
    gaps: settled.gaps,
    notices: [...lostNotices(context.key, lost, base), ...settled.notices, ...notices],
  };
}
