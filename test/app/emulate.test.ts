import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../git/temp-folder.ts';
import { startAppOnLoopback } from './kit/start-app-on-loopback.ts';
import { emulatedGitHub } from './kit/start-emulated-github.ts';
import { until } from './kit/until.ts';

/** The App, and a GitHub that delivers to it. */
async function play() {
  const { start, ask, ...identity } = await emulatedGitHub();
  const app = await startAppOnLoopback({ folder: join(await tempFolder(), 'app'), ...identity });
  onTestFinished(() => app.stop());
  const github = await start(app);
  onTestFinished(() => github.close());
  const { db } = app.store;
  const delivered = async () => {
    const rows = await db.selectFrom('deliveries').selectAll().orderBy('received_at').execute();
    return rows.map((row) => ({
      what: row.action ? `${row.event}.${row.action}` : row.event,
      isHandled: row.handled_at !== null,
      problem: row.problem,
    }));
  };
  // It numbers deliveries by the millisecond: of two in the same one the second would count as a repetition.
  const hears = (what: string) =>
    until(async () => expect(await delivered()).toContainEqual({ what, isHandled: true, problem: null }));
  return { db, ask, delivered, hears };
}

test('an independent GitHub delivers a merge and a release, signed by itself: the App stores both and acts on them', async () => {
  const { db, ask, delivered, hears } = await play();
  const { object } = await ask<{ object: { sha: string } }>('GET', '/git/ref/heads/main');
  await ask('POST', '/git/refs', { ref: 'refs/heads/dark', sha: object.sha });
  await ask('PUT', '/contents/dark.css', { message: 'Add dark mode', content: 'YQ==', branch: 'dark' });
  await hears('push');
  const pull = { title: 'feat: add dark mode', head: 'dark', base: 'main' };
  const { number } = await ask<{ number: number }>('POST', '/pulls', pull);
  await hears('pull_request.opened');
  const merge = { merge_method: 'squash' };
  const { sha } = await ask<{ sha: string }>('PUT', `/pulls/${number}/merge`, merge);
  await hears('pull_request.closed');
  await ask('POST', '/git/refs', { ref: 'refs/tags/v1.0.0', sha });
  await ask('POST', '/releases', { tag_name: 'v1.0.0', name: 'One' });
  await hears('release.published');
  await until(async () =>
    expect(await db.selectFrom('messages').select('status').execute()).toEqual([{ status: 'needs_setup' }]),
  );

  expect(new Set((await delivered()).map(({ what }) => what))).toEqual(
    new Set(['push', 'pull_request.opened', 'pull_request.closed', 'release.published']),
  );
  // The merge waits for its quiet period, counted from a line that begins before it.
  expect(await db.selectFrom('merges').selectAll().execute()).toMatchObject([
    { number, base: 'main', title: 'feat: add dark mode', author: 'ada', merge_settled_by: null },
  ]);
  expect(await db.selectFrom('streams').selectAll().execute()).toMatchObject([
    { kind: 'merge', base: 'main', due_at: expect.any(Date), active_message_id: null, batch: 1 },
  ]);
  // The release asked for its notes at once; that there is no workflow yet the App read from that GitHub itself.
  expect(await db.selectFrom('tags').selectAll().execute()).toMatchObject([{ tag: 'v1.0.0', commit: sha }]);
  const [repository] = await db.selectFrom('repositories').selectAll().execute();
  expect(repository).toMatchObject({ full_name: 'ada/shop', installation_id: '100', default_branch: 'main' });
  expect(await db.selectFrom('messages').selectAll().execute()).toMatchObject([
    {
      kind: 'release',
      business_key: `release:${repository?.id}:v1.0.0:${sha}`,
      problems: [{ code: 'workflow_missing' }],
    },
  ]);
});
