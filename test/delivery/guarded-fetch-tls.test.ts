import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { createGuardedFetch } from '../../delivery/guarded-fetch.ts';
import { selfSigned } from './receivers/self-signed.ts';
import { secrets } from './zenpulse/sending.ts';

/** An https receiver whose certificate is for `host`; what it was sent, and the names it was asked by. */
async function secureReceiver(host: string, isTrusted: boolean) {
  const { key, cert } = selfSigned(host);
  const received: string[] = [];
  const names: unknown[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    received.push(`${request.headers.host} ${request.headers.authorization}`);
    response.writeHead(204).end();
  });
  server.on('secureConnection', (socket) => {
    names.push((socket as tls.TLSSocket & { servername: unknown }).servername);
    socket.on('data', (data) => received.push(data.toString('latin1')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const usual = tls.getCACertificates();
  if (isTrusted) tls.setDefaultCACertificates([...usual, cert]);
  onTestFinished(() => {
    tls.setDefaultCACertificates(usual);
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, received, names };
}

const post = (host: string) =>
  createGuardedFetch({
    allowedHosts: [host],
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  })({ url: `https://${host}/x`, headers: { authorization: `Bearer ${secrets.token}` }, body: '{}' });

test('https goes to the checked address, under the name that was asked for', async () => {
  const { port, received, names } = await secureReceiver('receiver.test', true);
  const host = `receiver.test:${port}`;

  expect((await post(host)).status).toBe(204);
  expect(names).toEqual(['receiver.test']);
  expect(received.join('\n')).toContain(`${host} Bearer ${secrets.token}`);
});

test('a certificate that nobody vouches for ends it before a byte of the request', async () => {
  const { port, received } = await secureReceiver('receiver.test', false);
  await expect(post(`receiver.test:${port}`)).rejects.toMatchObject({
    code: 'destination_unreachable',
    data: { cause: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  });
  expect(received).toEqual([]);
});

test.each(['other.test', '127.0.0.1'])(
  'a certificate for another host than %s ends it as well',
  async (name) => {
    const { port, received } = await secureReceiver('receiver.test', true);
    await expect(post(`${name}:${port}`)).rejects.toMatchObject({
      code: 'destination_unreachable',
      data: { cause: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    });
    expect(received).toEqual([]);
  },
);
