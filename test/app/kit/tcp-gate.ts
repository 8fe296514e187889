import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface TcpGate {
  port: number;
  /** New connections are refused and those that are open are cut. */
  down(): void;
  /** Connections stay open, and nothing passes. */
  stall(): void;
  /** As at the start; what was stalled goes on. */
  up(): void;
}

/** A way to a server on this machine that a test can cut or clog. It ends with the test. */
export async function tcpGate(toPort: number): Promise<TcpGate> {
  let state: 'up' | 'down' | 'stalled' = 'up';
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    if (state === 'stalled') socket.pause();
  };
  const server = createServer((inner) => {
    if (state === 'down') {
      inner.on('error', () => undefined).destroy();
      return;
    }
    const outer = connect(toPort, '127.0.0.1');
    keep(inner);
    keep(outer);
    const pipe = (from: Socket, to: Socket) => {
      from.on('data', (chunk: Buffer) => to.write(chunk)).on('close', () => to.destroy());
      if (state === 'stalled') from.pause();
    };
    pipe(inner, outer);
    pipe(outer, inner);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(async () => {
    cut();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    port: (server.address() as AddressInfo).port,
    down() {
      state = 'down';
      cut();
    },
    stall() {
      state = 'stalled';
      for (const socket of sockets) socket.pause();
    },
    up() {
      state = 'up';
      for (const socket of sockets) socket.resume();
    },
  };
}
