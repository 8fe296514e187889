import { lookup } from 'node:dns/promises';
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { DeliveryEdges } from '../../../delivery/edges.ts';
import { createGuardedFetch } from '../../../delivery/guarded-fetch.ts';
import type { SlackTarget } from '../../../delivery/slack.ts';
import { slackFaults } from './slack-rules.ts';

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** Instead of an answer: says nothing, breaks the connection, or stops in the middle of the body. */
  instead?: 'silence' | 'reset' | 'half';
}

export interface Posted {
  path: string;
  authorization: string | undefined;
  body: Record<string, unknown>;
  /** Reading of the story's clock when it came in, in milliseconds from the start. */
  at: number;
  /** How it was answered. */
  status: number | null;
}

export const secretPath = '/services/T0SECRET/B0SECRET/xoxSECRETxox';
export const token = 'xoxb-SECRET-SECRET';

const words: Readonly<Record<number, string>> = { 400: 'invalid_payload', 404: 'no_service' };

/**
 * A stand-in for Slack on a real socket. It answers what it was told to, then as Slack does: it refuses what breaks
 * Slack's rules, and more than one message a second.
 */
export async function startSlack(...script: Answer[]) {
  const startedAt = Date.parse('2026-11-08T09:00:00Z');
  let now = startedAt;
  let lastPost = Number.NEGATIVE_INFINITY;
  const posts: Posted[] = [];
  const waits: number[] = [];
  const sockets = new Set<Socket>();

  function answerOf(path: string, body: Record<string, unknown>): Answer {
    const isBot = path.endsWith('/chat.postMessage');
    const { text, blocks } = body;
    const faults = slackFaults({ text, blocks });
    if (faults.length > 0)
      return isBot
        ? { body: JSON.stringify({ ok: false, error: 'invalid_blocks', faults }) }
        : { status: 400, body: 'invalid_blocks' };
    if (now - lastPost < 1_000) return { status: 429, headers: { 'retry-after': '1' } };
    lastPost = now;
    return {
      body: isBot ? JSON.stringify({ ok: true, channel: 'C0123456789', ts: `${now / 1_000}.000100` }) : 'ok',
    };
  }

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
      const answer = script.shift() ?? answerOf(path, body);
      const { status = 200, headers = {}, instead } = answer;
      const answered = instead === undefined ? status : null;
      const authorization = request.headers.authorization;
      posts.push({ path, authorization, body, at: now - startedAt, status: answered });
      if (instead === 'silence') return;
      if (instead === 'reset') {
        request.socket.destroy();
        return;
      }
      if (instead === 'half') {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"ok":true,');
        setTimeout(() => request.socket.destroy(), 10);
        return;
      }
      response.writeHead(status, headers);
      response.end(answer.body ?? words[status] ?? '');
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  onTestFinished(close);

  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = new AbortController();
  const edges: DeliveryEdges = {
    fetch: createGuardedFetch({
      allowedHosts: [host],
      resolve: async (name) => lookup(name, { all: true }),
      timeoutMs: 500,
    }),
    clock: () => new Date(now),
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      waits.push(ms);
      now += ms;
    },
    random: () => 0,
    signal: stop.signal,
  };
  const webhook: SlackTarget = { kind: 'webhook', url: `http://${host}${secretPath}` };
  const bot: SlackTarget = { kind: 'bot', token, channel: 'C0123456789', apiUrl: `http://${host}/api` };
  return {
    edges,
    webhook,
    bot,
    posts,
    /** What was waited, in milliseconds. */
    waits,
    /** Stops the run. */
    stop: () => stop.abort(new Error('stopped')),
    /** Goes off the network. */
    close,
    /** Texts of the messages that were accepted. */
    accepted: () => posts.filter(({ status }) => status === 200).map(({ body }) => body['text']),
  };
}
