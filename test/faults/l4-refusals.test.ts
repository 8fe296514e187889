import { describe, expect, test } from 'vitest';
import { calls, fails, refuses, says, stops } from '../model/scripted-reply.ts';
import { apis, askScripted, asking } from '../action/agent/model/ask-scripted.ts';
import { expectEmbedded, faultyRun } from './faulty-model.ts';

describe.each(apis)('L4, over %s', (api) => {
  test('a refusal is told as one, with its words for the log', async () => {
    const { port, server } = await askScripted([refuses('I cannot help with that.')], { api });

    expect(await port.complete(asking())).toMatchObject({
      finish: 'refusal',
      content: 'I cannot help with that.',
      toolCalls: [],
      carry: null,
    });
    expect(server.requests).toHaveLength(1);
  });

  test('what a filter stopped is not seen', async () => {
    const { port } = await askScripted(
      [stops('content_filter', 'The half that', { calls: [{ name: 'read', arguments: '{' }] })],
      { api },
    );

    expect(await port.complete(asking())).toMatchObject({
      finish: 'content_filter',
      content: '',
      toolCalls: [],
      carry: null,
    });
  });

  test('a prompt that a filter stopped is the same, not an error', async () => {
    const { port, server } = await askScripted(
      [fails(400, { code: 'content_filter', message: 'The prompt was filtered.' })],
      { api },
    );

    expect(await port.complete(asking())).toMatchObject({
      finish: 'content_filter',
      content: '',
      usage: null,
    });
    expect(server.requests).toHaveLength(1);
  });

  test.each([says(''), calls([])])('an empty answer is told as it is', async (reply) => {
    const { port } = await askScripted([reply], { api });

    expect(await port.complete(asking())).toMatchObject({ finish: 'stop', content: '', toolCalls: [] });
  });
});

describe.each(apis)('L4, in a run over %s', (api) => {
  test.each([
    ['a refusal', refuses('I will not write of this shop.'), /the model declined \(refusal\)/],
    ['a filter', stops('content_filter', 'I will not write'), /the model declined \(content_filter\)/],
    ['nothing at all', says(''), /its last report was refused/],
    ['no calls', calls([]), /its last report was refused/],
  ])('%s leaves a whole report with the reason, and none of its words', async (_, reply, reason) => {
    const run = await faultyRun(() => reply, { api });

    expectEmbedded(run, reason);
    for (const name of ['report.md', 'report.json', 'job summary', 'callback'])
      expect(run.outputs[name]).not.toContain('will not write');
  });
});
