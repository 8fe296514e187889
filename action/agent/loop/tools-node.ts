import type { Message, ToolCall } from '../model/model-port.ts';
import type { AgentDeps } from './agent-deps.ts';
import type { AgentUpdate, AgentValues } from './agent-state.ts';
import { affordsRound } from './call-model.ts';

/** Calls of the last answer. */
function pendingCalls({ messages }: AgentValues): readonly ToolCall[] {
  const last = messages.at(-1);
  return last?.role === 'assistant' ? last.toolCalls : [];
}

/**
 * Makes the calls of one answer, side by side; each is reserved against the cap before any is made, and one beyond
 * it is answered, not executed. Then on to the next round, or to the finish when a budget is spent.
 */
export const toolsNode =
  (deps: AgentDeps) =>
  async (state: AgentValues): Promise<AgentUpdate> => {
    const calls = pendingCalls(state);
    const room = Math.max(0, deps.limits.toolCalls - state.spent.toolCalls);
    const results = await Promise.all(
      calls.map(async (call, at) => {
        if (at >= room)
          return { content: 'Not executed: no tool calls are left. Hand in the report.', isError: true };
        const result = await deps.tools.call(call, deps.signal);
        deps.onToolCall(call, result);
        return { ...result, content: deps.fence(result.content) };
      }),
    );
    const messages = calls.map(
      ({ id }, at): Message => ({ role: 'tool', callId: id, content: results[at]?.content ?? '' }),
    );
    const spent = { iterations: 0, tokens: 0, toolCalls: Math.min(calls.length, room) };
    const hasRounds = state.spent.iterations < deps.limits.iterations;
    const after = { ...state, messages: [...state.messages, ...messages] };
    return { messages, spent, next: hasRounds && affordsRound(deps, after) ? 'model' : 'finish' };
  };
