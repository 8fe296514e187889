import { describe, expect, test } from 'vitest';
import { apis } from '../action/agent/model/ask-scripted.ts';
import { says } from '../model/scripted-reply.ts';
import { expectEmbedded, faultyRun, honest, reads } from './faulty-model.ts';

describe.each(apis)('L6, over %s', (api) => {
  test('who asks the same for ever is stopped by the rounds, and asked for the report', async () => {
    const run = await faultyRun(
      (request) =>
        Array.isArray(request.body['tools']) && request.body['tools'].length > 0
          ? reads('#1')
          : says(JSON.stringify(honest)),
      { api, request: { max_iterations: 4 } },
    );

    expect([run.report.degraded, run.report.headline]).toEqual([null, 'The shop goes dark']);
    expect(run.model.requests).toHaveLength(5);
    expect(run.lookedUp).toEqual(['pull 1']);
    expect(run.sent[2]).toContain('answered from memory');
    expect(run.sent[3]).toContain('repeated_call');
  });

  test('who never stops at all ends with the embedded writer', async () => {
    const run = await faultyRun(() => reads('#1', '#2'), { api, request: { max_iterations: 3 } });

    expectEmbedded(run, /the last answer ended with tool_calls/);
    expect(run.model.requests.length).toBeLessThanOrEqual(5);
    expect(run.lookedUp.toSorted()).toEqual(['pull 1', 'pull 2']);
  });

  test('calls of one answer beyond the cap are answered, not made', async () => {
    const many = Array.from({ length: 50 }, (_, at) => (at % 2 ? '#1' : '#2'));
    const run = await faultyRun([reads(...many), says(JSON.stringify(honest))], {
      api,
      request: { max_iterations: 1 },
    });

    expect(run.result.results.metrics.tool_call_count).toBe(8);
    expect(run.lookedUp).toHaveLength(2);
    expect(run.sent[1]).toContain('no tool calls are left');
  });
});
