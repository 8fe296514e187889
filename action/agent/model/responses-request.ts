import type {
  ResponseCreateParamsNonStreaming,
  ResponseInputItem,
} from 'openai/resources/responses/responses';
import type { Body } from './adaptation.ts';
import type { Message, ModelRequest } from './model-port.ts';
import { carriedItems } from './responses-carry.ts';
import { argumentsToWire } from './tool-call-parts.ts';

type Assistant = Extract<Message, { role: 'assistant' }>;

/** The items the API gave, as it gave them; without them, what they said. */
function assistantItems(message: Assistant): ResponseInputItem[] {
  const carried = carriedItems(message.carry, message.toolCalls);
  if (carried) return carried as unknown as ResponseInputItem[];
  const { content, toolCalls } = message;
  return [
    ...(content === '' ? [] : [{ role: 'assistant' as const, content }]),
    ...toolCalls.map(({ id, name, arguments: given }) => ({
      type: 'function_call' as const,
      call_id: id,
      name,
      arguments: argumentsToWire(given),
    })),
  ];
}

function inputItems(message: Message): ResponseInputItem[] {
  switch (message.role) {
    case 'assistant':
      return assistantItems(message);
    case 'tool':
      return [{ type: 'function_call_output', call_id: message.callId, output: message.content }];
    case 'system':
    case 'user':
      return [{ role: message.role, content: message.content }];
  }
}

/** The body of a response that the server keeps nothing of: its reasoning travels with the conversation. */
export function responsesBody(
  model: string,
  { messages, tools, answer, maxOutputTokens }: ModelRequest,
): Body {
  const body: ResponseCreateParamsNonStreaming = {
    model,
    input: messages.flatMap(inputItems),
    max_output_tokens: maxOutputTokens,
    store: false,
    include: ['reasoning.encrypted_content'],
  };
  if (tools.length > 0) {
    body.tools = tools.map(({ name, description, parameters }) => ({
      type: 'function',
      name,
      description,
      parameters,
      strict: true,
    }));
  } else if (answer) {
    const { name, schema } = answer;
    body.text = { format: { type: 'json_schema', name, schema, strict: true } };
  }
  return { ...body };
}
