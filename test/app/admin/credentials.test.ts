import { expect, it } from 'vitest';
import { createAdminRoutes } from '../../../app/admin/admin-routes.ts';
import { findSlackTarget } from '../../../app/posting/credentials.ts';
import { describeEachStore } from '../kit/store-for-test.ts';
import { type AdminWorld, adminToken, adminWorld } from './admin-world.ts';

const path = '/admin/pulse/credentials';
const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
const webhook = { kind: 'webhook', url: 'https://hooks.slack.com/services/canary' };
const where = { repositoryId: '42', installationId: '7' };

const put = ({ ask }: AdminWorld, value: unknown) =>
  ask(path, { method: 'PUT', headers, body: typeof value === 'string' ? value : JSON.stringify(value) });

describeEachStore('operators hand in a credential', (store) => {
  it('which is used from then on, and never shown again', async () => {
    const world = await adminWorld(store(), { token: adminToken });
    const { status, body } = await put(world, { scope: 'repository:42', credential: webhook });
    expect([status, body]).toEqual([200, { scope: 'repository:42', kind: 'webhook' }]);
    expect(await findSlackTarget(world.edges, where)).toEqual(webhook);
    expect(world.lines.join('')).toContain('a Slack credential was stored');
    expect(world.lines.join('')).not.toContain('canary');
  });

  it('and take it back', async () => {
    const world = await adminWorld(store(), { token: adminToken });
    await put(world, {
      scope: 'installation:7',
      credential: { kind: 'bot', token: 'xoxb-1', channel: 'C1' },
    });
    const remove = () => world.ask(`${path}?scope=installation:7`, { method: 'DELETE', headers });
    expect((await remove()).body).toEqual({ scope: 'installation:7', deleted: true });
    expect((await remove()).body).toEqual({ scope: 'installation:7', deleted: false });
  });

  it.each([
    ['of an unknown kind', { scope: 'repository:42', credential: { kind: 'mail', token: 'canary' } }],
    ['with a field too many', { scope: 'repository:42', credential: { ...webhook, canary: 'canary' } }],
    [
      'with a space in it',
      { scope: 'repository:42', credential: { ...webhook, url: 'https://canary canary' } },
    ],
    ['that is no address', { scope: 'repository:42', credential: { ...webhook, url: 'canary' } }],
    ['for nobody', { scope: 'everybody', credential: webhook }],
    ['without a channel', { scope: 'repository:42', credential: { kind: 'bot', token: 'canary' } }],
    ['that is a list', ['canary']],
    ['that is no JSON', '{"scope": "canary'],
  ])('%s, and are told what is wrong without a word of the secret', async (_name, value) => {
    const world = await adminWorld(store(), { token: adminToken });
    const { status, body } = await put(world, value);
    expect([status, body['code']]).toEqual([400, 'admin_request_invalid']);
    expect(String(body['message']).replace('credential.canary: got an unknown field', '')).not.toContain(
      'canary',
    );
    expect(await world.edges.db.selectFrom('credentials').selectAll().execute()).toEqual([]);
  });

  it('that is larger than any', async () => {
    const world = await adminWorld(store(), { token: adminToken });
    expect((await put(world, 'x'.repeat(20_000))).status).toBe(413);
  });

  it('without a key to seal it with, and are told how to make one', async () => {
    const world = await adminWorld(store());
    const routes = createAdminRoutes(
      { ...world.edges, sealer: null },
      { token: adminToken, trustsLoopback: false, log: world.edges.log },
    );
    const response = await routes.request(path, {
      method: 'PUT',
      headers,
      body: JSON.stringify({ scope: 'repository:42', credential: webhook }),
    });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      code: 'sealing_key_missing',
      next_step: expect.stringContaining('openssl rand -base64 32') as string,
    });
  });
});
