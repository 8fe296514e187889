import { onTestFinished } from 'vitest';
import { createGitHubSource } from '../../../../action/sources/github.ts';
import { toolkitFetch } from '../../../../action/sources/github/toolkit-fetch.ts';
import type { Source } from '../../../../action/sources/source.ts';
import type { GitHistory, WrittenHistory } from '../../../git/git-history-api.ts';
import { tempFolder } from '../../../git/temp-folder.ts';
import { type GitHubOptions, type GitHubServer, startGitHub } from '../../../github/github-server.ts';
import { seedFromHistory } from '../../../github/seed/seed-from-history.ts';

/** A stand-in GitHub that knows a story, and a source that reads it. */
export interface HubStory {
  github: GitHubServer;
  source: Source;
  repo: WrittenHistory;
  /** Milliseconds that calls waited for, in order; nothing really waits. */
  waits: number[];
  /** Names of the GraphQL operations and REST paths asked so far. */
  asked: () => string[];
}

export const storyEnd = '2026-11-20T00:00:00Z';

export function sourceAt(
  github: GitHubServer,
  waits: number[] = [],
  layout: 'github.com' | 'enterprise' = 'github.com',
  key = 'acme/shop',
): Source {
  let now = Date.parse(storyEnd);
  const address =
    layout === 'github.com'
      ? { apiUrl: github.apiUrl, graphqlUrl: github.graphqlUrl }
      : { apiUrl: github.enterpriseApiUrl, graphqlUrl: github.enterpriseGraphqlUrl };
  return createGitHubSource(key, address, {
    fetch: toolkitFetch,
    clock: () => new Date(now),
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
    random: () => 0.5,
    token: async () => 'token',
  });
}

/** Writes a story, seeds a stand-in GitHub with it and opens a source on it. */
export async function onGitHub(history: GitHistory, options: GitHubOptions = {}): Promise<HubStory> {
  const github = await startGitHub({ now: () => Date.parse(storyEnd), ...options });
  onTestFinished(() => github.close());
  const repo = await history.write(await tempFolder());
  await seedFromHistory(github.state, repo, history.pulls);
  const waits: number[] = [];
  return {
    github,
    repo,
    waits,
    source: sourceAt(github, waits),
    asked: () => github.requests.map(({ operation, path }) => operation ?? path),
  };
}
