import { mkdir } from 'node:fs/promises';
import type { GitHubState } from '../../test/github/state/github-state.ts';
import { mergePull } from '../../test/github/state/merge-pull.ts';
import { openPull } from '../../test/github/state/open-pull.ts';
import { nameWithOwner, type Repository } from '../../test/github/state/repository.ts';
import { seedFromHistory } from '../../test/github/seed/seed-from-history.ts';
import { demoStory } from './demo-story.ts';

const dayMs = 24 * 3_600_000;

/** What is told of: a repository on the stand-in, and the pull requests whose merge is news. */
export interface Stage {
  repository: Repository;
  /** What should be known of it; null without anything. */
  note: string | null;
  /** Merges the news, where it is not merged yet. @returns numbers, oldest merge first */
  merge: () => number[];
  /** What merged before it was told long ago. */
  installedAt: Date;
}

/** The throw-away shop with its lively week, and a pull request that is open. */
export async function seedShop(state: GitHubState, folder: string): Promise<Stage> {
  await mkdir(folder);
  const story = demoStory(new Date(state.now()));
  const repository = await seedFromHistory(state, await story.write(folder), story.pulls);
  const name = nameWithOwner(repository);
  const merge = () => {
    const author = 'Ada Lovelace <101+ada@users.noreply.github.com>';
    const title = 'feat(cart): save a basket for later';
    const { number } = openPull(state, name, { title, author, files: { 'src/cart/later.ts': '' } });
    mergePull(state, name, number, { by: 'Grace Hopper <102+grace@users.noreply.github.com>' });
    return [number];
  };
  return { repository, note: null, merge, installedAt: new Date(state.now() - 7 * dayMs) };
}
