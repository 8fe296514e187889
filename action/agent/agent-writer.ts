import { toJson } from '../../contract/to-json.ts';
import { guardTools } from '../left-out/guard-tools.ts';
import type { Trace } from '../lineage/trace.ts';
import { genAi } from './gen-ai-names.ts';
import type { AgentDeps } from './loop/agent-deps.ts';
import { type AgentLimits, estimateTokens } from './loop/budget.ts';
import { runAgent } from './loop/run-agent.ts';
import { submitTool } from './loop/submit-tool.ts';
import type { Message, ModelPort, ModelReply, ModelRequest, ToolCall } from './model/model-port.ts';
import { pullIds } from './prompt/compact-manifest.ts';
import type { Prompt } from './prompt/read-prompt.ts';
import { fenced } from './prompt/fence.ts';
import { type AgentPrompts, reportMessages, wideMessages } from './prompt/report-messages.ts';
import { runWide } from './wide/run-wide.ts';
import { wideFrom } from './wide/wide-from.ts';
import type { ToolBox, ToolResult } from './tools/tool-box.ts';
import type { Manifest, Notice, PullRequestEntry } from '../../contract/manifest.ts';
import type { Wishes, Writer, WriterUsage } from './writer.ts';

/** Raised when the loop would lead the same model to other words. */
const version = '1';

/**
 * Opens the tools of a run; they know which pull requests of the manifest may be read.
 * @param onNotice told what a reader should know of them, also later
 */
export type OpenTools = (manifest: Manifest, onNotice: (notice: Notice) => void) => Promise<ToolBox>;

/** The model of a writer, opened for each report. */
export interface WriterModel {
  adapter: ModelPort['adapter'];
  /** Null for the embedded one. */
  name: string | null;
  open: (manifest: Manifest, wishes: Wishes) => ModelPort;
  /** Wishes it cannot meet. */
  noticesOn: (wishes: Wishes) => Notice[];
  /** True when it has the manifest itself: no window is too wide for it, and nothing need be told. */
  hasManifest: boolean;
}

export interface AgentWriterParts {
  model: WriterModel;
  prompts: AgentPrompts;
  limits: AgentLimits;
  openTools: OpenTools;
  toolNames: readonly string[];
  /** Random text that no pull request can know. */
  newNonce: () => string;
  /** Ends the run early, as when the job is stopped. */
  signal: AbortSignal;
}

/** Writes every exchange into the trace: each message once, each reply, each tool's answer. */
function traceOf(trace: Trace, port: ModelPort) {
  let told: readonly Message[] = [];
  const usage = { modelCalls: 0, toolCalls: 0, inputTokens: 0, outputTokens: 0 } satisfies WriterUsage;
  return {
    usage: (): WriterUsage => ({ ...usage }),
    onModelCall({ messages, tools }: ModelRequest, reply: ModelReply) {
      // A conversation that goes on is told once; one that starts anew, as for an area, from its start.
      const goesOn = told.length > 0 && told.every((message, at) => message === messages[at]);
      const fresh = goesOn ? messages.slice(told.length) : messages;
      told = messages;
      usage.modelCalls += port.adapter === 'embedded' ? 0 : 1;
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

const truncated = (unread: number, total: number, { tokens }: AgentLimits): Notice => ({
  code: 'areas_truncated',
  text: `Truncated: the model read ${total - unread} of ${total} pull requests within its budget of ${tokens} tokens; the others are listed by title.`,
});

const toldAlready: Message = { role: 'user', content: 'Write the report of the manifest.' };

const lineagePrompt = ({ file, sha256 }: Prompt) => ({ id: file.id, version: file.version, sha256 });

/** Fewer pull requests are read in areas too, when their titles alone would take a quarter of the budget. */
const isWide = (pulls: readonly PullRequestEntry[], messages: readonly Message[], limits: AgentLimits) =>
  pulls.length > wideFrom || estimateTokens(JSON.stringify(messages)) > limits.tokens / 4;

/** The bounded agent as a writer. It hands in a draft that verify would pass, or says why it has none. */
export function createAgentWriter(parts: AgentWriterParts): Writer {
  const { model, prompts, limits } = parts;
  return {
    adapter: model.adapter,
    model: model.name,
    version,
    prompts: model.hasManifest ? [] : [prompts.report, prompts.area, prompts.areaReport].map(lineagePrompt),
    tools: [...parts.toolNames, submitTool.name],
    async write(manifest, wishes, { check, trace, repositories = [] }) {
      const port = model.open(manifest, wishes);
      const ids = pullIds(manifest);
      const nonce = parts.newNonce();
      const pulls = manifest.pull_requests.filter(({ decision }) => decision === 'included');
      const bounds = { rounds: limits.iterations, toolCalls: limits.toolCalls };
      const messages = model.hasManifest
        ? [toldAlready]
        : reportMessages(prompts, manifest, wishes, ids, bounds, nonce);
      const signal = AbortSignal.any([parts.signal, AbortSignal.timeout(limits.wallMs)]);
      const { usage, ...told } = traceOf(trace, port);
      const notices = model.noticesOn(wishes);
      const opened = await parts.openTools(manifest, (notice) => void notices.push(notice));
      const tools = guardTools(opened, manifest, repositories);
      try {
        const fence = (text: string) => fenced(text, nonce);
        const deps: AgentDeps = { port, tools, limits, ids, check, fence, signal, ...told };
        const { draft, reason, unread } =
          !model.hasManifest && isWide(pulls, messages, limits)
            ? await runWide(pulls, wideMessages(prompts, manifest, wishes, ids, nonce), deps)
            : await runAgent(messages, deps);
        if (unread > 0) notices.push(truncated(unread, pulls.length, limits));
        return { draft, reason, notices, usage: usage() };
      } finally {
        await tools.close();
      }
    },
  };
}
