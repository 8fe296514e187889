import type { Probot } from 'probot';
import type { AppEdges } from './pulses/app-edges.ts';
import { onInstallation } from './triggers/on-installation.ts';
import { onInstallationRepositories } from './triggers/on-installation-repositories.ts';
import { onPullChanged } from './triggers/on-pull-changed.ts';
import { onPullClosed } from './triggers/on-pull-closed.ts';
import { onPush } from './triggers/on-push.ts';
import { onReleasePublished } from './triggers/on-release-published.ts';
import { onRepository } from './triggers/on-repository.ts';

/** Reads what it needs of GitHub first, then changes the tables in one transaction. May run twice, in any order. */
type Handler = (edges: AppEdges, payload: unknown, receivedAt: Date) => Promise<void>;

/** When the webhook came in, which may be long before it is handled. */
async function receivedAt({ db, clock }: AppEdges, deliveryId: string): Promise<Date> {
  const row = await db
    .selectFrom('deliveries')
    .select('received_at')
    .where('id', '=', deliveryId)
    .executeTakeFirst();
  return row?.received_at ?? clock();
}

/** The App as Probot loads it: which event leads to what. */
export const zenPulseApp =
  (edges: AppEdges) =>
  (probot: Pick<Probot, 'on'>): void => {
    const handled =
      (handle: Handler) =>
      async ({ id, payload }: { id: string; payload: unknown }) =>
        handle(edges, payload, await receivedAt(edges, id));

    probot.on('pull_request.closed', handled(onPullClosed));
    probot.on(
      ['pull_request.labeled', 'pull_request.unlabeled', 'pull_request.edited'],
      handled(onPullChanged),
    );
    probot.on('push', handled(onPush));
    probot.on('release.published', handled(onReleasePublished));
    probot.on('installation', handled(onInstallation));
    probot.on('installation_repositories', handled(onInstallationRepositories));
    probot.on('repository', handled(onRepository));
  };
