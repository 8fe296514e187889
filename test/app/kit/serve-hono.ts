import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import { type Listening, listen } from '../../github/http/listen.ts';

export interface ServedHono extends Listening {
  /** What is served from now on; the address is known before. */
  app: Hono | null;
}

/** A Hono app on a real socket of the loopback address; it ends with the test. */
export async function serveHono(app: Hono | null = null): Promise<ServedHono> {
  const served: { app: Hono | null } = { app };
  const listening = await listen(async (request, response) => {
    if (served.app === null) throw new Error('nothing is served yet');
    await getRequestListener(served.app.fetch)(request, response);
  });
  onTestFinished(listening.close);
  return Object.assign(served, listening);
}
