import { repositoryFilePath } from '../../contract/repository-file.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { newestTag, previousTag, releasesOfSeries } from '../window/tag-series.ts';
import { changedPaths } from './git/changed-paths.ts';
import { changesOfHistory, type Scope } from './git/changes-of-history.ts';
import { openClone } from './git/open-clone.ts';
import { originIdentity } from './git/origin-identity.ts';
import { pullsOnBranch } from './git/pulls-on-branch.ts';
import { type Commit, readCommits, secondsToInstant } from './git/read-commits.ts';
import { type Branch, findBranch, findTag, listTags } from './git/refs.ts';
import type { Git } from './git/run-git.ts';
import type { Change, Reading, Source, SourceQuery, WindowQuery } from './source.ts';

/** Edges of the git source: the environment git inherits, and who hears how far reading is. */
export interface GitSourceEdges {
  environment: NodeJS.ProcessEnv;
  onProgress?: (message: string) => void;
}

interface Range {
  base: { ref: string; commit: string } | null;
  /** Commits whose history is out of the range; the base, and more where one line does not hold all. */
  without: readonly string[];
  head: { ref: string; commit: string };
}

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');
const bySha = (commits: readonly Commit[]) => new Map(commits.map((commit) => [commit.sha, commit]));

async function commitDate(git: Git, commit: string): Promise<string> {
  return secondsToInstant(Number((await git.text(['log', '-1', '--format=%ct', commit])).trim()));
}

async function readRules(git: Git, branch: Branch): Promise<Reading['rules']> {
  const listed = await git.text(['ls-tree', '--name-only', branch.commit, '--', repositoryFilePath]);
  if (listed.trim() === '') return [];
  const text = await git.text(['cat-file', 'blob', `${branch.commit}:${repositoryFilePath}`]);
  return [{ text, source: `${repositoryFilePath} on ${branch.name}` }];
}

async function tagRange(git: Git, key: string, window: WindowQuery & { kind: 'tags' }): Promise<Range> {
  const tags = await listTags(git);
  const headName = window.head ?? newestTag(tags, { stable: false });
  if (headName === null) throw new ZenPulseError('tag_missing', { repository: key, type: 'release' });
  const head = findTag(headName, tags, key);
  const baseName = window.base ?? previousTag(headName, tags);
  const base = baseName === null ? null : findTag(baseName, tags, key);
  if (base && base.commit !== head.commit && (await isAncestor(git, head.commit, base.commit))) {
    throw new ZenPulseError('tag_range_reversed', { base: base.name, head: head.name });
  }
  return {
    base: base && { ref: base.name, commit: base.commit },
    without: base ? [base.commit] : [],
    head: { ref: head.name, commit: head.commit },
  };
}

/**
 * What no release holds. A hotfix line merged back is no part of the last release, nor that one of it: both are
 * left out, and the one nearest on the branch's own line is called the base.
 */
async function unreleasedRange(git: Git, key: string, branch: Branch): Promise<Range> {
  const tags = await listTags(git, branch.commit);
  const name = newestTag(tags, { stable: true });
  if (name === null) throw new ZenPulseError('tag_missing', { repository: key, type: 'upcoming' });
  const releases = releasesOfSeries(name, tags);
  const commits = releases.map(({ commit }) => commit);
  const tips = linesOf(await git.text(['merge-base', '--independent', ...commits]));
  const ahead = await Promise.all(
    tips.map(async (tip) =>
      Number(await git.text(['rev-list', '--count', '--first-parent', branch.commit, `^${tip}`])),
    ),
  );
  const nearest = tips[ahead.indexOf(Math.min(...ahead))];
  const on = releases.filter(({ commit }) => commit === nearest);
  const base = findTag(newestTag(on, { stable: true }) ?? name, tags, key);
  return {
    base: { ref: base.name, commit: base.commit },
    without: tips,
    head: { ref: branch.name, commit: branch.commit },
  };
}

async function isAncestor(git: Git, ancestor: string, descendant: string): Promise<boolean> {
  return (
    (await git.text(['rev-list', '--count', '--max-count=1', ancestor, `^${descendant}`])).trim() === '0'
  );
}

/**
 * The commit below which everything on the branch's own line is older than `start`; null: there is none, and
 * undefined: nothing is as new as that. The whole line is looked at, for dates in a history need not be in order.
 */
async function commitBefore(git: Git, branch: Branch, start: string): Promise<string | null | undefined> {
  const output = await git.text(['rev-list', '--first-parent', '--timestamp', branch.commit]);
  const line = linesOf(output);
  const startSeconds = Date.parse(start) / 1000;
  const oldest = line.findLastIndex((each) => Number.parseInt(each, 10) >= startSeconds);
  if (oldest === -1) return undefined;
  return line[oldest + 1]?.split(' ')[1] ?? null;
}

const sideBranchNotice = (count: number, branch: string) => ({
  code: 'side_branch_merges',
  text: `${count} pull request${count === 1 ? '' : 's'} merged into other branches reached ${branch} in this window; a tag range counts them.`,
});

/** Joins the pull requests the trigger knows of that the window does not hold, from the whole branch. */
async function joinTriggered(
  git: Git,
  branch: Branch,
  url: string | null,
  query: SourceQuery,
  { changes, timeframe }: Pick<Reading, 'changes' | 'timeframe'>,
) {
  const held = new Set(changes.map(({ number }) => number));
  const missing = [...new Set(query.triggerPulls)].filter((number) => !held.has(number));
  if (missing.length === 0) return { changes, stillMissing: [] };
  const added = await pullsOnBranch(git, branch.commit, missing, url);
  const found = new Set(added.map(({ number }) => number));
  // The window's own order is that of its graph, and dates need not follow it.
  const end = timeframe.end === null ? Number.POSITIVE_INFINITY : Date.parse(timeframe.end);
  const isLater = ({ at }: Change) => Date.parse(at) > end;
  return {
    changes: [...added.filter((change) => !isLater(change)), ...changes, ...added.filter(isLater)],
    stillMissing: missing.filter((number) => !found.has(number)),
  };
}

/**
 * Merged pull requests of a local clone, bare or not, from its commit messages and its graph. No network: a clone
 * that lacks objects is an error, not a fetch.
 * @throws ZenPulseError when the path is no whole clone, see `openClone`
 */
export async function createGitSource(path: string, edges: GitSourceEdges): Promise<Source> {
  const git = await openClone(path, edges.environment);
  // Without a remote of that name git prints the name, which is no address; `remote get-url` would fail.
  const remote = await git.text(['ls-remote', '--get-url', 'origin']);
  const { key, url } = originIdentity(remote, git.path);
  const report = (count: number) => edges.onProgress?.(`${key}: ${count.toLocaleString('en')} commits read`);

  async function history(branch: Branch, window: WindowQuery) {
    if (window.kind === 'dates') {
      const { start, end } = window;
      const base = await commitBefore(git, branch, start);
      const revisions = base === null ? [branch.commit] : [branch.commit, `^${base}`];
      const commits = base === undefined ? [] : await readCommits(git, revisions, [], report);
      const scope: Scope = { kind: 'branch', branch: branch.name, start, end };
      return {
        ...changesOfHistory(bySha(commits), branch.commit, scope, url),
        range: null,
        timeframe: { start, end },
      };
    }
    const range =
      window.kind === 'tags' ? await tagRange(git, key, window) : await unreleasedRange(git, key, branch);
    const revisions = [range.head.commit, ...range.without.map((commit) => `^${commit}`)];
    const commits = await readCommits(git, revisions, [], report);
    const timeframe = {
      start: range.base ? await commitDate(git, range.base.commit) : null,
      end: await commitDate(git, range.head.commit),
    };
    return {
      ...changesOfHistory(bySha(commits), range.head.commit, { kind: 'range' }, url),
      range,
      timeframe,
    };
  }

  async function read(query: SourceQuery): Promise<Reading> {
    const branch = await findBranch(git, key, query.baseBranch);
    const { changes, sideBranchPulls, range, timeframe } = await history(branch, query.window);
    const joined = await joinTriggered(git, branch, url, query, { changes, timeframe });
    const notices = joined.stillMissing.map((number) => ({
      code: 'trigger_pull_not_found',
      text: `${key}#${number}, which the trigger names, is not in the history of ${branch.name}; fetch it first.`,
    }));
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
      rules: await readRules(git, branch),
      complete: joined.stillMissing.length === 0,
      notices,
    };
  }

  return {
    kind: 'git',
    key,
    read,
    openPulls: async () => null,
    changedPaths: (changes) => changedPaths(git, changes),
    hasCheapPaths: true,
  };
}
