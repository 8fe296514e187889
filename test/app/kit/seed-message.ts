import type { CallbackPayload } from '../../../contract/callback-payload.ts';
import type { ReportOutline } from '../../../contract/outline.ts';
import type { AppEdges } from '../../../app/pulses/app-edges.ts';
import { createMessage } from '../../../app/pulses/create-message.ts';
import type { Db } from '../../../app/store/store.ts';
import type { MessageKind } from '../../../app/store/tables.ts';

export interface SeededRepository {
  id: string;
  fullName: string;
}

export const baseline = new Date('2026-11-01T00:00:00Z');

/** A repository on which the App is installed and works. */
export async function seedRepository(db: Db, { id, fullName }: SeededRepository): Promise<void> {
  await db
    .insertInto('repositories')
    .values({
      id,
      installation_id: '424242',
      full_name: fullName,
      default_branch: 'main',
      state: 'active',
      problems: '[]',
      baseline_at: baseline,
      swept_until: baseline,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface SeedOptions {
  repository: SeededRepository;
  kind?: MessageKind;
  base?: string;
  /** Pull requests the pulse was started for. */
  triggerPulls?: readonly number[];
  businessKey?: string;
}

export interface SeededMessage {
  id: string;
  requestId: string;
}

/** A message for a line of its repository, which it is the active one of; nothing is dispatched yet. */
export async function seedMessage(
  edges: Pick<AppEdges, 'db' | 'enqueue' | 'clock' | 'newId' | 'publicUrl'>,
  { repository, kind = 'merge', base = 'main', triggerPulls = [], businessKey }: SeedOptions,
): Promise<SeededMessage> {
  await seedRepository(edges.db, repository);
  return edges.db.transaction().execute(async (trx) => {
    const id = await createMessage(trx, edges, {
      businessKey: businessKey ?? `${kind}:${repository.id}:${base}:${edges.newId()}`,
      repositoryId: repository.id,
      kind,
      base,
      windowEnd: kind === 'release' ? null : edges.clock(),
      inputs: {
        repo: repository.fullName,
        analysis_type: 'shipped',
        ...(triggerPulls.length > 0 && { trigger_prs: triggerPulls.join(',') }),
      },
    });
    if (id === null) throw new Error('the business key is taken');
    if (kind !== 'release')
      await trx
        .insertInto('streams')
        .values({
          repository_id: repository.id,
          kind,
          base,
          covered_until: baseline,
          active_message_id: id,
        })
        .onConflict((conflict) =>
          conflict.columns(['repository_id', 'kind', 'base']).doUpdateSet({ active_message_id: id }),
        )
        .execute();
    const { request_id: requestId } = await trx
      .selectFrom('messages')
      .select('request_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return { id, requestId };
  });
}

export interface PayloadOptions {
  requestId: string;
  /** Run id and attempt. */
  runId: string;
  status?: CallbackPayload['status'];
  /** Keys of the pull requests it tells of. */
  told?: readonly string[];
  complete?: boolean;
  headline?: string;
  outline?: ReportOutline;
}

const metrics = {
  preflight_merged_pr_count: 2,
  included_pr_count: 2,
  direct_push_count: 0,
  report_length_chars: 20,
  model_call_count: 0,
  tool_call_count: 0,
  input_tokens: 0,
  output_tokens: 0,
  step_ms: { manifest: 12 },
};

const shortOutline = (headline: string, told: readonly string[]): ReportOutline => ({
  headline,
  context: ['acme/shop', 'main'],
  summary: 'A short week.',
  sections: [
    {
      title: 'Features',
      items: told.map((key) => ({
        text: `Change ${key}`,
        references: [{ label: `#${key.split('#')[1]}`, url: null }],
        authors: ['ada'],
      })),
      note: null,
    },
  ],
  notes: [],
});

/** What a run tells of itself, as the action writes it. */
export function payloadOf({
  requestId,
  runId,
  status = 'completed',
  told = ['acme/shop#1', 'acme/shop#2'],
  complete = true,
  headline = 'Two changes shipped',
  outline = shortOutline(headline, told),
}: PayloadOptions): CallbackPayload {
  const hasReport = status === 'completed';
  return {
    contract_version: '1',
    request_id: requestId,
    pipeline_run_id: runId,
    status,
    artifact_uri: hasReport ? 'https://github.com/acme/shop/actions/runs/1/artifacts/2' : null,
    artifact_digest: hasReport ? `sha256:${'a'.repeat(64)}` : null,
    results:
      status === 'failed'
        ? null
        : {
            summary_message: hasReport ? `# ${headline}` : null,
            outline: hasReport ? outline : null,
            included_pull_requests: hasReport ? [...told] : [],
            metrics,
            timeframe: { start: null, end: null, base: null, head: null },
            degraded: null,
            complete,
          },
    error:
      status === 'failed'
        ? { code: 'git_missing', message: 'git is missing.', next_step: 'Install it.' }
        : null,
  };
}
