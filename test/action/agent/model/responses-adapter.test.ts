import { expect, test } from 'vitest';
import { calls, raw, says } from '../../../model/scripted-reply.ts';
import { askScripted, asking, following, readTool } from './ask-scripted.ts';

const api = 'responses' as const;
const withTools = () => asking({ tools: [readTool] });

test('nothing is stored, and reasoning travels with the conversation', async () => {
  const first = calls([{ name: 'read', arguments: {} }], { reasoning: 'Read 12.' });
  const { port, server } = await askScripted([first, says('Done.')], { api });
  const reply = await port.complete(withTools());
  await port.complete(following(reply));

  for (const { body } of server.requests) {
    expect(body).toMatchObject({
      store: false,
      include: ['reasoning.encrypted_content'],
      max_output_tokens: 500,
    });
  }
  const { input } = server.requests[1]!.body as { input: Record<string, unknown>[] };
  expect(input.map(({ type, role }) => type ?? role)).toEqual([
    'system',
    'user',
    'reasoning',
    'function_call',
    'function_call_output',
  ]);
  expect(input[2]).toHaveProperty('encrypted_content');
});

test('reasoning that came without its encrypted content is left out, as it cannot be found again', async () => {
  const change = (body: Record<string, unknown>) => ({
    ...body,
    output: [{ type: 'reasoning', id: 'rs_1', summary: [] }, ...(body['output'] as object[])],
  });
  const { port, server } = await askScripted(
    [calls([{ name: 'read', arguments: {} }], { change }), says('Done.')],
    { api },
  );

  const reply = await port.complete(withTools());
  expect((await port.complete(following(reply))).content).toBe('Done.');
  expect(JSON.stringify(server.requests[1]!.body)).not.toContain('rs_1');
});

test('models without reasoning are not asked for it again', async () => {
  const { port, server } = await askScripted(() => says('Done.'), { api, manners: { refuses: ['include'] } });
  await port.complete(asking());
  await port.complete(asking());

  expect(server.requests.map(({ body }) => 'include' in body)).toEqual([true, false, false]);
});

test('without a carry the words and calls are written anew', async () => {
  const { port } = await askScripted(
    [calls([{ name: 'read', arguments: {} }], { content: 'First 12.' }), says('Done.')],
    { api },
  );
  const reply = await port.complete(withTools());

  expect((await port.complete(following({ ...reply, carry: { items: 'lost' } }))).content).toBe('Done.');
});

test.each([
  ['server_error', 'model_unavailable', 3],
  ['rate_limit_exceeded', 'model_unavailable', 3],
  ['bad_image', 'model_refused_request', 1],
])('a response that failed with %s is %s', async (code, expected, tries) => {
  const failed = raw({ status: 'failed', error: { code, message: 'it broke' }, output: [] });
  const { failure, server } = await askScripted(() => failed, { api });

  expect((await failure()).code).toBe(expected);
  expect(server.requests).toHaveLength(tries);
});

test('a response that is still under way is no answer', async () => {
  const { failure } = await askScripted([raw({ status: 'in_progress', output: [] })], { api });

  expect((await failure()).message).toContain('it ended as "in_progress"');
});

test('items of tools the server ran itself are left aside', async () => {
  const change = (body: Record<string, unknown>) => ({
    ...body,
    output: [{ type: 'web_search_call', id: 'ws_1', status: 'completed' }, ...(body['output'] as object[])],
  });
  const { port } = await askScripted([says('Shipped.', { change })], { api });
  const reply = await port.complete(asking());

  expect(reply.content).toBe('Shipped.');
  expect(JSON.stringify(reply.carry)).not.toContain('ws_1');
});
