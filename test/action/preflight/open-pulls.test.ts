import { expect, test } from 'vitest';
import type { PulseResult } from '../../../action/pulse.ts';
import { openPull } from '../../github/state/open-pull.ts';
import { updatePull } from '../../github/state/update-pull.ts';
import { startedHistory } from '../sources/git/read-story.ts';
import { onGitHub } from '../sources/github/hub-story.ts';
import { pulseOver } from '../sources/github/pulse-over-hub.ts';

const story = () => {
  const history = startedHistory();
  history.squash(12, 'feat: waits');
  return history;
};

/** #20 plain, #21 to ignore, #22 under embargo, #23 of a bot, #24 with a label, #25 in the docs, #26 not marked. */
async function upcoming(rules: string, request: Record<string, unknown> = {}): Promise<PulseResult> {
  const { github, source } = await onGitHub(story());
  const open = (number: number, title: string, more: object = {}) =>
    openPull(github.state, 'acme/shop', {
      number,
      title,
      labels: ['next'],
      files: { 'src/a.ts': title },
      ...more,
    });
  open(20, 'feat: vouchers');
  open(21, 'feat: buy Initech');
  open(22, '\u200bembargo: layoffs tool');
  open(23, 'Bump left-pad');
  open(24, 'feat: kept inside', { labels: ['next', 'Internal\u200b'] });
  open(25, 'Words', { files: { 'docs/a.md': 'words' } });
  open(26, 'feat: some day', { labels: [] });
  updatePull(github.state, 'acme/shop', 23, { author: 'dependabot[bot]' });
  return pulseOver(
    [source],
    { analysis_type: 'upcoming', ...request },
    {
      rules: { text: `${rules}\nreport:\n  upcoming: { labels: [NEXT] }\n`, source: 'rules' },
      isPublic: true,
    },
  );
}

const numbersOf = ({ manifest }: PulseResult) => manifest.open_pull_requests.map(({ number }) => number);

test('without rules of its own a repository tells all that are marked', async () => {
  expect(numbersOf(await upcoming(''))).toEqual([20, 21, 22, 23, 24, 25]);
});

test('open pull requests go through every rule that merged ones do, and what is out is nowhere', async () => {
  const result = await upcoming(
    "excludes:\n  titles: ['^embargo:']\n  authors: [app/dependabot]\n  labels: [internal]\n  paths: ['docs/**']",
    { ignored_prs: '21' },
  );

  expect(numbersOf(result)).toEqual([20]);
  const everything = JSON.stringify(result);
  for (const word of ['Initech', 'layoffs', 'left-pad', 'kept inside', 'dependabot[bot]', 'pull/21'])
    expect(everything).not.toContain(word);
});

test('includes.paths keeps only the open pull requests that touch one', async () => {
  expect(numbersOf(await upcoming("includes:\n  paths: ['docs/**']"))).toEqual([25]);
});

test('paths of open pull requests are read only where a rule asks for them', async () => {
  const { github, source, asked } = await onGitHub(story());
  openPull(github.state, 'acme/shop', { number: 20, title: 'feat: vouchers', labels: ['next'] });
  const rules = { text: 'report:\n  upcoming: { labels: [next] }\n', source: 'rules' };
  await pulseOver([source], { analysis_type: 'upcoming' }, { rules });

  expect(asked()).not.toContain('PathsOfPulls');
});
