import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { GitHubPort } from '../github/github-port.ts';
import type { Problem } from '../store/tables.ts';
import type { Repository } from '../triggers/know-repository.ts';
import type { SetupTarget } from './check-setup.ts';
import { problem, problemOf } from './problem-of.ts';

/**
 * A repository as GitHub names it now, or why the App cannot reach it: it is gone, or the installation sleeps or may
 * not.
 * @throws ZenPulseError `github_…` where trying again may help
 */
export async function findTarget(
  github: GitHubPort,
  repository: Pick<Repository, 'id' | 'installation_id' | 'full_name'>,
  callbackUrl: string,
): Promise<{ target: SetupTarget } | { problem: Problem }> {
  const { id, installation_id: installationId, full_name } = repository;
  try {
    const found = await github.getRepository(installationId, id);
    if (!found) return { problem: problem('repository_gone', { repository: full_name }) };
    const { fullName, defaultBranch } = found;
    return { target: { installationId, fullName, defaultBranch, callbackUrl } };
  } catch (error) {
    if (error instanceof ZenPulseError && error.code === 'github_forbidden')
      return { problem: problemOf(error) };
    throw error;
  }
}
