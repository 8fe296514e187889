import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startFastImport } from './fast-import.ts';
import { commitText, refText } from './fast-import-text.ts';
import { runGit } from './run-git.ts';

export type PublicHistoryName = 'release-drafter' | 'changesets-action';

/** A commit as the history file has it; times are ISO 8601 with the author's zone. */
export interface PublicCommit {
  /** SHA in the public repository. */
  sha: string;
  parents: readonly string[];
  author: string;
  authored_at: string;
  committed_at: string;
  /** Cut at 1,500 characters. */
  message: string;
}

/** A public repository's commit graph, rebuilt with empty trees and therefore with other SHAs. */
export interface PublicHistory {
  /** Path of the rebuilt repository, a bare one whose only branch is `main`. */
  path: string;
  /** `owner/name`; also what the rebuilt repository's `origin` says. */
  repository: string;
  /** Parents before children. */
  commits: readonly PublicCommit[];
  /** Tag to the public SHA of its commit; all are lightweight in the rebuilt repository. */
  tags: Readonly<Record<string, string>>;
  /** Public SHA to rebuilt SHA. */
  rebuilt: ReadonlyMap<string, string>;
  /** Rebuilt SHA to public SHA. */
  original: ReadonlyMap<string, string>;
  git(...args: readonly string[]): Promise<string>;
}

interface HistoryFile {
  repository: string;
  tags: Readonly<Record<string, string>>;
  commits: readonly PublicCommit[];
}

/** Where the history files lie unless `ZENPULSE_HISTORIES` names another folder. */
const defaultFolder = resolve(import.meta.dirname, '../../../shared/histories');

/**
 * Rebuilds a public repository's commit graph in `folder`, which must exist and be empty; about 0.2 s.
 * Where the history file is absent it prints why and returns null, so that a test can skip and say so.
 */
export async function publicHistory(name: PublicHistoryName, folder: string): Promise<PublicHistory | null> {
  const file = join(process.env['ZENPULSE_HISTORIES'] ?? defaultFolder, `${name}.jsonl`);
  if (!existsSync(file)) {
    console.warn(
      `Public history '${name}' is skipped: no ${name}.jsonl; set ZENPULSE_HISTORIES to its folder.`,
    );
    return null;
  }
  const history = await readHistory(file);
  const git = (...args: readonly string[]) => runGit(folder, ...args);
  await git('init', '--quiet', '--bare', '--initial-branch=main');
  await git('remote', 'add', 'origin', `https://github.com/${history.repository}.git`);
  const shas = await importHistory(folder, history);
  const pairs = history.commits.map(({ sha }, index): [string, string] => [sha, shas[index] ?? '']);
  return {
    ...history,
    path: folder,
    rebuilt: new Map(pairs),
    original: new Map(pairs.map(([sha, rebuilt]) => [rebuilt, sha])),
    git,
  };
}

async function readHistory(file: string): Promise<HistoryFile> {
  const [head = '{}', ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const { repository, tags } = JSON.parse(head) as Pick<HistoryFile, 'repository' | 'tags'>;
  return { repository, tags, commits: lines.map((line) => JSON.parse(line) as PublicCommit) };
}

/** Returns the new SHAs in the order of the commits. */
async function importHistory(folder: string, { commits, tags }: HistoryFile): Promise<string[]> {
  const marks = new Map(commits.map(({ sha }, index) => [sha, index + 1]));
  const markOf = (sha: string): number => {
    const mark = marks.get(sha);
    if (mark === undefined) throw new Error(`the history names ${sha} but does not have it`);
    return mark;
  };
  const stream = startFastImport(folder);
  for (const commit of commits) {
    // The files have no mail addresses and no committers; the author stands in for both.
    const author = `${commit.author.replaceAll(/[<>\n]/g, '')} <author@example.invalid>`;
    await stream.write(
      commitText('refs/heads/main', {
        mark: markOf(commit.sha),
        parents: commit.parents.map(markOf),
        author,
        authoredAt: commit.authored_at,
        committer: author,
        committedAt: commit.committed_at,
        message: commit.message,
        changes: new Map(),
      }),
    );
  }
  // The last line is the head: the files list parents before children and have one head.
  await stream.write(refText('refs/heads/main', commits.length));
  for (const [name, sha] of Object.entries(tags))
    await stream.write(refText(`refs/tags/${name}`, markOf(sha)));
  const shas = await stream.shas(commits.map(({ sha }) => markOf(sha)));
  await stream.finish();
  return shas;
}
