import type { ToolCall, ToolSpec } from '../model/model-port.ts';

/** What a tool call came to. An error is an answer too: the model reads it and goes on. */
export interface ToolResult {
  content: string;
  isError: boolean;
}

/** The tools of one run, behind the policy: what is not allowed is answered, not executed. */
export interface ToolBox {
  /** Which server serves them: `builtin`, `github` or an address, with its version where it says one. */
  server: string;
  specs: readonly ToolSpec[];
  call(call: ToolCall, signal: AbortSignal): Promise<ToolResult>;
  close(): Promise<void>;
}
