import type { Route } from './route.ts';
import { compareRoutes } from './routes/compare-routes.ts';

/** Every REST operation that is served. The first that matches is taken, so longer paths stand before `{ref}`. */
export const routes: readonly Route[] = [...compareRoutes];
