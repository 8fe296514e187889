import { connectServer } from './connect-server.ts';
import { neededTools } from './server-shape.ts';
import { createStdioTransport } from './stdio-transport.ts';
import { serverLimits, type ServerLimits, type ToolServer } from './tool-server.ts';

export interface OfficialServer {
  /** What reports call it. */
  name: string;
  binary: string;
  token: string;
  /** Such as `https://github.com`: GitHub's address with its scheme. */
  serverUrl: string;
  /** Of this process; the child gets of it only the ways to GitHub. */
  environment: NodeJS.ProcessEnv;
}

/** Exact names: the server does not start when it has no tool of such a name. */
export const officialArguments = ['stdio', '--read-only', '--tools', Object.keys(neededTools).join(',')];

/** Proxies and certificates, and what a program needs to start at all. */
const inherited = [
  'PATH',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'SYSTEMROOT',
  'TEMP',
  'TMPDIR',
];

function environmentOf({ environment, token, serverUrl }: OfficialServer): Record<string, string> {
  const kept = inherited.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    GITHUB_PERSONAL_ACCESS_TOKEN: token,
    GITHUB_HOST: serverUrl,
  };
}

/** Starts GitHub's own MCP server, or a binary that takes the same options. @throws ServerLost */
export async function startOfficialServer(
  options: OfficialServer,
  limits: ServerLimits = serverLimits,
): Promise<ToolServer> {
  const transport = createStdioTransport({
    command: options.binary,
    args: officialArguments,
    environment: environmentOf(options),
  });
  const lastWords = () => {
    const words = transport.stderr().replaceAll(options.token, '***').replaceAll(/\s+/g, ' ').trim();
    return words === '' ? '' : `it said: ${words.slice(-200)}`;
  };
  return connectServer(options.name, transport, limits, lastWords);
}
