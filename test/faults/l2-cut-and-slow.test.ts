import { describe, expect, test } from 'vitest';
import { cutBody, delayed, hangs, raw, says } from '../model/scripted-reply.ts';
import { apis, askScripted, asking } from '../action/agent/model/ask-scripted.ts';
import { expectEmbedded, faultyRun } from './faulty-model.ts';

const half = says('This half of a report must never be seen.');

describe.each(apis)('L2, over %s', (api) => {
  test('a body that is cut is thrown away, and asked for again', async () => {
    const { port, server } = await askScripted([cutBody(half), says('Whole.')], { api });

    expect((await port.complete(asking())).content).toBe('Whole.');
    expect(server.requests).toHaveLength(2);
  });

  test('a body that is always cut ends after two more tries, and shows nothing of it', async () => {
    const { failure, server } = await askScripted(() => cutBody(half), { api });
    const error = await failure();

    expect(error).toMatchObject({ code: 'model_unavailable', data: { tries: 3 } });
    expect(error.message).not.toContain('half of a report');
    expect(server.requests).toHaveLength(3);
  });

  test.each(['headers', 'body'] as const)(
    'a server that hangs at its %s is left, and asked again',
    async (at) => {
      const { port, server } = await askScripted([hangs(at), says('Whole.')], {
        api,
        limits: { tryMs: 300 },
      });

      expect((await port.complete(asking())).content).toBe('Whole.');
      expect(server.requests).toHaveLength(2);
    },
  );

  test.each(['headers', 'body'] as const)('one that always hangs at its %s ends', async (at) => {
    const { failure, server } = await askScripted(() => hangs(at), { api, limits: { tryMs: 100 } });

    expect(await failure()).toMatchObject({ code: 'model_unavailable', data: { tries: 3 } });
    expect(server.requests).toHaveLength(3);
  });

  test.each(['headers', 'body'] as const)(
    'the signal ends a hang at the %s, without another try',
    async (at) => {
      const { failure, server } = await askScripted(() => hangs(at), { api });
      const error = await failure(asking({ signal: AbortSignal.timeout(150) }));

      expect(error.message).toContain('ended while it was under way');
      expect(server.requests).toHaveLength(1);
    },
  );

  test.each(['{"choices":[{"message":{"content":"This half of a re', ''])(
    'JSON that stops within is asked for again: %j',
    async (text) => {
      const { port, failure } = await askScripted(
        [raw(text), says('Whole.'), raw(text), raw(text), raw(text)],
        { api },
      );

      expect((await port.complete(asking())).content).toBe('Whole.');
      const error = await failure();
      expect(error.code).toBe('model_bad_answer');
      expect(error.message).not.toContain('half of a re');
    },
  );

  test('a slow answer within its time is taken', async () => {
    const { port, waits } = await askScripted([delayed(150, says('Whole.'))], { api });

    expect((await port.complete(asking())).content).toBe('Whole.');
    expect(waits).toEqual([]);
  });
});

test.each(apis)(
  'L2: in a run over %s, what is always cut leaves a whole report and no half text',
  async (api) => {
    const run = await faultyRun(() => cutBody(half), { api });

    expectEmbedded(run, /the model failed \(model_unavailable\)/);
    expect(run.model.requests).toHaveLength(3);
    expect(JSON.stringify(run.outputs)).not.toContain('half of a report');
  },
);
