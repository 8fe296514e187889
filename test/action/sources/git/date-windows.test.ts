import { expect, test } from 'vitest';
import { dates, numbers, pulseOverStory, readStory, startedHistory } from './read-story.ts';

test('a window has its first instant and not its last', async () => {
  const history = startedHistory();
  history.squash(1, 'before', { at: '2026-11-04T23:59:59Z' });
  history.squash(2, 'on the start', { at: '2026-11-05T00:00:00Z' });
  history.squash(3, 'last second', { at: '2026-11-05T23:59:59Z' });
  history.squash(4, 'on the end', { at: '2026-11-06T00:00:00Z' });

  expect(numbers(await readStory(history, dates('2026-11-05T00:00:00Z', '2026-11-06T00:00:00Z')))).toEqual([
    2, 3,
  ]);
});

test('instants count in UTC whatever zone a commit was made in', async () => {
  const history = startedHistory();
  history.squash(1, 'evening in New York', { at: '2026-11-05T20:00:00-05:00' });
  history.squash(2, 'morning in Tokyo', { at: '2026-11-06T11:00:00+09:00' });

  expect(numbers(await readStory(history, dates('2026-11-06T01:00:00Z', '2026-11-06T02:00:00Z')))).toEqual([
    1,
  ]);
});

test('dates out of order hide nothing and let nothing else in', async () => {
  const history = startedHistory();
  history.squash(1, 'in the window', { at: '2026-11-05T12:00:00Z' });
  history.squash(2, 'a clock in the past', { at: '2020-01-01T00:00:00Z' });
  history.squash(3, 'a clock in the future', { at: '2030-01-01T00:00:00Z' });
  history.squash(4, 'in the window too', { at: '2026-11-05T18:00:00Z' });

  expect(numbers(await readStory(history, dates('2026-11-05T00:00:00Z', '2026-11-06T00:00:00Z')))).toEqual([
    1, 4,
  ]);
});

test('rebased commits count when they merged, not when they were written', async () => {
  const history = startedHistory();
  history.rebase(14, [{ subject: 'docs: one', authoredAt: '2025-01-01T00:00:00Z' }], {
    trailer: true,
    at: '2026-11-05T12:00:00Z',
  });

  expect(numbers(await readStory(history, dates('2026-11-05T00:00:00Z', '2026-11-06T00:00:00Z')))).toEqual([
    14,
  ]);
});

test('a pull request counts when it merged, however old its commits are', async () => {
  const history = startedHistory();
  history.mergePull(13, 'feat: slow work', {
    commits: [{ subject: 'long ago', at: '2026-11-02T00:00:00Z' }],
    at: '2026-11-05T12:00:00Z',
  });

  expect(numbers(await readStory(history, dates('2026-11-05T00:00:00Z', '2026-11-06T00:00:00Z')))).toEqual([
    13,
  ]);
});

test('without a range it is the last seven days, this second among them', async () => {
  const history = startedHistory();
  history.squash(1, 'eight days ago', { at: '2026-11-23T00:00:00Z' });
  history.squash(2, 'seven days ago', { at: '2026-11-24T00:00:00Z' });
  history.squash(3, 'right now', { at: '2026-12-01T00:00:00Z' });
  const { manifest } = await pulseOverStory(history);

  expect(manifest.pull_requests.map(({ number }) => number)).toEqual([2, 3]);
  expect(manifest.repositories[0]?.window).toMatchObject({ kind: 'dates', spec: '7d' });
});

test('a day range has both of its days', async () => {
  const history = startedHistory();
  history.squash(1, 'first second', { at: '2026-11-05T00:00:00Z' });
  history.squash(2, 'last second', { at: '2026-11-06T23:59:59Z' });
  history.squash(3, 'next day', { at: '2026-11-07T00:00:00Z' });
  const { manifest } = await pulseOverStory(history, { date_range: '2026-11-05..2026-11-06' });

  expect(manifest.pull_requests.map(({ number }) => number)).toEqual([1, 2]);
});

test('nothing as new as the window is nothing found', async () => {
  expect(
    (await readStory(startedHistory(), dates('2027-01-01T00:00:00Z', '2027-01-02T00:00:00Z'))).changes,
  ).toEqual([]);
});
