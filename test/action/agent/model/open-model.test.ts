import { expect, test } from 'vitest';
import { openModel } from '../../../../action/agent/model/open-model.ts';
import { fails, says } from '../../../model/scripted-reply.ts';
import { askScripted, asking } from './ask-scripted.ts';

const edges = {
  fetch: () => Promise.reject(new Error('not asked here')),
  clock: () => new Date(0),
  sleep: () => Promise.resolve(),
  random: () => 0,
};

test.each([
  [undefined, 'responses'],
  ['https://api.openai.com/v1', 'responses'],
  ['https://eu.api.openai.com/v1', 'responses'],
  ['https://acme.openai.azure.com/openai/v1/', 'responses'],
  ['https://acme.services.ai.azure.com/openai/v1', 'responses'],
  ['https://acme.openai.azure.com/openai/deployments/gpt?api-version=2025-01-01', 'chat'],
  ['https://openrouter.ai/api/v1', 'chat'],
  ['http://localhost:11434/v1', 'chat'],
  ['https://api.openai.com.example.org/v1', 'chat'],
  ['https://notapi.openai.com/v1', 'chat'],
])('auto means for %s the %s API', (llm_base_url, adapter) => {
  expect(openModel({ llm_model: 'm', llm_api: 'auto', llm_base_url }, edges).adapter).toBe(adapter);
});

test('what is asked for wins', () => {
  expect(openModel({ llm_model: 'm', llm_api: 'chat' }, edges).adapter).toBe('chat');
  expect(
    openModel({ llm_model: 'm', llm_api: 'responses', llm_base_url: 'http://localhost/v1' }, edges).adapter,
  ).toBe('responses');
});

test.each([400, 404])(
  'a server without the API says so with %i, and is not asked over the other',
  async (status) => {
    const { failure, server } = await askScripted(
      [fails(status, { message: 'unknown endpoint /v1/responses' }), says('Hi')],
      {
        api: 'responses',
      },
    );
    const error = await failure();

    expect(error.message).toContain('over the responses API');
    expect(error.nextStep).toContain('set llm_api to the other one');
    expect(server.requests.map(({ path }) => path)).toEqual(['/v1/responses']);
  },
);

test('an address may end in a slash and carry a query', async () => {
  const { server } = await askScripted([says('Hi'), says('Hi')]);
  for (const llm_base_url of [`${server.baseUrl}/`, `${server.baseUrl}?api-version=1`]) {
    const port = openModel(
      { llm_model: 'm', llm_api: 'chat', llm_base_url },
      { ...edges, fetch: globalThis.fetch },
    );
    expect((await port.complete(asking())).content).toBe('Hi');
  }
});
