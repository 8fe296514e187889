import { expect, test } from 'vitest';
import { jobSummary } from '../../action/publish/job-summary.ts';
import { readRendered } from '../support/read-rendered.ts';
import { hostileRun } from './hostile-run.ts';
import { hostileStory } from './hostile-story.ts';

test.each([
  ['title rule wip|@octocat|www.evil.example'],
  ['title rule `a|@octocat|b`'],
  ['title rule a\\|@octocat\\\\|#12'],
  ['label @x|#12|@octocat'],
])('%s stays in its cell of the table', async (detail) => {
  const { result } = await hostileRun(hostileStory([]), null);
  const pulls = result.manifest.pull_requests.map((pull) =>
    pull.reason === null ? pull : { ...pull, reason: { ...pull.reason, detail } },
  );
  const summary = await jobSummary({ ...result, manifest: { ...result.manifest, pull_requests: pulls } });
  const table = summary.slice(summary.indexOf('| number |'), summary.indexOf('\n\n</details>'));
  expect(readRendered(table).liveText).not.toMatch(/@octocat|#12|www\./);
});
