import { startFastImport } from './fast-import.ts';
import { annotatedTagText, commitText, refText } from './fast-import-text.ts';
import { changesBetween } from './file-tree.ts';
import type { WrittenHistory } from './git-history-api.ts';
import { runGit } from './run-git.ts';
import { type ShaOf, type StoryCommit, treeOf } from './story-commit.ts';

export interface StoryTag {
  commit: StoryCommit;
  /** Makes the tag an annotated one. */
  note?: { tagger: string; taggedAt: string; message: string };
}

/** A story ready to be written. */
export interface Story {
  /** Parents before children; the mark of a commit is its place, counted from 1. */
  commits: readonly StoryCommit[];
  /** Branch to tip; undefined while it has no commit. */
  branches: ReadonlyMap<string, StoryCommit | undefined>;
  tags: ReadonlyMap<string, StoryTag>;
  defaultBranch: string;
  bare: boolean;
  remote?: string;
}

/**
 * Writes a story with one stream into one `git fast-import`; about five processes in all, however long it is.
 * The working tree of a repository that is not bare is the default branch.
 */
export async function writeStory(folder: string, story: Story): Promise<WrittenHistory> {
  const git = (...args: readonly string[]) => runGit(folder, ...args);
  await git('init', '--quiet', `--initial-branch=${story.defaultBranch}`, ...(story.bare ? ['--bare'] : []));
  const shas = await importStory(folder, story);
  if (story.remote !== undefined)
    await git('remote', 'add', '-m', story.defaultBranch, 'origin', story.remote);
  if (!story.bare && story.branches.get(story.defaultBranch) !== undefined)
    await git('reset', '--quiet', '--hard');
  return { path: folder, git, sha: (commit) => shaIn(shas, commit) };
}

/** Returns the SHAs in the order of the commits. */
async function importStory(folder: string, story: Story): Promise<readonly string[]> {
  const stream = startFastImport(folder);
  const shaOf: ShaOf = async (commit) => (await stream.shas([commit.mark])).join('');
  for (const commit of story.commits) {
    const body = typeof commit.body === 'string' ? commit.body : await commit.body(shaOf);
    await stream.write(
      commitText(`refs/heads/${story.defaultBranch}`, {
        ...commit,
        parents: commit.parents.map((parent) => parent.mark),
        message: body === '' ? `${commit.subject}\n` : `${commit.subject}\n\n${body}\n`,
        changes: changesBetween(treeOf(commit.parents[0]), commit.tree),
      }),
    );
  }
  await stream.write(refsOf(story));
  const shas = await stream.shas(story.commits.map(({ mark }) => mark));
  await stream.finish();
  return shas;
}

function refsOf(story: Story): string {
  const branches = [...story.branches].flatMap(([name, tip]) => {
    if (tip === undefined) return [];
    const local = refText(`refs/heads/${name}`, tip.mark);
    return story.remote === undefined ? [local] : [local, refText(`refs/remotes/origin/${name}`, tip.mark)];
  });
  const tags = [...story.tags].map(([name, { commit, note }]) =>
    note === undefined
      ? refText(`refs/tags/${name}`, commit.mark)
      : annotatedTagText({ name, mark: commit.mark, ...note }),
  );
  return [...branches, ...tags].join('');
}

function shaIn(shas: readonly string[], commit: StoryCommit): string {
  const sha = shas[commit.mark - 1];
  if (sha === undefined) throw new Error(`'${commit.subject}' was told after the story was written`);
  return sha;
}
