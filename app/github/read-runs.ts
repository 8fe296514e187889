import { runShape, runsShape } from './answer-shapes.ts';
import type { GitHubPort } from './github-port.ts';
import { orNull, type RepositoryCalls } from './repository-calls.ts';

/** GitHub's filter takes no fractions of a second. */
const wholeSeconds = (instant: Date) => instant.toISOString().replace(/\.\d+Z$/, 'Z');

/** Runs of workflows. */
export function readRuns({ get, list }: RepositoryCalls): Pick<GitHubPort, 'findRuns' | 'getRun'> {
  return {
    async findRuns(address, workflowFile, requestId, since) {
      const runs = await orNull(
        list(
          address,
          'actions/workflows/{workflow_id}/runs',
          {
            workflow_id: workflowFile,
            event: 'workflow_dispatch',
            created: `>=${wholeSeconds(since)}`,
          },
          runsShape.transform(({ workflow_runs }) => workflow_runs),
        ),
      );
      return (runs ?? [])
        .filter(({ title }) => title.includes(requestId))
        .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || Number(a.run.id) - Number(b.run.id))
        .map(({ run }) => run);
    },

    async getRun(address, runId) {
      const found = await orNull(get(address, 'actions/runs/{run_id}', { run_id: runId }, runShape));
      return found && found.run;
    },
  };
}
