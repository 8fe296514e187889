import { visibleText } from '../../contract/reading/visible-text.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { GitHubPort, RepositoryAddress } from '../github/github-port.ts';
import type { Problem } from '../store/tables.ts';
import { workflowProblems } from './compatibility.ts';
import { type DispatchOptions, workflowPath } from './dispatch-options.ts';
import { problem, problemOf } from './problem-of.ts';
import { setupLink, templateUrl } from './setup-link.ts';

/** The template that reports without the App. */
const standalonePath = '.github/workflows/zenpulse-standalone.yml';

export interface SetupTarget extends RepositoryAddress {
  defaultBranch: string;
  callbackUrl: string;
}

export interface Setup {
  /** What keeps reports from coming: nothing is dispatched. */
  problems: Problem[];
  /** What should be repaired all the same. */
  warnings: Problem[];
}

/** There is no workflow: the link makes it. */
export function missingWorkflow(target: SetupTarget, options: DispatchOptions): Problem {
  const { fullName, defaultBranch: branch, callbackUrl } = target;
  const path = workflowPath(options);
  const link = setupLink({ webUrl: options.webUrl, fullName, branch, path, callbackUrl });
  const template = link.isFilled ? null : templateUrl;
  return problem('workflow_missing', { path, repository: fullName, template }, link.url);
}

/** Page of a file on the default branch. */
const pageOf = ({ fullName, defaultBranch }: SetupTarget, { webUrl }: DispatchOptions, path: string) =>
  `${webUrl}/${fullName}/blob/${defaultBranch.split('/').map(encodeURIComponent).join('/')}/${path}`;

/**
 * Looks whether a repository's workflow does what the App dispatches it for.
 * @throws ZenPulseError `github_…` but for a missing permission, which is a problem of the set-up
 */
export async function checkSetup(
  github: GitHubPort,
  target: SetupTarget,
  options: DispatchOptions,
): Promise<Setup> {
  const path = workflowPath(options);
  const { callbackUrl, fullName } = target;
  try {
    const [text, standalone] = await Promise.all(
      [path, standalonePath].map((each) => github.readFile(target, each)),
    );
    if (text === null || text === undefined)
      return { problems: [missingWorkflow(target, options)], warnings: [] };
    const { callbackProof } = options;
    const url = pageOf(target, options, path);
    return {
      problems: workflowProblems(text, { path, callbackUrl, callbackProof, url }),
      warnings:
        typeof standalone === 'string'
          ? [
              problem(
                'workflow_standalone_too',
                { path: standalonePath, repository: visibleText(fullName) },
                pageOf(target, options, standalonePath),
              ),
            ]
          : [],
    };
  } catch (error) {
    if (error instanceof ZenPulseError && error.code === 'github_forbidden')
      return { problems: [problemOf(error)], warnings: [] };
    throw error;
  }
}
