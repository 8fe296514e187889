import { type EventName, payloads } from '../triggers/payloads.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What of the original a parsed copy has too, in the original's own values. */
function pick(original: unknown, parsed: unknown): unknown {
  if (Array.isArray(original) && Array.isArray(parsed))
    return original.map((each, at) => pick(each, parsed[at]));
  if (!isObject(original) || !isObject(parsed) || parsed instanceof Date) return original;
  return Object.fromEntries(
    Object.keys(parsed)
      .filter((key) => Object.hasOwn(original, key))
      .map((key) => [key, pick(original[key], parsed[key])]),
  );
}

/**
 * The part of a webhook the App reads: a twentieth of it, with no text of a pull request but its title. Of events nobody
 * hears only what makes the row findable is left. One that lacks what is read stays whole, to be looked into.
 */
export function heardPart(event: string, payload: Record<string, unknown>): Record<string, unknown> {
  if (!Object.hasOwn(payloads, event)) return { action: payload['action'] ?? null };
  const parsed = payloads[event as EventName].safeParse(payload);
  if (!parsed.success) return payload;
  const heard = pick(payload, parsed.data) as Record<string, unknown>;
  // Its handler is found by the action, whether it reads it or not.
  return Object.hasOwn(payload, 'action') ? { ...heard, action: payload['action'] } : heard;
}
