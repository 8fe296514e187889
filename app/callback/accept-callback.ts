import type { CallbackPayload } from '../../contract/callback-payload.ts';
import type { AppEdges } from '../pulses/app-edges.ts';
import { endPulse, type Message } from '../pulses/end-pulse.ts';
import type { Trx } from '../store/store.ts';
import type { CallbackOutcome, MessageStatus, Problem } from '../store/tables.ts';
import type { Proof } from './callback-proof.ts';
import { namesOf, toldPulls } from './told-pulls.ts';

/** A callback whose proof was checked. */
export interface ProvenCallback extends Proof {
  payload: CallbackPayload;
  /** SHA-256 of the body, in hex. */
  bodyDigest: string;
}

export type Acceptance =
  | { outcome: CallbackOutcome; messageId: string }
  /** No message waits under this request id. */
  | { outcome: 'unknown' }
  /** The proof came before with another body. */
  | { outcome: 'replayed' };

const runIdOf = (pipelineRunId: string) => pipelineRunId.split('-')[0];
const attemptOf = (pipelineRunId: string) => Number(pipelineRunId.split('-')[1] ?? 1);

const statusOf = ({ status }: CallbackPayload): MessageStatus =>
  status === 'validated' ? 'no_changes' : status;

const problemsOf = ({ error }: CallbackPayload): Problem[] => (error ? [{ ...error, url: null }] : []);

/** Numbers of the message's own repository that its report tells of. */
async function toldBy(
  trx: Trx,
  message: Message,
  { payload, repository }: ProvenCallback,
): Promise<number[]> {
  const names = await namesOf(trx, message);
  if (repository !== undefined) names.push(repository);
  return toldPulls(payload.results?.included_pull_requests ?? [], names).own;
}

/** Rows of one statement, whose parameters the wire protocol counts with 16 bits. */
const rowsAtOnce = 5_000;

/**
 * Writes what was told into the ledger, in place of what an earlier text of the message told.
 * @returns the numbers another message of the line told before
 */
async function tell(trx: Trx, message: Message, told: readonly number[]): Promise<number[]> {
  const { id: message_id, repository_id, kind, base } = message;
  await trx.deleteFrom('ledger').where('message_id', '=', message_id).execute();
  const elsewhere: number[] = [];
  for (let at = 0; at < told.length; at += rowsAtOnce) {
    const numbers = told.slice(at, at + rowsAtOnce);
    await trx
      .insertInto('ledger')
      .values(numbers.map((number) => ({ repository_id, kind, base, number, message_id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const rows = await trx
      .selectFrom('ledger')
      .select('number')
      .where('repository_id', '=', repository_id)
      .where('kind', '=', kind)
      .where('base', '=', base)
      .where('message_id', '!=', message_id)
      .where('number', 'in', numbers)
      .orderBy('number')
      .execute();
    elsewhere.push(...rows.map(({ number }) => number));
  }
  return elsewhere;
}

/** Why a person has to look before the report is posted; null when nobody has to. */
function reviewReason({ results }: CallbackPayload, elsewhere: readonly number[]): string | null {
  if (results?.complete === false)
    return 'The report is incomplete: not everything in its window could be read.';
  if (elsewhere.length > 0)
    return `Another report told of ${elsewhere.map((number) => `#${number}`).join(', ')} meanwhile.`;
  return null;
}

async function writeMessage(
  trx: Trx,
  message: Message,
  payload: CallbackPayload,
  more: { now: Date; reviewReason: string | null },
): Promise<void> {
  await trx
    .updateTable('messages')
    .set({
      status: statusOf(payload),
      revision: message.revision + 1,
      pipeline_run_id: payload.pipeline_run_id,
      results: payload.results && JSON.stringify(payload.results),
      artifact_uri: payload.artifact_uri,
      artifact_digest: payload.artifact_digest,
      problems: JSON.stringify(problemsOf(payload)),
      review_reason: more.reviewReason,
      updated_at: more.now,
    })
    .where('id', '=', message.id)
    .execute();
}

/** A post is due, or waits for a person; one that went out, or may have, is never touched again. */
async function planPost(trx: Trx, edges: AppEdges, message: Message, reason: string | null): Promise<void> {
  const state = reason === null ? 'due' : 'waiting';
  const row = {
    revision: message.revision + 1,
    state,
    channel: null,
    ts: null,
    problem: null,
    updated_at: edges.clock(),
  } as const;
  await trx
    .insertInto('posts')
    .values({ message_id: message.id, ...row })
    .onConflict((conflict) => conflict.column('message_id').doUpdateSet(row))
    .execute();
  if (state === 'due') await edges.enqueue(trx, 'post', { messageId: message.id });
}

/** A text that took the place of another one and has nothing to post takes its post along. */
async function dropPost(trx: Trx, { id }: Message): Promise<void> {
  await trx.deleteFrom('posts').where('message_id', '=', id).execute();
}

/** True once the text went out, or may have. */
async function isPosted(trx: Trx, { id }: Message): Promise<boolean> {
  const post = await trx
    .selectFrom('posts')
    .select('state')
    .where('message_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return post !== undefined && post.state !== 'waiting' && post.state !== 'due';
}

/** Takes the text over, ends the pulse and plans the post. */
async function take(trx: Trx, edges: AppEdges, message: Message, callback: ProvenCallback): Promise<void> {
  const { payload } = callback;
  const now = edges.clock();
  const told = await toldBy(trx, message, callback);
  const elsewhere = await tell(trx, message, told);
  const reason = reviewReason(payload, elsewhere);
  await writeMessage(trx, message, payload, { now, reviewReason: reason });
  if (payload.status === 'completed') await planPost(trx, edges, message, reason);
  else await dropPost(trx, message);
  await endPulse(trx, edges.enqueue, message, payload.status === 'failed' ? null : told, now);
}

/** What a callback means for a message that has had some before. */
function outcomeOf(
  earlier: readonly { pipeline_run_id: string; body_digest: string }[],
  { payload, bodyDigest }: ProvenCallback,
): CallbackOutcome {
  const [first] = earlier;
  if (!first) return 'accepted';
  const isSameBody = earlier.some(({ body_digest }) => body_digest === bodyDigest);
  const isSameRun = runIdOf(first.pipeline_run_id) === runIdOf(payload.pipeline_run_id);
  const newest = Math.max(...earlier.map(({ pipeline_run_id }) => attemptOf(pipeline_run_id)));
  return !isSameBody && isSameRun && attemptOf(payload.pipeline_run_id) > newest ? 'revision' : 'duplicate';
}

/**
 * Takes a callback, once: the first one for a request wins, whatever became of the message meanwhile. A later attempt
 * of the same run is a revision; it replaces the text unless that was posted. Anything else is a recorded duplicate.
 */
export async function acceptCallback(edges: AppEdges, callback: ProvenCallback): Promise<Acceptance> {
  const { payload, proofId, bodyDigest } = callback;
  return edges.db.transaction().execute(async (trx): Promise<Acceptance> => {
    const message = await trx
      .selectFrom('messages')
      .selectAll()
      .where('request_id', '=', payload.request_id)
      .forUpdate()
      .executeTakeFirst();
    if (!message) return { outcome: 'unknown' };
    const callbacks = await trx
      .selectFrom('callbacks')
      .select(['pipeline_run_id', 'body_digest', 'outcome'])
      .where('message_id', '=', message.id)
      .orderBy('received_at')
      .execute();
    const used = await trx
      .selectFrom('callbacks')
      .select(['message_id', 'body_digest'])
      .where('proof_id', '=', proofId)
      .executeTakeFirst();
    if (used) {
      const isSame = used.message_id === message.id && used.body_digest === bodyDigest;
      return isSame ? { outcome: 'duplicate', messageId: message.id } : { outcome: 'replayed' };
    }
    const outcome = outcomeOf(
      callbacks.filter((each) => each.outcome !== 'duplicate'),
      callback,
    );
    const recorded = await trx
      .insertInto('callbacks')
      .values({
        id: edges.newId(),
        message_id: message.id,
        proof_id: proofId,
        pipeline_run_id: payload.pipeline_run_id,
        body_digest: bodyDigest,
        outcome,
        payload: JSON.stringify(payload),
        received_at: edges.clock(),
      })
      .onConflict((conflict) => conflict.column('proof_id').doNothing())
      .returning('id')
      .executeTakeFirst();
    // Another request used the proof between the look and the row; only one of the two can have had the right to.
    if (!recorded) return { outcome: 'replayed' };
    // A later attempt that failed takes nothing away from a text that is there.
    const isBetter = outcome === 'revision' && payload.status !== 'failed';
    const isTaken = outcome === 'accepted' || (isBetter && !(await isPosted(trx, message)));
    if (isTaken) await take(trx, edges, message, callback);
    return { outcome, messageId: message.id };
  });
}
