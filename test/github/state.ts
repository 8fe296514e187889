/** What a test does on GitHub. Each function works on `github.state` and a repository's `owner/name`. */
export {
  addRepository,
  findRepository,
  type GitHubState,
  repositoryOf,
} from './state/github-state.ts';
export { mergePull } from './state/merge-pull.ts';
export { openPull } from './state/open-pull.ts';
export { publishRelease } from './state/publish-release.ts';
export type { PullRequest } from './state/pull-request.ts';
export { push } from './state/push.ts';
export {
  deleteBranch,
  deleteTag,
  forceMoveTag,
  placeBranch,
  placeTag,
  renameBranch,
} from './state/refs.ts';
export { pullOf, type Repository } from './state/repository.ts';
export { closePull, labelPull, updatePull } from './state/update-pull.ts';
