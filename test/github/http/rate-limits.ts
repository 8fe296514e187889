import { type Answer, jsonAnswer, messageAnswer } from './answer.ts';

export type RateResource = 'core' | 'graphql';

export interface RateLimits {
  /** Points an hour, each for REST and GraphQL. A test may lower it. */
  limit: number;
  used: Record<RateResource, number>;
  /** Milliseconds of the clock. */
  resetAt: number;
}

const hour = 3_600_000;

export function rateLimits(limit: number, now: number): RateLimits {
  return { limit, used: { core: 0, graphql: 0 }, resetAt: now + hour };
}

/** Takes points. False when they are spent; nothing is taken then. */
export function takePoints(limits: RateLimits, resource: RateResource, points: number, now: number): boolean {
  if (now >= limits.resetAt) Object.assign(limits, rateLimits(limits.limit, now));
  if (limits.used[resource] + points > limits.limit) return false;
  limits.used[resource] += points;
  return true;
}

export const remainingPoints = ({ limit, used }: RateLimits, resource: RateResource): number =>
  Math.max(0, limit - used[resource]);

export function rateHeaders(limits: RateLimits, resource: RateResource): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limits.limit),
    'x-ratelimit-remaining': String(remainingPoints(limits, resource)),
    'x-ratelimit-used': String(limits.used[resource]),
    'x-ratelimit-reset': String(Math.ceil(limits.resetAt / 1_000)),
    'x-ratelimit-resource': resource,
  };
}

const message = 'API rate limit exceeded for installation ID 424242.';

/** GraphQL says it with status 200. */
export function limitExceeded(resource: RateResource): Answer {
  if (resource === 'core') return messageAnswer(403, message);
  return jsonAnswer(200, { errors: [{ type: 'RATE_LIMITED', message }] });
}
