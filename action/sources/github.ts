import type { CallLimits } from './github/call-policy.ts';
import { createGitHubClient, type GitHubAddress, type GitHubClientEdges } from './github/github-client.ts';
import { readChangedPaths } from './github/pull-paths.ts';
import { readOpenPulls } from './github/read-open-pulls.ts';
import { readDateWindow } from './github/read-date-window.ts';
import type { RepositoryContext } from './github/repository-context.ts';
import type { Source } from './source.ts';

/** GitHub's own bound on a page of GraphQL. */
const largestPage = 100;

/**
 * Merged pull requests of one repository from GitHub's API, github.com or an Enterprise Server.
 * @param key owner/name
 */
export function createGitHubSource(
  key: string,
  address: GitHubAddress,
  edges: GitHubClientEdges,
  limits?: CallLimits,
): Source {
  const [owner = '', name = ''] = key.split('/');
  const client = createGitHubClient(key, address, edges, limits);
  const context: RepositoryContext = { key, owner, name, client, pageSize: largestPage };
  return {
    kind: 'github',
    key,
    hasCheapPaths: false,
    async read(query) {
      const { window } = query;
      if (window.kind === 'dates') return readDateWindow(context, query, window);
      // Loaded when needed: a run over dates that finds nothing is to cost one request and little else.
      return (await import('./github/read-tag-window.ts')).readTagWindow(context, query, window);
    },
    openPulls: (base, marks) => readOpenPulls(context, base, marks),
    changedPaths: (changes) => readChangedPaths(context, changes),
  };
}
