import { expect, test } from 'vitest';
import { always, dates, numbers, pull, pushes, readStory, startedHistory, tags } from './read-story.ts';

const release = tags('v1.0.0..v1.1.0');
const notices = ({ notices: all }: { notices: readonly { code: string; text: string }[] }) =>
  all.map(({ text }) => text);

test('a batch of bors brings each pull request with its title, author and commits', async () => {
  const history = startedHistory();
  history.batch([
    { number: 12, title: 'Fix a', commits: ['work on a'] },
    { number: 13, title: 'Fix b', commits: ['work on b', 'more of b'] },
  ]);
  history.batch([{ number: 14, title: 'Fix c' }]);
  history.tag('v1.1.0');
  const reading = await readStory(history, release);

  expect([numbers(reading), pushes(reading)]).toEqual([[12, 13, 14], []]);
  expect([12, 13, 14].map((number) => pull(reading, number).title)).toEqual(['Fix a', 'Fix b', 'Fix c']);
  expect(pull(reading, 12).author.login).toBe('ada');
});

test.each([
  ['between tags', release],
  ['of dates', dates('2026-11-01T10:00:00Z', '2100-01-01T00:00:00Z')],
])('a rollup counts with all that it rolled up, in a window %s', async (_, window) => {
  const history = startedHistory();
  history.rollup(103, [
    { number: 101, title: 'Fix the parser' },
    { number: 102, title: 'Spell the docs' },
  ]);
  history.tag('v1.1.0');
  const reading = await readStory(history, window);

  expect(new Set(numbers(reading))).toEqual(new Set([101, 102, 103]));
  expect(notices(reading)).toEqual([]);
});

test('what a rollup rolled up landed with the rollup, whenever it was merged before', async () => {
  const history = startedHistory();
  history.rollup(103, [{ number: 101, title: 'Fix the parser' }], { at: '2026-11-20T00:00:00Z' });

  expect(numbers(await readStory(history, dates('2026-11-19T00:00:00Z', '2026-11-21T00:00:00Z')))).toEqual([
    101, 103,
  ]);
});

test('what only the list of a rollup names is told, and stands as named by the bot', async () => {
  const history = startedHistory();
  history.branch('auto');
  history.checkout('auto');
  history.commit('all in one');
  history.checkout('main');
  history.merge('auto', {
    message:
      'Auto merge of #103 - grace:rollup, r=grace\n\nRollup of 1 pull request\n\nSuccessful merges:\n\n - #101 (Fix the parser)\n\nFailed merges:\n\n - #102 (Not yet)',
  });
  history.tag('v1.1.0');
  const reading = await readStory(history, release);

  expect(new Set(numbers(reading))).toEqual(new Set([101, 103]));
  expect(pull(reading, 101).title).toBe('Fix the parser');
  expect(notices(reading)).toEqual([
    'acme/shop#101 stands as named by the merge bot: no commit of theirs is in this range.',
  ]);
});

test('of a merge of more than two hundred the first are told, and a notice says so', async () => {
  const history = startedHistory();
  history.branch('auto');
  history.checkout('auto');
  history.commit('all in one');
  history.checkout('main');
  const all = Array.from({ length: 230 }, (_, at) => `#${at + 1}`).join(' ');
  history.merge('auto', { message: `Merge ${all}` });
  const reading = await readStory(history, always);

  expect(numbers(reading)).toHaveLength(200);
  expect(notices(reading).join()).toMatch(/names 230 pull requests; the first 200 were read/);
});

test('a merge that no form of words names shows its commits as direct pushes', async () => {
  const history = startedHistory();
  history.branch('auto');
  history.checkout('auto');
  history.commit('all in one');
  history.checkout('main');
  history.merge('auto', { message: 'Merge #12 to the parser by hand' });
  history.tag('v1.1.0');

  expect(pushes(await readStory(history, release))).toEqual(['all in one']);
});

test('trailers of landing scripts count, those of another repository do not', async () => {
  const history = startedHistory();
  history.commit('net: one', { body: 'Pull Request resolved: https://github.com/acme/shop/pull/12' });
  history.commit('net: two', { body: 'Closes #13 from ada/two.' });
  history.commit('net: three', { body: 'PR-URL: https://github.com/acme/engine/pull/14' });
  history.tag('v1.1.0');
  const reading = await readStory(history, release);

  expect([numbers(reading), pushes(reading)]).toEqual([[12, 13], ['net: three']]);
});

test('a later commit of another title that ends in a number is a push beside the pull request', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: gifts');
  history.commit('Fix what gifts broke (#12)');
  history.tag('v1.1.0');
  const reading = await readStory(history, release);

  expect([numbers(reading), pushes(reading)]).toEqual([[12], ['Fix what gifts broke (#12)']]);
});
