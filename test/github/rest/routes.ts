import type { Route } from './route.ts';
import { actionRoutes } from './routes/action-routes.ts';
import { appRoutes } from './routes/app-routes.ts';
import { branchRoutes } from './routes/branch-routes.ts';
import { commitRoutes } from './routes/commit-routes.ts';
import { compareRoutes } from './routes/compare-routes.ts';
import { hookRoutes } from './routes/hook-routes.ts';
import { pullRoutes } from './routes/pull-routes.ts';
import { rateRoutes } from './routes/rate-routes.ts';
import { releaseRoutes } from './routes/release-routes.ts';
import { repositoryRoutes } from './routes/repository-routes.ts';
import { searchRoutes } from './routes/search-routes.ts';

/**
 * Every REST operation that is served. The first that matches is taken: where a parameter may hold slashes, the
 * longer path stands before.
 */
export const routes: readonly Route[] = [
  ...repositoryRoutes,
  ...branchRoutes,
  ...compareRoutes,
  ...commitRoutes,
  ...pullRoutes,
  ...releaseRoutes,
  ...actionRoutes,
  ...searchRoutes,
  ...hookRoutes,
  ...appRoutes,
  ...rateRoutes,
];
