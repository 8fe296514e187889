import type { PromptFile } from '../../contract/prompt-file.ts';
import { toJson } from '../../contract/to-json.ts';
import type { Trace } from '../lineage/trace.ts';
import { genAi } from './gen-ai-names.ts';
import type { AgentLimits } from './loop/budget.ts';
import { runAgent } from './loop/run-agent.ts';
import { submitTool } from './loop/submit-tool.ts';
import type { Message, ModelPort, ModelReply, ModelRequest, ToolCall } from './model/model-port.ts';
import { pullIds } from './prompt/compact-manifest.ts';
import type { Prompt } from './prompt/read-prompt.ts';
import { reportMessages } from './prompt/report-messages.ts';
import type { ToolBox, ToolResult } from './tools/tool-box.ts';
import type { Manifest } from '../../contract/manifest.ts';
import type { Writer, WriterUsage } from './writer.ts';

/** Raised when the loop would lead the same model to other words. */
const version = '1';

export interface AgentWriterParts {
  port: ModelPort;
  prompt: Prompt;
  limits: AgentLimits;
  /** Opens the tools of a run; they know which pull requests of the manifest may be read. */
  openTools: (manifest: Manifest) => Promise<ToolBox>;
  toolNames: readonly string[];
  /** Random text that no pull request can know. */
  newNonce: () => string;
  /** Ends the run early, as when the job is stopped. */
  signal: AbortSignal;
}

/** Writes every exchange into the trace: each message once, each reply, each tool's answer. */
function traceOf(trace: Trace, port: ModelPort) {
  let told = 0;
  const usage = { modelCalls: 0, toolCalls: 0, inputTokens: 0, outputTokens: 0 } satisfies WriterUsage;
  return {
    usage: (): WriterUsage => ({ ...usage }),
    onModelCall({ messages, tools }: ModelRequest, reply: ModelReply) {
      const fresh: readonly Message[] = messages.slice(told);
      told = messages.length;
      usage.modelCalls += 1;
      usage.inputTokens += reply.usage?.inputTokens ?? 0;
      usage.outputTokens += reply.usage?.outputTokens ?? 0;
      trace.add({
        type: 'model',
        attributes: {
          [genAi.operation]: 'chat',
          [genAi.requestModel]: port.model,
          [genAi.responseModel]: reply.model,
          [genAi.finishReasons]: [reply.finish],
          [genAi.inputTokens]: reply.usage?.inputTokens ?? null,
          [genAi.outputTokens]: reply.usage?.outputTokens ?? null,
        },
        tools: tools.map(({ name }) => name),
        messages: toJson(fresh),
        reply: toJson(reply),
      });
    },
    onToolCall(call: ToolCall, result: ToolResult) {
      usage.toolCalls += 1;
      trace.add({
        type: 'tool',
        attributes: {
          [genAi.operation]: 'execute_tool',
          [genAi.toolName]: call.name,
          [genAi.toolCallId]: call.id,
        },
        arguments: call.arguments,
        result: result.content,
        is_error: result.isError,
      });
    },
  };
}

const lineagePrompt = ({ file, sha256 }: { file: PromptFile; sha256: string }) => ({
  id: file.id,
  version: file.version,
  sha256,
});

/** The bounded agent as a writer. It hands in a draft that verify would pass, or says why it has none. */
export function createAgentWriter(parts: AgentWriterParts): Writer {
  const { port, prompt, limits } = parts;
  return {
    adapter: port.adapter,
    model: port.model,
    version,
    prompt: lineagePrompt(prompt),
    tools: [...parts.toolNames, submitTool.name],
    async write(manifest, wishes, { check, trace }) {
      const ids = pullIds(manifest);
      const bounds = { rounds: limits.iterations, toolCalls: limits.toolCalls };
      const messages = reportMessages(prompt.file, manifest, wishes, ids, bounds, parts.newNonce());
      const signal = AbortSignal.any([parts.signal, AbortSignal.timeout(limits.wallMs)]);
      const tools = await parts.openTools(manifest);
      const { usage, onModelCall, onToolCall } = traceOf(trace, port);
      try {
        const { draft, reason } = await runAgent(messages, {
          port,
          tools,
          limits,
          ids,
          check,
          signal,
          onModelCall,
          onToolCall,
        });
        return { draft, reason, notices: [], usage: usage() };
      } finally {
        await tools.close();
      }
    },
  };
}
