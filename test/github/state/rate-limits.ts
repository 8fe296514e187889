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
