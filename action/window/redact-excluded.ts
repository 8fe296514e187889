import type { Manifest } from '../../contract/manifest.ts';

/**
 * The manifest as a public place may show it: of what is excluded only number and reason remain, for a maintainer
 * may have excluded it because of its title.
 */
export const redactExcluded = (manifest: Manifest): Manifest => ({
  ...manifest,
  pull_requests: manifest.pull_requests.map((entry) =>
    entry.decision === 'included' ? entry : { ...entry, title: null, author: null, labels: null },
  ),
  direct_pushes: manifest.direct_pushes.map((entry) =>
    entry.decision === 'included' ? entry : { ...entry, title: null, author: null },
  ),
});
