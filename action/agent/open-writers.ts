import type { PulseRequest } from '../../contract/pulse-request.ts';
import type { OpenTools } from './agent-writer.ts';
import type { AgentLimits } from './loop/budget.ts';
import type { ModelEdges } from './model/model-edges.ts';
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

const limitsOf = ({ max_iterations: iterations, max_tokens: tokens }: PulseRequest): AgentLimits => ({
  iterations,
  tokens,
  toolCalls: iterations * toolCallsPerRound,
  wallMs,
  outputTokens: Math.min(outputTokens, Math.floor(tokens / 4)),
});

/**
 * The writers of a run, tried in order: the agent where a model was asked for, and the embedded one, which needs
 * nobody. What only the agent needs is loaded only for it.
 */
export async function openWriters(request: PulseRequest, setup: ModelSetup): Promise<readonly Writer[]> {
  const { embeddedWriter } = await import('./embedded-writer.ts');
  if (request.llm_model === 'embedded') return [embeddedWriter];
  const [{ createAgentWriter }, { openModel }, { agentPrompts }] = await Promise.all([
    import('./agent-writer.ts'),
    import('./model/open-model.ts'),
    import('./prompt/agent-prompts.ts'),
  ]);
  const port = openModel(
    {
      llm_model: request.llm_model,
      llm_api: request.llm_api,
      llm_base_url: setup.baseUrl,
      llm_api_key: setup.apiKey,
    },
    setup.edges,
  );
  const agent = createAgentWriter({
    port,
    prompts: agentPrompts(),
    limits: limitsOf(request),
    openTools: setup.openTools,
    toolNames: ['read_pull_request', 'read_commit'],
    newNonce: setup.newNonce,
    signal: setup.signal,
  });
  return [agent, embeddedWriter];
}
