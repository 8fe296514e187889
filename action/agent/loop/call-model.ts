import { ZenPulseError } from '../../../contract/zenpulse-error.ts';
import type { Message, ModelReply, ModelRequest } from '../model/model-port.ts';
import type { AgentDeps } from './agent-deps.ts';
import type { AgentValues } from './agent-state.ts';
import { affords, estimateTokens } from './budget.ts';

/** What a request may cost at most: all it sends, and the longest answer. */
function reserveFor(deps: AgentDeps, request: Pick<ModelRequest, 'messages' | 'tools' | 'answer'>): number {
  const { messages, tools, answer } = request;
  return estimateTokens(JSON.stringify([messages, tools, answer])) + deps.limits.outputTokens;
}

/** True when a call fits, with room left for one more: a run that must finish can still say what it has. */
export const affordsRound = (deps: AgentDeps, { messages, spent }: AgentValues): boolean =>
  affords(spent, deps.limits, 2 * reserveFor(deps, { messages, tools: deps.tools.specs, answer: null }));

/** A reply with what it cost in tokens, or why there is none. */
export type Called = { reply: ModelReply; tokens: number } | { reason: string };

export const assistantMessage = (reply: ModelReply): Message => ({
  role: 'assistant',
  content: reply.content,
  toolCalls: reply.toolCalls,
  carry: reply.carry,
});

/**
 * One call of the model within the budget.
 * @returns the reply and what it cost, or why there is none: no budget, no time, no model
 */
export async function callModel(
  deps: AgentDeps,
  state: AgentValues,
  request: Pick<ModelRequest, 'messages' | 'tools' | 'answer'>,
): Promise<Called> {
  const reserved = reserveFor(deps, request);
  if (!affords(state.spent, deps.limits, reserved)) return { reason: 'the token budget is spent' };
  if (deps.signal.aborted) return { reason: 'the time is up' };
  const whole: ModelRequest = { ...request, maxOutputTokens: deps.limits.outputTokens, signal: deps.signal };
  try {
    const reply = await deps.port.complete(whole);
    deps.onModelCall(whole, reply);
    // A server that does not say what a call cost is charged what was reserved for what it sent.
    const tokens = reply.usage ? reply.usage.inputTokens + reply.usage.outputTokens : reserved;
    return { reply, tokens };
  } catch (error) {
    if (deps.signal.aborted) return { reason: 'the time is up' };
    if (error instanceof ZenPulseError) return { reason: `the model failed (${error.code})` };
    throw error;
  }
}
