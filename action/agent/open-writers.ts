import type { Manifest } from '../../contract/manifest.ts';
import type { PulseRequest } from '../../contract/pulse-request.ts';
import type { AgentWriterParts, OpenTools, WriterModel } from './agent-writer.ts';
import { unmetWishes } from './embedded/unmet-wishes.ts';
import { embeddedWriter } from './embedded-writer.ts';
import type { AgentLimits } from './loop/budget.ts';
import type { ModelEdges } from './model/model-edges.ts';
import { agentPrompts } from './prompt/agent-prompts.ts';
import { wideFrom } from './wide/wide-from.ts';
import type { Writer } from './writer.ts';

/** What the model behind a run needs beside the request. */
export interface ModelSetup {
  apiKey: string | undefined;
  baseUrl: string | undefined;
  edges: ModelEdges;
  openTools: OpenTools;
  /** Random text that no pull request can know. */
  newNonce: () => string;
  /** Ends the agent early, as when the job is stopped; the report is then written from the manifest. */
  signal: AbortSignal;
}

/** A run of the agent beyond what a request says of it. Five minutes leave a job of ten room for the rest. */
const outputTokens = 8_000;
const wallMs = 5 * 60_000;
const toolCallsPerRound = 8;
/** What the tool box answers in one run at most. */
const mostToolCalls = 40;

function limitsOf({
  max_iterations: iterations,
  max_tokens: tokens,
  llm_model: model,
}: PulseRequest): AgentLimits {
  const bounds = { iterations, toolCalls: Math.min(iterations * toolCallsPerRound, mostToolCalls), wallMs };
  // The embedded model costs no tokens: they are no bound for it.
  if (model === 'embedded') return { ...bounds, tokens: Number.MAX_SAFE_INTEGER, outputTokens: 0 };
  return { ...bounds, tokens, outputTokens: Math.min(outputTokens, Math.floor(tokens / 4)) };
}

const agentParts = (request: PulseRequest, setup: ModelSetup, model: WriterModel): AgentWriterParts => ({
  model,
  prompts: agentPrompts(),
  limits: limitsOf(request),
  openTools: setup.openTools,
  toolNames: ['read_pull_request', 'read_commit'],
  newNonce: setup.newNonce,
  signal: setup.signal,
});

/**
 * The embedded model walks the loop as others do. In a wide window it does so only to read what breaking changes ask
 * of people: else there is nothing to read, and a run that is large already need not load the loop.
 */
function walksLoop({ pull_requests: pulls }: Manifest): boolean {
  const included = pulls.filter(({ decision }) => decision === 'included');
  return included.length <= wideFrom || included.some(({ kind }) => kind === 'breaking');
}

/** The embedded model in the loop, or the embedded writer at once. */
function embeddedAgent(request: PulseRequest, setup: ModelSetup): Writer {
  let { tools } = embeddedWriter;
  return {
    ...embeddedWriter,
    // Which tools it was given is known once it has written.
    get tools() {
      return tools;
    },
    async write(manifest, wishes, aids) {
      if (!walksLoop(manifest)) return embeddedWriter.write(manifest, wishes, aids);
      const [{ createAgentWriter }, { embeddedModel }] = await Promise.all([
        import('./agent-writer.ts'),
        import('./model/embedded-model.ts'),
      ]);
      const model = {
        adapter: 'embedded',
        name: null,
        open: embeddedModel,
        noticesOn: unmetWishes,
        hasManifest: true,
      } as const;
      const agent = createAgentWriter(agentParts(request, setup, model));
      tools = agent.tools;
      return agent.write(manifest, wishes, aids);
    },
  };
}

/** The writers of a run, tried in order: the agent with its model where one was asked for, then the embedded one. */
export async function openWriters(request: PulseRequest, setup: ModelSetup): Promise<readonly Writer[]> {
  const { llm_model, llm_api } = request;
  if (llm_model === 'embedded') return [embeddedAgent(request, setup), embeddedWriter];
  const [{ createAgentWriter }, { openModel }] = await Promise.all([
    import('./agent-writer.ts'),
    import('./model/open-model.ts'),
  ]);
  const choice = { llm_model, llm_api, llm_base_url: setup.baseUrl, llm_api_key: setup.apiKey };
  const port = openModel(choice, setup.edges);
  const model: WriterModel = {
    adapter: port.adapter,
    name: port.model,
    open: () => port,
    noticesOn: () => [],
    hasManifest: false,
  };
  return [createAgentWriter(agentParts(request, setup, model)), embeddedWriter];
}
