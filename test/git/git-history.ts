import { botMerges } from './bot-merges.ts';
import {
  mergeBranchSubject,
  mergePullSubject,
  reapplySubject,
  revertBody,
  revertSubject,
  squashSubject,
} from './commit-wording.ts';
import { changesBetween } from './file-tree.ts';
import type { CommitOptions, GitHistory, HistoryOptions, TagOptions } from './git-history-api.ts';
import { originOf } from './origin.ts';
import { storyClock } from './story-clock.ts';
import { commitsBetween, type StoryCommit, treeOf } from './story-commit.ts';
import { defaultAuthor, type StoryState, storyRecorder } from './story-recorder.ts';
import { messageParts, paragraphs } from './story-text.ts';
import { type StoryTag, writeStory } from './write-story.ts';

export type * from './git-history-api.ts';
export type { StoryCommit } from './story-commit.ts';

const grace = 'Grace Hopper <grace@example.com>';
const gitHub = 'GitHub <noreply@github.com>';

/** Starts a history. The story is told with the methods of {@link GitHistory} and ends with `write`. */
export function gitHistory(options: HistoryOptions = {}): GitHistory {
  const { defaultBranch = 'main', bare = false } = options;
  const origin = originOf(options.origin ?? 'https://github.com/acme/shop.git');
  const clock = storyClock(options.startAt ?? '2026-11-01T09:00:00Z', options.stepMinutes ?? 60);
  const tags = new Map<string, StoryTag>();
  const state: StoryState = {
    commits: [],
    branches: new Map([[defaultBranch, undefined]]),
    pulls: [],
    current: defaultBranch,
  };
  const { branches, pulls } = state;
  const recorder = storyRecorder(state, clock);
  const { push, record, currentTip, tip, resolve, commitAll, mergeOf, merged, applied } = recorder;

  /** Takes back what a commit changed; with a number as a pull request of its own. */
  function undo(commit: StoryCommit, title: string, how: CommitOptions & { number?: number; lead?: string }) {
    const { number, lead } = how;
    const [parent] = commit.parents;
    const subject = number === undefined ? title : squashSubject(title, number);
    const committer = how.committer ?? (number === undefined ? undefined : gitHub);
    const made = applied(
      subject,
      changesBetween(commit.tree, treeOf(parent)),
      { ...how, ...(committer === undefined ? {} : { committer }) },
      async (shaOf) => {
        const isMerge = commit.parents.length > 1 && parent !== undefined;
        const words = lead ?? revertBody(await shaOf(commit), isMerge ? await shaOf(parent) : undefined);
        return paragraphs(words, how.body ?? '');
      },
    );
    return number === undefined
      ? made
      : merged({ number, title, how: 'squash', mergeCommit: made, body: lead ?? '' });
  }

  /** The tag at its place; an annotated one remembers its words. */
  function place(name: string, how: TagOptions): void {
    const commit = resolve(how.on);
    const note = {
      taggedAt: how.at ?? commit.committedAt,
      message: how.message ?? name,
      tagger: defaultAuthor,
    };
    tags.set(name, how.annotated === true ? { commit, note } : { commit });
  }

  return {
    pulls,
    tip,
    ...botMerges(recorder),

    commit(message, how = {}) {
      const { subject, body } = messageParts(message);
      return push(record(subject, currentTip(), { body, ...how }));
    },

    squash(number, title, how = {}) {
      const mergeCommit = push(
        record(squashSubject(title, number), currentTip(), { committer: gitHub, ...how }),
      );
      return merged({ number, title, body: how.body ?? '', how: 'squash', mergeCommit });
    },

    mergePull(
      number,
      title,
      { author = defaultAuthor, mergedBy = grace, branch, body = '', wording = 'number', ...how } = {},
    ) {
      const base = tip();
      const start = branch === undefined ? (how.since ?? base) : tip(branch);
      const shared = how.files === undefined ? { author } : { author, files: how.files };
      const head = commitAll(start, how.commits ?? (branch === undefined ? [title] : []), shared);
      if (branch !== undefined) branches.set(branch, head);
      const label = how.from ?? `${origin.owner}/${branch ?? `pull-${number}`}`;
      const subject = wording === 'title' ? squashSubject(title, number) : mergePullSubject(number, label);
      const otherCommits = commitsBetween(base, head);
      const message = {
        author: mergedBy,
        committer: gitHub,
        body: wording === 'title' ? body : paragraphs(title, body),
      };
      const time = how.at === undefined ? {} : { at: how.at };
      const mergeCommit = push(mergeOf(subject, base, [head], { ...message, ...time }));
      return merged({ number, title, author, body, how: 'merge', mergeCommit, otherCommits });
    },

    rebase(number, items, { trailer = false, title, ...how } = {}) {
      const note = trailer ? `PR-URL: ${origin.web}/pull/${number}` : '';
      const made = items.map((item) => {
        const own = { committer: grace, ...how, ...(typeof item === 'string' ? messageParts(item) : item) };
        return push(record(own.subject, currentTip(), { ...own, body: paragraphs(own.body ?? '', note) }));
      });
      const mergeCommit = tip();
      const otherCommits = made.slice(0, -1);
      merged({ number, title: title ?? mergeCommit.subject, how: 'rebase', mergeCommit, otherCommits });
      return made;
    },

    merge(names, how = {}) {
      const list = typeof names === 'string' ? [names] : names;
      const { subject, body } = messageParts(
        how.message ?? mergeBranchSubject(list, state.current, defaultBranch),
      );
      return push(
        mergeOf(
          subject,
          tip(),
          list.map((name) => tip(name)),
          { body, ...how },
        ),
      );
    },

    foxtrot({ since, commits: items = ['local work'], ...how }) {
      const upstream = tip();
      const local = commitAll(since, items, how.author === undefined ? {} : { author: how.author });
      return push(mergeOf(`Merge branch '${state.current}' of ${origin.web}`, local, [upstream], how));
    },

    revert(commit, { by = 'git', ...how } = {}) {
      if (by === 'git') return undo(commit, revertSubject(commit.subject), how);
      const pull = pulls.find((one) => one.mergeCommit === commit);
      if (pull === undefined) {
        throw new Error(`'${commit.subject}' merged no pull request, so no button reverts it`);
      }
      return undo(commit, revertSubject(pull.title), {
        ...how,
        lead: `Reverts ${origin.owner}/${origin.name}#${pull.number}`,
      });
    },

    reapply(revert, how = {}) {
      return undo(revert, reapplySubject(revert.subject), how);
    },

    cherryPick(commit, { recordOrigin = false, ...how } = {}) {
      const changes = changesBetween(treeOf(commit.parents[0]), commit.tree);
      const same = { author: commit.author, authoredAt: commit.authoredAt, committer: defaultAuthor };
      return applied(commit.subject, changes, { ...same, ...how }, async (shaOf) => {
        const body = how.body ?? (typeof commit.body === 'string' ? commit.body : await commit.body(shaOf));
        const note = recordOrigin ? `(cherry picked from commit ${await shaOf(commit)})` : '';
        return paragraphs(body, note);
      });
    },

    branch(name, { from } = {}) {
      if (branches.has(name)) throw new Error(`branch '${name}' exists already`);
      branches.set(name, resolve(from));
    },

    checkout(name) {
      if (!branches.has(name)) throw new Error(`there is no branch '${name}'`);
      state.current = name;
    },

    deleteBranch(name) {
      if (name === state.current) throw new Error(`branch '${name}' is checked out`);
      branches.delete(name);
    },

    tag(name, how = {}) {
      if (tags.has(name)) throw new Error(`tag '${name}' exists already; moveTag moves it`);
      place(name, how);
    },

    moveTag(name, how = {}) {
      if (!tags.has(name)) throw new Error(`there is no tag '${name}' to move`);
      place(name, how);
    },

    deleteTag(name) {
      tags.delete(name);
    },

    write: (folder) => {
      const remote = options.origin;
      return writeStory(folder, {
        commits: state.commits,
        branches,
        tags,
        defaultBranch,
        bare,
        ...(remote === undefined ? {} : { remote }),
      });
    },
  };
}
