import type { Body } from './request-body.ts';

/** Characters of a request by what they are spent on. */
export interface PromptCharacters {
  messages: number;
  tools: number;
  answer: number;
  total: number;
}

/** Fields of a message or an item whose text a model reads. */
const readFields = new Set(['content', 'text', 'arguments', 'output', 'name', 'reasoning_content']);

function textIn(value: unknown, counts: boolean): number {
  if (typeof value === 'string') return counts ? value.length : 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + textIn(each, counts), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, each]) => sum + textIn(each, readFields.has(key)), 0);
}

const jsonLength = (value: unknown) => (value === undefined ? 0 : JSON.stringify(value).length);

/** What a prompt weighs: the text of its messages, and tools and answer schema as JSON. */
export function promptCharacters(body: Body): PromptCharacters {
  const messages = textIn(body['messages'] ?? body['input'] ?? [], false);
  const tools = jsonLength(body['tools']);
  const answer = jsonLength(body['response_format'] ?? body['text']);
  return { messages, tools, answer, total: messages + tools + answer };
}
