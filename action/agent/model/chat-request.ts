import type {
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import type { Body } from './adaptation.ts';
import { chatCarry } from './chat-carry.ts';
import type { Message, ModelRequest } from './model-port.ts';
import { argumentsToWire } from './tool-call-parts.ts';

type Assistant = Extract<Message, { role: 'assistant' }>;

function assistantMessage({ content, toolCalls, carry }: Assistant): ChatCompletionMessageParam[] {
  // Says nothing, and some servers refuse it.
  if (content === '' && toolCalls.length === 0) return [];
  if (toolCalls.length === 0) return [{ role: 'assistant', content }];
  const carried = chatCarry.safeParse(carry).data;
  return [
    {
      role: 'assistant',
      content: content === '' ? null : content,
      tool_calls: toolCalls.map(({ id, name, arguments: given }) => ({
        id,
        type: 'function',
        function: { name, arguments: argumentsToWire(given) },
        ...carried?.calls[id],
      })),
      ...carried?.message,
    },
  ];
}

function chatMessages(message: Message): ChatCompletionMessageParam[] {
  switch (message.role) {
    case 'assistant':
      return assistantMessage(message);
    case 'tool':
      return [{ role: 'tool', tool_call_id: message.callId, content: message.content }];
    case 'system':
    case 'user':
      return [{ role: message.role, content: message.content }];
  }
}

/**
 * The body of a chat completion. No temperature and no seed, which reasoning models refuse; no `tool_choice`, which
 * Ollama ignores; tools and an answer schema never meet in one request.
 */
export function chatBody(model: string, { messages, tools, answer, maxOutputTokens }: ModelRequest): Body {
  const body: ChatCompletionCreateParamsNonStreaming = {
    model,
    messages: messages.flatMap(chatMessages),
    max_completion_tokens: maxOutputTokens,
  };
  if (tools.length > 0) {
    body.tools = tools.map(({ name, description, parameters }) => ({
      type: 'function',
      function: { name, description, parameters, strict: true },
    }));
  } else if (answer) {
    const { name, schema } = answer;
    body.response_format = { type: 'json_schema', json_schema: { name, schema, strict: true } };
  }
  return { ...body };
}
