import { z } from 'zod';
import type { ToolCall } from './model-port.ts';

const item = z.looseObject({ type: z.string() });
const carry = z.object({ items: z.array(item) });
type Item = z.output<typeof item>;

/** Kinds that go back; results of tools the server itself ran do not, since none is ever offered. */
const kinds = new Set(['reasoning', 'message', 'function_call']);

/** The server keeps nothing, so reasoning that came without its encrypted content cannot be found again. */
const returns = (each: Item) =>
  kinds.has(each.type) &&
  (each.type !== 'reasoning' ||
    (typeof each['encrypted_content'] === 'string' && each['encrypted_content'] !== ''));

/**
 * What the responses adapter hands out as `carry`: the items as they came, reasoning before the calls it led to. An id
 * names something the server stored, which it did not; only reasoning keeps its own.
 */
export function responsesCarry(items: readonly Item[]): { items: Item[] } {
  return {
    items: items.filter(returns).map((each) => {
      if (each.type === 'reasoning') return each;
      const { id: _, ...rest } = each;
      return rest as Item;
    }),
  };
}

/**
 * The items to send back for a message; null when it carries none. Calls the caller dropped are left out: each call
 * sent needs its output.
 */
export function carriedItems(given: unknown, calls: readonly ToolCall[]): Item[] | null {
  const parsed = carry.safeParse(given);
  if (!parsed.success || parsed.data.items.length === 0) return null;
  const kept = new Set(calls.map(({ id }) => id));
  return parsed.data.items.filter(
    (each) => each.type !== 'function_call' || kept.has(String(each['call_id'])),
  );
}
