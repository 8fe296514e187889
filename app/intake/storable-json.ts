import { z } from 'zod';
import { ZenPulseError } from '../../contract/zenpulse-error.ts';
import { heardPart } from './heard-part.ts';

export interface StorablePayload {
  /** JSON that PostgreSQL takes as `jsonb`. */
  text: string;
  action: string | null;
  /** GitHub's id of the repository it is about. */
  repositoryId: string | null;
}

/** Only what makes a row findable; anything else is the handlers' to check. */
const facts = z.object({
  action: z.string().max(100).nullable().catch(null),
  repository: z
    .object({ id: z.union([z.int(), z.string().max(40)]) })
    .nullable()
    .catch(null),
});

/** Escapes that are JSON but no text for PostgreSQL: NUL, and halves of a pair, which may be whole pairs too. */
const doubtful = /\\u(?:0000|[dD][89abAB])/;

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\uFFFD').toWellFormed();
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [clean(key), clean(each)]));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ZenPulseError('webhook_malformed', { why: 'its body is not JSON' }, { cause });
  }
}

/**
 * @param event name of the webhook, which says what of it is kept
 * @throws ZenPulseError `webhook_malformed`
 */
export function storableJson(event: string, body: Buffer): StorablePayload {
  const text = body.toString('utf8');
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ZenPulseError('webhook_malformed', { why: 'its body is not an object' });
  const { action, repository } = facts.parse(value);
  const heard = heardPart(event, value as Record<string, unknown>);
  const kept = heard === value ? text : JSON.stringify(heard);
  return {
    text: doubtful.test(kept) ? JSON.stringify(clean(JSON.parse(kept))) : kept,
    action,
    repositoryId: repository && String(repository.id),
  };
}
