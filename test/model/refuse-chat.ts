import type { Manners } from './manners.ts';
import { type Body, isObject, objectsIn, type Refusal } from './request-body.ts';
import { strictSchemaFault } from './strict-schema.ts';

const known = [
  'model',
  'messages',
  'max_completion_tokens',
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'response_format',
  'reasoning_effort',
  'store',
  'stream',
];

function unknownParameter(body: Body, { knows = [], refuses = [] }: Manners): Refusal | null {
  const format = body['response_format'];
  const given = [
    ...Object.keys(body),
    ...objectsIn(body['tools']).flatMap((tool) =>
      Object.keys(isObject(tool['function']) ? tool['function'] : {}),
    ),
    ...(isObject(format) ? [String(format['type'])] : []),
  ];
  const refused = refuses.find((name) => given.includes(name));
  if (refused)
    return { message: `Unsupported parameter: '${refused}' is not supported here.`, param: refused };
  const strange = Object.keys(body).find((name) => !known.includes(name) && !knows.includes(name));
  return strange === undefined
    ? null
    : { message: `Unrecognized request argument supplied: ${strange}`, param: strange };
}

function schemaFault(body: Body): Refusal | null {
  for (const tool of objectsIn(body['tools'])) {
    const described = isObject(tool['function']) ? tool['function'] : {};
    const fault = described['strict'] === true ? strictSchemaFault(described['parameters']) : null;
    if (fault) return { message: `Invalid schema for function '${String(described['name'])}': ${fault}` };
  }
  const format = isObject(body['response_format']) ? body['response_format']['json_schema'] : undefined;
  const fault = isObject(format) && format['strict'] === true ? strictSchemaFault(format['schema']) : null;
  return fault ? { message: `Invalid schema for response_format: ${fault}`, param: 'response_format' } : null;
}

/** Each call is answered right after the message that made it, and nothing else is. */
function unpaired(messages: readonly Body[]): Refusal | null {
  let open = new Set<unknown>();
  for (const message of messages) {
    if (message['role'] === 'tool') {
      if (!open.delete(message['tool_call_id'])) {
        return {
          message: "messages with role 'tool' must be a response to a preceding message with 'tool_calls'.",
        };
      }
      continue;
    }
    if (open.size > 0) break;
    open = new Set(objectsIn(message['tool_calls']).map(({ id }) => id));
  }
  return open.size === 0
    ? null
    : {
        message: `An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. Missing: ${[...open].join(', ')}`,
      };
}

/** What current servers refuse of a chat completion; null for a request they take. */
export function refuseChat(body: Body, manners: Manners): Refusal | null {
  const hasTools = 'tools' in body;
  if (typeof body['model'] !== 'string') return { message: 'you must provide a model parameter' };
  const messages = objectsIn(body['messages']);
  if (messages.length === 0) return { message: "Invalid 'messages': empty array.", param: 'messages' };
  if (hasTools && 'response_format' in body) {
    return { message: 'tools and response_format cannot be used together', param: 'response_format' };
  }
  if (hasTools && manners.reasons && body['reasoning_effort'] !== 'none') {
    return {
      message: `Function tools with reasoning_effort are not supported for ${body['model']} in /v1/chat/completions. To use function tools, use /v1/responses or set reasoning_effort to 'none'.`,
      param: 'reasoning_effort',
    };
  }
  return unknownParameter(body, manners) ?? schemaFault(body) ?? unpaired(messages);
}
