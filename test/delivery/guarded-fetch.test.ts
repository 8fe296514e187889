import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createGuardedFetch, type GuardOptions } from '../../delivery/guarded-fetch.ts';
import { startReceiver } from './receivers/start-receiver.ts';
import { secrets } from './zenpulse/sending.ts';

const here: GuardOptions['resolve'] = async () => [{ address: '127.0.0.1', family: 4 }];
const noLookUp = () => Promise.reject(new Error('nothing is looked up'));

const ask = (
  url: string,
  options: Partial<GuardOptions>,
  { signal, headers = {} }: { signal?: AbortSignal; headers?: Record<string, string> } = {},
) =>
  createGuardedFetch({ allowedHosts: [], resolve: here, ...options })({ url, headers, body: '{}' }, signal);

/** A server that speaks no HTTP but what it is told to. */
async function rawServer(onSocket: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => sockets.delete(socket));
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return `receiver.test:${(server.address() as AddressInfo).port}`;
}

test('what is sent arrives as it is, at the host that was named', async () => {
  const receiver = await startReceiver(() => ({ status: 202, headers: { 'x-seen': 'yes' }, body: 'thanks' }));
  const url = `http://RECEIVER.test.:${receiver.port}/a%20b?c=d`;
  const answer = await ask(
    url,
    { allowedHosts: [receiver.host] },
    { headers: { 'x-own': 'Straße'.slice(0, 4) } },
  );

  expect([answer.status, answer.headers.get('x-seen'), answer.body, answer.truncated]).toEqual([
    202,
    'yes',
    'thanks',
    false,
  ]);
  expect(receiver.received).toMatchObject([
    { method: 'POST', body: '{}', headers: { host: receiver.host, 'content-length': '2', 'x-own': 'Stra' } },
  ]);
  expect(receiver.received[0]?.url.href).toBe(`http://${receiver.host}/a%20b?c=d`);
});

test('an exact entry may be an IPv4 address, in any spelling, and is not looked up', async () => {
  const receiver = await startReceiver();
  const options = { allowedHosts: [`127.0.0.1:${receiver.port}`], resolve: noLookUp };
  expect((await ask(`http://127.1:${receiver.port}/`, options)).status).toBe(204);
});

test('an IPv4 address written as an IPv6 one is what it is', async () => {
  const { port, host } = await startReceiver();
  const mapped = async () => [{ address: '::ffff:127.0.0.1', family: 6 }];
  expect((await ask(`http://${host}/`, { allowedHosts: [host], resolve: mapped })).status).toBe(204);
  const literal = `[::ffff:127.0.0.1]:${port}`;
  expect((await ask(`http://${literal}/`, { allowedHosts: [literal], resolve: noLookUp })).status).toBe(204);
});

test.each<[string, string, string[], string]>([
  ['no host at all', 'https://a.example/x', [], 'does not name it'],
  ['another host', 'https://a.example/x', ['b.example'], 'does not name it'],
  ['a host below one that is named', 'https://x.a.example/', ['a.example'], 'does not name it'],
  ['a host that ends alike', 'https://evil-a.example/', ['a.example'], 'does not name it'],
  ['a host that begins alike', 'https://a.example.evil.example/', ['a.example'], 'does not name it'],
  ['a star, which is no host', 'https://a.example/', ['*.example', '*'], 'does not name it'],
  ['an entry that is a URL', 'https://a.example/', ['https://a.example/'], 'does not name it'],
  ['a relative URL', '/callbacks', ['a.example'], 'not an absolute URL'],
  ['no URL', 'a.example', ['a.example'], 'not an absolute URL'],
  ['http without an exact entry', 'http://a.example/', ['a.example'], 'http is not encrypted'],
  ['http on another port than the exact one', 'http://a.example:81/', ['a.example:80'], 'with another port'],
  ['another scheme', 'ftp://a.example/', ['a.example'], 'scheme is not https'],
  ['a file', 'file:///etc/passwd', ['a.example'], 'scheme is not https'],
  ['another port', 'https://a.example:8443/', ['a.example'], 'port 443 alone'],
  ['a port that differs', 'https://a.example:8443/', ['a.example:8444'], 'with another port'],
  ['a user', 'https://me@a.example/', ['a.example'], 'a user or a password'],
  ['a password', 'https://:pw@a.example/', ['a.example'], 'a user or a password'],
  [
    'a user that looks like the host',
    'https://a.example@evil.example/',
    ['a.example'],
    'a user or a password',
  ],
])('%s is refused without a look-up, with what to do', async (_, url, allowedHosts, why) => {
  const refused = ask(url, { allowedHosts, resolve: noLookUp });
  await expect(refused).rejects.toMatchObject({
    code: 'destination_refused',
    kind: 'input',
    data: { why: expect.stringContaining(why), next: expect.stringMatching(/^[A-Z].*\.$/) },
  });
});

test('an empty list says where to add the host', async () => {
  await expect(ask('https://a.example/', { resolve: noLookUp })).rejects.toMatchObject({
    nextStep: 'If it is meant, add "a.example" to callback_allowed_hosts in the workflow file.',
  });
});

test.each([
  ['in capitals', 'https://A.EXAMPLE/', 'a.example'],
  ['listed in capitals', 'https://a.example/', 'A.Example'],
  ['with the dot of a full name', 'https://a.example./', 'a.example'],
  ['listed with that dot', 'https://a.example/', 'a.example.'],
  ['with letters of its own', 'https://bücher.example/', 'xn--bcher-kva.example'],
  ['listed with them', 'https://xn--bcher-kva.example/', 'bücher.example'],
  ['in full width', 'https://ａ.example/', 'a.example'],
  ['with its default port', 'https://a.example:443/', 'a.example'],
  ['listed with its default port', 'https://a.example/', 'a.example:443'],
  ['with http, listed with its default port', 'http://a.example/', 'a.example:80'],
])('a host %s is the same host', async (_, url, entry) => {
  const none = async () => [];
  await expect(ask(url, { allowedHosts: [entry], resolve: none })).rejects.toMatchObject({
    code: 'destination_unreachable',
  });
});

test.each([
  [
    'a name that is not there',
    async () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })),
    'ENOTFOUND',
  ],
  ['a name without addresses', async () => [], 'its name has no address'],
  ['a look-up that hangs', () => new Promise<never>(() => {}), 'not within 0.05 s'],
])('%s is unreachable: nothing was sent', async (_, resolve, cause) => {
  await expect(
    ask('https://a.example/', { allowedHosts: ['a.example'], resolve, timeoutMs: 50 }),
  ).rejects.toMatchObject({ code: 'destination_unreachable', data: { host: 'a.example', cause } });
});

test('a port where nobody listens is unreachable', async () => {
  const host = await rawServer(() => {});
  const url = `http://${host}/`;
  const closed = `http://receiver.test:1/`;
  await expect(ask(closed, { allowedHosts: ['receiver.test:1'] })).rejects.toMatchObject({
    code: 'destination_unreachable',
    data: { host: 'receiver.test:1', cause: 'ECONNREFUSED' },
  });
  await expect(
    ask(url.replace('http:', 'https:'), { allowedHosts: [host], timeoutMs: 100 }),
  ).rejects.toMatchObject({
    code: 'destination_unreachable',
  });
});

test.each<[string, (socket: Socket) => void, string]>([
  ['says nothing', () => {}, 'not within 0.1 s'],
  ['hangs up', (socket) => socket.once('data', () => socket.destroy()), 'ECONNRESET'],
  ['resets', (socket) => socket.once('data', () => socket.resetAndDestroy()), 'ECONNRESET'],
  ['speaks something else', (socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'), 'HPE_INVALID_CONSTANT'],
  ['stops in the headers', (socket) => socket.write('HTTP/1.1 200 OK\r\nx-a'), 'not within 0.1 s'],
  [
    'stops in the body',
    (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc'),
    'not within 0.1 s',
  ],
  [
    'resets in a body of unknown length',
    (socket) =>
      socket.write('HTTP/1.1 200 OK\r\n\r\nabc', () => setTimeout(() => socket.resetAndDestroy(), 20)),
    'ECONNRESET',
  ],
  [
    'ends in the body',
    (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc'),
    'ECONNRESET',
  ],
])('a receiver that %s is silent: it may have the request', async (_, onSocket, cause) => {
  const host = await rawServer(onSocket);
  const url = `http://${host}/x?key=${secrets.query}`;
  const failure = ask(url, { allowedHosts: [host], timeoutMs: 100 });
  await expect(failure).rejects.toMatchObject({ code: 'destination_silent', data: { host, cause } });
});

test('a body that drips is left at the deadline, however steadily it drips', async () => {
  const host = await rawServer((socket) => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    const drip = setInterval(() => socket.write('x'), 20);
    socket.once('close', () => clearInterval(drip));
  });
  const startedAt = performance.now();
  await expect(ask(`http://${host}/`, { allowedHosts: [host], timeoutMs: 150 })).rejects.toMatchObject({
    code: 'destination_silent',
  });
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

test('an answer over the cap is its beginning, said so, and the connection ends', async () => {
  let ended: () => void;
  const closed = new Promise<void>((resolve) => (ended = resolve));
  const host = await rawServer((socket) => {
    socket.once('close', () => ended());
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    const flood = setInterval(() => socket.write('x'.repeat(10_000)), 1);
    socket.once('close', () => clearInterval(flood));
  });
  const answer = await ask(`http://${host}/`, { allowedHosts: [host], maxAnswerBytes: 1_000 });

  expect([answer.status, answer.body, answer.truncated]).toEqual([200, 'x'.repeat(1_000), true]);
  await closed;
});

test('an answer as long as the cap is whole', async () => {
  const receiver = await startReceiver(() => ({ status: 200, body: 'x'.repeat(1_000) }));
  const answer = await ask(receiver.url, { allowedHosts: [receiver.host], maxAnswerBytes: 1_000 });
  expect([answer.body.length, answer.truncated]).toEqual([1_000, false]);
});

test('a stop ends it: before the connection nothing was sent, after it something may have been', async () => {
  const stopped = AbortSignal.abort();
  await expect(
    ask('https://a.example/', { allowedHosts: ['a.example'] }, { signal: stopped }),
  ).rejects.toMatchObject({ code: 'destination_unreachable', data: { cause: 'the run was stopped' } });

  const stop = new AbortController();
  const host = await rawServer((socket) => socket.once('data', () => stop.abort()));
  await expect(
    ask(`http://${host}/`, { allowedHosts: [host] }, { signal: stop.signal }),
  ).rejects.toMatchObject({ code: 'destination_silent', data: { cause: 'the run was stopped' } });
});

test('a header that cannot be sent is refused by its name, without its value', async () => {
  const headers = { authorization: `Bearer ${secrets.token}\n` };
  const refused = ask('https://a.example/', { allowedHosts: ['a.example'], resolve: noLookUp }, { headers });
  await expect(refused).rejects.toMatchObject({
    code: 'destination_refused',
    data: { why: 'the header authorization would hold characters that no header can carry' },
  });
});

test('the second of two addresses serves when the first does not answer', async () => {
  const receiver = await startReceiver();
  const resolve = async () => [
    { address: '::1', family: 6 },
    { address: '127.0.0.1', family: 4 },
  ];
  expect((await ask(receiver.url, { allowedHosts: [receiver.host], resolve })).status).toBe(204);
});
