import { createServer, type IncomingMessage, type ServerOptions, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { sendJson } from '../intake/send-json.ts';

export interface HttpOptions {
  host: string;
  port: number;
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;
  /** Told what a handler threw; its connection is ended. */
  onError: (error: unknown) => void;
  sleep: (ms: number) => Promise<void>;
  server?: ServerOptions;
}

export interface ServedHttp {
  url: string;
  /** Refuses what comes from now on, waits for answers under way for at most so long, and cuts off the rest. */
  close(graceMs: number): Promise<void>;
}

/** Between two looks for connections that have fallen idle; Node ends none of them by itself. */
const lookMs = 50;

const stopping = new ZenPulseError('app_unavailable', { what: 'it is being stopped' });

/** @throws ZenPulseError `address_unavailable` */
export async function serveHttp(options: HttpOptions): Promise<ServedHttp> {
  const { host, port, handle, onError, sleep } = options;
  let isClosing = false;
  const server = createServer(options.server ?? {}, (request, response) => {
    if (!isClosing) {
      handle(request, response).catch((error: unknown) => {
        onError(error);
        response.destroy();
      });
      return;
    }
    response.setHeader('connection', 'close');
    const { code, message, nextStep } = stopping;
    const body = { code, message, next_step: nextStep };
    sendJson(request, response, { status: 503, body, headers: { 'retry-after': '15' } });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new ZenPulseError(
          'address_unavailable',
          { address: `${host}:${port}`, cause: cause.message },
          { cause },
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  const { address, port: bound, family } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`,
    async close(graceMs) {
      isClosing = true;
      let isClosed = false;
      const closed = new Promise<void>((resolve) => server.close(() => resolve())).then(() => {
        isClosed = true;
      });
      for (let waited = 0; !isClosed && waited < graceMs; waited += lookMs) {
        server.closeIdleConnections();
        await Promise.race([closed, sleep(lookMs)]);
      }
      server.closeAllConnections();
      await closed;
    },
  };
}
