import { repositoryFilePath } from '../../contract/repository-file-path.ts';
import { readRepositoryFile, type RulesText } from '../../rules/read-repository-file.ts';
import type { GitHubPort, RepositoryAddress } from '../github/github-port.ts';
import { type Policy, policyOf } from './policy.ts';

/**
 * The rules in force now: the repository's over those of its organisation.
 * @throws ZenPulseError `repository_file_invalid` where a file cannot be used, `github_…` where none could be read
 */
export async function readPolicy(github: GitHubPort, repository: RepositoryAddress): Promise<Policy> {
  const [owner = ''] = repository.fullName.split('/');
  const places = [`${owner}/.github`, repository.fullName].filter(
    (name, at, all) => all.indexOf(name) === at,
  );
  const texts = await Promise.all(
    places.map(async (fullName): Promise<RulesText[]> => {
      const text = await github.readFile({ ...repository, fullName }, repositoryFilePath);
      return text === null ? [] : [{ text, source: `${fullName}: ${repositoryFilePath}` }];
    }),
  );
  return policyOf(await readRepositoryFile(texts.flat()));
}
