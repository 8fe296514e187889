import type { Manners } from './manners.ts';
import { type Body, isObject, objectsIn, type Refusal } from './request-body.ts';
import { isSealed } from './responses-answer.ts';
import { strictSchemaFault } from './strict-schema.ts';

const known = [
  'model',
  'input',
  'instructions',
  'max_output_tokens',
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'text',
  'reasoning',
  'include',
  'store',
  'stream',
];

function schemaFault(body: Body): Refusal | null {
  for (const tool of objectsIn(body['tools'])) {
    const fault = tool['strict'] === true ? strictSchemaFault(tool['parameters']) : null;
    if (fault) return { message: `Invalid schema for function '${String(tool['name'])}': ${fault}` };
  }
  const format = isObject(body['text']) ? body['text']['format'] : undefined;
  const fault = isObject(format) && format['strict'] === true ? strictSchemaFault(format['schema']) : null;
  return fault ? { message: `Invalid schema for response_format: ${fault}`, param: 'text.format' } : null;
}

/** Items name each other, and what was not stored cannot be named. */
function unpaired(items: readonly Body[], stores: boolean): Refusal | null {
  const open = new Set<unknown>();
  for (const item of items) {
    if (item['type'] === 'reasoning' && !stores && !isSealed(item['encrypted_content'])) {
      return {
        message: `Item with id '${String(item['id'])}' not found. Items are not persisted when \`store\` is set to false.`,
      };
    }
    if (item['type'] === 'function_call') open.add(item['call_id']);
    if (item['type'] === 'function_call_output' && !open.delete(item['call_id'])) {
      return {
        message: `No tool call found for function call output with call_id ${String(item['call_id'])}.`,
      };
    }
  }
  const [unanswered] = open;
  return open.size === 0
    ? null
    : { message: `No tool output found for function call ${String(unanswered)}.`, param: 'input' };
}

/** What the responses API refuses; null for a request it takes. */
export function refuseResponses(body: Body, { knows = [], refuses = [] }: Manners): Refusal | null {
  if (typeof body['model'] !== 'string') return { message: 'you must provide a model parameter' };
  const refused = refuses.find((name) => name in body);
  if (refused === 'include') {
    return { message: 'Encrypted content is not supported with this model.', param: 'include' };
  }
  if (refused)
    return { message: `Unsupported parameter: '${refused}' is not supported here.`, param: refused };
  const strange = Object.keys(body).find((name) => !known.includes(name) && !knows.includes(name));
  if (strange !== undefined) return { message: `Unknown parameter: '${strange}'.`, param: strange };
  if ('tools' in body && 'text' in body) {
    return { message: 'tools and text.format cannot be used together', param: 'text.format' };
  }
  const items = objectsIn(body['input']);
  if (items.length === 0 && typeof body['input'] !== 'string') {
    return { message: "Invalid 'input': empty array.", param: 'input' };
  }
  return schemaFault(body) ?? unpaired(items, body['store'] !== false);
}
