import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { cappedStream } from './capped-stream.ts';
import { connectServer } from './connect-server.ts';
import { serverLimits, type ServerLimits, type ToolServer } from './tool-server.ts';

/**
 * Connects to any MCP server over streamable HTTP. It is sent no token: whoever runs it has its own way to GitHub.
 * Redirects are followed nowhere.
 * @throws ServerLost
 */
export async function startRemoteServer(
  address: string,
  fetch: typeof globalThis.fetch,
  limits: ServerLimits = serverLimits,
): Promise<ToolServer> {
  const url = new URL(address);
  const transport = new StreamableHTTPClientTransport(url, {
    fetch: cappedStream(fetch),
    requestInit: { redirect: 'error' },
  });
  // Not the whole address: its query may hold a key.
  return connectServer(`${url.origin}${url.pathname}`, transport, limits);
}
