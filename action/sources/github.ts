import type { CallLimits } from '../../calls/call-policy.ts';
import { createGitHubClient, type GitHubAddress, type GitHubClientEdges } from './github/github-client.ts';
import { readDateWindow } from './github/read-date-window.ts';
import type { RepositoryContext } from './github/repository-context.ts';
import type { Details } from './details.ts';
import type { Reading, Source, SourceQuery } from './source.ts';

/** Loaded when needed: only a writer that reads on looks at single changes. */
function lazyDetails(context: () => RepositoryContext): Details {
  const load = async () => (await import('./github/github-details.ts')).githubDetails(context());
  return {
    pull: async (number, signal) => (await load()).pull(number, signal),
    files: async (number, withPatches, signal) => (await load()).files(number, withPatches, signal),
    commits: async (number, signal) => (await load()).commits(number, signal),
    commit: async (sha, signal) => (await load()).commit(sha, signal),
  };
}

async function readWindow(context: RepositoryContext, query: SourceQuery): Promise<Reading> {
  const { window } = query;
  if (window.kind === 'dates') return readDateWindow(context, query, window);
  // Loaded when needed: a run over dates that finds nothing is to cost one request and little else.
  return (await import('./github/read-tag-window.ts')).readTagWindow(context, query, window);
}

/** What GitHub calls the repository today; its old names lead there. */
const nameToday = ({ repository: { url } }: Reading, key: string) =>
  url === null ? key : new URL(url).pathname.slice(1);

/** GitHub's own bound on a page of GraphQL. */
const largestPage = 100;

/**
 * Merged pull requests of one repository from GitHub's API, github.com or an Enterprise Server.
 * @param key owner/name as asked; it stays the key when the repository was renamed, for whoever asked knows no other
 */
export function createGitHubSource(
  key: string,
  address: GitHubAddress,
  edges: GitHubClientEdges,
  limits?: CallLimits,
): Source {
  const [owner = '', name = ''] = key.split('/');
  const client = createGitHubClient(key, address, edges, limits);
  const messages = { names: [key], template: new Set<string>() };
  let context: RepositoryContext = { key, owner, name, client, pageSize: largestPage, messages };
  return {
    kind: 'github',
    key,
    hasCheapPaths: false,
    async read(query) {
      const reading = await readWindow(context, query);
      const today = nameToday(reading, key);
      if (today.toLowerCase() === key.toLowerCase()) return reading;
      // By its new name once more: the rules of an organisation are those of its owner of today.
      const [newOwner = '', newName = ''] = today.split('/');
      context = { ...context, owner: newOwner, name: newName };
      const again = await readWindow(context, query);
      const text = `${key} is called ${today} on GitHub now; name it so in the request.`;
      return { ...again, notices: [{ code: 'repository_renamed', text }, ...again.notices] };
    },
    async openPulls(base, marks, onGap) {
      const { readOpenPulls } = await import('./github/read-open-pulls.ts');
      const { pulls, gaps } = await readOpenPulls(context, base, marks);
      gaps.forEach(onGap);
      return pulls;
    },
    changedPaths: async (changes) =>
      changes.length === 0 ? [] : (await import('./github/pull-paths.ts')).readChangedPaths(context, changes),
    async pullsByNumber(numbers, signal) {
      const { readChangesByNumber } = await import('./github/named-pulls.ts');
      return readChangesByNumber({ ...context, client: client.until(signal) }, numbers);
    },
    details: lazyDetails(() => context),
  };
}
