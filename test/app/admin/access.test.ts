import { request } from 'node:http';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { describeEachStore } from '../kit/store-for-test.ts';
import { type AdminWorld, adminToken, adminWorld } from './admin-world.ts';

const list = '/admin/pulse/messages';
const credentials = '/admin/pulse/credentials';
const bearer = { authorization: `Bearer ${adminToken}` };
const body = JSON.stringify({
  scope: 'repository:42',
  credential: { kind: 'bot', token: 'xoxb-canary', channel: 'C1' },
});

/** As from a socket with another address at its other end. */
const from = async ({ routes }: AdminWorld, address: string, headers: Record<string, string> = {}) =>
  routes.request(
    `http://localhost${list}`,
    { headers: { host: 'localhost', ...headers } },
    { incoming: { socket: { remoteAddress: address } } },
  );

/** With a host that `fetch` would not send. */
const withHost = ({ url }: AdminWorld, host: string) =>
  new Promise<number>((resolve, reject) => {
    request(`${url}${list}`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .once('error', reject)
      .end();
  });

describeEachStore('operators get in', (store) => {
  it('from this machine', async () => {
    const { ask } = await adminWorld(store());
    expect((await ask(list)).status).toBe(200);
  });

  it.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])('from %s', async (address) => {
    expect((await from(await adminWorld(store()), address)).status).toBe(200);
  });

  it('from elsewhere with the token', async () => {
    const world = await adminWorld(store(), { token: adminToken });
    expect((await from(world, '203.0.113.7', bearer)).status).toBe(200);
  });
});

describeEachStore('nobody else gets in', (store) => {
  it.each(['203.0.113.7', '10.0.0.5', '192.168.1.2', '2001:db8::1', '::ffff:10.0.0.5', ''])(
    'from %j',
    async (address) => {
      const response = await from(await adminWorld(store()), address);
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code: 'admin_refused' });
    },
  );

  it.each([
    ['x-forwarded-for', '127.0.0.1'],
    ['forwarded', 'for=127.0.0.1'],
    ['x-real-ip', '127.0.0.1'],
    ['via', '1.1 proxy'],
  ])('through a proxy of this machine, which says so in %s', async (name, value) => {
    const { ask } = await adminWorld(store());
    expect((await ask(list, { headers: { [name]: value } })).status).toBe(401);
  });

  it('by a header that says where it comes from', async () => {
    const world = await adminWorld(store());
    expect((await from(world, '203.0.113.7', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(401);
  });

  it('by a foreign name that leads to this machine', async () => {
    const world = await adminWorld(store());
    expect(await withHost(world, 'evil.example.com')).toBe(401);
    expect(await withHost(world, 'localhost.evil.example.com')).toBe(401);
    expect(await withHost(world, 'localhost:3000')).toBe(200);
  });

  it.each([
    ['a wrong token', { authorization: 'Bearer wrong' }],
    ['half of the token', { authorization: `Bearer ${adminToken.slice(0, 20)}` }],
  ])('with %s, not even from this machine', async (_name, headers) => {
    const { ask } = await adminWorld(store(), { token: adminToken });
    expect((await ask(list, { headers })).status).toBe(401);
  });

  it('without the token where this machine is not trusted', async () => {
    const { ask } = await adminWorld(store(), { token: adminToken, trustsLoopback: false });
    expect((await ask(list)).status).toBe(401);
    expect((await ask(list, { headers: bearer })).status).toBe(200);
  });

  it('to any address below, known or not', async () => {
    const world = await adminWorld(store());
    for (const path of ['/admin/pulse/messages/x/status', '/admin/nothing'])
      expect(
        (
          await world.routes.request(
            `http://localhost${path}`,
            { headers: { host: 'localhost' } },
            { incoming: { socket: { remoteAddress: '203.0.113.7' } } },
          )
        ).status,
      ).toBe(401);
  });
});

describeEachStore('a page in a browser of this machine', (store) => {
  describe('of another site can change nothing', () => {
    it.each([
      ['by its origin', { origin: 'https://evil.example.com' }],
      ['by what the browser says', { 'sec-fetch-site': 'cross-site' }],
      ['of a sibling site', { 'sec-fetch-site': 'same-site' }],
      ['of no origin', { origin: 'null' }],
      ['that says nothing of itself', {}],
    ] as [string, Record<string, string>][])('%s', async (_name, headers) => {
      const { ask, edges } = await adminWorld(store());
      const put = await ask(credentials, {
        method: 'PUT',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      });
      const deleted = await ask(`${credentials}?scope=repository:42`, { method: 'DELETE', headers });
      expect([put.status, deleted.status]).toEqual([403, 403]);
      expect(await edges.db.selectFrom('credentials').selectAll().execute()).toEqual([]);
    });
  });

  it('of the App itself can', async () => {
    const { ask, url } = await adminWorld(store());
    const put = (headers: Record<string, string>) => ask(credentials, { method: 'PUT', body, headers });
    expect((await put({ origin: url })).status).toBe(200);
    expect((await put({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });
});

describeEachStore('every answer to an operator', (store) => {
  it('is JSON, also where there is nothing, and where the routes are part of a larger app', async () => {
    const { routes } = await adminWorld(store(), { token: adminToken });
    const whole = new Hono().get('/', (context) => context.text('home')).route('/', routes);
    const status = async (path: string) => {
      const response = await whole.request(path, { headers: bearer });
      return [response.status, ((await response.json()) as { code: string }).code];
    };
    expect(await status('/admin/nothing')).toEqual([404, 'admin_request_invalid']);
    expect(await status('/admin/pulse/messages/x/status')).toEqual([404, 'message_unknown']);
    expect((await whole.request('/')).headers.get('content-security-policy')).toBeNull();
  });

  it.each([list, '/admin/nothing', '/admin/pulse/messages/nothing/status'])(
    'has the headers that keep browsers from mischief: %s',
    async (path) => {
      const { url } = await adminWorld(store());
      const { headers } = await fetch(`${url}${path}`);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});
