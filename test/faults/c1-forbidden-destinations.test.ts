import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createGuardedFetch, type GuardOptions } from '../../delivery/guarded-fetch.ts';
import { startReceiver } from '../delivery/receivers/start-receiver.ts';
import { allowOnlyLoopback } from '../setup/loopback-only.ts';
import { secrets, send, sendingTo } from '../delivery/zenpulse/sending.ts';

/** A private service that counts whoever connects, whatever they say. */
async function privateService() {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: (server.address() as AddressInfo).port, connections: () => connections };
}

type Addresses = readonly string[];

const ask = (url: string, allowedHosts: readonly string[], resolve?: GuardOptions['resolve']) =>
  createGuardedFetch({ allowedHosts, resolve: resolve ?? noLookUp })({ url, headers: {}, body: '{}' });
const noLookUp = () => Promise.reject(new Error('nothing is looked up'));
const leadsTo = (addresses: Addresses) => async () =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

const spellings = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '0x7f.1',
  '127.0.0.1.',
  '%31%32%37.0.0.1',
  '１２７.0.0.1',
  '127。0。0。1',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[2002:7f00:1::]',
  '0.0.0.0',
  '[::]',
];

test.each(spellings)('C1: an entry without a port does not open %s', async (spelling) => {
  const { hostname } = new URL(`https://${spelling}/`);
  const service = await privateService();
  await expect(ask(`https://${spelling}/`, [hostname, spelling])).rejects.toMatchObject({
    code: 'destination_refused',
    data: { why: expect.stringContaining('is not public') },
  });
  await expect(ask(`https://${spelling}:${service.port}/`, [hostname])).rejects.toMatchObject({
    code: 'destination_refused',
  });
  await expect(ask(`http://${spelling}:${service.port}/`, [hostname])).rejects.toMatchObject({
    code: 'destination_refused',
  });
  expect(service.connections()).toBe(0);
});

test.each<[string, Addresses]>([
  ['this machine', ['127.0.0.1']],
  ['this machine, by IPv6', ['::1']],
  ['a private network', ['10.1.2.3']],
  ['another', ['192.168.1.1']],
  ['a third', ['172.16.0.1']],
  ["a carrier's network", ['100.64.0.1']],
  ['a unique local address', ['fd12:3456::1']],
  ['a link-local address', ['fe80::1']],
  ['the metadata service', ['169.254.169.254']],
  ['the metadata service by IPv6', ['fd00:ec2::254']],
  ["Alibaba's", ['100.100.100.200']],
  ["Oracle's", ['192.0.0.192']],
  ["Azure's wire server", ['168.63.129.16']],
  ['an embedded address (NAT64)', ['64:ff9b::a9fe:a9fe']],
  ['an embedded address (NAT64, local)', ['64:ff9b:1::a9fe:a9fe']],
  ['an embedded address (6to4)', ['2002:a9fe:a9fe::1']],
  ['an embedded address (Teredo)', ['2001:0:a9fe:a9fe::1']],
  ['a mapped address', ['::ffff:169.254.169.254']],
  ['a translated address', ['::ffff:0:169.254.169.254']],
  ['broadcast', ['255.255.255.255']],
  ['multicast', ['224.0.0.1']],
  ['benchmarks', ['198.18.0.1']],
  ['documentation', ['203.0.113.7']],
  ['what nobody was given', ['4000::1']],
  ['no address', ['localhost']],
  ['a public address and a private one', ['93.184.215.14', '10.0.0.1']],
  ['a private address and a public one', ['10.0.0.1', '93.184.215.14']],
])('C1: a name that leads to %s is refused before anything connects', async (_, addresses) => {
  // The network guard of the tests would fail this one if anything tried to leave the machine.
  await expect(ask('https://receiver.test/', ['receiver.test'], leadsTo(addresses))).rejects.toMatchObject({
    code: 'destination_refused',
    data: { host: 'receiver.test' },
  });
});

test('C1: a name that answers differently the second time is asked once, and where it led first is where it goes', async () => {
  const receiver = await startReceiver();
  const asked: string[] = [];
  const rebinding = async (name: string) => {
    asked.push(name);
    // An exact entry opens loopback, and never the metadata service.
    return [{ address: asked.length === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }];
  };
  const fetch = createGuardedFetch({ allowedHosts: [receiver.host], resolve: rebinding });
  const request = { url: receiver.url, headers: {}, body: '{}' };

  expect((await fetch(request)).status).toBe(204);
  expect(asked).toEqual(['receiver.test']);
  await expect(fetch(request)).rejects.toMatchObject({ code: 'destination_refused' });
  expect([asked.length, receiver.received.length]).toEqual([2, 1]);
});

test('C1: a name that is public when it is checked and private a moment later is connected to as checked', async () => {
  let asked = 0;
  const rebinding = async () => {
    asked += 1;
    return [{ address: asked === 1 ? '93.184.215.14' : '127.0.0.1', family: 4 }];
  };

  await expect(ask('https://receiver.test/', ['receiver.test'], rebinding)).rejects.toMatchObject({
    code: 'destination_unreachable',
  });
  expect(asked).toBe(1);
  // The network guard of the tests stopped the only connection there was, and saw where it went.
  expect(allowOnlyLoopback().splice(0)).toEqual(['receiver.test (93.184.215.14)']);
});

test.each([301, 302, 303, 307, 308])(
  'C1: a redirect (%i) is an answer, and nobody follows it',
  async (status) => {
    const service = await privateService();
    const receiver = await startReceiver(() => ({
      status,
      headers: { location: `http://127.0.0.1:${service.port}/` },
    }));
    const sending = sendingTo(receiver.host, { allowedHosts: [receiver.host, `127.0.0.1:${service.port}`] });
    const { state, problem } = await send(
      { url: receiver.url, proof: { kind: 'token', token: secrets.token } },
      sending,
    );

    expect([state, problem?.code]).toEqual(['refused', 'callback_refused']);
    expect(problem?.nextStep).toContain('Redirects are not followed');
    expect([receiver.received.length, service.connections(), sending.waits]).toEqual([1, 0, []]);
  },
);

test('C1: a callback to a forbidden place is not tried again, and its dead letter has no query', async () => {
  const service = await privateService();
  const url = `https://127.0.0.1:${service.port}/callbacks?key=${secrets.query}`;
  const sending = sendingTo('zenpulse.example.com');
  const { state, tries, problem } = await send({ url, signingSecret: secrets.signing }, sending);

  expect([state, tries.length, problem?.code]).toEqual(['refused', 1, 'destination_refused']);
  expect([service.connections(), sending.waits]).toEqual([0, []]);
});
