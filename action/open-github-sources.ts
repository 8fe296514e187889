import { repositoryKey } from '../contract/primitives.ts';
import { ZenPulseError } from '../contract/zenpulse-error.ts';
import type { Inputs } from './read-inputs.ts';
import type { RunContext } from './run-context.ts';
import type { RunnerEdges } from './runner-edges.ts';
import { createGitHubSource } from './sources/github.ts';
import type { Source } from './sources/source.ts';

/**
 * A source for each repository of the request.
 * @throws ZenPulseError `github_token_missing`, `request_invalid` for what is no owner/name
 */
export function openGitHubSources(
  { request, action }: Inputs,
  context: RunContext,
  edges: RunnerEdges,
): Source[] {
  const { github_token: token } = action;
  if (token === undefined)
    throw new ZenPulseError('github_token_missing', { repository: request.repo.join(', ') });
  return request.repo.map((key) => {
    if (!repositoryKey.safeParse(key).success) {
      const problem = {
        field: 'repo',
        got: JSON.stringify(key),
        accepts: 'accepts owner/name in a workflow',
      };
      throw new ZenPulseError('request_invalid', { problems: [problem] });
    }
    return createGitHubSource(key, context.address, {
      ...edges,
      fetch: edges.gitHubFetch,
      token: async () => token,
    });
  });
}
