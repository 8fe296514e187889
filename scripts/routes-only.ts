import type { Plugin } from 'rolldown';

const named = '\0no-named-routes';

/**
 * The toolkit's GitHub client carries a method for each route of the REST API, a sixth of what the action loads at its
 * start. Here every call names its route, so the methods are left out. The artifact client alone would call some, for
 * artifacts of other runs (`findBy`), which nothing here asks for.
 */
export const routesOnly: Plugin = {
  name: 'routes-only',
  resolveId: (source) => (source === '@octokit/plugin-rest-endpoint-methods' ? named : null),
  load: (id) => (id === named ? 'export const restEndpointMethods = () => ({});' : null),
};
