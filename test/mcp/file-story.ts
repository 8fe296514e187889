import { createGitSource } from '../../action/sources/git.ts';
import { always, startedHistory, written } from '../action/sources/git/read-story.ts';
import { gitEnvironment } from '../git/run-git.ts';

/** A clone whose #12 adds so many files, and those named. */
export async function fileStoryWith(count: number, named: Readonly<Record<string, string>> = {}) {
  const history = startedHistory();
  const many = Array.from({ length: count }, (_, at) => [`many/${at}.txt`, `${at}\n`] as const);
  history.squash(12, 'feat: files', { files: { ...Object.fromEntries(many), ...named } });
  const { path } = await written(history);
  const source = await createGitSource(path, { environment: { ...gitEnvironment } });
  await source.read({ window: always, baseBranch: undefined, triggerPulls: [] });
  return { source, number: 12 };
}
