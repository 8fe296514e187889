import { dispatchWorkflow } from '../../github/actions/dispatch-workflow.ts';
import { githubForTest, shop, type TestGitHub } from '../../github/github-for-test.ts';
import { findRepository } from '../../github/state/github-state.ts';
import { push } from '../../github/state/push.ts';
import type { ExpectedRun } from './oidc-receiver.ts';

export interface ARun {
  github: TestGitHub;
  now: () => number;
  expected: ExpectedRun;
  /** Every token it was given, newest last. */
  tokens: string[];
  /** Asks GitHub for the run's identity, as the runner does. */
  idToken: (audience: string) => Promise<string>;
  /** The same for another run of the same workflow. */
  otherRun: (audience: string) => Promise<string>;
}

/** A run on a stand-in GitHub that issues identity tokens for it. */
export async function aRun(): Promise<ARun> {
  const github = await githubForTest();
  const { state, oidc } = github;
  push(state, shop, 'Add ZenPulse', {
    files: { '.github/workflows/zenpulse.yml': 'on: workflow_dispatch\n' },
  });
  const repository = findRepository(state, shop)!;
  const dispatch = () =>
    dispatchWorkflow(state, repository, { workflow: 'zenpulse.yml', ref: 'main', inputs: {} });
  const run = dispatch();
  const other = dispatch();
  const tokens: string[] = [];
  const tokenFor = (runId: number) => async (audience: string) => {
    const url = new URL(oidc.requestUrl(shop, runId));
    url.searchParams.set('audience', audience);
    const answer = await fetch(url, { headers: { authorization: 'Bearer of-the-runner' } });
    const { value } = (await answer.json()) as { value: string };
    tokens.push(value);
    return value;
  };
  return {
    github,
    now: state.now,
    expected: {
      repositoryId: String(repository.id),
      runId: String(run.id),
      workflowRef: `${shop}/.github/workflows/zenpulse.yml@refs/heads/main`,
    },
    tokens,
    idToken: tokenFor(run.id),
    otherRun: tokenFor(other.id),
  };
}
