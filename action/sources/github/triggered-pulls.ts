import type { Change } from '../source.ts';
import { readPullsByNumber } from './named-pulls.ts';
import { pullChange } from './pull-change.ts';
import type { RepositoryContext } from './repository-context.ts';

/** Changes of the trigger's pull requests that a window does not hold, and why one could not be joined. */
export interface Triggered {
  changes: Change[];
  gaps: string[];
  notices: { code: string; text: string }[];
}

/** Reads the pull requests the trigger knows of and the window lacks; no request when there are none. */
export async function readTriggered(
  context: RepositoryContext,
  triggers: readonly number[],
  held: ReadonlySet<number>,
): Promise<Triggered> {
  const missing = [...new Set(triggers)].filter((number) => !held.has(number));
  if (missing.length === 0) return { changes: [], gaps: [], notices: [] };
  const { pulls, gaps } = await readPullsByNumber(context, missing);
  const changes = pulls.flatMap((pull) => pullChange(pull, context.messages) ?? []);
  const found = new Set(changes.map(({ number }) => number));
  const notices = missing
    .filter((number) => !found.has(number))
    .map((number) => ({
      code: 'trigger_pull_not_found',
      text: `${context.key}#${number}, which the trigger names, is not a merged pull request.`,
    }));
  return { changes, gaps, notices };
}
