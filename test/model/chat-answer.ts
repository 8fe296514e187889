import { argumentsOf, usageOf } from './answer-parts.ts';
import type { Saying } from './scripted-reply.ts';

/** A saying as `/chat/completions` gives it. */
export function chatAnswer(saying: Saying, model: string, at: number, promptCharacters: number) {
  const { content, calls = [], refusal, stopped, reasoning } = saying;
  const usage = usageOf(saying, promptCharacters);
  return {
    id: `chatcmpl-${at}`,
    object: 'chat.completion',
    created: 1_800_000_000,
    model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: content ?? null,
          refusal: refusal ?? null,
          ...(reasoning === undefined ? {} : { reasoning_content: reasoning }),
          ...(calls.length === 0
            ? {}
            : {
                tool_calls: calls.map((call, index) => ({
                  id: call.id ?? `call_${at}_${index}`,
                  type: 'function',
                  function: { name: call.name, arguments: argumentsOf(call) },
                })),
              }),
        },
        logprobs: null,
        finish_reason: stopped ?? (calls.length > 0 ? 'tool_calls' : 'stop'),
      },
    ],
    ...(usage === null
      ? {}
      : {
          usage: {
            prompt_tokens: usage.input,
            completion_tokens: usage.output,
            total_tokens: usage.input + usage.output,
          },
        }),
  };
}
