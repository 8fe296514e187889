import { applyChanges, type FileChanges, type FileTree, mergeTrees } from './file-tree.ts';
import type { BranchCommit, CommitOptions, MergedPull } from './git-history-api.ts';
import { mergeBase, type ShaOf, type StoryCommit, treeOf } from './story-commit.ts';
import { messageParts, writtenFiles } from './story-text.ts';

/** The story so far. */
export interface StoryState {
  readonly commits: StoryCommit[];
  /** Branch to tip; undefined while it has no commit. */
  readonly branches: Map<string, StoryCommit | undefined>;
  readonly pulls: MergedPull[];
  /** The branch the next commit goes to. */
  current: string;
}

/** Text after a subject that may need the SHA of an earlier commit. */
type LateBody = (shaOf: ShaOf) => Promise<string>;

/** Author of everything that names no other. */
export const defaultAuthor = 'Ada Lovelace <ada@example.com>';

/** What all verbs of a story are made of: recording commits, moving branches, noting merged pull requests. */
export function storyRecorder(state: StoryState, clock: (at?: string) => string) {
  const { commits, branches, pulls } = state;

  /** Records a commit without moving a branch; every other function ends here. */
  function record(
    subject: string,
    parents: readonly StoryCommit[],
    how: CommitOptions & { tree?: FileTree; lateBody?: LateBody },
  ): StoryCommit {
    const mark = commits.length + 1;
    const committedAt = clock(how.at);
    const author = how.author ?? defaultAuthor;
    // A commit with a tree of its own (a merge, a revert) writes no file unless it names some.
    const files = how.files ?? (how.tree === undefined ? undefined : []);
    const made: StoryCommit = {
      mark,
      parents,
      subject,
      body: how.lateBody ?? how.body ?? '',
      author,
      committer: how.committer ?? author,
      committedAt,
      authoredAt: how.authoredAt ?? committedAt,
      tree: applyChanges(how.tree ?? treeOf(parents[0]), writtenFiles(subject, mark, files)),
    };
    commits.push(made);
    return made;
  }

  function push(commit: StoryCommit): StoryCommit {
    branches.set(state.current, commit);
    return commit;
  }

  function currentTip(): readonly StoryCommit[] {
    const tip = branches.get(state.current);
    return tip === undefined ? [] : [tip];
  }

  function tip(branch = state.current): StoryCommit {
    const commit = branches.get(branch);
    if (commit === undefined) throw new Error(`branch '${branch}' has no commit yet, or does not exist`);
    return commit;
  }

  function resolve(target: string | StoryCommit = state.current): StoryCommit {
    return typeof target === 'string' ? tip(target) : target;
  }

  /**
   * Commits one after another on top of `start`, on no branch. Returns the last, or `start` when there are
   * none.
   */
  function commitAll(start: StoryCommit, items: readonly BranchCommit[], shared: CommitOptions): StoryCommit {
    return items.reduce<StoryCommit>((parent, item) => {
      const how = typeof item === 'string' ? messageParts(item) : item;
      return record(how.subject, [parent], { ...shared, ...how });
    }, start);
  }

  function mergeOf(
    subject: string,
    ours: StoryCommit,
    others: readonly StoryCommit[],
    how: CommitOptions,
  ): StoryCommit {
    const tree = others.reduce(
      (files, other) => mergeTrees(treeOf(mergeBase(ours, other)), files, other.tree),
      ours.tree,
    );
    return record(subject, [ours, ...others], { ...how, tree });
  }

  function merged(
    pull: Pick<MergedPull, 'number' | 'title' | 'how' | 'mergeCommit'> & Partial<MergedPull>,
  ): StoryCommit {
    const { author, committedAt } = pull.mergeCommit;
    pulls.push({ body: '', base: state.current, author, mergedAt: committedAt, otherCommits: [], ...pull });
    return pull.mergeCommit;
  }

  /** A commit that brings other changes than the files it names: a revert or a cherry-pick. */
  function applied(
    subject: string,
    changes: FileChanges,
    how: CommitOptions,
    lateBody: LateBody,
  ): StoryCommit {
    return push(
      record(subject, currentTip(), {
        ...how,
        lateBody,
        tree: applyChanges(treeOf(currentTip()[0]), changes),
      }),
    );
  }

  return { push, record, currentTip, tip, resolve, commitAll, mergeOf, merged, applied };
}
