import { z } from 'zod';

/**
 * Fields beside the standard that a server wants back with the tool calls they came with: DeepSeek and Kimi their
 * `reasoning_content`, OpenRouter its `reasoning_details`, Gemini the signature of each call in `extra_content`.
 */
export const carriedOfMessage = z.object({
  reasoning_content: z.string().optional().catch(undefined),
  reasoning_details: z.array(z.unknown()).optional().catch(undefined),
});
export const carriedOfCall = z.object({ extra_content: z.unknown().optional() });

/** What the chat adapter hands out as `carry`: plain JSON, so that it survives a trace. */
export const chatCarry = z.object({
  message: carriedOfMessage,
  /** By the id of the call. */
  calls: z.record(z.string(), carriedOfCall),
});
export type ChatCarry = z.output<typeof chatCarry>;

const hasFields = (value: object) => Object.values(value).some((field) => field !== undefined);

/** Null when there is nothing to carry. */
export function carryOf(
  message: z.output<typeof carriedOfMessage>,
  calls: readonly ({ id: string } & z.output<typeof carriedOfCall>)[],
): ChatCarry | null {
  if (calls.length === 0) return null;
  const signed = calls.filter(({ extra_content: extra }) => extra !== undefined && extra !== null);
  if (!hasFields(message) && signed.length === 0) return null;
  return {
    message,
    calls: Object.fromEntries(signed.map(({ id, extra_content }) => [id, { extra_content }])),
  };
}
