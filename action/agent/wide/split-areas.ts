import { changeKinds, type PullRequestEntry } from '../../../contract/manifest.ts';
import { conventionalTitle } from '../../../contract/reading/conventional-title.ts';

/** Pull requests of one area: what one call of the model can read with care. */
export const areaSize = 60;

const scopeOf = ({ title }: PullRequestEntry) => conventionalTitle(title ?? '')?.scope?.toLowerCase() ?? '';

/**
 * Cuts many pull requests into areas that belong together: by repository, scope and kind, in that order, so that
 * what makes one change is likely to be read together. What matters most comes first, in case the budget ends.
 */
export function splitAreas(pulls: readonly PullRequestEntry[]): PullRequestEntry[][] {
  const order = (pull: PullRequestEntry) => [
    String(changeKinds.indexOf(pull.kind)).padStart(2, '0'),
    pull.key.split('#')[0] ?? '',
    scopeOf(pull),
    pull.merged_at,
    pull.key,
  ];
  const sorted = pulls
    .map((pull) => ({ pull, by: order(pull).join('\0') }))
    .sort((left, right) => (left.by < right.by ? -1 : 1))
    .map(({ pull }) => pull);
  return Array.from({ length: Math.ceil(sorted.length / areaSize) }, (_, at) =>
    sorted.slice(at * areaSize, (at + 1) * areaSize),
  );
}
