import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { fakeTools } from './fake-stdio-server.ts';

export interface FakeHttpServer {
  url: string;
  /** Headers of every request so far. */
  headers: IncomingHttpHeaders[];
  calls: unknown[];
}

/** An MCP server over streamable HTTP that answers every call with a text. @param redirect sends everybody there */
export async function fakeHttpServer(answer: string, redirect?: string): Promise<FakeHttpServer> {
  const headers: IncomingHttpHeaders[] = [];
  const calls: unknown[] = [];
  const resultOf = (method: string, params: unknown): object => {
    if (method === 'initialize') {
      const serverInfo = { name: 'fake', version: '1' };
      return { protocolVersion: '2025-06-18', capabilities: { tools: {} }, serverInfo };
    }
    if (method === 'tools/list') return { tools: fakeTools() };
    calls.push(params);
    return { content: [{ type: 'text', text: answer }] };
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    headers.push(request.headers);
    if (redirect) return response.writeHead(307, { location: redirect }).end();
    if (request.method !== 'POST') return response.writeHead(405).end();
    const { id, method, params } = JSON.parse(await text(request)) as {
      id?: unknown;
      method: string;
      params?: unknown;
    };
    if (id === undefined) return response.writeHead(202).end();
    const body = JSON.stringify({ jsonrpc: '2.0', id, result: resultOf(method, params) });
    return response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`, headers, calls };
}
