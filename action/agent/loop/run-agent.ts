import { END, START, StateGraph } from '@langchain/langgraph';
import type { ReportDraft } from '../../../contract/report.ts';
import type { Message } from '../model/model-port.ts';
import type { AgentDeps } from './agent-deps.ts';
import { AgentState, type AgentValues } from './agent-state.ts';
import { recursionLimitOf, type Spent } from './budget.ts';
import { finishNode } from './finish-node.ts';
import { modelNode } from './model-node.ts';
import { toolsNode } from './tools-node.ts';

/** What a run came to: a draft that verify has passed, or the reason why there is none. */
export interface AgentOutcome {
  draft: ReportDraft | null;
  reason: string | null;
  spent: Spent;
  modelCalls: number;
  /** Pull requests no call of the model had before it, for want of budget or an answer. */
  unread: number;
}

const route = ({ next }: AgentValues) => (next === 'end' ? END : next);

/** The graph: model → tools → model → …, a finish without tools, bounded by what its state has spent. */
function buildGraph(deps: AgentDeps) {
  const places = { model: 'model', tools: 'tools', finish: 'finish', [END]: END } as const;
  return new StateGraph(AgentState)
    .addNode('model', modelNode(deps))
    .addNode('tools', toolsNode(deps))
    .addNode('finish', finishNode(deps))
    .addEdge(START, 'model')
    .addConditionalEdges('model', route, places)
    .addConditionalEdges('tools', route, places)
    .addEdge('finish', END)
    .compile();
}

/** Runs the agent to its end. It always ends within its budgets; none of them is a failure. */
export async function runAgent(messages: Message[], deps: AgentDeps): Promise<AgentOutcome> {
  const state = await buildGraph(deps).invoke(
    { messages },
    // A repair is a model turn without tools after it: it needs a step more.
    { recursionLimit: recursionLimitOf(deps.limits.iterations) + 1 },
  );
  const { draft, reason, spent, modelCalls } = state;
  return {
    draft,
    reason: draft === null ? (reason ?? 'it handed in nothing') : null,
    spent,
    modelCalls,
    unread: 0,
  };
}
