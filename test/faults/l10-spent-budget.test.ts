import { describe, expect, test } from 'vitest';
import { apis } from '../action/agent/model/ask-scripted.ts';
import { says } from '../model/scripted-reply.ts';
import { expectEmbedded, faultyRun, honest, reads } from './faulty-model.ts';

describe.each(apis)('L10, over %s', (api) => {
  test('a call that takes the whole budget is the last, and the report says so', async () => {
    const dear = { ...reads('#1'), usage: { input: 195_000, output: 4_900 } };
    const run = await faultyRun(() => dear, { api });

    expectEmbedded(run, /the token budget is spent/);
    expect(run.model.requests).toHaveLength(1);
    expect(run.result.results.metrics.input_tokens).toBe(195_000);
  });

  test('with room for one more call, that call is the report', async () => {
    const dear = { ...reads('#1'), usage: { input: 185_000, output: 500 } };
    const run = await faultyRun([dear, says(JSON.stringify(honest))], { api });

    expect([run.report.degraded, run.report.headline]).toEqual([null, 'The shop goes dark']);
    expect(run.model.requests).toHaveLength(2);
    expect(run.model.requests[1]?.body['tools'] ?? []).toEqual([]);
  });

  test('a budget too small for a first call makes none', async () => {
    const run = await faultyRun([], { api, request: { max_tokens: 1_000 } });

    expect(run.model.requests).toEqual([]);
    expect(run.report.degraded).not.toBeNull();
  });

  test('a server that does not say what a call cost is charged what was reserved for it', async () => {
    const run = await faultyRun(() => ({ ...reads('#1'), usage: null }), {
      api,
      request: { max_tokens: 12_000, max_iterations: 10 },
    });

    expectEmbedded(run, /the last answer ended with tool_calls/);
    expect(run.model.requests.length).toBeLessThanOrEqual(4);
  });
});
