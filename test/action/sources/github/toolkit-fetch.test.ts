import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { toolkitFetch } from '../../../../action/sources/github/toolkit-fetch.ts';
import { listen } from '../../../github/http/listen.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => unknown;

async function serving(handle: Handle): Promise<string> {
  const { url, close } = await listen(async (request, response) => {
    await handle(request, response);
  });
  onTestFinished(close);
  return url;
}

const get = (url: string, signal?: AbortSignal) =>
  toolkitFetch(url, { method: 'GET', headers: { authorization: 'Bearer token' }, signal });

test('a request arrives with its method, its headers and its body', async () => {
  const url = await serving(async (request, response) => {
    const { method, headers } = request;
    const seen = {
      method,
      agent: headers['user-agent'],
      token: headers.authorization,
      body: await text(request),
    };
    response.writeHead(201, { 'x-one': '1' }).end(JSON.stringify(seen));
  });
  const answer = await toolkitFetch(url, {
    method: 'POST',
    headers: { 'user-agent': 'zenpulse', authorization: 'Bearer token' },
    body: '{"ä":1}',
  });

  expect(JSON.parse(await answer.text())).toEqual({
    method: 'POST',
    agent: 'zenpulse',
    token: 'Bearer token',
    body: '{"ä":1}',
  });
  expect([answer.status, answer.statusText, answer.headers.get('x-one')]).toEqual([201, 'Created', '1']);
});

test('requests one after another share a connection', async () => {
  const ports: (number | undefined)[] = [];
  const url = await serving((request, response) => {
    ports.push(request.socket.remotePort);
    response.end('ok');
  });
  await get(url);
  await get(url);

  expect(new Set(ports)).toHaveLength(1);
});

test('a packed body is asked for and unpacked', async () => {
  const url = await serving((request, response) => {
    expect(request.headers['accept-encoding']).toBe('gzip');
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('héllo'));
  });
  const answer = await get(url);

  expect(await answer.text()).toBe('héllo');
  expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe('héllo');
});

test('a small body that unpacks to a huge one is refused', async () => {
  const huge = gzipSync(Buffer.alloc(40 * 1024 * 1024));
  const url = await serving((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(huge),
  );

  await expect(get(url)).rejects.toMatchObject({
    name: 'BodyTooLarge',
    message: 'more than 33554432 bytes',
  });
});

test.each([
  ['plain', {}, Buffer.from('half')],
  ['packed', { 'content-encoding': 'gzip' }, gzipSync('whole').subarray(0, 12)],
])('a %s body that is cut is a failure, not a short answer', async (_, headers, half) => {
  const url = await serving((_request, response) => {
    response.writeHead(200, { ...headers, 'content-length': 1_000 });
    response.write(half, () => response.destroy());
  });

  await expect(get(url)).rejects.toThrow('aborted');
});

test('a packed body that ends too early is a failure, though the connection ended well', async () => {
  const url = await serving((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('whole').subarray(0, 12)),
  );

  await expect(get(url)).rejects.toThrow('unexpected end of file');
});

test('a renamed repository is followed to its new address, with the token', async () => {
  const url = await serving((request, response) => {
    if (request.url === '/new') response.end(request.headers.authorization);
    else response.writeHead(301, { location: `http://${request.headers.host}/new` }).end();
  });

  expect(await (await get(`${url}/old`)).text()).toBe('Bearer token');
});

test('a redirect to another host goes there without the token', async () => {
  const other = await serving((request, response) => response.end(request.headers.authorization ?? 'none'));
  const url = await serving((_, response) =>
    response.writeHead(302, { location: other.replace('127.0.0.1', 'localhost') }).end(),
  );

  expect(await (await get(url)).text()).toBe('none');
});

test.each(['headers', 'body'])(
  'a signal ends a request that waits for its %s, and is the reason',
  async (at) => {
    const stop = new AbortController();
    const stopped = new Error('the deadline is past');
    const url = await serving((_, response) => {
      if (at === 'body') response.writeHead(200).write('half');
      setImmediate(() => stop.abort(stopped));
    });

    await expect(get(url, stop.signal)).rejects.toBe(stopped);
  },
);
