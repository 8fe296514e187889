import { type RateLimits, type RateResource, remainingPoints } from '../state/rate-limits.ts';
import { type Answer, jsonAnswer, messageAnswer } from './answer.ts';

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
