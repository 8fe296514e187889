import { visibleText } from '../../contract/reading/visible-text.ts';
import { everyTag } from '../../rules/tags/choose-series.ts';
import { findBaseBranch } from './git/base-branch.ts';
import { readBranchFiles } from './git/branch-files.ts';
import { changedPaths } from './git/changed-paths.ts';
import { changesOfHistory, type Scope } from './git/changes-of-history.ts';
import { dateOfCommit } from './git/commit-dates.ts';
import { gitDetails, type Seen } from './git/git-details.ts';
import { openClone } from './git/open-clone.ts';
import { readOrigin } from './git/origin-identity.ts';
import { readMailmap } from './git/people.ts';
import { withPickedPulls } from './git/picked-pulls.ts';
import { commitBefore, isUnrelated, tagRange, unreleasedRange } from './git/ranges.ts';
import { type Commit, readCommits } from './git/read-commits.ts';
import type { Branch } from './git/refs.ts';
import type { Git } from './git/run-git.ts';
import { joinTriggered } from './git/triggered-pulls.ts';
import { templateLines } from './history/breaking-mark.ts';
import type { MessageContext } from './history/describe-message.ts';
import { namedByBot, namesCut } from './history/named-notices.ts';
import { rangeNotices } from './history/range-notices.ts';
import { undatedNotice } from './history/undated-notice.ts';
import type { Reading, Source, SourceQuery } from './source.ts';

/** Edges of the git source: the environment git inherits, and who hears how far reading is. */
export interface GitSourceEdges {
  environment: NodeJS.ProcessEnv;
  onProgress?: (message: string) => void;
}

const bySha = (commits: readonly Commit[]) => new Map(commits.map((commit) => [commit.sha, commit]));

const sideBranchNotice = (count: number, branch: string) => ({
  code: 'side_branch_merges',
  text: `${count} pull request${count === 1 ? '' : 's'} merged into other branches reached ${branch} in this window; a tag range counts them.`,
});

/**
 * Merged pull requests of a local clone, bare or not, from its commit messages and its graph. No network: a clone
 * that lacks objects is an error, not a fetch.
 * @throws ZenPulseError when the path is no whole clone, see `openClone`
 */
export async function createGitSource(path: string, edges: GitSourceEdges): Promise<Source> {
  const git = await openClone(path, edges.environment);
  const { key, url, remote } = await readOrigin(git);
  const report = (count: number) => edges.onProgress?.(`${key}: ${count.toLocaleString('en')} commits read`);

  const seen: Seen = { git, pulls: new Map() };

  async function history(
    named: Git,
    branch: Branch,
    messages: MessageContext,
    { window, releaseScope }: SourceQuery,
    rules: Reading['rules'],
  ) {
    const read = async (revisions: readonly string[]) =>
      withPickedPulls(named, messages, await readCommits(named, messages, revisions, [], report));
    if (window.kind === 'dates') {
      const { start, end } = window;
      const base = await commitBefore(git, branch, start);
      const revisions = base === null ? [branch.commit] : [branch.commit, `^${base}`];
      const commits = base === undefined ? [] : await read(revisions);
      const scope: Scope = { kind: 'branch', branch: branch.name, start, end };
      return {
        ...changesOfHistory(bySha(commits), branch.commit, scope, url),
        commits,
        range: null,
        timeframe: { start, end },
        rangeNotices: [],
      };
    }
    const scopeOf = async () => (releaseScope ? releaseScope(rules) : everyTag);
    const range =
      window.kind === 'tags'
        ? await tagRange(git, key, window, scopeOf)
        : await unreleasedRange(git, key, branch, scopeOf);
    const revisions = [range.head.commit, ...range.without.map((commit) => `^${commit}`)];
    const commits = await read(revisions);
    const timeframe = {
      start: range.base ? await dateOfCommit(git, range.base.commit) : null,
      end: await dateOfCommit(git, range.head.commit),
    };
    const found = bySha(commits);
    const doubts = rangeNotices({
      key,
      base: range.base?.ref ?? null,
      head: range.head.ref,
      isAsked: range.isAsked,
      isUnrelated: await isUnrelated(git, range, commits),
      isWithin: (commit) => found.has(commit),
      tags: range.tags,
    });
    return {
      ...changesOfHistory(found, range.head.commit, { kind: 'range' }, url),
      commits,
      range,
      timeframe,
      rangeNotices: [...doubts, ...range.notices],
    };
  }

  async function read(query: SourceQuery): Promise<Reading> {
    const branch = await findBaseBranch(git, { key, remote }, query.baseBranch);
    const [mailmap, { rules, notices: onRules, templates }] = await Promise.all([
      readMailmap(git, branch.commit),
      readBranchFiles(git, key, branch),
    ]);
    const named = git.namedBy(mailmap);
    const messages = { names: key.startsWith('local/') ? [] : [key], template: templateLines(templates) };
    const found = await history(named, branch, messages, query, rules);
    const { changes, commits, sideBranchPulls, range, timeframe } = found;
    const joined = await joinTriggered(named, messages, branch, url, query, { changes, timeframe });
    seen.git = named;
    for (const change of joined.changes)
      if (change.number !== null) seen.pulls.set(change.number, { change, base: branch.name });
    const undated = commits.flatMap(({ isDated, sha }) => (isDated ? [] : sha));
    const cut = found.cutCommits.map(({ sha, facts }) => ({ sha, total: facts.namedTotal }));
    const notices: Reading['notices'] = [
      ...(branch.doubt === null ? [] : [{ code: 'base_branch_doubtful', text: branch.doubt }]),
      ...found.rangeNotices,
      ...joined.stillMissing.map((number) => ({
        code: 'trigger_pull_not_found',
        text: `${key}#${number}, which the trigger names, is not in the history of ${branch.name}; fetch it first.`,
      })),
      ...(undated.length > 0 ? [undatedNotice(undated, 'that of the commit before it counts')] : []),
      ...namedByBot(key, found.listedPulls, 'no commit of theirs is in this range'),
      ...namesCut(key, cut),
    ];
    if (sideBranchPulls.length > 0) notices.push(sideBranchNotice(sideBranchPulls.length, branch.name));
    return {
      repository: {
        key,
        url,
        base_branch: branch.name,
        window: {
          kind: query.window.kind,
          spec: query.window.spec,
          base: range?.base ?? null,
          head: range?.head ?? null,
        },
        labels_known: false,
      },
      isPrivate: null,
      changes: joined.changes,
      timeframe,
      rules,
      complete: joined.stillMissing.length === 0,
      notices: [...notices, ...onRules].map((notice) => ({ ...notice, text: visibleText(notice.text) })),
    };
  }

  return {
    kind: 'git',
    key,
    read,
    openPulls: async () => null,
    changedPaths: (changes) => changedPaths(git, changes),
    details: gitDetails(key, seen),
    hasCheapPaths: true,
  };
}
