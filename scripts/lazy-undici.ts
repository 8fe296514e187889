import type { Plugin } from 'rolldown';

/**
 * `undici` serves @actions/http-client behind proxies only, and is a quarter of the action's start-up: here it is
 * evaluated when it is first used.
 */
export const lazyUndici: Plugin = {
  name: 'lazy-undici',
  resolveId: (id, importer) => (id === 'undici' && importer?.includes('/@actions/') ? '\0lazy-undici' : null),
  load: (id) =>
    id === '\0lazy-undici'
      ? `const load = () => require('undici');
         export const fetch = (...args) => load().fetch(...args);
         export function ProxyAgent(...args) { return new (load().ProxyAgent)(...args); }`
      : null,
};
