import type { AppEdges } from '../pulses/app-edges.ts';

/**
 * How long the row of a merge is kept: late labels still change what is told about it, and who asks why something was
 * told has a quarter to do so. The ledger is kept for good.
 */
const keptMs = 90 * 24 * 3_600_000;

/** Deletes merges that every line of their branch has passed. */
export async function prune({ db, clock }: Pick<AppEdges, 'db' | 'clock'>): Promise<void> {
  await db
    .deleteFrom('merges')
    .where('merged_at', '<', new Date(clock().getTime() - keptMs))
    .where((build) =>
      build.not(
        build.exists(
          build
            .selectFrom('streams')
            .select('streams.base')
            .whereRef('streams.repository_id', '=', 'merges.repository_id')
            .whereRef('streams.base', '=', 'merges.base')
            .whereRef('streams.covered_until', '<=', 'merges.merged_at'),
        ),
      ),
    )
    .execute();
}
