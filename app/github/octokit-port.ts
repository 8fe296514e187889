import { repositoryShape } from './answer-shapes.ts';
import type { CallLimits } from '../../calls/call-policy.ts';
import { dispatchOnce } from './dispatch-once.ts';
import type { GitHubPort } from './github-port.ts';
import { hookDeliveries } from './hook-deliveries.ts';
import { readContents } from './read-contents.ts';
import { readRuns } from './read-runs.ts';
import { named, orNull, repositoryCalls } from './repository-calls.ts';
import { restCall, type RestEdges } from './rest-client.ts';

/**
 * GitHub over Probot's clients, which hold the tokens.
 * @param edges `octokit` is `(id) => probot.auth(id)`
 */
export function createGitHubPort(edges: RestEdges, limits?: CallLimits): GitHubPort {
  const calls = repositoryCalls(edges, limits);
  return {
    ...readContents(calls),
    ...readRuns(calls),
    ...hookDeliveries(edges, limits),

    async getRepository(installationId, repositoryId) {
      const answer = await orNull(
        restCall(
          {
            installationId,
            // By its id, as GitHub's own links do: it survives renames.
            route: 'GET /repositories/{repository_id}',
            parameters: { repository_id: repositoryId },
            schema: repositoryShape,
            subject: `repository ${repositoryId}`,
          },
          edges,
          limits,
        ),
      );
      return answer && answer.data;
    },

    dispatchWorkflow: (address, workflowFile, ref, inputs) =>
      dispatchOnce(
        edges,
        address.installationId,
        { ...named(address), workflow_id: workflowFile, ref, inputs },
        limits,
      ),
  };
}
