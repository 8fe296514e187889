import { onTestFinished } from 'vitest';
import type { GitHistory } from '../git/git-history-api.ts';
import { tempFolder } from '../git/temp-folder.ts';
import { dispatchWorkflow } from '../github/actions/dispatch-workflow.ts';
import { startGitHub } from '../github/github-server.ts';
import { seedFromHistory } from '../github/seed/seed-from-history.ts';
import { findRepository } from '../github/state/github-state.ts';
import { type ArtifactService, startArtifactService } from './artifact-service.ts';
import { type ActionOptions, type ActionRun, runAction } from './run-action.ts';
import { canaryToken } from './week.ts';

type Options = Partial<ActionOptions>;

/** A GitHub with one repository and one run of its workflow, and the artifacts of that run. */
export async function stage(history: GitHistory) {
  const now = () => Date.parse('2026-11-08T00:00:00Z');
  const github = await startGitHub({ now, tokens: [canaryToken, 'token-of-the-runner'] });
  onTestFinished(() => github.close());
  const artifacts: ArtifactService = await startArtifactService();
  onTestFinished(() => artifacts.close());
  const written = await history.write(await tempFolder());
  await seedFromHistory(github.state, written, history.pulls);
  const repository = findRepository(github.state, 'acme/shop');
  if (repository === undefined) throw new Error('The repository was not seeded.');

  const start = async (inputs: Record<string, string>, options: Options): Promise<ActionRun> =>
    runAction({
      folder: await tempFolder(),
      inputs,
      apiUrl: github.apiUrl,
      graphqlUrl: github.graphqlUrl,
      artifacts,
      event: { repository: { default_branch: 'main', private: true } },
      ...options,
    });

  /** The action, on its own or as the first of two jobs. */
  const run = (inputs: Record<string, string> = {}, options: Options = {}) =>
    start(
      { repo: 'acme/shop', github_token: canaryToken, date_range: '2026-11-01..2026-11-07', ...inputs },
      options,
    );

  /** A run of the workflow whose identity GitHub can tell, with the claims that name it. */
  function dispatched() {
    const input = { workflow: 'zenpulse.yml', ref: 'main', inputs: {} };
    const { id } = dispatchWorkflow(github.state, repository as NonNullable<typeof repository>, input);
    return {
      options: { runId: id, idTokenUrl: github.oidc.requestUrl('acme/shop', id) } satisfies Options,
      expected: {
        repositoryId: String(repository?.id),
        runId: String(id),
        workflowRef: 'acme/shop/.github/workflows/zenpulse.yml@refs/heads/main',
      },
    };
  }

  /** The job that reports back, handed what the templates hand it. */
  const reportBack = (
    handed: Record<string, string>,
    inputs: Record<string, string> = {},
    options: Options = {},
  ) => start({ job_result: 'success', ...handed, ...inputs }, { entry: 'report-back', ...options });

  return { github, artifacts, now, run, dispatched, reportBack };
}

/** What the templates hand from the first job to the second. */
export const handedOn = ({ outputs }: ActionRun): Record<string, string> => ({
  payload: outputs['payload'] ?? '',
  artifact_id: outputs['artifact_id'] ?? '',
  artifact_digest: outputs['artifact_digest'] ?? '',
});
