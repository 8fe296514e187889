import { inspect } from 'node:util';
import { expect, onTestFinished } from 'vitest';
import { createGitHubSource } from '../../action/sources/github.ts';
import { callLimits } from '../../action/sources/github/call-limits.ts';
import { toolkitFetch } from '../../action/sources/github/toolkit-fetch.ts';
import type { Reading, SourceQuery, WindowQuery } from '../../action/sources/source.ts';
import type { CallLimits } from '../../calls/call-policy.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { storyEnd } from '../action/sources/github/hub-story.ts';
import { always, startedHistory, tags } from '../action/sources/git/read-story.ts';
import type { GitHistory } from '../git/git-history.ts';
import { tempFolder } from '../git/temp-folder.ts';
import { type GitHubOptions, type GitHubServer, startGitHub } from '../github/github-server.ts';
import { seedFromHistory } from '../github/seed/seed-from-history.ts';

/** What every token of these tests starts with; nothing that leaves the source may hold it. */
const canary = 'ghs_CANARY0123456789';

/** A source over a stand-in GitHub where things go wrong. Nothing really waits. */
export interface FaultyHub {
  github: GitHubServer;
  /** Milliseconds asked of the injected sleep, in order. */
  waits: number[];
  /** Instants at which GitHub was asked, by the injected clock. */
  askedAt: number[];
  /** How the token was asked for: true when GitHub had refused the last one. */
  renewals: boolean[];
  read(window?: WindowQuery, query?: Partial<SourceQuery>): Promise<Reading>;
  /** The error a reading ends with, checked for the token. */
  failure(window?: WindowQuery, query?: Partial<SourceQuery>): Promise<ZenPulseError>;
}

export interface FaultyHubOptions extends GitHubOptions {
  history?: GitHistory;
  limits?: CallLimits;
}

/** `v1.0.0`, #12 as a squash, #13 as a merge, a direct push, `v1.1.0`. */
export function smallStory(): GitHistory {
  const history = startedHistory();
  history.squash(12, 'feat: gifts');
  history.mergePull(13, 'fix: totals', { commits: ['a', 'b'] });
  history.commit('Fix a typo');
  history.tag('v1.1.0');
  return history;
}

export const release = tags('v1.0.0..v1.1.0');

function expectNoToken(value: unknown): void {
  expect(inspect(value, { depth: 20, showHidden: true, maxStringLength: null })).not.toContain(canary);
}

export async function faultyHub(options: FaultyHubOptions = {}): Promise<FaultyHub> {
  const { history = smallStory(), limits = callLimits, ...rest } = options;
  let now = Date.parse(storyEnd);
  const github = await startGitHub({ now: () => now, ...rest });
  onTestFinished(() => github.close());
  await seedFromHistory(github.state, await history.write(await tempFolder()), history.pulls);
  const waits: number[] = [];
  const askedAt: number[] = [];
  const renewals: boolean[] = [];
  let token = `${canary}a`;
  const { apiUrl, graphqlUrl } = github;
  const source = createGitHubSource(
    'acme/shop',
    { apiUrl, graphqlUrl },
    {
      fetch: (url, request) => {
        askedAt.push(now);
        return toolkitFetch(url, request);
      },
      clock: () => new Date(now),
      sleep: async (ms) => {
        waits.push(ms);
        now += ms;
      },
      random: () => 0.5,
      token: async (renew) => {
        renewals.push(renew);
        if (renew) token = `${canary}b`;
        return token;
      },
    },
    limits,
  );
  const read: FaultyHub['read'] = async (window = always, query = {}) => {
    const reading = await source.read({ window, baseBranch: undefined, triggerPulls: [], ...query });
    expectNoToken(reading);
    return reading;
  };
  return {
    github,
    waits,
    askedAt,
    renewals,
    read,
    async failure(window, query) {
      try {
        await read(window, query);
      } catch (error) {
        expectNoToken(error);
        expect(error).toBeInstanceOf(ZenPulseError);
        return error as ZenPulseError;
      }
      throw new Error('the reading did not fail');
    },
  };
}
