import { expect, test } from 'vitest';
import { addRepository, renameRepository } from '../../../github/state/github-state.ts';
import { push } from '../../../github/state/push.ts';
import { always, numbers, pull, startedHistory, tags } from '../git/read-story.ts';
import { onGitHub, sourceAt } from './hub-story.ts';
import { pulseOver, read, wholeYear } from './pulse-over-hub.ts';

const notice = (name: string) => ({
  code: 'repository_renamed',
  text: `acme/shop is called ${name} on GitHub now; name it so in the request.`,
});

/** acme/shop with #12 and #13, which is called otherwise by now. */
async function renamed(name: string) {
  const history = startedHistory();
  history.squash(12, 'feat: gifts');
  history.commit('Fix a typo');
  history.mergePull(13, 'fix: totals', { commits: ['a'] });
  history.tag('v1.1.0');
  const hub = await onGitHub(history);
  renameRepository(hub.github.state, 'acme/shop', name);
  return hub;
}

test('a repository that was renamed keeps the key it was asked by, and the report says so', async () => {
  const { source } = await renamed('acme/store');
  for (const window of [always, tags('v1.0.0..v1.1.0')]) {
    const reading = await read(source, window);

    expect(numbers(reading)).toEqual([12, 13]);
    expect(reading.repository).toMatchObject({ key: 'acme/shop', url: 'https://github.com/acme/store' });
    expect([reading.complete, reading.notices]).toEqual([true, [notice('acme/store')]]);
    expect(pull(reading, 12).url).toBe('https://github.com/acme/store/pull/12');
  }
});

test('pull requests that the trigger names by the old name count, and keys are of one name', async () => {
  const { source } = await renamed('globex/store');
  const request = { tag_range: 'v1.1.0..v1.1.0', trigger_prs: 'acme/shop#12' };
  const { manifest } = await pulseOver([source], request);

  expect(manifest.pull_requests.map(({ key }) => key)).toEqual(['acme/shop#12']);
});

test('details of a renamed repository are found', async () => {
  const { source } = await renamed('acme/store');
  const reading = await read(source);

  expect((await source.details.pull(12)).title).toBe('feat: gifts');
  expect((await source.details.files(13, true)).items).toHaveLength(1);
  expect((await source.changedPaths(reading.changes)).flat()).toHaveLength(reading.changes.length);
});

test('rules of a moved repository are those of its owner of today', async () => {
  const { github, source } = await renamed('globex/shop');
  for (const [owner, word] of [
    ['acme', 'gifts'],
    ['globex', 'totals'],
  ]) {
    addRepository(github.state, `${owner}/.github`);
    const files = { '.github/zenpulse.yml': `excludes:\n  titles: [${word}]\n` };
    push(github.state, `${owner}/.github`, 'Rules', { files });
  }

  for (const window of [always, tags('v1.1.0')])
    expect((await read(source, window)).rules).toEqual([
      {
        source: '.github/zenpulse.yml of globex/.github',
        isShared: true,
        text: 'excludes:\n  titles: [totals]\n',
      },
    ]);
});

test('upper and lower case of a name are no rename', async () => {
  const { github } = await renamed('acme/SHOP');

  expect((await read(sourceAt(github))).notices).toEqual([]);
});

test('one repository under its old and its new name is refused, for all of it would count twice', async () => {
  const { github, source } = await renamed('acme/store');
  const store = sourceAt(github, [], 'github.com', 'acme/store');

  await expect(pulseOver([source, store], wholeYear)).rejects.toMatchObject({
    code: 'repository_twice',
    data: { key: 'acme/store', paths: ['acme/shop', 'acme/store'] },
  });
});

test('a redirect leads on within GitHub, with the token', async () => {
  const { github, source } = await renamed('acme/store');
  await read(source, tags('v1.0.0..v1.1.0'));
  const rest = github.requests.filter(({ kind }) => kind === 'rest');

  expect(rest.map(({ status }) => status)).toEqual([301, 200, 200]);
  expect(new Set(rest.map(({ authorization }) => authorization))).toEqual(new Set(['token']));
});
