import { expect, test } from 'vitest';
import { startedHistory } from '../git/read-story.ts';
import { onGitHub } from './hub-story.ts';

async function story() {
  const history = startedHistory();
  history.squash(12, 'feat: gifts', { files: { 'a.txt': '1\n2\n' } });
  history.rebase(13, ['one', 'two']);
  const push = history.commit('Fix a typo');
  const hub = await onGitHub(history);
  return { ...hub, details: hub.source.details, push: hub.repo.sha(push) };
}

test('each detail costs one request', async () => {
  const { details, push, asked } = await story();
  await details.pull(12);
  await details.files(12, false);
  await details.files(12, true);
  await details.commits(13);
  await details.commit(push);

  expect(asked()).toEqual([
    'PullDetails',
    'PullFiles',
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
    'PullCommits',
    'GET /repos/{owner}/{repo}/commits/{ref}',
  ]);
});

test('files are the same with and without patches', async () => {
  const { details } = await story();
  const expected = {
    items: [{ path: 'a.txt', status: 'added', additions: 2, deletions: 0, patch: null }],
    total: 1,
  };
  expect(await details.files(12, false)).toEqual(expected);
  expect(await details.files(12, true)).toEqual(expected);
});

test('a number that is none, over GraphQL and REST, is not found', async () => {
  const { details } = await story();
  const reads = [
    () => details.pull(99),
    () => details.files(99, false),
    () => details.files(99, true),
    () => details.commits(99),
  ];
  for (const read of reads) await expect(read()).rejects.toMatchObject({ code: 'github_not_found' });
});
