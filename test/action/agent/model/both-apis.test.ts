import { describe, expect, test } from 'vitest';
import { calls, fails, html, raw, says } from '../../../model/scripted-reply.ts';
import { answerFormat, apis, askScripted, asking, following, readTool } from './ask-scripted.ts';

describe.each(apis)('over the %s API', (api) => {
  test('a text comes with its usage, the model and how it ended', async () => {
    const { port, server } = await askScripted([says('Shipped.', { usage: { input: 7, output: 2 } })], {
      api,
    });

    expect(await port.complete(asking())).toMatchObject({
      content: 'Shipped.',
      toolCalls: [],
      finish: 'stop',
      usage: { inputTokens: 7, outputTokens: 2 },
      model: 'scripted',
    });
    expect(port).toMatchObject({ adapter: api, model: 'scripted' });
    const { body } = server.requests[0]!;
    for (const never of ['temperature', 'seed', 'max_tokens', 'tool_choice', 'top_p', 'n']) {
      expect(body).not.toHaveProperty(never);
    }
    expect(body['stream'] ?? false).toBe(false);
  });

  test('several calls come in order, and their results go back', async () => {
    const made = ['1', '2', '3'].map((number) => ({ name: 'read', arguments: { number } }));
    const { port } = await askScripted([calls(made), says('Done.')], { api });
    const reply = await port.complete(asking({ tools: [readTool] }));

    expect(reply.finish).toBe('tool_calls');
    expect(reply.toolCalls.map((call) => call.arguments)).toEqual(
      made.map((call) => JSON.stringify(call.arguments)),
    );
    expect((await port.complete(following(reply))).content).toBe('Done.');
  });

  test('a call dropped by the loop is not sent back', async () => {
    const { port } = await askScripted(
      [
        calls([
          { name: 'read', arguments: {} },
          { name: 'read', arguments: {} },
        ]),
        says('Done.'),
      ],
      { api },
    );
    const reply = await port.complete(asking({ tools: [readTool] }));

    const kept = { ...reply, toolCalls: reply.toolCalls.slice(0, 1) };
    expect((await port.complete(following(kept))).content).toBe('Done.');
  });

  test.each(['{"number": ', '', 'read 12', '[1]', 'null'])(
    'garbled arguments are passed on raw: %j',
    async (given) => {
      const { port, server } = await askScripted(
        [calls([{ name: 'read', arguments: given }]), says('Done.')],
        { api },
      );
      const reply = await port.complete(asking({ tools: [readTool] }));

      expect(reply.toolCalls[0]?.arguments).toBe(given);
      await port.complete(following({ ...reply, carry: null }));
      // Servers that parse them in the conversation find an object.
      const [sent] = /"arguments":"((?:[^"\\]|\\.)*)"/
        .exec(JSON.stringify(server.requests[1]!.body))!
        .slice(1);
      expect(JSON.parse(JSON.parse(`"${sent}"`))).toEqual(
        given === '' ? {} : { unreadable_arguments: given },
      );
    },
  );

  test('an answer schema is sent strict, and never with tools', async () => {
    const { port, server } = await askScripted([says('{"headline":null}')], { api });
    await port.complete(asking({ answer: answerFormat }));

    expect(JSON.stringify(server.requests[0]!.body)).toContain('"strict":true');
    expect(server.requests[0]!.body).not.toHaveProperty('tools');
    await expect(port.complete(asking({ answer: answerFormat, tools: [readTool] }))).rejects.toThrow(
      'in one model request',
    );
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    ['missing', (body: Record<string, unknown>) => ({ ...body, usage: undefined })],
    ['null', (body: Record<string, unknown>) => ({ ...body, usage: null })],
    [
      'in part',
      (body: Record<string, unknown>) => ({ ...body, usage: { prompt_tokens: 3, input_tokens: 3 } }),
    ],
    [
      'no number',
      (body: Record<string, unknown>) => ({
        ...body,
        usage: { prompt_tokens: 'x', completion_tokens: 1, input_tokens: 'x', output_tokens: 1 },
      }),
    ],
  ])('usage that is %s is not known', async (_, change) => {
    const { port } = await askScripted([says('Shipped.', { change })], { api });

    expect(await port.complete(asking())).toMatchObject({ content: 'Shipped.', usage: null });
  });

  test.each([
    ['a page instead of an API', html(), 'a page of HTML, not JSON'],
    ['a text', raw('pong', 200, { 'content-type': 'text/plain' }), '"pong", not JSON'],
    ['an object of another kind', raw({ choices: [{}], output: [7] }), 'it is no'],
    ['an empty object', raw({}), 'it is no'],
    ['null', raw('null'), 'it is no'],
  ])('%s is no answer, and is not asked for again', async (_, reply, words) => {
    const { failure, server } = await askScripted([reply], { api });
    const error = await failure();

    expect(error.code).toBe('model_bad_answer');
    expect(error.message).toContain(words);
    expect(error.nextStep).toContain('llm_base_url');
    expect(server.requests).toHaveLength(1);
  });

  test('an error in a success is the error it tells', async () => {
    const told = (code: unknown) => raw({ error: { message: 'the upstream said no', code } });
    const { failure, server } = await askScripted(
      [told('bad_thing'), told(429), told(502), told('server_error')],
      { api },
    );

    expect(await failure()).toMatchObject({
      code: 'model_refused_request',
      data: { status: 200, code: 'bad_thing' },
    });
    expect((await failure()).code).toBe('model_unavailable');
    expect(server.requests).toHaveLength(4);
  });

  test.each([
    ['OpenAI', { error: { message: 'no such model', code: 'model_not_found' } }],
    ['Gemini', [{ error: { message: 'no such model', code: 404, status: 'NOT_FOUND' } }]],
    ['vLLM', { object: 'error', message: 'no such model', code: 404 }],
    ['FastAPI', { detail: 'no such model' }],
    ['Ollama', { error: 'no such model' }],
  ])('a refusal in the words of %s is shown', async (_, body) => {
    const { failure, server } = await askScripted([raw(body, 404)], { api });
    const error = await failure();

    expect(error).toMatchObject({
      code: 'model_refused_request',
      data: { api, status: 404, message: 'no such model' },
    });
    expect(error.nextStep).toContain('llm_api');
    expect(server.requests).toHaveLength(1);
  });

  test('what is too long is told by its code', async () => {
    const { failure } = await askScripted([fails(400, { code: 'context_length_exceeded' })], { api });

    expect(await failure()).toMatchObject({ data: { code: 'context_length_exceeded' } });
  });

  test('an assistant message that says nothing is not sent', async () => {
    const { port, server } = await askScripted([says('Done.')], { api });
    const silent = { role: 'assistant' as const, content: '', toolCalls: [], carry: null };
    await port.complete(
      asking({ messages: [...asking().messages, silent, { role: 'user', content: 'And?' }] }),
    );

    expect(JSON.stringify(server.requests[0]!.body)).not.toContain('"assistant"');
  });

  test('the thoughts of a local model are not its answer', async () => {
    const { port } = await askScripted([says('<think>Hm. {"a":1}</think>\n{"b":2}')], { api });

    expect((await port.complete(asking())).content).toBe('{"b":2}');
  });
});
