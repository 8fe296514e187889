/** A tool as its server describes it; only code reads this, the model never does. */
export interface ServerTool {
  name: string;
  description: string;
  inputSchema: unknown;
}

/** What a server answered. Everything in it is untrusted. */
export interface ServerAnswer {
  /** Content blocks as they came. */
  blocks: readonly unknown[];
  isError: boolean;
}

/** A connected MCP server. */
export interface ToolServer {
  /** `builtin`, `github 1.12.1`, or an address. */
  name: string;
  tools: readonly ServerTool[];
  /** @throws ServerLost when there is no answer to be had */
  call(tool: string, input: Record<string, unknown>, signal: AbortSignal): Promise<ServerAnswer>;
  /** Ends it with all its processes; a second time does nothing. */
  close(): Promise<void>;
}

/** The server did not start, went away, hung or broke the protocol. */
export class ServerLost extends Error {
  override readonly name = 'ServerLost';
}

export interface ServerLimits {
  /** From the start to the list of tools, in milliseconds. */
  startMs: number;
  /** One call, in milliseconds. */
  callMs: number;
}

export const serverLimits: ServerLimits = { startMs: 10_000, callMs: 20_000 };
