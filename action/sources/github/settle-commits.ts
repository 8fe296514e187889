import type { Notice } from '../../../contract/manifest.ts';
import { namedByBot, namesCut } from '../history/named-notices.ts';
import type { Change } from '../source.ts';
import type { PullNode } from './answers.ts';
import { type HubCommit, type Unaccounted, unaccountedCommits } from './history-commits.ts';
import { type Linked, readLinkedPulls } from './linked-pulls.ts';
import { commitsInDoubt, type Links, mergeCommitsOf, noLinks } from './merge-method.ts';
import { pickedPulls } from './picked-pulls.ts';
import { gapsOfPull, pullChange, pullChanges } from './pull-change.ts';
import type { RepositoryContext } from './repository-context.ts';
import { statedPulls } from './stated-pulls.ts';

/** Commits of a window, and the merged pull requests that may account for them. */
export interface Unsettled {
  /** Oldest first. */
  commits: ReadonlyMap<string, HubCommit>;
  /** Where lines of the window start: its head, or several where it is cut out by date. */
  tips: readonly string[];
  pulls: readonly PullNode[];
  /** Of the commits that no pull request accounts for, those GitHub is to be asked about. */
  toAsk: (unaccounted: Unaccounted) => readonly HubCommit[];
  /** Gives a pull request that GitHub names its merge commit in the window, see `mergeAdopter`. */
  adopt: (pull: PullNode) => PullNode;
  /** Whether a pull request merged in the window; others account for their commits and are not counted. */
  belongs: (pull: PullNode) => boolean;
  /** Web address of the repository. */
  url: string;
}

export interface Settled {
  /** Pull requests and cherry-picks of the window, in no order. */
  changes: Change[];
  /** Commits that came without one, oldest first. */
  pushes: HubCommit[];
  unaccounted: Unaccounted;
  /** Every pull request that accounts for commits, also those that merged elsewhere. */
  pulls: PullNode[];
  gaps: string[];
  notices: Notice[];
}

const linksOf = (linked: readonly Linked[]): Links =>
  new Map(
    linked.map(({ commit, pulls }) => [
      commit.sha,
      new Set(pulls.filter(({ merged }) => merged).map(({ number }) => number)),
    ]),
  );

const byNumber = (pulls: readonly PullNode[]) => new Map(pulls.map((pull) => [pull.number, pull]));

function noticesOf(key: string, commits: Iterable<HubCommit>, unmerged: readonly number[]): Notice[] {
  const cut = [...commits].filter(({ facts }) => facts.namedTotal > facts.pulls.length);
  return [
    ...namedByBot(key, unmerged, 'GitHub does not know of a merge'),
    ...namesCut(
      key,
      cut.map(({ sha, facts }) => ({ sha, total: facts.namedTotal })),
    ),
  ];
}

/**
 * Settles for each commit of a window what it came by: the merge of a pull request, as the graph, GitHub's links or
 * the words of a merge bot say; a cherry-pick of one; or a push. Asks GitHub nothing where all is told already.
 */
export async function settleCommits(context: RepositoryContext, window: Unsettled): Promise<Settled> {
  const { commits, tips, url } = window;
  const account = (pulls: readonly PullNode[], links: Links) =>
    unaccountedCommits(commits, tips, pulls, links);
  const inDoubt = commitsInDoubt(window.pulls, commits, mergeCommitsOf(window.pulls));
  const asked = new Set([...window.toAsk(account(window.pulls, noLinks)), ...inDoubt]);
  const { linked, gaps } =
    asked.size === 0 ? { linked: [], gaps: [] } : await readLinkedPulls(context, [...asked]);
  const order = new Map([...commits.keys()].map((sha, at) => [sha, at]));
  const place = ({ sha }: HubCommit) => order.get(sha) ?? 0;
  linked.sort((one, other) => place(one.commit) - place(other.commit));

  const links = linksOf(linked);
  const named = linked.flatMap((each) => [...each.pulls, ...each.named]).map(window.adopt);
  // One that merged elsewhere and came along is not counted, and its commit is no push either.
  const isHere = (pull: PullNode) =>
    pull.merged && (window.belongs(pull) || commits.has(pull.mergeCommit?.oid ?? ''));
  const merged = byNumber([...window.pulls, ...named].filter(isHere));
  const stated = statedPulls(linked, merged, url);
  const known = byNumber([...merged.values(), ...stated.map(({ pull }) => pull)]);
  const unaccounted = account([...known.values()], links);
  const ofStated = new Set(stated.flatMap((each) => each.commits));
  // A pick may have come with a pull request's branch; it is part of that, so no push.
  const nested = new Set(unaccounted.nested.filter(({ parents }) => parents.length < 2));
  const { picks, pushes } = pickedPulls(
    context,
    [...unaccounted.loose, ...nested]
      .filter((commit) => !ofStated.has(commit))
      .sort((one, other) => place(one) - place(other)),
    new Map(linked.map((each) => [each.commit.sha, each])),
    known,
  );
  const ofScripts = stated.flatMap(({ pull, commits: own }) => {
    const sole = own.length === 1 && own[0]?.parents.length === 1 ? own[0] : undefined;
    const change = pullChange(
      pull,
      context.messages,
      own.map(({ sha }) => sha),
    );
    return change ? [pull.author || !sole ? change : { ...change, author: sole.author }] : [];
  });
  const counted = [...merged.values()].filter(window.belongs);
  const unmerged = stated.filter(({ isUnmerged }) => isUnmerged).map(({ pull }) => pull.number);
  return {
    changes: [
      ...pullChanges(counted, context.messages, {
        commits,
        merged: mergeCommitsOf([...known.values()]),
        links,
      }),
      ...ofScripts,
      ...picks,
    ],
    pushes: pushes.filter((commit) => !nested.has(commit)),
    unaccounted,
    pulls: [...known.values()],
    gaps: [...gaps, ...[...counted, ...stated.map(({ pull }) => pull)].flatMap(gapsOfPull)],
    notices: noticesOf(context.key, commits.values(), unmerged),
  };
}
