import { z } from 'zod';
import { type Asked, badAnswer, finalFailure, transientFailure } from './call-failure.ts';
import { carriedOfCall, carriedOfMessage, carryOf } from './chat-carry.ts';
import { finishOf, isWhole, wholeOf } from './finish-reason.ts';
import type { ModelReply, ModelRequest } from './model-port.ts';
import { readServerError } from './read-server-error.ts';
import { messageText, withoutThoughts } from './reply-text.ts';
import { usageOf } from './reply-usage.ts';
import { shapeFault } from './shape-fault.ts';
import { callArguments, withUniqueIds } from './tool-call-parts.ts';
import type { Tried } from './with-retries.ts';

const functionCall = z.object({ name: z.string(), arguments: callArguments });

const toolCall = carriedOfCall.extend({
  id: z.string().nullish().catch(null),
  function: functionCall,
});

const choice = z.object({
  message: carriedOfMessage.extend({
    content: messageText,
    refusal: z.string().nullish().catch(null),
    tool_calls: z.array(toolCall).nullish(),
    /** How calls were told before tools; some servers still do. */
    function_call: functionCall.nullish().catch(null),
  }),
  finish_reason: z.string().nullish(),
  error: z.unknown().optional(),
});

const completion = z.object({
  model: z.string().min(1).optional().catch(undefined),
  choices: z.array(choice),
  usage: usageOf('prompt_tokens', 'completion_tokens'),
});

type Choice = z.output<typeof choice>;

/** Reasons of servers that gave up midway; another try may end well. */
const gaveUp = new Set(['error', 'abort', 'insufficient_system_resource']);

function callsOf({ message }: Choice, messages: number) {
  const legacy = message.function_call ? [{ id: '', function: message.function_call }] : [];
  const told = message.tool_calls?.length ? message.tool_calls : legacy;
  return withUniqueIds(
    told.map((call) => ({ ...call, id: call.id ?? '' })),
    messages,
  );
}

/** Reads a chat completion. */
export function readChatReply(json: unknown, request: ModelRequest, asked: Asked): Tried<ModelReply> {
  const parsed = completion.safeParse(json);
  if (!parsed.success) {
    return {
      failure: finalFailure(badAnswer(asked, `it is no chat completion: ${shapeFault(parsed.error)}`)),
    };
  }
  const { model, usage, choices } = parsed.data;
  const [first] = choices;
  if (first === undefined) return { failure: finalFailure(badAnswer(asked, 'it has no choices')) };
  const reason = first.finish_reason ?? null;
  const said = readServerError({ error: first.error });
  if (said || gaveUp.has(reason ?? '')) {
    return { failure: transientFailure(asked, `it gave up midway (${said?.message ?? reason})`) };
  }
  const finish = finishOf(reason);
  if (finish === null) {
    return { failure: finalFailure(badAnswer(asked, `it stopped for an unknown reason, "${reason}"`)) };
  }
  const calls = callsOf(first, request.messages.length);
  const whole = wholeOf({
    content: withoutThoughts(first.message.content),
    toolCalls: calls.map(({ id, function: { name, arguments: given } }) => ({ id, name, arguments: given })),
    refusal: first.message.refusal ?? null,
    finish,
  });
  const { reasoning_content, reasoning_details } = first.message;
  const carry = isWhole(whole.finish) ? carryOf({ reasoning_content, reasoning_details }, calls) : null;
  return { result: { ...whole, usage, model: model ?? asked.endpoint.model, carry } };
}
