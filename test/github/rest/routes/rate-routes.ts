import { type RateResource, remainingPoints } from '../../state/rate-limits.ts';
import { route } from '../route.ts';

export const rateRoutes = [
  route('get', '/rate_limit', ({ state: { limits } }) => {
    const shape = (resource: RateResource) => ({
      limit: limits.limit,
      remaining: remainingPoints(limits, resource),
      used: limits.used[resource],
      reset: Math.ceil(limits.resetAt / 1_000),
    });
    const core = shape('core');
    return {
      status: 200,
      body: { resources: { core, search: core, graphql: shape('graphql') }, rate: core },
    };
  }),
];
