import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import {
  deleteCredential,
  findSlackTarget,
  putCredential,
  resealCredentials,
} from '../../../app/posting/credentials.ts';
import { createSealer } from '../../../app/posting/seal.ts';
import type { Db } from '../../../app/store/store.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import { postingWorld } from './posting-world.ts';

const key = () => randomBytes(32).toString('base64');
const where = { repositoryId: '42', installationId: '7' };
const webhook = (name: string) =>
  ({ kind: 'webhook', url: `https://hooks.slack.com/services/${name}` }) as const;

/** Every row of every table, the job queue of the test included. */
async function dump(db: Db): Promise<string> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public'`.execute(db);
  const rows = await Promise.all(
    tables.rows.map(({ name }) => sql`select to_jsonb(t) as row from ${sql.table(name)} t`.execute(db)),
  );
  return JSON.stringify(rows.map((result) => result.rows));
}

describeEachStore('a Slack credential', (store) => {
  it('of the repository comes before that of its installation, and both before the one of the App', async () => {
    const { edges } = await postingWorld(store(), { fallback: webhook('app') });
    expect(await findSlackTarget(edges, where)).toEqual(webhook('app'));
    await putCredential(edges, 'installation:7', webhook('installation'));
    expect(await findSlackTarget(edges, where)).toEqual(webhook('installation'));
    await putCredential(edges, 'repository:42', webhook('repository'));
    expect(await findSlackTarget(edges, where)).toEqual(webhook('repository'));
    expect(await findSlackTarget(edges, { ...where, repositoryId: '43' })).toEqual(webhook('installation'));
    expect(await deleteCredential(edges.db, 'repository:42')).toBe(true);
    expect(await deleteCredential(edges.db, 'repository:42')).toBe(false);
    expect(await findSlackTarget(edges, where)).toEqual(webhook('installation'));
  });

  it('is replaced by a new one', async () => {
    const { edges } = await postingWorld(store());
    await putCredential(edges, 'repository:42', webhook('old'));
    await putCredential(edges, 'repository:42', { kind: 'bot', token: 'xoxb-1', channel: 'C1' });
    expect(await findSlackTarget(edges, where)).toEqual({
      kind: 'bot',
      token: 'xoxb-1',
      channel: 'C1',
      apiUrl: edges.slackApiUrl,
    });
  });

  it('is nowhere in the database in clear', async () => {
    const world = await postingWorld(store());
    await putCredential(world.edges, 'repository:42', { kind: 'bot', token: 'xoxb-canary-1', channel: 'C1' });
    await putCredential(world.edges, 'installation:7', webhook('canary-2'));
    world.slack.replies.push({ status: 200, body: '{"ok":false,"error":"invalid_auth"}' });
    const id = await world.reported();
    await world.drain();
    expect((await world.state(id)).state).toBe('failed');
    const text = await dump(world.edges.db);
    expect(text).toContain('repository:42');
    expect(text).not.toContain('canary');
    expect(text).not.toContain(Buffer.from('xoxb-canary-1').toString('base64url').slice(0, 12));
  });

  it('cannot be stored without a key', async () => {
    const { edges } = await postingWorld(store(), { sealer: null });
    await expect(putCredential(edges, 'repository:42', webhook('x'))).rejects.toMatchObject({
      code: 'sealing_key_missing',
    });
  });

  it('that was stored for another repository does not open when its row is moved', async () => {
    const { edges } = await postingWorld(store());
    await putCredential(edges, 'repository:1', webhook('theirs'));
    await edges.db.updateTable('credentials').set({ scope: 'repository:42' }).execute();
    await expect(findSlackTarget(edges, where)).rejects.toMatchObject({ code: 'sealed_unreadable' });
  });

  it('is sealed anew when the key changes, but for what cannot be opened', async () => {
    const [older, newer] = [key(), key()];
    const { edges } = await postingWorld(store(), { sealer: createSealer([older]) });
    await putCredential(edges, 'repository:42', webhook('kept'));
    await putCredential({ ...edges, sealer: createSealer([key()]) }, 'repository:1', webhook('lost'));
    const rotated = { ...edges, sealer: createSealer([newer, older]) };
    expect(await resealCredentials(rotated)).toEqual(['repository:1']);
    const onlyNewer = { ...edges, sealer: createSealer([newer]) };
    expect(await findSlackTarget(onlyNewer, where)).toEqual(webhook('kept'));
  });
});
