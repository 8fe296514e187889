import { expect, test } from 'vitest';
import { jobSummary } from '../../action/publish/job-summary.ts';
import type { PulseResult } from '../../action/pulse.ts';
import { pulseOverStory } from '../action/sources/git/read-story.ts';
import { onGitHub } from '../action/sources/github/hub-story.ts';
import { pulseOver } from '../action/sources/github/pulse-over-hub.ts';
import { gitHistory } from '../git/git-history.ts';

/** Versions of one style, then a release of a style that none of them is of. */
function changedStyle() {
  const history = gitHistory({ origin: 'https://github.com/acme/shop.git' });
  history.squash(1, 'feat: one');
  history.tag('v0.9.0');
  history.squash(2, 'feat: two');
  history.tag('2026-01-05');
  return history;
}

const request = { tag_range: '2026-01-05' };

const markdownOf = ({ files }: PulseResult) =>
  files.find(({ name }) => name === 'report.md')?.content ?? 'no report';

test.each([
  ['a clone', (asked: typeof request) => pulseOverStory(changedStyle(), asked)],
  ['GitHub', async (asked: typeof request) => pulseOver([(await onGitHub(changedStyle())).source], asked)],
])('N3: from %s, a tag without a predecessor is told first, with the range to ask for', async (_, run) => {
  const result = await run(request);
  expect(result.results.included_pull_requests).toEqual(['acme/shop#1', 'acme/shop#2']);
  expect(markdownOf(result)).toMatch(/^> \*\*Note:\*\* .*--tag-range v0\.9\.0\.\.2026-01-05/);
  expect(await jobSummary(result)).toMatch(/^> \*\*Note:\*\* .*--tag-range v0\.9\.0\.\.2026-01-05/);

  const asked = await run({ tag_range: 'v0.9.0..2026-01-05' });
  expect(asked.results.included_pull_requests).toEqual(['acme/shop#2']);
  expect(markdownOf(asked)).not.toContain('**Note:**');
});
