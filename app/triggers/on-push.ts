import { repositoryFilePath } from '../../contract/repository-file-path.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import type { Trx } from '../store/store.ts';
import { firstSignMarginMs, knowRepository } from './know-repository.ts';
import { type Payload, readPayload } from './payloads.ts';
import { onReleasedTag } from './released-tag.ts';

const tagPrefix = 'refs/tags/';

/** GitHub leaves commits out of larger pushes, so what such a push touched is not known. */
const maxListedCommits = 2_048;

/** True when the push may have changed how the App works there: its rules, or any workflow. */
function touchesSetup({ commits }: Payload<'push'>): boolean {
  if (commits.length >= maxListedCommits) return true;
  return commits
    .flatMap(({ added, removed, modified }) => [...added, ...removed, ...modified])
    .some((path) => path === repositoryFilePath || path.startsWith('.github/workflows/'));
}

/** The repository itself, and all of its owner's when its rules are everybody's. */
async function concerned(trx: Trx, fullName: string, repositoryId: string): Promise<string[]> {
  const [owner, name] = fullName.split('/');
  if (name !== '.github') return [repositoryId];
  const rows = await trx
    .selectFrom('repositories')
    .select('id')
    .where('full_name', 'like', `${owner?.replaceAll(/[\\%_]/g, String.raw`\$&`)}/%`)
    .where('state', '!=', 'removed')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** `push`: of a tag, it may be a release; of the default branch, it may change rules or workflow. */
export async function onPush(edges: AppEdges, payload: unknown): Promise<void> {
  const facts = readPayload('push', payload);
  const { ref, deleted, repository, installation } = facts;
  if (deleted || !installation) return;
  if (ref.startsWith(tagPrefix))
    return onReleasedTag(edges, {
      tag: ref.slice(tagPrefix.length),
      repository,
      installationId: installation.id,
    });
  if (ref !== `refs/heads/${repository.default_branch}` || !touchesSetup(facts)) return;
  await edges.db.transaction().execute(async (trx) => {
    await knowRepository(trx, edges.enqueue, {
      facts: repository,
      installationId: installation.id,
      baseline: new Date(edges.clock().getTime() - firstSignMarginMs),
    });
    for (const repositoryId of await concerned(trx, repository.full_name, repository.id))
      await edges.enqueue(trx, 'onboard', { repositoryId });
  });
}
