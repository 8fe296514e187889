import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { describeEachStore } from '../kit/store-for-test.ts';
import { callbackWorlds, stored } from './callback-world.ts';

const MiB = 1_024 * 1_024;

describeEachStore('the callback endpoint answers', (store) => {
  const worldOn = callbackWorlds();

  it('401 without a proof, and names what it accepts', async () => {
    const world = await worldOn(store(), { accepts: ['oidc', 'token'] });
    const asked = await world.ask();
    const { status, headers, body } = await world.send(JSON.stringify(asked.payload()));
    expect([status, body.code, headers.get('www-authenticate')]).toEqual([
      401,
      'callback_proof_missing',
      'Bearer',
    ]);
    expect(body.message).toContain('identity token');
    expect(body.message).toContain('?token=');
    expect(body.next_step).toContain('id-token: write');
  });

  it('400 to what is no JSON', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    for (const body of ['{"contract_version":', `[${'['.repeat(200_000)}`]) {
      const answer = await world.send(body, { bearer: world.mint(asked.run, body) });
      expect([answer.status, answer.body.code]).toEqual([400, 'callback_malformed']);
    }
  });

  it('400 to another content type', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    const body = JSON.stringify(asked.payload());
    const headers = { 'content-type': 'text/plain' };
    const answer = await world.send(body, { bearer: world.mint(asked.run, body), headers });
    expect([answer.status, answer.body.code]).toEqual([400, 'callback_malformed']);
  });

  it('422 to a payload that breaks the contract, and names each field', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    const body = JSON.stringify({ ...asked.payload(), status: 'great', results: 7, more: 1 });
    const answer = await world.send(body, { bearer: world.mint(asked.run, body) });
    expect([answer.status, answer.body.code]).toEqual([422, 'callback_invalid']);
    for (const field of ['status: got "great"', 'results: got 7', 'more: got an unknown field'])
      expect(answer.body.message).toContain(field);
  });

  it('422 with a count where there is too much wrong to name it all', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    const payload = asked.payload();
    const keys = Array.from({ length: 1_000 }, () => 'not a key');
    const body = JSON.stringify({
      ...payload,
      results: { ...payload.results, included_pull_requests: keys },
    });
    const answer = await world.send(body, { bearer: world.mint(asked.run, body) });
    expect(answer.body.message).toContain('truncated: 20 of 1000 problems');
  });

  it.each([
    ['that says how long it is', (body: Buffer): Buffer | ReadableStream => body],
    ['that does not', (body: Buffer): Buffer | ReadableStream => new Blob([new Uint8Array(body)]).stream()],
  ])('413 to a body over the cap %s', async (_name, wrap) => {
    const world = await worldOn(store(), { maxBodyMiB: 1 });
    const answer = await world.send(wrap(randomBytes(MiB + 1)));
    expect([answer.status, answer.body.code]).toEqual([413, 'callback_too_large']);
    expect(answer.body.message).toContain('1 MiB');
  });

  it('200 to a body just under the cap', async () => {
    const world = await worldOn(store(), { maxBodyMiB: 1 });
    const asked = await world.ask();
    const filled = (length: number) => {
      const payload = asked.payload();
      return JSON.stringify({
        ...payload,
        results: { ...payload.results, summary_message: 'x'.repeat(length) },
      });
    };
    const body = filled(MiB - filled(0).length);
    expect(body).toHaveLength(MiB);
    expect((await world.send(body, { bearer: world.mint(asked.run, body) })).status).toBe(200);
  });

  it('405 to anything but POST', async () => {
    const world = await worldOn(store());
    const response = await fetch(world.url);
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({ code: 'method_not_allowed' });
  });

  it('200 to text that the database could not store as it is, with what is not text replaced', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    const payload = asked.payload({ headline: 'NUL \0 and half a pair \uD83D' });
    expect((await world.report(asked, payload)).status).toBe(200);
    const { message } = await stored(world, asked.messageId);
    expect(message.results?.summary_message).toBe('# NUL \u{FFFD} and half a pair \u{FFFD}');
  });

  it('counts every answer, and says no-store', async () => {
    const world = await worldOn(store());
    const asked = await world.ask();
    await world.send('{}');
    const { headers } = await world.report(asked);
    expect(world.answered).toEqual([401, 200]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('nothing of a body to a sender that goes away in the middle', async () => {
    const world = await worldOn(store());
    const { port, pathname } = new URL(world.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          `POST ${pathname} HTTP/1.1\r\nhost: app\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"contract`,
          () => socket.destroy(),
        );
      });
      socket.once('close', () => resolve());
    });
    const asked = await world.ask();
    expect((await world.report(asked)).status).toBe(200);
  });
});
