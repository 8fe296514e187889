/** A call the model wants made. Arguments are what it wrote: JSON if all went well, anything if not. */
export interface ToolCall {
  id: string;
  name: string;
  arguments: string;
}

/** One message of a conversation, whatever API it travels over. */
export type Message =
  | { role: 'system' | 'user'; content: string }
  | {
      role: 'assistant';
      content: string;
      toolCalls: readonly ToolCall[];
      /** What the API wants back with the next request, such as encrypted reasoning; null when nothing. */
      carry: unknown;
    }
  | { role: 'tool'; callId: string; content: string };

/** A tool as the model is told of it. `parameters` is a JSON Schema that fits strict mode. */
export interface ToolSpec {
  name: string;
  description: string;
  parameters: Record<string, unknown>;
}

export interface ModelRequest {
  messages: readonly Message[];
  /** Empty: the model may only write. Never together with `answer`. */
  tools: readonly ToolSpec[];
  /** The schema the whole answer must have; null for free text or tools. */
  answer: { name: string; schema: Record<string, unknown> } | null;
  maxOutputTokens: number;
  signal: AbortSignal;
}

/**
 * Why the model stopped. Only `stop` and `tool_calls` leave something whole: with `length` and `content_filter` there
 * is no content and no call, with `refusal` the content is the model's reason for refusing, for logs only.
 */
export type FinishReason = 'stop' | 'tool_calls' | 'length' | 'refusal' | 'content_filter';

export interface ModelReply {
  /** May be empty, also with `stop`. */
  content: string;
  toolCalls: readonly ToolCall[];
  finish: FinishReason;
  /** Null when the API did not say. With some servers a failed try costs tokens nobody counts. */
  usage: { inputTokens: number; outputTokens: number } | null;
  /** Model name the API says it answered with. */
  model: string;
  carry: unknown;
}

/** A model, reached one way or another. */
export interface ModelPort {
  adapter: 'chat' | 'responses' | 'embedded';
  model: string;
  /**
   * @throws ZenPulseError `model_unavailable` (also when `signal` ended it), `model_refused_request`,
   *   `model_unauthorized`, `model_bad_answer`
   */
  complete(request: ModelRequest): Promise<ModelReply>;
}
