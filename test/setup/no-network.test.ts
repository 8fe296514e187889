import dns from 'node:dns/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import net from 'node:net';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowOnlyLoopback, isLoopback } from './loopback-only.ts';

/** What was refused since the last call; emptied, so that the set-up does not fail this test for it. */
const takeAttempts = () => allowOnlyLoopback().splice(0);
const connected = (socket: net.Socket) =>
  new Promise<string>((resolve) => {
    socket.once('connect', () => resolve('connected')).once('error', (error) => resolve(error.message));
  }).finally(() => socket.destroy());
const answered = (options: http.RequestOptions) =>
  new Promise<string>((resolve) => {
    http
      .get(options)
      .once('response', (response) => resolve(String(response.resume().statusCode)))
      .once('error', (error) => resolve(error.message));
  });

describe('the network guard', () => {
  const server = http.createServer((_, response) => response.end('hello'));
  let port = 0;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  it('lets loopback through, by address and by name', async () => {
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('hello');
    expect(await connected(net.connect(port, 'localhost'))).toBe('connected');
    expect(takeAttempts()).toEqual([]);
  });

  it('refuses fetch, sockets and TLS to other hosts', async () => {
    await expect(fetch('https://api.github.com/')).rejects.toThrow('fetch failed');
    expect(await connected(net.connect(80, '192.0.2.1'))).toMatch('Refused in tests: 192.0.2.1:80');
    expect(await connected(tls.connect({ host: 'slack.com', port: 443 }))).toMatch('Refused in tests');
    expect(await answered({ host: '192.0.2.1', port: 80 })).toMatch('Refused in tests: 192.0.2.1:80');
    expect(takeAttempts()).toEqual(['api.github.com:443', '192.0.2.1:80', 'slack.com:443', '192.0.2.1:80']);
  });

  it('refuses look-ups of other names', async () => {
    await expect(dns.lookup('example.com')).rejects.toThrow('Refused in tests');
    await expect(dns.resolve4('example.com')).rejects.toThrow('Refused in tests');
    expect(takeAttempts()).toEqual(['example.com (dns.lookup)', 'example.com (dns.resolve4)']);
  });

  it('judges a look-up of the test by the address it gives', async () => {
    const request = (address: string) =>
      answered({
        host: 'hook.example',
        port,
        agent: false,
        lookup: (_, options, done) =>
          options.all ? done(null, [{ address, family: 4 }]) : done(null, address, 4),
      });
    expect(await request('127.0.0.1')).toBe('200');
    expect(await request('192.0.2.1')).toMatch('Refused in tests: hook.example (192.0.2.1)');
    expect(takeAttempts()).toEqual(['hook.example (192.0.2.1)']);
  });

  it('knows loopback addresses', () => {
    expect(
      ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1', 'localhost'].filter(isLoopback),
    ).toHaveLength(5);
    expect(['0.0.0.0', '10.0.0.1', '127.0.0.1.example', 'localhost.example'].filter(isLoopback)).toEqual([]);
  });
});
