import type { ReportDraft } from '../../../contract/report.ts';
import type { ModelPort, ModelReply, ModelRequest, ToolCall } from '../model/model-port.ts';
import type { PullIds } from '../prompt/compact-manifest.ts';
import type { ToolBox, ToolResult } from '../tools/tool-box.ts';
import type { AgentLimits } from './budget.ts';

/** What the nodes of the loop work with. */
export interface AgentDeps {
  port: ModelPort;
  tools: ToolBox;
  limits: AgentLimits;
  ids: PullIds;
  /** What verify says of a draft; empty when it passes. */
  check: (draft: ReportDraft) => string[];
  /** Marks text from outside as data, so that a model can tell it from instructions. */
  fence: (text: string) => string;
  /** Ends every call: the run's deadline, or the job being stopped. */
  signal: AbortSignal;
  onModelCall: (request: ModelRequest, reply: ModelReply) => void;
  onToolCall: (call: ToolCall, result: ToolResult) => void;
}
