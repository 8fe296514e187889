import type { FinishReason, ModelReply, ToolCall } from './model-port.ts';

/** Reasons of known servers, in lower case; those not here are no reason to trust an answer. */
const reasons: Readonly<Record<string, FinishReason>> = {
  stop: 'stop',
  eos: 'stop',
  end_turn: 'stop',
  stop_sequence: 'stop',
  completed: 'stop',
  tool_calls: 'stop',
  tool_use: 'stop',
  function_call: 'stop',
  length: 'length',
  max_tokens: 'length',
  max_output_tokens: 'length',
  model_length: 'length',
  content_filter: 'content_filter',
  safety: 'content_filter',
  recitation: 'content_filter',
  refusal: 'refusal',
};

/** What a server's reason means; `stop` when it gave none, null for an unknown one. */
export const finishOf = (reason: string | null): FinishReason | null =>
  reason === null || reason === '' ? 'stop' : (reasons[reason.toLowerCase()] ?? null);

/** What was said, before it is decided how much of it may leave. */
export interface Said {
  content: string;
  toolCalls: readonly ToolCall[];
  /** The model's words when it declined. */
  refusal: string | null;
  finish: FinishReason;
}

/**
 * Only what is whole: nothing that was cut or filtered, and a refusal for what it is. Tool calls count however the
 * server says it stopped, since several say `stop` with them.
 */
export function wholeOf({
  content,
  toolCalls,
  refusal,
  finish,
}: Said): Pick<ModelReply, 'content' | 'toolCalls' | 'finish'> {
  if (finish === 'length' || finish === 'content_filter') return { content: '', toolCalls: [], finish };
  if (refusal || finish === 'refusal')
    return { content: refusal || content, toolCalls: [], finish: 'refusal' };
  return { content, toolCalls, finish: toolCalls.length > 0 ? 'tool_calls' : 'stop' };
}

export const isWhole = (finish: FinishReason) => finish === 'stop' || finish === 'tool_calls';

/** The reply to a prompt that a filter stopped. */
export const filteredReply = (model: string): ModelReply => ({
  content: '',
  toolCalls: [],
  finish: 'content_filter',
  usage: null,
  model,
  carry: null,
});
