import { describe, expect, test } from 'vitest';
import { fails, html, says } from '../model/scripted-reply.ts';
import { apis, askScripted, asking, startedAt } from '../action/agent/model/ask-scripted.ts';
import { expectEmbedded, faultyRun, submits } from './faulty-model.ts';

describe.each(apis)('L1, over %s', (api) => {
  test.each([408, 429, 500, 502, 503, 504, 529])('one %i is tried again after a pause', async (status) => {
    const { port, server, waits } = await askScripted([fails(status), says('Shipped.')], { api });

    expect((await port.complete(asking())).content).toBe('Shipped.');
    expect(waits).toEqual([500]);
    expect(server.requests).toHaveLength(2);
  });

  test.each([429, 500, 503, 529])('a %i that stays ends after two more tries', async (status) => {
    const { failure, server, waits } = await askScripted(() => fails(status, { message: 'busy' }), { api });
    const error = await failure();

    expect(error).toMatchObject({ code: 'model_unavailable', data: { model: 'scripted', tries: 3 } });
    expect(error.message).toContain(`it answered ${status} (busy)`);
    expect(error.exitCode).toBe(3);
    expect(waits).toEqual([500, 1000]);
    expect(server.requests).toHaveLength(3);
  });

  test.each([
    ['retry-after', '7', 7_000],
    ['retry-after', '0.5', 500],
    ['retry-after', new Date(startedAt + 9_000).toUTCString(), 9_000],
    ['retry-after', new Date(startedAt - 9_000).toUTCString(), 500],
    ['retry-after', 'soon', 500],
    ['retry-after-ms', '1234', 1_234],
  ])('%s: %s is honoured', async (name, value, expected) => {
    const { port, waits } = await askScripted(
      [fails(429, { headers: { [name]: value } }), says('Shipped.')],
      { api },
    );
    await port.complete(asking());

    expect(waits).toEqual([expected]);
  });

  test('a wait longer than a run waits ends the call at once', async () => {
    const { failure, server, waits } = await askScripted(
      [fails(429, { headers: { 'retry-after': '3600' } })],
      { api },
    );

    expect((await failure()).message).toContain('it asks to wait 3600 s');
    expect(waits).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  test('a wait ends with the signal', async () => {
    const { failure, waits } = await askScripted([fails(503, { headers: { 'retry-after': '30' } })], {
      api,
      sleeps: true,
    });
    const started = performance.now();
    const error = await failure(asking({ signal: AbortSignal.timeout(200) }));

    expect(error).toMatchObject({ code: 'model_unavailable', data: { tries: 1 } });
    expect(error.message).toContain('ended while it waited');
    expect(waits).toEqual([30_000]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('a signal that is spent asks nothing', async () => {
    const { failure, server } = await askScripted([], { api });

    expect(await failure(asking({ signal: AbortSignal.abort() }))).toMatchObject({
      code: 'model_unavailable',
      data: { tries: 0 },
    });
    expect(server.requests).toEqual([]);
  });

  test('an address where nobody listens ends the same way', async () => {
    const { failure, server, waits } = await askScripted([], { api });
    await server.close();
    const error = await failure();

    expect(error).toMatchObject({ code: 'model_unavailable', data: { tries: 3 } });
    expect(error.message).toContain('ECONNREFUSED');
    expect(waits).toHaveLength(2);
  });

  test('a page from a gateway is told by its status', async () => {
    const { port } = await askScripted([html(502), says('Shipped.')], { api });

    expect((await port.complete(asking())).content).toBe('Shipped.');
  });

  test.each([
    [
      'a spent quota',
      fails(429, { code: 'insufficient_quota', message: 'You exceeded your current quota.' }),
    ],
    ['what the server says will not change', fails(500, { headers: { 'x-should-retry': 'false' } })],
    ['what is not implemented', fails(501)],
  ])('%s is not waited for', async (_, reply) => {
    const { failure, server } = await askScripted([reply], { api });

    expect((await failure()).code).toBe('model_refused_request');
    expect(server.requests).toHaveLength(1);
  });
});

describe.each(apis)('L1, in a run over %s', (api) => {
  test.each([429, 500, 503, 529])('a %i that stays leaves a whole report, labelled', async (status) => {
    const run = await faultyRun(() => fails(status, { message: 'busy' }), { api });

    expectEmbedded(
      run,
      /^the (?:chat|responses) writer handed in no report: the model failed \(model_unavailable\)$/,
    );
    expect(run.outputs['report.md']).toContain('Written in a plainer way than asked for');
    expect(run.waits).toEqual([500, 1_000]);
    expect(run.model.requests).toHaveLength(3);
  });

  test('one that passes is not seen in the report', async () => {
    const { report, waits } = await faultyRun([fails(503), submits()], { api });

    expect([report.degraded, report.headline, waits]).toEqual([null, 'The shop goes dark', [500]]);
  });

  test('a wrong key leaves a whole report, and is not asked with again', async () => {
    const run = await faultyRun([], { api, manners: { key: 'another' } });

    expectEmbedded(run, /the model failed \(model_unauthorized\)/);
    expect(run.model.requests).toHaveLength(1);
  });
});
