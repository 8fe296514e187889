import { argumentsOf, usageOf } from './answer-parts.ts';
import type { Saying } from './scripted-reply.ts';

/** A saying as `/responses` gives it. */
export function responsesAnswer(saying: Saying, model: string, at: number, promptCharacters: number) {
  const { content, calls = [], refusal, stopped, reasoning } = saying;
  const usage = usageOf(saying, promptCharacters);
  const status = stopped === undefined ? 'completed' : 'incomplete';
  const parts = [
    ...(content === undefined ? [] : [{ type: 'output_text', text: content, annotations: [] }]),
    ...(refusal === undefined ? [] : [{ type: 'refusal', refusal }]),
  ];
  return {
    id: `resp_${at}`,
    object: 'response',
    created_at: 1_800_000_000,
    model,
    status,
    error: null,
    incomplete_details:
      stopped === undefined
        ? null
        : { reason: stopped === 'length' ? 'max_output_tokens' : 'content_filter' },
    output: [
      ...(reasoning === undefined
        ? []
        : [{ type: 'reasoning', id: `rs_${at}`, summary: [], encrypted_content: sealed(reasoning) }]),
      ...(parts.length === 0
        ? []
        : [{ type: 'message', id: `msg_${at}`, role: 'assistant', status, content: parts }]),
      ...calls.map((call, index) => ({
        type: 'function_call',
        id: `fc_${at}_${index}`,
        call_id: call.id ?? `call_${at}_${index}`,
        name: call.name,
        arguments: argumentsOf(call),
        status,
      })),
    ],
    ...(usage === null
      ? {}
      : {
          usage: {
            input_tokens: usage.input,
            input_tokens_details: { cached_tokens: 0 },
            output_tokens: usage.output,
            output_tokens_details: { reasoning_tokens: 0 },
            total_tokens: usage.input + usage.output,
          },
        }),
  };
}

/** Reasoning as only the server can read it. */
const sealed = (reasoning: string) => `sealed:${Buffer.from(reasoning).toString('base64')}`;

export const isSealed = (value: unknown) => typeof value === 'string' && value.startsWith('sealed:');
