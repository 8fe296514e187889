import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import type { SlackTarget } from '../../delivery/slack.ts';
import type { Db } from '../store/store.ts';
import type { PostingEdges } from './posting-edges.ts';
import { type SlackCredential, slackCredential } from './slack-credential.ts';

type Edges = Pick<PostingEdges, 'db' | 'sealer' | 'clock'>;

/** @throws ZenPulseError `sealing_key_missing` */
export async function putCredential(
  { db, sealer, clock }: Edges,
  scope: string,
  credential: SlackCredential,
): Promise<void> {
  if (sealer === null) throw new ZenPulseError('sealing_key_missing', {});
  const row = { sealed: sealer.seal(JSON.stringify(credential), scope), updated_at: clock() };
  await db
    .insertInto('credentials')
    .values({ scope, ...row })
    .onConflict((conflict) => conflict.column('scope').doUpdateSet(row))
    .execute();
}

/** @returns false when there was none */
export async function deleteCredential(db: Db, scope: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('credentials')
    .where('scope', '=', scope)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

function targetOf(opened: string, slackApiUrl: string): SlackTarget {
  const credential = slackCredential.parse(JSON.parse(opened));
  return credential.kind === 'webhook' ? credential : { ...credential, apiUrl: slackApiUrl };
}

/**
 * Where the reports of a repository are posted: its own credential, else that of its installation, else the one of the
 * whole App. A stored one that cannot be opened is never passed over for the next: that would post elsewhere.
 * @throws ZenPulseError `sealed_unreadable`
 */
export async function findSlackTarget(
  { db, sealer, fallback, slackApiUrl }: Pick<PostingEdges, 'db' | 'sealer' | 'fallback' | 'slackApiUrl'>,
  { repositoryId, installationId }: { repositoryId: string; installationId: string },
): Promise<SlackTarget | null> {
  const scopes = [`repository:${repositoryId}`, `installation:${installationId}`];
  const rows = await db
    .selectFrom('credentials')
    .select(['scope', 'sealed'])
    .where('scope', 'in', scopes)
    .execute();
  const nearest = scopes.flatMap((scope) => rows.find((row) => row.scope === scope) ?? [])[0];
  if (!nearest) return fallback;
  const { scope, sealed } = nearest;
  if (sealer === null)
    throw new ZenPulseError('sealed_unreadable', { scope, why: 'the key it was sealed with is not there' });
  return targetOf(sealer.open(sealed, scope), slackApiUrl);
}

/**
 * Seals anew what an older key sealed, so that it can be taken away. What cannot be opened stays as it is.
 * @returns scopes that could not be opened
 */
export async function resealCredentials({ db, sealer, clock }: Edges): Promise<string[]> {
  if (sealer === null) return [];
  const rows = await db.selectFrom('credentials').select(['scope', 'sealed']).execute();
  const unreadable: string[] = [];
  for (const { scope, sealed } of rows.filter((row) => !sealer.isCurrent(row.sealed))) {
    try {
      await db
        .updateTable('credentials')
        .set({ sealed: sealer.seal(sealer.open(sealed, scope), scope), updated_at: clock() })
        .where('scope', '=', scope)
        .where('sealed', '=', sealed)
        .execute();
    } catch (error) {
      if (!(error instanceof ZenPulseError)) throw error;
      unreadable.push(scope);
    }
  }
  return unreadable;
}
