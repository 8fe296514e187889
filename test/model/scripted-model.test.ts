import OpenAI from 'openai';
import { expect, onTestFinished, test } from 'vitest';
import type { Manners } from './manners.ts';
import { startScriptedModel, type Script } from './scripted-model.ts';
import { calls, cutBody, html, refuses, says, stops } from './scripted-reply.ts';

/** The official client, as a stranger to the server would use it. */
async function clientOf(script: Script, manners?: Manners) {
  const server = await startScriptedModel(script, manners);
  onTestFinished(() => server.close());
  return { server, client: new OpenAI({ apiKey: 'key', baseURL: server.baseUrl, maxRetries: 0 }) };
}

const messages = [{ role: 'user' as const, content: 'Hello' }];
const closed = { type: 'object', properties: {}, required: [], additionalProperties: false };
const tool = { type: 'function' as const, function: { name: 'read', parameters: closed, strict: true } };

test('speaks chat completions in order, then says that the script is over', async () => {
  const { server, client } = await clientOf([
    says('Hi'),
    calls([{ name: 'read', arguments: { number: 1 } }]),
    refuses('No'),
    stops('length', 'Half a sen'),
  ]);
  const ask = () => client.chat.completions.create({ model: 'm', messages });
  const replies = [await ask(), await ask(), await ask(), await ask()].map(({ choices }) => choices[0]!);

  expect(replies.map(({ finish_reason }) => finish_reason)).toEqual(['stop', 'tool_calls', 'stop', 'length']);
  expect(replies[1]!.message.tool_calls).toMatchObject([
    { function: { name: 'read', arguments: '{"number":1}' } },
  ]);
  expect(replies[2]!.message.refusal).toBe('No');
  await expect(ask()).rejects.toThrow('the script ended after 4 replies');
  expect(server.requests.map(({ characters }) => characters.messages)).toEqual([5, 5, 5, 5, 5]);
  expect(server.promptCharacters()).toBe(25);
});

test('speaks responses, with reasoning and calls', async () => {
  const { client } = await clientOf((_, at) =>
    calls([{ name: 'read', arguments: '{' }], { reasoning: `${at}` }),
  );
  const { output, usage } = await client.responses.create({ model: 'm', input: 'Hello' });

  expect(output.map(({ type }) => type)).toEqual(['reasoning', 'function_call']);
  expect(usage?.total_tokens).toBeGreaterThan(0);
});

test('gives pages and cut bodies as they come over a real connection', async () => {
  const { server } = await clientOf([html(), cutBody()]);
  const ask = () =>
    fetch(`${server.baseUrl}/responses`, {
      method: 'POST',
      body: JSON.stringify({ model: 'm', input: 'Hi' }),
    });

  expect(await (await ask()).text()).toContain('<html>');
  await expect((await ask()).text()).rejects.toThrow('terminated');
});

test.each<[string, Record<string, unknown>, string, Manners?]>([
  ['tools with an answer format', { tools: [tool], response_format: { type: 'text' } }, 'together'],
  ['the old bound of an answer', { max_tokens: 5 }, 'max_tokens'],
  [
    'what it is told to refuse',
    { max_completion_tokens: 5 },
    "'max_completion_tokens' is not",
    { refuses: ['max_completion_tokens'] },
  ],
  ['tools while reasoning', { tools: [tool] }, "set reasoning_effort to 'none'", { reasons: true }],
  [
    'a call without its result',
    { messages: [...messages, { role: 'assistant', content: null, tool_calls: [{ id: 'a', ...tool }] }] },
    'Missing: a',
  ],
  [
    'a result without its call',
    { messages: [...messages, { role: 'tool', tool_call_id: 'a', content: '' }] },
    "role 'tool'",
  ],
  [
    'an open schema',
    { tools: [{ ...tool, function: { ...tool.function, parameters: { type: 'object', properties: {} } } }] },
    'additionalProperties',
  ],
  [
    'an optional property',
    {
      tools: [
        {
          ...tool,
          function: { ...tool.function, parameters: { ...closed, properties: { a: { type: 'string' } } } },
        },
      ],
    },
    "Missing 'a'",
  ],
  [
    'an optional property within a list',
    {
      response_format: {
        type: 'json_schema',
        json_schema: {
          name: 'x',
          strict: true,
          schema: {
            ...closed,
            properties: { a: { type: 'array', items: { ...closed, properties: { b: {} } } } },
            required: ['a'],
          },
        },
      },
    },
    "Missing 'b'",
  ],
])('refuses on chat: %s', async (_, extra, words, manners = {}) => {
  const { server, client } = await clientOf([says('Hi')], manners);

  await expect(
    client.post('/chat/completions', { body: { model: 'm', messages, ...extra } }),
  ).rejects.toThrow(words);
  expect(server.requests[0]?.refused).toContain(words);
  expect(server.promptCharacters()).toBe(0);
});

test.each<[string, Record<string, unknown>, string, Manners?]>([
  [
    'tools with an answer format',
    { tools: [{ type: 'function', name: 'read', parameters: closed, strict: true }], text: {} },
    'together',
  ],
  ['parameters of chat', { max_completion_tokens: 5 }, "Unknown parameter: 'max_completion_tokens'"],
  [
    'reasoning of a model without any',
    { include: ['reasoning.encrypted_content'] },
    'Encrypted content',
    { refuses: ['include'] },
  ],
  [
    'reasoning it did not store',
    { store: false, input: [{ type: 'reasoning', id: 'rs_1', summary: [] }] },
    "'rs_1' not found",
  ],
  [
    'a call without its result',
    { input: [{ type: 'function_call', call_id: 'a', name: 'read', arguments: '{}' }] },
    'No tool output found for function call a',
  ],
  [
    'a result without its call',
    { input: [{ type: 'function_call_output', call_id: 'a', output: '' }] },
    'No tool call found',
  ],
  ['a wrong key', {}, 'Incorrect API key provided: key', { key: 'other' }],
])('refuses on responses: %s', async (_, extra, words, manners = {}) => {
  const { client } = await clientOf([says('Hi')], manners);

  await expect(client.post('/responses', { body: { model: 'm', input: 'Hi', ...extra } })).rejects.toThrow(
    words,
  );
});
