import type { BotPull, BotMergeOptions } from './git-history-api.ts';
import { commitsBetween, type StoryCommit } from './story-commit.ts';
import { defaultAuthor, type storyRecorder } from './story-recorder.ts';

const bors = 'bors <bors@example.com>';

/** The merges of merge bots, in their words: bors' batches, and homu's rollups of merges inside a merge. */
export function botMerges({ commitAll, mergeOf, merged, push, tip }: ReturnType<typeof storyRecorder>) {
  const branchOf = ({ title, commits = [title], author = defaultAuthor }: BotPull, start: StoryCommit) =>
    commitAll(start, commits, { author });
  const note = (pull: BotPull, mergeCommit: StoryCommit, otherCommits: readonly StoryCommit[]) =>
    merged({
      number: pull.number,
      title: pull.title,
      author: pull.author ?? defaultAuthor,
      how: 'merge',
      mergeCommit,
      mergedAt: tip().committedAt,
      otherCommits,
    });

  return {
    batch(pulls: readonly BotPull[], { at }: BotMergeOptions = {}): StoryCommit {
      const base = tip();
      const heads = pulls.map((pull) => branchOf(pull, base));
      const lines = pulls.map(({ number, title }) => `${number}: ${title} r=grace a=ada`);
      const mergeCommit = push(
        mergeOf(`Merge ${pulls.map(({ number }) => `#${number}`).join(' ')}`, base, heads, {
          author: bors,
          body: lines.join('\n\n'),
          ...(at !== undefined && { at }),
        }),
      );
      for (const [place, pull] of pulls.entries())
        note(pull, mergeCommit, commitsBetween(base, heads[place] as StoryCommit));
      return mergeCommit;
    },

    rollup(number: number, pulls: readonly BotPull[], { at }: BotMergeOptions = {}): StoryCommit {
      const base = tip();
      let rolled = base;
      const merges = pulls.map((pull) => {
        const head = branchOf(pull, base);
        const before = rolled;
        rolled = mergeOf(`Rollup merge of #${pull.number} - ada:branch, r=grace`, rolled, [head], {
          author: bors,
          body: pull.title,
        });
        return { pull, commit: rolled, others: commitsBetween(before, head) };
      });
      const list = pulls.map((pull) => ` - #${pull.number} (${pull.title})`).join('\n');
      const title = `Rollup of ${pulls.length} pull requests`;
      const mergeCommit = push(
        mergeOf(`Auto merge of #${number} - grace:rollup, r=grace`, base, [rolled], {
          author: bors,
          body: `${title}\n\nSuccessful merges:\n\n${list}`,
          ...(at !== undefined && { at }),
        }),
      );
      for (const { pull, commit, others } of merges) note(pull, commit, others);
      note({ number, title, author: bors }, mergeCommit, commitsBetween(base, rolled));
      return mergeCommit;
    },
  };
}
