import { z } from 'zod';
import { type Asked, badAnswer, failureOfStatus, finalFailure, transientFailure } from './call-failure.ts';
import { filteredReply, finishOf, isWhole, wholeOf } from './finish-reason.ts';
import type { FinishReason, ModelReply, ModelRequest, ToolCall } from './model-port.ts';
import { readServerError } from './read-server-error.ts';
import { withoutThoughts } from './reply-text.ts';
import { usageOf } from './reply-usage.ts';
import { responsesCarry } from './responses-carry.ts';
import { shapeFault } from './shape-fault.ts';
import { callArguments } from './tool-call-parts.ts';
import type { Tried } from './with-retries.ts';

const message = z.object({
  type: z.literal('message'),
  content: z.array(
    z.looseObject({ type: z.string(), text: z.string().optional(), refusal: z.string().optional() }),
  ),
});
const functionCall = z.object({
  type: z.literal('function_call'),
  call_id: z.string().min(1),
  name: z.string(),
  arguments: callArguments,
});
const item = z.looseObject({ type: z.string() });

const response = z.object({
  model: z.string().min(1).optional().catch(undefined),
  status: z.string().nullish(),
  output: z.array(item),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish().catch(null),
  error: z.unknown().optional(),
  usage: usageOf('input_tokens', 'output_tokens'),
});
type Response = z.output<typeof response>;

/** The items that say something; any of another kind is left aside, such as reasoning. */
const saidItems = (output: Response['output']) =>
  z
    .array(z.union([message, functionCall]))
    .safeParse(output.filter(({ type }) => type === 'message' || type === 'function_call'));

type SaidItem = z.output<typeof message> | z.output<typeof functionCall>;

const textOf = (items: readonly SaidItem[], part: 'text' | 'refusal') =>
  items
    .flatMap((each) => (each.type === 'message' ? each.content : []))
    .flatMap((each) => each[part] ?? [])
    .join('');

const callsOf = (items: readonly SaidItem[]): ToolCall[] =>
  items.flatMap((each) =>
    each.type === 'function_call' ? { id: each.call_id, name: each.name, arguments: each.arguments } : [],
  );

/** Null for an end that is none of those known. */
function finishOfResponse({ status, incomplete_details: details }: Response): FinishReason | null {
  if (status === 'incomplete') return details?.reason ? finishOf(details.reason) : 'length';
  return finishOf(status ?? null);
}

function failed({ status, error }: Response, asked: Asked): Tried<ModelReply> {
  const said = readServerError({ error }) ?? {
    message: `it is ${status}`,
    code: null,
    param: null,
    status: null,
  };
  if (said.code === 'invalid_prompt') return { result: filteredReply(asked.endpoint.model) };
  if (said.code === null) return { failure: transientFailure(asked, said.message) };
  return { failure: failureOfStatus(said.status ?? 200, said, new Headers(), asked, 0) };
}

/** Reads a response of the responses API. */
export function readResponsesReply(json: unknown, _: ModelRequest, asked: Asked): Tried<ModelReply> {
  const refuse = (why: string): Tried<ModelReply> => ({ failure: finalFailure(badAnswer(asked, why)) });
  const parsed = response.safeParse(json);
  if (!parsed.success) return refuse(`it is no response: ${shapeFault(parsed.error)}`);
  const { status, output, model, usage } = parsed.data;
  if (status === 'failed' || status === 'cancelled') return failed(parsed.data, asked);
  const finish = finishOfResponse(parsed.data);
  if (finish === null) return refuse(`it ended as "${parsed.data.incomplete_details?.reason ?? status}"`);
  const items = saidItems(output);
  if (!items.success) return refuse(`it holds no readable output: ${shapeFault(items.error)}`);
  const whole = wholeOf({
    content: withoutThoughts(textOf(items.data, 'text')),
    toolCalls: callsOf(items.data),
    refusal: textOf(items.data, 'refusal') || null,
    finish,
  });
  const carry = isWhole(whole.finish) ? responsesCarry(output) : null;
  return { result: { ...whole, usage, model: model ?? asked.endpoint.model, carry } };
}
