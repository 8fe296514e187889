import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setupRoutes } from '../../../app/setup/setup-routes.ts';
import { writeEnv } from '../../../app/setup/write-env.ts';

const appYaml = await readFile(join(import.meta.dirname, '../../../app/app.yml'), 'utf8');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zenpulse-setup-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const made = {
  id: 4711,
  client_id: 'Iv1.x',
  client_secret: 'client-canary',
  webhook_secret: 'hook-canary',
  pem: '-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----\n',
  html_url: 'https://github.com/apps/zenpulse-acme',
};

function setup(answer: () => Response = () => Response.json(made, { status: 201 })) {
  const asked: string[] = [];
  const routes = setupRoutes({
    appYaml,
    publicUrl: 'https://zen.example.com',
    serverUrl: 'https://github.com',
    apiUrl: 'https://api.github.com',
    key: 'k'.repeat(32),
    fetch: async (url) => {
      asked.push(new Request(url).url);
      return answer();
    },
    save: (values) => writeEnv(join(folder, '.env'), values),
    onDone: () => undefined,
  });
  return { routes, asked };
}

test('the form asks for least permissions, and webhooks at the path the App listens on', async () => {
  const { routes } = setup();
  const text = await (await routes.request(`/setup?key=${'k'.repeat(32)}`)).text();
  const [, value = ''] = /name="manifest" value="([^"]*)"/.exec(text) ?? [];
  expect(JSON.parse(value.replaceAll('&quot;', '"'))).toMatchObject({
    name: 'ZenPulse',
    public: false,
    hook_attributes: { url: 'https://zen.example.com/api/github/webhooks' },
    redirect_url: 'https://zen.example.com/setup/done',
    default_permissions: { actions: 'write', contents: 'read', metadata: 'read', pull_requests: 'read' },
  });
});

test('without the key of the terminal there is no form and no exchange', async () => {
  const { routes, asked } = setup();
  expect((await routes.request('/setup')).status).toBe(403);
  expect((await routes.request('/setup?key=wrong')).status).toBe(403);
  expect((await routes.request('/setup/done?code=abc&state=wrong')).status).toBe(403);
  expect(asked).toEqual([]);
});

test('what GitHub made goes into .env, which only its owner can read', async () => {
  const path = join(folder, '.env');
  await writeFile(path, '# mine\nPORT=4000\nAPP_ID=\n');
  const { routes, asked } = setup();
  const answer = await routes.request(`/setup/done?code=abc123&state=${'k'.repeat(32)}`);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('https://github.com/apps/zenpulse-acme/installations/new');
  expect(asked).toEqual(['https://api.github.com/app-manifests/abc123/conversions']);
  const text = await readFile(path, 'utf8');
  expect(text).toContain('# mine\nPORT=4000\nAPP_ID=4711\n');
  expect(text).toContain('ZENPULSE_URL=https://zen.example.com\n');
  expect(text).toContain('PRIVATE_KEY="-----BEGIN RSA PRIVATE KEY-----\\nMII');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('a code that was used says so, and writes nothing', async () => {
  const { routes } = setup(() => new Response('{}', { status: 404 }));
  const answer = await routes.request(`/setup/done?code=abc123&state=${'k'.repeat(32)}`);
  expect(answer.status).toBe(502);
  await expect(stat(join(folder, '.env'))).rejects.toThrow('ENOENT');
});
