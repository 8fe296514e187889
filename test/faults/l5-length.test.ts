import { describe, expect, test } from 'vitest';
import { raw, says, stops } from '../model/scripted-reply.ts';
import { apis, askScripted, asking, readTool } from '../action/agent/model/ask-scripted.ts';
import { expectEmbedded, faultyRun, honest } from './faulty-model.ts';

describe.each(apis)('L5, over %s', (api) => {
  test('a text that was cut for its length is seen as such, and not handed out', async () => {
    const { port, server } = await askScripted(
      [stops('length', 'The half that', { usage: { input: 5, output: 500 } })],
      { api },
    );

    expect(await port.complete(asking())).toMatchObject({
      finish: 'length',
      content: '',
      toolCalls: [],
      usage: { inputTokens: 5, outputTokens: 500 },
      carry: null,
    });
    expect(server.requests).toHaveLength(1);
  });

  test('neither is a call whose arguments were cut', async () => {
    const cut = stops('length', '', { calls: [{ name: 'read', arguments: '{"number": 1' }] });
    const { port } = await askScripted([cut], { api });

    expect(await port.complete(asking({ tools: [readTool] }))).toMatchObject({
      finish: 'length',
      toolCalls: [],
    });
  });
});

test.each(['max_tokens', 'model_length', 'MAX_TOKENS'])('L5: "%s" is another word for it', async (reason) => {
  const { port } = await askScripted([
    raw({ choices: [{ message: { content: 'Half' }, finish_reason: reason }] }),
  ]);

  expect(await port.complete(asking())).toMatchObject({ finish: 'length', content: '' });
});

test('L5: a response that does not say why it is incomplete is cut', async () => {
  const { port } = await askScripted([raw({ status: 'incomplete', output: [] })], { api: 'responses' });

  expect((await port.complete(asking())).finish).toBe('length');
});

describe.each(apis)('L5, in a run over %s', (api) => {
  const cut = stops('length', 'The shop goes da', {
    calls: [{ name: 'submit_report', arguments: '{"headl' }],
  });

  test('what is cut once is asked for again without tools', async () => {
    const { report, model } = await faultyRun([cut, says(JSON.stringify(honest))], { api });

    expect([report.degraded, report.headline]).toEqual([null, 'The shop goes dark']);
    expect(model.requests).toHaveLength(2);
  });

  test('what is cut twice leaves a whole report, and nothing cut in it', async () => {
    const run = await faultyRun(() => cut, { api });

    expectEmbedded(run, /the last answer ended with length/);
    expect(run.model.requests).toHaveLength(2);
    expect(run.outputs['report.json']).not.toContain('goes da');
  });
});
