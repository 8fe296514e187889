import { onTestFinished } from 'vitest';
import { type GitHubOptions, type GitHubServer, startGitHub } from './github-server.ts';
import { addRepository } from './state/github-state.ts';
import { push } from './state/push.ts';

/** Name of the repository that is there from the start. */
export const shop = 'acme/shop';

export interface TestGitHub extends GitHubServer {
  /** Moves the clock on. */
  advance(minutes: number): void;
}

/** A stand-in with one repository of one commit and a clock that only the test moves; it ends with the test. */
export async function githubForTest(options: GitHubOptions = {}): Promise<TestGitHub> {
  let at = Date.parse('2026-11-20T12:00:00Z');
  const github = await startGitHub({ now: () => at, ...options });
  onTestFinished(() => github.close());
  addRepository(github.state, shop);
  push(github.state, shop, 'Initial commit');
  return Object.assign(github, {
    advance: (minutes: number) => {
      at += minutes * 60_000;
    },
  });
}
