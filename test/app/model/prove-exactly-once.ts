import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { Kysely, PGliteDialect, type Selectable } from 'kysely';
import { expect } from 'vitest';
import { embeddedStore } from '../../../app/store/open-embedded.ts';
import type { CallbackTable, MessageTable, Tables } from '../../../app/store/tables.ts';
import { crashingDialect, createCrashPoints } from '../kit/crash-points.ts';
import { emptyTables } from '../kit/store-for-test.ts';
import { anyCommands } from './commands.ts';
import { createWorld, type World } from './world.ts';

const hourMs = 3_600_000;

/** Everything works again, for as long as it takes: what is to come right by itself has come right then. */
async function heal(world: World): Promise<void> {
  world.dispatchMode = 'started';
  world.slackMode = 'ok';
  for (let round = 0; round < 40; round += 1) {
    for (const webhook of world.webhooks) if (!webhook.isAcknowledged) await world.deliver(webhook);
    await world.jobs.drain(world.handlers, world.now);
    for (const run of world.github.runs) if (run.status === 'queued') world.endRun(run, 'well');
    for (const mail of world.mail) if (!mail.isAnswered) await world.callBack(mail);
    await world.handlers.tick({});
    await world.handlers.reconcile({});
    await world.jobs.drain(world.handlers, world.now);
    if (round > 2 && (await isQuiet(world))) return;
    world.advance(hourMs);
  }
}

async function isQuiet({ store: { db }, github }: World): Promise<boolean> {
  const busy = await db
    .selectFrom('streams')
    .select('base')
    .where((where) => where.or([where('active_message_id', 'is not', null), where('due_at', 'is not', null)]))
    .executeTakeFirst();
  const open = await db
    .selectFrom('messages')
    .select('id')
    .where('status', 'in', ['queued', 'generating'])
    .executeTakeFirst();
  return !busy && !open && github.runs.every(({ status }) => status === 'completed');
}

const requestsIn = (posted: readonly string[]) =>
  posted.map((body) => /Report (id-\d+)/.exec(body)?.[1] ?? 'unknown');

const includedIn = ({ results }: { results: { included_pull_requests: string[] } | null }) =>
  (results?.included_pull_requests ?? [])
    .filter((key) => key.startsWith('acme/shop#'))
    .map((key) => Number(key.split('#')[1]));

/** Merges in a report that was asked for when the App knew that another one had told them. */
function toldAgain(
  messages: readonly Selectable<MessageTable>[],
  callbacks: readonly Selectable<CallbackTable>[],
): string[] {
  return messages.flatMap((later) =>
    messages.flatMap((earlier) => {
      const known = callbacks.find(
        ({ message_id, outcome }) => message_id === earlier.id && outcome === 'accepted',
      );
      if (later === earlier || !known || known.received_at >= later.created_at) return [];
      const before = includedIn(earlier);
      return includedIn(later)
        .filter((number) => before.includes(number))
        .map((number) => `#${number} of ${earlier.id} was asked for again in ${later.id}`);
    }),
  );
}

/** Every promise that was broken, in words. */
async function broken(world: World): Promise<string[]> {
  const { db } = world.store;
  const [messages, callbacks, ledger, deliveries, posts] = await Promise.all([
    db.selectFrom('messages').selectAll().execute(),
    db.selectFrom('callbacks').selectAll().execute(),
    db.selectFrom('ledger').selectAll().execute(),
    db.selectFrom('deliveries').selectAll().execute(),
    db.selectFrom('posts').selectAll().execute(),
  ]);
  const faults: string[] = [];
  const unless = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };

  for (const { id, status, request_id } of messages) {
    const accepted = callbacks.filter((each) => each.message_id === id && each.outcome === 'accepted');
    unless(accepted.length <= 1, `${id} accepted ${accepted.length} callbacks`);
    unless(!['queued', 'generating'].includes(status), `${id} is still ${status}`);
    const posts = requestsIn(world.posted).filter((each) => each === request_id);
    unless(posts.length <= 1, `${id} was posted ${posts.length} times`);
  }
  for (const { message_id, state } of posts)
    unless(!['due', 'sending'].includes(state), `the post of ${message_id} is still ${state}`);
  const keys = messages.map(({ business_key }) => business_key);
  unless(new Set(keys).size === keys.length, 'a business key has two messages');

  for (const { isAcknowledged, id } of world.webhooks) {
    const row = deliveries.find((each) => each.id === id);
    unless(!isAcknowledged || (row?.handled_at ?? null) !== null, `${id} was acknowledged and lost`);
  }

  const told = new Set(messages.flatMap(includedIn));
  for (const { number, message_id } of ledger) {
    const teller = messages.find(({ id }) => id === message_id);
    unless(
      teller !== undefined && includedIn(teller).includes(number),
      `the ledger has #${number}, which ${message_id} did not tell`,
    );
  }
  for (const { number, isIgnored } of world.pulls)
    unless(isIgnored || told.has(number), `#${number} was skipped`);

  for (const fault of toldAgain(messages, callbacks)) faults.push(fault);

  const postedBy = new Map<number, string>();
  for (const request of requestsIn(world.posted)) {
    const message = messages.find(({ request_id }) => request_id === request);
    for (const number of message ? includedIn(message) : []) {
      const before = postedBy.get(number);
      unless(before === undefined || before === request, `#${number} was told by ${before} and ${request}`);
      postedBy.set(number, request);
    }
  }
  return faults;
}

/**
 * Plays made-up stories with deaths, losses and doubles, has all come right, and holds every promise against what is
 * there then.
 * @param stories how many
 * @param seed which ones; the same seed plays the same stories
 */
export async function proveExactlyOnce(stories: number, seed: number): Promise<void> {
  const pglite = await PGlite.create();
  const real = await embeddedStore(pglite);
  const points = createCrashPoints();
  const db = new Kysely<Tables>({ dialect: crashingDialect(new PGliteDialect({ pglite }), points) });
  const store = { ...real, db };
  const kinds = fc.record({ hasBlindSweeps: fc.boolean(), leadsOn: fc.boolean(), keepsNames: fc.boolean() });
  const story = fc.asyncProperty(anyCommands, kinds, async (commands, kind) => {
    points.revive();
    await emptyTables(real.db);
    const world = await createWorld(store, points, kind);
    await fc.asyncModelRun(() => ({ model: {}, real: { world, points } }), commands);
    await heal(world);
    expect(await broken(world)).toEqual([]);
  });
  try {
    await fc.assert(story, { numRuns: stories, seed });
  } finally {
    await real.close();
  }
}
