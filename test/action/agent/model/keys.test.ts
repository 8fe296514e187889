import { afterEach, expect, test, vi } from 'vitest';
import { openModel } from '../../../../action/agent/model/open-model.ts';
import { redactSecrets } from '../../../../action/agent/model/redact-secrets.ts';
import { fails, raw, says } from '../../../model/scripted-reply.ts';
import { apis, askScripted, asking, canary } from './ask-scripted.ts';

afterEach(() => vi.unstubAllEnvs());

test.each(apis)('over %s the key goes to the server and nothing of the environment does', async (api) => {
  for (const name of ['API_KEY', 'ADMIN_KEY', 'ORG_ID', 'PROJECT_ID', 'BASE_URL', 'LOG']) {
    vi.stubEnv(`OPENAI_${name}`, name === 'LOG' ? 'debug' : 'http://of-the-environment');
  }
  vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'x-custom: of-the-environment');
  const logged = ['log', 'info', 'debug', 'warn', 'error'].map((name) => vi.spyOn(console, name as 'log'));
  const { port, server } = await askScripted([says('Hi')], { api, manners: { key: canary } });
  await port.complete(asking());

  const { headers } = server.requests[0]!;
  expect(headers.authorization).toBe(`Bearer ${canary}`);
  expect(JSON.stringify(headers)).not.toContain('of-the-environment');
  expect(Object.keys(headers).filter((name) => /^(?:x-|openai-)/.test(name))).toEqual([]);
  for (const log of logged) expect(log).not.toHaveBeenCalled();
});

test('a server without keys gets none', async () => {
  const { port, server } = await askScripted([says('Hi')], { key: null });
  await port.complete(asking());

  expect(server.requests[0]!.headers).not.toHaveProperty('authorization');
});

test('Azure gets its key where it wants it', async () => {
  const asked: Request[] = [];
  const port = openModel(
    {
      llm_model: 'm',
      llm_api: 'auto',
      llm_base_url: 'https://acme.openai.azure.com/openai/v1',
      llm_api_key: 'k',
    },
    {
      fetch: async (input, init) => {
        asked.push(new Request(input, init));
        return Response.json({ status: 'completed', output: [] });
      },
      clock: () => new Date(0),
      sleep: () => Promise.resolve(),
      random: () => 0,
    },
  );
  await port.complete(asking());

  expect(asked[0]?.url).toBe('https://acme.openai.azure.com/openai/v1/responses');
  expect([asked[0]?.headers.get('api-key'), asked[0]?.headers.get('authorization')]).toEqual(['k', null]);
});

test.each([canary, `${canary.slice(0, 12)}******cdef`, `Bearer ${canary}`, canary.slice(8)])(
  'a key that a server echoes is not shown: %s',
  async (echo) => {
    const { failure } = await askScripted([
      fails(401, { message: `Incorrect API key provided: ${echo}. Get one.` }),
    ]);
    const error = await failure();

    expect(error.code).toBe('model_unauthorized');
    expect(error.message).toMatch(
      /^127\.0\.0\.1:\d+ refuses the key with 401: Incorrect API key provided: .*Get one\.$/,
    );
    expect(error.nextStep).toContain('llm_api_key');
  },
);

test.each([
  ['a refusal', fails(400, { message: canary, code: canary })],
  ['a broken answer', raw({ choices: [{ message: { content: 1 }, finish_reason: canary }] })],
  ['an unknown reason', raw({ choices: [{ message: { content: '' }, finish_reason: canary }] })],
  ['a text', raw(canary)],
  ['a failure that stays', fails(503, { message: canary, headers: { 'retry-after': '900' } })],
])('neither is one in %s', async (_, reply) => {
  const { failure } = await askScripted([reply]);

  expect((await failure()).message).toMatch(/redacted|choices\[0\]\.message\.content/);
});

test('a redirect is not followed: the key stays where it was sent', async () => {
  const { server: other } = await askScripted([says('Hi')]);
  const { failure, server } = await askScripted([
    raw('', 308, { location: `${other.baseUrl}/chat/completions` }),
  ]);

  expect((await failure()).message).toContain('it redirects (308)');
  expect(server.requests).toHaveLength(1);
  expect(other.requests).toEqual([]);
});

test('words that only look a little like a key stay', () => {
  expect(redactSecrets('the model ollama was not found, try pulling it', 'ollama')).toBe(
    'the model [redacted] was not found, try pulling it',
  );
  expect(redactSecrets('task-list of risk-free work', canary)).toBe('task-list of risk-free work');
});

test('a page of text is shortened, on one line', () => {
  expect(redactSecrets(`a\n\u202Eb${' x'.repeat(4_000)}`, null)).toMatch(/^a b(?: x)+ ?…$/);
});
