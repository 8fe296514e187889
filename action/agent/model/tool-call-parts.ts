import { z } from 'zod';

/** Arguments as text, whatever they say; some servers send the object itself, or nothing for none. */
export const callArguments = z
  .union([z.string(), z.record(z.string(), z.unknown()), z.null()])
  .optional()
  .transform((value) => (typeof value === 'string' ? value : value ? JSON.stringify(value) : ''));

/**
 * Arguments as they go back into the conversation: several servers parse them there and refuse the whole request when
 * they are no JSON object, so what the model garbled is wrapped.
 */
export function argumentsToWire(given: string): string {
  if (given.trim() === '') return '{}';
  try {
    const value: unknown = JSON.parse(given);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return given;
  } catch {
    // Not JSON: wrapped below like JSON that is no object.
  }
  return JSON.stringify({ unreadable_arguments: given });
}

/**
 * Calls with an id each: local servers leave it out or give all calls the same. Made from the place in the
 * conversation, so that a replay makes the same.
 */
export function withUniqueIds<Call extends { id: string }>(calls: readonly Call[], messages: number): Call[] {
  const seen = new Set<string>();
  return calls.map((call, at) => {
    const id = call.id === '' || seen.has(call.id) ? `call_${messages}_${at}` : call.id;
    seen.add(id);
    return { ...call, id };
  });
}
