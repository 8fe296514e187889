import { expect, test } from 'vitest';
import { numbers, pulseOverStory, readStory, startedHistory } from './read-story.ts';

const unreleased = { kind: 'unreleased', spec: 'since the last release' } as const;

test('what waits for the next release starts at the last stable tag', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: shipped');
  history.tag('v1.1.0');
  history.squash(13, 'feat: waits');
  history.tag('v1.2.0-rc.1');
  history.squash(14, 'feat: waits too');
  const { manifest } = await pulseOverStory(history, { analysis_type: 'upcoming' });

  expect(manifest.pull_requests.map(({ number }) => number)).toEqual([13, 14]);
  expect(manifest.repositories[0]?.window).toMatchObject({
    kind: 'unreleased',
    base: { ref: 'v1.1.0' },
    head: { ref: 'main' },
  });
});

test('a hotfix release on another line is not the last release of main', async () => {
  const history = startedHistory();
  history.branch('release/1.x');
  history.squash(12, 'feat!: pages');
  history.tag('v2.0.0');
  history.squash(13, 'feat: waits');
  history.checkout('release/1.x');
  history.squash(14, 'fix: only there');
  history.tag('v1.0.1');
  history.checkout('main');
  const { manifest } = await pulseOverStory(history, { analysis_type: 'upcoming' });

  expect(manifest.pull_requests.map(({ number }) => number)).toEqual([13]);
});

test('a hotfix line merged back makes nothing released wait again', async () => {
  const history = startedHistory();
  history.branch('release/1.x');
  history.squash(12, 'feat!: pages');
  history.tag('v2.0.0');
  history.squash(13, 'feat: waits');
  history.checkout('release/1.x');
  history.squash(14, 'fix: only there');
  history.tag('v1.0.1');
  history.checkout('main');
  history.merge('release/1.x');
  const reading = await readStory(history, unreleased);

  expect(numbers(reading)).toEqual([13]);
  expect(reading.repository.window.base?.ref).toBe('v2.0.0');
});

test('an old commit tagged late does not bring back what was released since', async () => {
  const history = startedHistory();
  const old = history.squash(12, 'feat: a');
  history.squash(13, 'feat: b');
  history.tag('v1.2.0');
  history.tag('v1.1.0', { on: old, annotated: true, at: '2026-11-30T00:00:00Z' });
  history.squash(14, 'feat: waits');

  expect(numbers(await readStory(history, unreleased))).toEqual([14]);
});

test('a floating tag is not the last release', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: a');
  history.tag('v1.1.0');
  history.tag('v1', { annotated: true, at: '2026-11-30T00:00:00Z' });
  history.squash(13, 'feat: waits');

  expect((await readStory(history, unreleased)).repository.window.base?.ref).toBe('v1.1.0');
});

test('without any version tag it says what to do', async () => {
  const history = startedHistory();
  history.deleteTag('v1.0.0');
  history.tag('nightly');

  await expect(readStory(history, unreleased)).rejects.toMatchObject({ code: 'tag_missing' });
});
