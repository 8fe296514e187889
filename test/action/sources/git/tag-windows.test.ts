import { expect, test } from 'vitest';
import {
  numbers,
  pulseOverStory,
  pushes,
  readRepository,
  readStory,
  startedHistory,
  tags,
  written,
} from './read-story.ts';

const base = ({ repository }: { repository: { window: { base: { ref: string } | null } } }) =>
  repository.window.base?.ref ?? null;

test('a tag range has what is in its head and not in its base', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: gifts');
  history.tag('v1.1.0');
  history.squash(13, 'feat: later');
  const repo = await written(history);
  const reading = await readRepository(repo.path, tags('v1.0.0..v1.1.0'));

  expect(numbers(reading)).toEqual([12]);
  expect(reading.repository.window).toMatchObject({
    base: { ref: 'v1.0.0', commit: await repo.git('rev-parse', 'v1.0.0') },
    head: { ref: 'v1.1.0', commit: await repo.git('rev-parse', 'v1.1.0') },
  });
  expect(reading.timeframe).toEqual({ start: '2026-11-01T09:00:00Z', end: '2026-11-01T10:00:00Z' });
});

test('one tag starts from the previous of its series, and a stable one skips pre-releases', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: a');
  history.tag('v1.1.0-rc.1');
  history.squash(13, 'feat: b');
  history.tag('v1.1.0-rc.2');
  history.squash(14, 'feat: c');
  history.tag('v1.1.0');
  const { path } = await written(history);
  const read = async (tag: string) => readRepository(path, tags(tag));

  expect(base(await read('v1.1.0'))).toBe('v1.0.0');
  expect(base(await read('v1.1.0-rc.2'))).toBe('v1.1.0-rc.1');
  expect(numbers(await read('v1.1.0-rc.2'))).toEqual([13]);
  expect(base(await read('v1.1.0-rc.1'))).toBe('v1.0.0');
});

test('the first tag of a series starts at the beginning of history', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: gifts');
  history.tag('cli-v0.1.0');
  const reading = await readStory(history, tags('cli-v0.1.0'));

  expect(base(reading)).toBeNull();
  expect(numbers(reading)).toEqual([12]);
  expect(pushes(reading)).toEqual(['Initial commit']);
  expect(reading.timeframe.start).toBeNull();
});

test('packages of a monorepo have series of their own', async () => {
  const history = startedHistory();
  history.tag('@acme/ui@1.2.3');
  history.squash(12, 'feat: a');
  history.tag('@acme/api@1.3.0');
  history.squash(13, 'feat: b');
  history.tag('@acme/ui@1.2.4');
  const reading = await readStory(history, tags('@acme/ui@1.2.4'));

  expect(base(reading)).toBe('@acme/ui@1.2.3');
  expect(numbers(reading)).toEqual([12, 13]);
});

test('a floating tag is nobody’s previous tag', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: a');
  history.tag('v1.1.0');
  history.tag('v1');
  history.squash(13, 'feat: b');
  history.tag('v2.0.0');
  history.moveTag('v1', { on: 'main' });
  history.tag('v2', { annotated: true });

  expect(base(await readStory(history, tags('v2.0.0')))).toBe('v1.1.0');
});

test('an annotated tag, and a tag of a tag, lead to their commit', async () => {
  const history = startedHistory();
  const gifts = history.squash(12, 'feat: gifts');
  history.tag('v1.1.0', { annotated: true, at: '2026-11-20T00:00:00Z' });
  const repo = await written(history);
  await repo.git('tag', '-a', '-m', 'again', 'v1.1.1', 'v1.1.0');

  for (const tag of ['v1.1.0', 'v1.1.1']) {
    const { repository, timeframe } = await readRepository(repo.path, tags(`v1.0.0..${tag}`));
    expect(repository.window.head).toEqual({ ref: tag, commit: repo.sha(gifts) });
    expect(timeframe.end).toBe('2026-11-01T10:00:00Z');
  }
});

test('a tag moved by force is read where it is now', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: a');
  history.tag('v1.1.0');
  const before = await written(history);
  expect(numbers(await readRepository(before.path, tags('v1.1.0')))).toEqual([12]);
  history.squash(13, 'feat: b');
  history.moveTag('v1.1.0');

  expect(numbers(await readStory(history, tags('v1.1.0')))).toEqual([12, 13]);
});

test('a tag of a tree or a blob is no release', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: a');
  history.tag('v1.1.0');
  const repo = await written(history);
  await repo.git('tag', 'v1.0.5', 'main^{tree}');
  await repo.git('tag', '-a', '-m', 'a tree', 'v1.0.6', 'main^{tree}');

  expect(base(await readRepository(repo.path, tags('v1.1.0')))).toBe('v1.0.0');
});

test('release notes without a range are those of the newest tag', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: a');
  history.tag('v1.1.0');
  history.squash(13, 'feat: b');
  history.tag('v1.2.0');
  history.squash(14, 'feat: c');
  const { manifest } = await pulseOverStory(history, { analysis_type: 'release' });

  expect(manifest.pull_requests.map(({ number }) => number)).toEqual([13]);
  expect(manifest.repositories[0]?.window).toMatchObject({
    base: { ref: 'v1.1.0' },
    head: { ref: 'v1.2.0' },
  });
});

test('two tags on one commit have nothing between them', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: a');
  history.tag('v1.1.0');
  history.tag('v1.1.1');

  expect((await pulseOverStory(history, { tag_range: 'v1.1.1' })).status).toBe('no_changes');
});

test('a range that runs backwards is refused with the right order', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: a');
  history.tag('v1.1.0');

  await expect(readStory(history, tags('v1.1.0..v1.0.0'))).rejects.toMatchObject({
    code: 'tag_range_reversed',
    nextStep: 'Did you mean v1.0.0..v1.1.0?',
  });
});
