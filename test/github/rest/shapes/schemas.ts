import type { components } from '@octokit/openapi-types';

/** Shapes GitHub publishes, by the name in its OpenAPI description. */
export type Schemas = components['schemas'];

/** Where links in an answer lead. */
export interface Links {
  apiUrl: string;
  webUrl: string;
}
