import type { RepositoryFile } from '../../contract/repository-file.ts';

/** True when a decision needs the changed paths of every change. */
export const rulesNeedPaths = ({ excludes, includes }: RepositoryFile): boolean =>
  excludes.paths.length > 0 || includes.paths.length > 0;
