import { repositoryFilePath } from '../../contract/repository-file-path.ts';
import { strayNotices } from '../../rules/stray-rules.ts';
import { everyTag } from '../../rules/tags/choose-series.ts';
import { changedPaths } from './git/changed-paths.ts';
import { changesOfHistory, type Scope } from './git/changes-of-history.ts';
import { gitDetails, type SeenPull } from './git/git-details.ts';
import { openClone } from './git/open-clone.ts';
import { originIdentity } from './git/origin-identity.ts';
import { withPickedPulls } from './git/picked-pulls.ts';
import { templateLines } from './history/breaking-mark.ts';
import type { MessageContext } from './history/describe-message.ts';
import { namedByBot, namesCut } from './history/named-notices.ts';
import { commitBefore, isUnrelated, tagRange, unreleasedRange } from './git/ranges.ts';
import { type Commit, readCommits, secondsToInstant } from './git/read-commits.ts';
import { type Branch, findBranch } from './git/refs.ts';
import type { Git } from './git/run-git.ts';
import { joinTriggered } from './git/triggered-pulls.ts';
import { rangeNotices } from './history/range-notices.ts';
import type { Reading, Source, SourceQuery } from './source.ts';

/** Edges of the git source: the environment git inherits, and who hears how far reading is. */
export interface GitSourceEdges {
  environment: NodeJS.ProcessEnv;
  onProgress?: (message: string) => void;
}

const bySha = (commits: readonly Commit[]) => new Map(commits.map((commit) => [commit.sha, commit]));

async function commitDate(git: Git, commit: string): Promise<string> {
  return secondsToInstant(Number((await git.text(['log', '-1', '--format=%ct', commit])).trim()));
}

async function pathsIn(git: Git, { commit }: Branch, folder: readonly string[]): Promise<string[]> {
  return (await git.text(['ls-tree', '--name-only', commit, '--', ...folder])).split('\n');
}

/** The rules on the branch, and what looks like rules there. */
async function readRules(git: Git, key: string, branch: Branch): Promise<Pick<Reading, 'rules' | 'notices'>> {
  const [top, folder] = await Promise.all([pathsIn(git, branch, []), pathsIn(git, branch, ['.github/'])]);
  const paths = [...top, ...folder];
  const notices = strayNotices(key, paths);
  if (!paths.includes(repositoryFilePath)) return { rules: [], notices };
  const text = await git.text(['cat-file', 'blob', `${branch.commit}:${repositoryFilePath}`]);
  return { rules: [{ text, source: `${repositoryFilePath} on ${branch.name}` }], notices };
}

const templateFile = /^(?:\.github\/|docs\/)?pull_request_template(?:\.\w+|\/[^/]+)$/i;

/** Pull request templates, wherever GitHub looks for them. */
async function readTemplates(git: Git, branch: Branch): Promise<string[]> {
  const places = ['.github/', 'docs/', 'PULL_REQUEST_TEMPLATE/', 'pull_request_template/'];
  const listed = [
    await git.text(['ls-tree', '-z', '--name-only', branch.commit]),
    await git.text(['ls-tree', '-z', '-r', '--name-only', branch.commit, '--', ...places]),
  ];
  const paths = [...new Set(listed.join('').split('\0'))].filter((path) => templateFile.test(path));
  return Promise.all(paths.map((path) => git.text(['cat-file', 'blob', `${branch.commit}:${path}`])));
}

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
  // Without a remote of that name git prints the name, which is no address; `remote get-url` would fail.
  const remote = await git.text(['ls-remote', '--get-url', 'origin']);
  const { key, url } = originIdentity(remote, git.path);
  const report = (count: number) => edges.onProgress?.(`${key}: ${count.toLocaleString('en')} commits read`);

  const seen = new Map<number, SeenPull>();

  async function history(
    branch: Branch,
    messages: MessageContext,
    { window, releaseScope }: SourceQuery,
    rules: Reading['rules'],
  ) {
    const read = async (revisions: readonly string[]) =>
      withPickedPulls(git, messages, await readCommits(git, messages, revisions, [], report));
    if (window.kind === 'dates') {
      const { start, end } = window;
      const base = await commitBefore(git, branch, start);
      const revisions = base === null ? [branch.commit] : [branch.commit, `^${base}`];
      const commits = base === undefined ? [] : await read(revisions);
      const scope: Scope = { kind: 'branch', branch: branch.name, start, end };
      return {
        ...changesOfHistory(bySha(commits), branch.commit, scope, url),
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
      start: range.base ? await commitDate(git, range.base.commit) : null,
      end: await commitDate(git, range.head.commit),
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
      range,
      timeframe,
      rangeNotices: [...doubts, ...range.notices],
    };
  }

  async function read(query: SourceQuery): Promise<Reading> {
    const branch = await findBranch(git, key, query.baseBranch);
    const messages = {
      names: key.startsWith('local/') ? [] : [key],
      template: templateLines(await readTemplates(git, branch)),
    };
    const { rules, notices: onRules } = await readRules(git, key, branch);
    const found = await history(branch, messages, query, rules);
    const { changes, sideBranchPulls, range, timeframe } = found;
    const joined = await joinTriggered(git, messages, branch, url, query, { changes, timeframe });
    for (const change of joined.changes)
      if (change.number !== null) seen.set(change.number, { change, base: branch.name });
    const cut = found.cutCommits.map(({ sha, facts }) => ({ sha, total: facts.namedTotal }));
    const notices: Reading['notices'] = [
      ...found.rangeNotices,
      ...joined.stillMissing.map((number) => ({
        code: 'trigger_pull_not_found',
        text: `${key}#${number}, which the trigger names, is not in the history of ${branch.name}; fetch it first.`,
      })),
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
      notices: [...notices, ...onRules],
    };
  }

  return {
    kind: 'git',
    key,
    read,
    openPulls: async () => null,
    changedPaths: (changes) => changedPaths(git, changes),
    details: gitDetails(git, key, seen),
    hasCheapPaths: true,
  };
}
