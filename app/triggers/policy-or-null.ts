import type { ErrorCode } from '../../contract/error-catalogue.ts';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { GitHubPort, RepositoryAddress } from '../github/github-port.ts';
import type { Policy } from './policy.ts';
import { readPolicy } from './read-policy.ts';

/** Trying again changes nothing about these: somebody has to correct a file or a permission. */
const lasting: readonly ErrorCode[] = [
  'repository_file_invalid',
  'github_not_found',
  'github_forbidden',
  'github_refused',
];

/**
 * The rules in force; null when they cannot be known until somebody repairs something. News is recorded all the same
 * then, and waits.
 * @throws ZenPulseError when trying again may help
 */
export async function policyOrNull(
  github: GitHubPort,
  repository: RepositoryAddress,
): Promise<Policy | null> {
  try {
    return await readPolicy(github, repository);
  } catch (error) {
    if (error instanceof ZenPulseError && lasting.includes(error.code)) return null;
    throw error;
  }
}
