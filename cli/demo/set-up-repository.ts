import { parseDocument } from 'yaml';
import { workflowFor } from '../../app/dispatch/setup-link.ts';
import { repositoryFilePath } from '../../contract/repository-file-path.ts';
import { commitOf, type Repository } from '../../test/github/state/repository.ts';

/** Long enough to gather merges that come together, short enough to watch. */
export const quietPeriod = '1s';

/** The repository's own rules, but for when a report is asked for. */
function rulesFor(own: string | undefined): string {
  const document = parseDocument(own ?? '');
  document.set('triggers', { merge: { quiet_period: quietPeriod } });
  return document.toString();
}

/**
 * Puts the workflow and a short quiet period into the newest commit of the default branch, as if they had always been
 * there: a commit of their own would be news in the report.
 */
export function setUpRepository(repository: Repository, callbackUrl: string): void {
  const tip = commitOf(repository, repository.branches.get(repository.defaultBranch) ?? '');
  const changed = new Map(tip.tree)
    .set(repositoryFilePath, rulesFor(tip.tree.get(repositoryFilePath)))
    .set('.github/workflows/zenpulse.yml', workflowFor(callbackUrl, { hasDescriptions: true }));
  repository.commits.set(tip.oid, { ...tip, tree: changed });
}
