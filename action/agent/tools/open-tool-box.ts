import type { Manifest, Notice } from '../../../contract/manifest.ts';
import { cleanTitle } from './clean-text.ts';
import type { Source } from '../../sources/source.ts';
import { startBuiltinServer } from './builtin-server.ts';
import { startOfficialServer } from './official-server.ts';
import { pinnedServer } from './pinned-server.ts';
import { startRemoteServer } from './remote-server.ts';
import { type NeededTool, shapeProblem } from './server-shape.ts';
import { startSteadyServer } from './steady-server.ts';
import type { ToolBox } from './tool-box.ts';
import { createToolBox, type ToolLimits } from './tool-policy.ts';
import type { ServerLimits, ToolServer } from './tool-server.ts';
import { within } from './within.ts';

export interface ToolBoxOptions {
  manifest: Manifest;
  sources: readonly Source[];
  /** `github`, `builtin`, the address of an MCP server, or the path of a binary. */
  mcpServer: string;
  /** Null without a token: only the built-in server works then. */
  github: { token: string; serverUrl: string } | null;
  environment: NodeJS.ProcessEnv;
  fetch: typeof globalThis.fetch;
  /** Path of the pinned binary; asked for only when it is to be started. */
  install: () => Promise<string>;
  /** Digests that the tools of `github` must have; default: those pinned with its version. */
  pins?: Readonly<Record<NeededTool, string>>;
  /** Told what a reader of the report should know, also later, when a server is given up during the run. */
  onNotice: (notice: Notice) => void;
  limits?: ToolLimits;
  serverLimits?: ServerLimits;
}

/** The download with all its tries; the start itself comes on top. */
const installMs = 60_000;

interface Wanted {
  name: string;
  open: () => Promise<ToolServer>;
  pins: Readonly<Record<NeededTool, string>> | null;
}

function local(
  name: string,
  options: ToolBoxOptions,
  binary: () => Promise<string>,
): () => Promise<ToolServer> {
  return async () => {
    const { github, environment, serverLimits } = options;
    if (!github) throw new Error('there is no token for it');
    return startOfficialServer({ name, binary: await binary(), environment, ...github }, serverLimits);
  };
}

function wantedOf(options: ToolBoxOptions): Wanted | null {
  const { mcpServer, fetch, serverLimits } = options;
  if (mcpServer === 'builtin') return null;
  if (/^https?:\/\//i.test(mcpServer) && URL.canParse(mcpServer)) {
    const { origin, pathname } = new URL(mcpServer);
    const open = () => startRemoteServer(mcpServer, fetch, serverLimits);
    return { name: origin + pathname, open, pins: null };
  }
  if (mcpServer === 'github') {
    const name = `github ${pinnedServer.version}`;
    let installed: Promise<string> | null = null;
    const binary = () => (installed ??= within(installMs, 'its download', options.install()));
    return { name, open: local(name, options, binary), pins: options.pins ?? pinnedServer.toolDigests };
  }
  return { name: mcpServer, open: local(mcpServer, options, async () => mcpServer), pins: null };
}

/** A server that lacks a tool, or describes one otherwise than pinned, is ended and not called. */
async function openChecked({ open, pins }: Wanted): Promise<ToolServer> {
  const server = await open();
  const problem = shapeProblem(server, pins);
  if (problem === null) return server;
  await server.close();
  throw new Error(problem);
}

/**
 * The tools of a run. Whatever is wrong with the server that is wanted, the built-in one takes over, and a notice
 * says so: a report does not fail for want of a tool.
 */
export async function openToolBox(options: ToolBoxOptions): Promise<ToolBox> {
  const { manifest, sources, serverLimits, limits } = options;
  const builtin = () => startBuiltinServer(sources, serverLimits);
  const wanted = wantedOf(options);
  if (!wanted) return createToolBox(manifest, await builtin(), limits);

  const onReplaced = (why: string) =>
    options.onNotice({
      code: 'tool_server_replaced',
      text: `The MCP server ${cleanTitle(wanted.name)} could not be used (${cleanTitle(why)}); the built-in one took over.`,
    });
  if (sources.some(({ kind }) => kind === 'git')) {
    onReplaced('it cannot read a clone');
    return createToolBox(manifest, await builtin(), limits);
  }
  const server = await startSteadyServer({ open: () => openChecked(wanted), spare: builtin, onReplaced });
  return createToolBox(manifest, server, limits);
}
