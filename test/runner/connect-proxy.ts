import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';

/** A company's proxy, the only one that can reach the hosts it is told of. */
export interface ConnectProxy {
  url: string;
  /** `host:port` of each tunnel asked for, in order. */
  tunnels: string[];
  close(): Promise<void>;
}

/** @param places each `host:port` it can reach, with the address on this machine that stands for it */
export async function startConnectProxy(places: Readonly<Record<string, string>>): Promise<ConnectProxy> {
  const tunnels: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_, response) => void response.writeHead(405).end());
  server.on('connect', (request, client: Socket) => {
    const host = request.url ?? '';
    tunnels.push(host);
    const place = places[host];
    if (place === undefined) return void client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const { hostname, port } = new URL(place);
    const target = connect(Number(port), hostname);
    for (const socket of [client, target]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    }
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    // Either end may leave at any time; the other then ends as well.
    void Promise.allSettled([pipeline(client, target), pipeline(target, client)]);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
