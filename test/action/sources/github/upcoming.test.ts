import { expect, test } from 'vitest';
import { publishRelease } from '../../../github/state/publish-release.ts';
import { numbers, startedHistory } from '../git/read-story.ts';
import { onGitHub } from './hub-story.ts';
import { read } from './pulse-over-hub.ts';

const unreleased = { kind: 'unreleased', spec: 'since the last release' } as const;
const baseOf = ({ repository }: { repository: { window: { base: { ref: string } | null } } }) =>
  repository.window.base?.ref ?? null;

function waitingStory() {
  const history = startedHistory();
  history.squash(12, 'feat: shipped');
  history.tag('v1.1.0');
  history.squash(13, 'feat: waits');
  history.tag('v1.2.0-rc.1');
  history.squash(14, 'feat: waits too');
  return history;
}

test('what waits for the next release starts at the last stable tag', async () => {
  const { source } = await onGitHub(waitingStory());
  const reading = await read(source, unreleased);

  expect(numbers(reading)).toEqual([13, 14]);
  expect(reading.repository.window).toMatchObject({ base: { ref: 'v1.1.0' }, head: { ref: 'main' } });
});

test('where there are GitHub releases, the latest of them is where it starts', async () => {
  const { github, source } = await onGitHub(waitingStory());
  publishRelease(github.state, 'acme/shop', 'v1.1.0');
  publishRelease(github.state, 'acme/shop', 'v1.2.0-rc.1', { isPrerelease: true });

  expect(numbers(await read(source, unreleased))).toEqual([13, 14]);
});

test('a hotfix release on another line is not the last release of main, though GitHub calls it the latest', async () => {
  const history = startedHistory();
  history.branch('release/1.x');
  history.squash(12, 'feat!: pages');
  history.tag('v2.0.0');
  history.squash(13, 'feat: waits');
  history.checkout('release/1.x');
  history.squash(14, 'fix: only there');
  history.tag('v1.0.1');
  history.checkout('main');
  const { github, source } = await onGitHub(history);

  for (const isPublished of [false, true]) {
    if (isPublished) publishRelease(github.state, 'acme/shop', 'v1.0.1');
    const reading = await read(source, unreleased);
    expect(numbers(reading)).toEqual([13]);
    expect(baseOf(reading)).toBe('v2.0.0');
  }
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
  const { source } = await onGitHub(history);
  const reading = await read(source, unreleased);

  expect([numbers(reading), baseOf(reading)]).toEqual([[13], 'v2.0.0']);
});

test('an old commit tagged late does not bring back what was released since', async () => {
  const history = startedHistory();
  const old = history.squash(12, 'feat: a');
  history.squash(13, 'feat: b');
  history.tag('v1.2.0');
  history.tag('v1.1.0', { on: old, annotated: true, at: '2026-11-19T00:00:00Z' });
  history.squash(14, 'feat: waits');
  const { source } = await onGitHub(history);

  expect(numbers(await read(source, unreleased))).toEqual([14]);
});

test('a release made on a branch ahead of main leaves nothing waiting, and is no error', async () => {
  const history = startedHistory();
  history.branch('release/1.1');
  history.checkout('release/1.1');
  history.commit('Version 1.1.0');
  history.tag('v1.1.0');
  history.checkout('main');
  const { source } = await onGitHub(history);

  expect((await read(source, unreleased)).changes).toEqual([]);
});

test('without any version tag it says what to do', async () => {
  const history = startedHistory();
  history.deleteTag('v1.0.0');
  history.tag('nightly');
  const { source } = await onGitHub(history);

  await expect(read(source, unreleased)).rejects.toMatchObject({ code: 'tag_missing' });
});
