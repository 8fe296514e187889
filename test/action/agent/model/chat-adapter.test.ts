import { expect, test } from 'vitest';
import { fails, raw, says } from '../../../model/scripted-reply.ts';
import { answerFormat, askScripted, asking, following, readTool } from './ask-scripted.ts';

const withTools = () => asking({ tools: [readTool] });
const choices = (message: object, finish_reason: string | null = 'stop') =>
  raw({ choices: [{ message, finish_reason }] });

test('the bound of the answer goes by its first name only to servers that refuse the other, from then on', async () => {
  const manners = { knows: ['max_tokens'], refuses: ['max_completion_tokens'] };
  const { port, server, waits } = await askScripted([says('One'), says('Two')], { manners });
  await port.complete(asking());
  await port.complete(asking());

  const bounds = server.requests.map(({ body }) => [body['max_completion_tokens'], body['max_tokens']]);
  expect(bounds).toEqual([
    [500, undefined],
    [undefined, 500],
    [undefined, 500],
  ]);
  expect(waits).toEqual([]);
});

test('calls under way together each find the bound out', async () => {
  const manners = { knows: ['max_tokens'], refuses: ['max_completion_tokens'] };
  const { port } = await askScripted(() => says('One'), { manners });
  const replies = await Promise.all([1, 2, 3].map(() => port.complete(asking())));

  expect(replies.map(({ content }) => content)).toEqual(['One', 'One', 'One']);
});

test('a bound refused for its value stays as it is', async () => {
  const message = 'max_completion_tokens is too large: 500. This model supports at most 100.';
  const { failure, server } = await askScripted([fails(400, { message, param: 'max_completion_tokens' })]);

  expect((await failure()).code).toBe('model_refused_request');
  expect(server.requests).toHaveLength(1);
});

test('models that reason and then take no tools are asked not to reason, only with tools', async () => {
  const { port, server } = await askScripted(() => says('Done.'), { manners: { reasons: true } });
  await port.complete(withTools());
  await port.complete(withTools());
  await port.complete(asking());

  expect(server.requests.map(({ body }) => body['reasoning_effort'])).toEqual([
    undefined,
    'none',
    'none',
    undefined,
  ]);
});

test('a server that refuses that too is asked once more, not for ever', async () => {
  const refusal = fails(400, {
    message: "reasoning_effort 'none' is not supported",
    param: 'reasoning_effort',
  });
  const { failure, server } = await askScripted(() => refusal);

  expect((await failure(withTools())).code).toBe('model_refused_request');
  expect(server.requests).toHaveLength(2);
});

test('servers that know no strict tools or no schemas are asked without them', async () => {
  const { port, server } = await askScripted(() => says('{"headline":null}'), {
    manners: { refuses: ['strict', 'json_schema'] },
  });
  await port.complete(withTools());
  await port.complete(asking({ answer: answerFormat }));

  expect(JSON.stringify(server.requests[1]!.body)).not.toContain('strict');
  const { response_format, messages } = server.requests[3]!.body;
  expect(response_format).toEqual({ type: 'json_object' });
  expect(JSON.stringify(messages)).toContain('JSON Schema');
  expect(JSON.stringify(messages)).toContain('headline');
});

test.each([
  [400, 'This response_format type is unavailable now'],
  [400, 'This model does not support response format `json_schema`.'],
  [400, 'response_format type must be one of "text" or "json_object", but got: json_schema'],
  [422, "body.response_format.type: Input should be 'text' or 'json_object'"],
])('schemas are refused in many words: %i %s', async (status, message) => {
  const { port, server } = await askScripted([fails(status, { message }), says('{"headline":null}')]);
  await port.complete(asking({ answer: answerFormat }));

  expect(server.requests[1]!.body['response_format']).toEqual({ type: 'json_object' });
});

test('a schema that is wrong is an error, not a reason to ask without it', async () => {
  const { failure, server } = await askScripted([says('{}')]);
  const answer = { name: 'report', schema: { type: 'object', properties: {} } };

  expect((await failure(asking({ answer }))).message).toContain('Invalid schema for response_format');
  expect(server.requests).toHaveLength(1);
});

test('the old way to tell a call is understood', async () => {
  const { port } = await askScripted([
    choices(
      { role: 'assistant', content: null, function_call: { name: 'read', arguments: '{}' } },
      'function_call',
    ),
    says('Done.'),
  ]);
  const reply = await port.complete(withTools());

  expect(reply).toMatchObject({ finish: 'tool_calls', toolCalls: [{ name: 'read', arguments: '{}' }] });
  expect((await port.complete(following(reply))).content).toBe('Done.');
});

test.each([undefined, null, '', 'same'])('calls with the id %j get one each', async (id) => {
  const call = { id, function: { name: 'read', arguments: {} } };
  const { port } = await askScripted([choices({ tool_calls: [call, call] }), says('Done.')]);
  const reply = await port.complete(withTools());

  // Ollama says "stop" with its calls, and sends the arguments of none as an object.
  expect(reply.finish).toBe('tool_calls');
  expect(new Set(reply.toolCalls.map((each) => each.id)).size).toBe(2);
  expect((await port.complete(following(reply))).content).toBe('Done.');
});

test('prose where a tool was wanted is prose', async () => {
  const { port } = await askScripted([says('I would read 12.')]);

  expect(await port.complete(withTools())).toMatchObject({ finish: 'stop', content: 'I would read 12.' });
});

test('what servers want back with their calls goes back', async () => {
  const signed = { google: { thought_signature: 'abc' } };
  const call = {
    id: 'a',
    type: 'function',
    function: { name: 'read', arguments: '{}' },
    extra_content: signed,
  };
  const { port, server } = await askScripted([
    choices({ content: '', tool_calls: [call], reasoning_content: 'Read 12 first.' }, 'tool_calls'),
    says('Done.', { reasoning: 'Enough.' }),
    says('Again.'),
  ]);
  const first = await port.complete(withTools());
  const second = await port.complete(following(first));
  const { messages } = server.requests[1]!.body as { messages: object[] };

  expect(messages[2]).toMatchObject({
    content: null,
    reasoning_content: 'Read 12 first.',
    tool_calls: [{ id: 'a', extra_content: signed }],
  });
  // Without a call it is not wanted, and some servers refuse it.
  expect(second.carry).toBeNull();
});

test('parts of a text are joined, without the thoughts', async () => {
  const content = [
    { type: 'thinking', thinking: [{ type: 'text', text: 'Hm' }] },
    { type: 'text', text: 'Shipped.' },
  ];
  const { port } = await askScripted([choices({ content })]);

  expect((await port.complete(asking())).content).toBe('Shipped.');
});

test.each([null, '', 'eos', 'end_turn'])('a finish reason of %j is an end', async (reason) => {
  const { port } = await askScripted([choices({ content: 'Shipped.' }, reason)]);

  expect(await port.complete(asking())).toMatchObject({ finish: 'stop', content: 'Shipped.' });
});

test('an unknown finish reason is not taken for an end', async () => {
  const { failure } = await askScripted([choices({ content: 'Shipp' }, 'gone_fishing')]);

  expect((await failure()).message).toContain('"gone_fishing"');
});

test('a server that gave up midway is asked again', async () => {
  const given = {
    message: { content: 'Shipp' },
    finish_reason: 'error',
    error: { message: 'lost it', code: 502 },
  };
  const { port, server } = await askScripted([raw({ choices: [given] }), says('Shipped.')]);

  expect((await port.complete(asking())).content).toBe('Shipped.');
  expect(server.requests).toHaveLength(2);
});

test('an answer without choices is none', async () => {
  const { failure } = await askScripted([raw({ choices: [] })]);

  expect((await failure()).message).toContain('it has no choices');
});
