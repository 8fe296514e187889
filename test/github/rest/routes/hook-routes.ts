import { toInstant } from '../../state/instant.ts';
import type { GitHubState } from '../../state/github-state.ts';
import type { HookDelivery } from '../../webhooks/hook-delivery.ts';
import { redeliver } from '../../webhooks/deliver-webhook.ts';
import { requestedApp } from '../requested-app.ts';
import { notFound, RestError } from '../rest-error.ts';
import { type RestRequest, route } from '../route.ts';
import type { Schemas } from '../shapes/schemas.ts';

/** How long GitHub keeps deliveries. */
const keptMs = 3 * 24 * 3_600_000;

/** Newest first. An empty list is an empty page without links. */
function kept({ hookDeliveries, now }: GitHubState): HookDelivery[] {
  return hookDeliveries.filter(({ at }) => now() - at < keptMs).reverse();
}

/** Only a cursor leads on; there are no page numbers. */
function deliveryPage(request: RestRequest): { items: HookDelivery[]; headers: Record<string, string> } {
  const { query } = request;
  const size = Math.min(100, Number(query.get('per_page') ?? 30));
  const cursor = query.get('cursor');
  const status = query.get('status');
  const all = kept(request.state).filter(
    ({ statusCode }) => status === null || (status === 'success') === isSuccess(statusCode),
  );
  const [, before] = /^v1_(\d+)$/.exec(cursor ?? '') ?? [];
  if (cursor !== null && before === undefined) throw new RestError(422, 'Invalid cursor');
  const left = before === undefined ? all : all.filter(({ id }) => id < Number(before));
  const items = left.slice(0, size);
  const last = items.at(-1);
  if (last === undefined || left.length <= size) return { items, headers: {} };
  const next = `${request.apiUrl}${request.path}?per_page=${size}&cursor=v1_${last.id}`;
  return { items, headers: { link: `<${next}>; rel="next"` } };
}

const isSuccess = (code: number): boolean => code >= 200 && code < 300;

function deliveryShape(
  { app, repositories }: GitHubState,
  delivery: HookDelivery,
): Schemas['hook-delivery-item'] {
  const [first] = repositories.values();
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: toInstant(delivery.at),
    redelivery: delivery.isRedelivery,
    duration: delivery.durationMs / 1_000,
    status: isSuccess(delivery.statusCode) ? 'OK' : `Invalid HTTP Response: ${delivery.statusCode}`,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: app.installationId,
    repository_id: first?.id ?? null,
  };
}

function requestedDelivery(request: RestRequest<'delivery_id'>): HookDelivery {
  const found = kept(request.state).find(({ id }) => String(id) === request.params.delivery_id);
  if (found === undefined) throw notFound();
  return found;
}

export const hookRoutes = [
  route('get', '/app/hook/deliveries', (request) => {
    requestedApp(request);
    const { items, headers } = deliveryPage(request);
    return { status: 200, headers, body: items.map((each) => deliveryShape(request.state, each)) };
  }),

  route('get', '/app/hook/deliveries/{delivery_id}', (request) => {
    requestedApp(request);
    const delivery = requestedDelivery(request);
    const { id, installation_id, repository_id, ...shape } = deliveryShape(request.state, delivery);
    return {
      status: 200,
      body: {
        ...shape,
        id: Number(id),
        installation_id: Number(installation_id),
        repository_id: repository_id === null ? null : Number(repository_id),
        url: delivery.to,
        request: {
          headers: { 'X-GitHub-Delivery': delivery.guid, 'X-GitHub-Event': delivery.event },
          payload: { ...delivery.payload },
        },
        response: { headers: {}, payload: null },
      },
    };
  }),

  /** Delivers again under the same guid, and answers once the receiver has. */
  route('post', '/app/hook/deliveries/{delivery_id}/attempts', async (request) => {
    requestedApp(request);
    await redeliver(request.state, requestedDelivery(request));
    return { status: 202, body: {} };
  }),
];
