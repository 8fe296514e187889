import { createAdminRoutes } from '../../../app/admin/admin-routes.ts';
import type { AdminAccess } from '../../../app/admin/admin-access.ts';
import type { Store } from '../../../app/store/store.ts';
import { serveHono } from '../kit/serve-hono.ts';
import { type PostingWorld, postingWorld } from '../posting/posting-world.ts';

export const adminToken = 'admin-token-of-at-least-32-characters';

export interface Asked {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

export interface AdminWorld extends PostingWorld {
  url: string;
  routes: ReturnType<typeof createAdminRoutes>;
  /** Asks over a real socket of this machine. */
  ask(path: string, options?: RequestInit): Promise<Asked>;
}

/** The operators' routes on a real socket, over a world in which reports come in. */
export async function adminWorld(store: Store, access: Partial<AdminAccess> = {}): Promise<AdminWorld> {
  const world = await postingWorld(store);
  const routes = createAdminRoutes(world.edges, {
    token: null,
    trustsLoopback: true,
    log: world.edges.log,
    ...access,
  });
  const { url } = await serveHono(routes);
  const ask = async (path: string, options: RequestInit = {}): Promise<Asked> => {
    const response = await fetch(`${url}${path}`, options);
    const body = (await response.json()) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body };
  };
  return Object.assign(world, { url, routes, ask });
}
