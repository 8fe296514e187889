import { expect, test } from 'vitest';
import { gitHistory } from '../../../git/git-history.ts';
import { decisions, pulseOver, written } from './read-story.ts';

async function clone(name: string, number: number): Promise<string> {
  const history = gitHistory({ origin: `git@github.com:acme/${name}.git` });
  history.commit('Initial commit');
  history.tag('v1.0.0');
  history.squash(number, `feat: ${name}`);
  history.tag('v1.1.0');
  return (await written(history)).path;
}

const keys = ({ manifest }: Awaited<ReturnType<typeof pulseOver>>) =>
  manifest.pull_requests.map(({ key }) => key);

test('equal numbers of several repositories stay apart in one report', async () => {
  const paths = [await clone('shop', 12), await clone('billing', 12)];
  const result = await pulseOver(paths, { date_range: '2026-11-01..2026-11-30' });

  expect(keys(result)).toEqual(['acme/billing#12', 'acme/shop#12']);
  expect(result.results.summary_message).toContain('[acme/shop#12](https://github.com/acme/shop/pull/12)');
});

test('the order repositories are named in changes no byte of the manifest', async () => {
  const paths = [await clone('shop', 12), await clone('billing', 13)];
  const request = { date_range: '2026-11-01..2026-11-30' };
  const [one, two] = [await pulseOver(paths, request), await pulseOver(paths.toReversed(), request)];
  const manifestOf = ({ files }: typeof one) => files.find(({ name }) => name === 'manifest.json')?.content;

  expect(manifestOf(one)).toBe(manifestOf(two));
});

test('tags and numbers name their repository', async () => {
  const paths = [await clone('shop', 12), await clone('billing', 12)];
  const result = await pulseOver(paths, {
    tag_range: 'acme/shop@v1.0.0..v1.1.0,acme/billing@v1.1.0',
    ignored_prs: 'acme/shop#12',
  });

  expect(keys(result)).toEqual(['acme/billing#12', 'acme/shop#12']);
  expect(decisions(result)).toEqual(['12 included', '12 excluded ignored_prs']);
});
