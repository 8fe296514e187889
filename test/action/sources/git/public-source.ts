import { afterAll, beforeAll } from 'vitest';
import { createGitSource } from '../../../../action/sources/git.ts';
import { publicHistory, type PublicHistory, type PublicHistoryName } from '../../../git/public-history.ts';
import { gitEnvironment } from '../../../git/run-git.ts';
import { makeTempFolder } from '../../../git/temp-folder.ts';
import { numbers, tags } from './read-story.ts';

/** Why a test that needs a public history does not run. */
export const noHistory = 'no public histories here; ZENPULSE_HISTORIES names their folder';

export interface PublicSource {
  history: PublicHistory;
  /** Numbers of the pull requests in a tag range, lowest first. */
  pullsIn(spec: string): Promise<number[]>;
}

/** Rebuilds a public history once for a test file; what it returns is called in a test. Null: not here. */
export function publicSource(name: PublicHistoryName): () => PublicSource | null {
  let folder: Awaited<ReturnType<typeof makeTempFolder>> | undefined;
  let opened: PublicSource | null = null;
  beforeAll(async () => {
    folder = await makeTempFolder();
    const history = await publicHistory(name, folder.path);
    if (history === null) return;
    const source = await createGitSource(history.path, { environment: { ...gitEnvironment } });
    opened = {
      history,
      async pullsIn(spec) {
        const reading = await source.read({ window: tags(spec), baseBranch: 'main', triggerPulls: [] });
        return numbers(reading).toSorted((left, right) => left - right);
      },
    };
  });
  afterAll(async () => folder?.remove());
  return () => opened;
}
