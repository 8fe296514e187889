import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import {
  createIntake,
  type IntakeOptions,
  type IntakeReport,
  intakePath,
} from '../../../app/intake/create-intake.ts';
import { intakeServerOptions } from '../../../app/intake/intake-limits.ts';
import type { Enqueue, EnqueueAll } from '../../../app/jobs/jobs.ts';

export const secret = 'a webhook secret of the tests';

/** As many single ones. */
export const allWith =
  (enqueue: Enqueue): EnqueueAll =>
  async (db, name, all) => {
    for (const data of all) await enqueue(db, name, data);
  };

export const signatureOf = (body: string | Buffer, key = secret) =>
  `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;

/** What GitHub sends beside a body. */
export const webhookHeaders = (body: string | Buffer, event = 'ping', deliveryId: string = randomUUID()) => ({
  'content-type': 'application/json',
  'x-github-event': event,
  'x-github-delivery': deliveryId,
  'x-hub-signature-256': signatureOf(body),
});

export interface RunningIntake {
  url: string;
  port: number;
  reports: IntakeReport[];
  /** Posts a signed webhook; `headers` replace single ones, an empty one takes it away. */
  send(
    body: string | object,
    options?: { event?: string; deliveryId?: string; headers?: Record<string, string> },
  ): Promise<{ status: number; body: unknown; headers: Headers }>;
}

/** An intake behind a server of its own, that ends with the test. */
export async function intakeForTest(
  options: Omit<IntakeOptions, 'secrets' | 'clock'> & Partial<Pick<IntakeOptions, 'secrets' | 'clock'>>,
): Promise<RunningIntake> {
  const reports: IntakeReport[] = [];
  const intake = createIntake({
    secrets: [secret],
    clock: () => new Date('2026-11-20T12:00:00Z'),
    onAnswer: (report) => reports.push(report),
    ...options,
  });
  const server = createServer(intakeServerOptions, (request, response) => {
    void Promise.resolve(intake(request, response)).then((isTaken) => {
      if (!isTaken) response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}${intakePath}`;
  return {
    url,
    port,
    reports,
    async send(given, { event, deliveryId, headers = {} } = {}) {
      const body = typeof given === 'string' ? given : JSON.stringify(given);
      const all = { ...webhookHeaders(body, event, deliveryId), ...headers };
      const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
      const response = await fetch(url, { method: 'POST', headers: sent, body });
      const text = await response.text();
      return { status: response.status, body: text && JSON.parse(text), headers: response.headers };
    },
  };
}
