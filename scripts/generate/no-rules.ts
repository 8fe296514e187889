import { repositoryFile } from '../../contract/repository-file.ts';

/** What an empty rules file means, as data: a run without rules need not build the schema to learn it. */
export const noRulesModule = () =>
  `// Generated from contract/repository-file.ts (npm run generate): what an empty rules file means.

import type { RepositoryFile } from './repository-file.ts';

export const noRules: RepositoryFile = ${JSON.stringify(repositoryFile.parse({}), null, 2)};
`;
