import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { type IncomingRequest, readPath } from './incoming-request.ts';

/** Reads a request whole. */
export async function readRequest(request: IncomingMessage, url: string): Promise<IncomingRequest> {
  const asked = new URL(request.url ?? '/', url);
  const { path, layout } = readPath(asked.pathname);
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: request.method ?? 'GET',
    path,
    layout,
    query: asked.searchParams,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: await text(request),
    apiUrl: layout === 'root' ? url : `${url}/api/v3`,
  };
}
