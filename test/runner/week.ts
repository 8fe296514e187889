import { gitHistory } from '../git/git-history.ts';
import type { GitHistory } from '../git/git-history-api.ts';

/** A token that must never be printed or kept. */
export const canaryToken = 'ghs_CanaryToken0123456789CanaryToken0123456789';

/** A week with titles that the runner's log would obey. */
export function week(): GitHistory {
  const history = gitHistory({ origin: 'https://github.com/acme/shop.git', startAt: '2026-11-01T09:00:00Z' });
  history.commit('Initial commit', {
    files: { '.github/workflows/zenpulse.yml': 'on: workflow_dispatch\n' },
  });
  history.squash(1, 'feat: add dark mode');
  history.mergePull(2, 'fix: keep the discount ::set-output name=status::owned');
  history.squash(3, 'chore: rotate the secret key of ::error::prod');
  return history;
}
