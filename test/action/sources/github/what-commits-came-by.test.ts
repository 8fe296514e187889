import { expect, test } from 'vitest';
import type { GitHistory } from '../../../git/git-history.ts';
import { serverError } from '../../../github/faults.ts';
import { repositoryOf } from '../../../github/state/github-state.ts';
import { updatePull } from '../../../github/state/update-pull.ts';
import { always, numbers, pull, pushes, startedHistory, tags } from '../git/read-story.ts';
import { type Alteration, closedUnmerged, inFork, rewritten, withLeftOut } from './alterations.ts';
import { type HubStory, onGitHub } from './hub-story.ts';
import { read } from './pulse-over-hub.ts';

/** The story on GitHub, ended by v1.1.0, with what GitHub knows otherwise. */
async function hubOf(history: GitHistory, ...alterations: Alteration[]): Promise<HubStory> {
  history.tag('v1.1.0');
  const hub = await onGitHub(history);
  for (const alter of alterations) alter(hub.github.state, hub.repo);
  return hub;
}

const windows = [
  ['of dates', always, ['Initial commit']],
  ['between tags', tags('v1.1.0'), []],
] as const;

test.each(windows)(
  'a rebase of a branch that held merges hides no push before it, in a window %s',
  async (_, window, first) => {
    const history = startedHistory();
    history.squash(12, 'feat: gifts');
    history.commit('Change the prices by hand');
    history.rebase(13, ['feat: one', 'feat: two']);
    const { source } = await hubOf(history, withLeftOut(13, 2));
    const reading = await read(source, window);

    expect(numbers(reading)).toEqual([12, 13]);
    expect(pushes(reading)).toEqual([...first, 'Change the prices by hand']);
  },
);

test.each(windows)(
  'a rebase whose last commit was a merge brings its commits all the same, in a window %s',
  async (_, window, first) => {
    const history = startedHistory();
    history.commit('Change the prices by hand');
    history.rebase(13, ['feat: one', 'feat: two']);
    const { github, source, repo } = await hubOf(history);
    const { commits } = repositoryOf(github.state, 'acme/shop').pulls.get(13) ?? { commits: [] };
    const [root = ''] = (await repo.git('rev-list', '--max-parents=0', 'main')).split('\n');
    updatePull(github.state, 'acme/shop', 13, { commits: [...commits, root] });
    const reading = await read(source, window);

    expect(numbers(reading)).toEqual([13]);
    expect(pushes(reading)).toEqual([...first, 'Change the prices by hand']);
  },
);

test('a rebase that the index does not know yet has as many commits as the pull request', async () => {
  const history = startedHistory();
  history.rebase(13, ['feat: one', 'feat: two']);
  history.tag('v1.1.0');
  const { source } = await onGitHub(history, { indexLagMs: 10 ** 12 });

  expect(pushes(await read(source, tags('v1.1.0')))).toEqual([]);
});

test.each(windows)(
  'merges of a history that was rewritten since keep their numbers, in a window %s',
  async (_, window, first) => {
    const history = startedHistory();
    history.mergePull(12, 'feat: gifts', { commits: ['one', 'two'] });
    history.squash(13, 'feat: pages');
    const { source, repo } = await hubOf(history, rewritten);
    const reading = await read(source, window);

    expect([numbers(reading), pushes(reading)]).toEqual([[12, 13], first]);
    expect(await repo.git('cat-file', '-t', pull(reading, 12).commit ?? '')).toContain('commit');
  },
);

test('the merge of another repository with an own number is none of the own pull request', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: gifts');
  history.tag('v1.0.1');
  history.branch('upstream');
  history.checkout('upstream');
  history.commit('work of upstream');
  history.checkout('main');
  history.merge('upstream', { message: 'Merge pull request #12 from upstream/parser\n\nfeat: parse faster' });
  const { source } = await hubOf(history);
  const reading = await read(source, tags('v1.0.1..v1.1.0'));

  expect([numbers(reading), pushes(reading)]).toEqual([[], ['work of upstream']]);
});

test('a direct push that mentions an earlier pull request is told as a push', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: gifts');
  history.tag('v1.0.1');
  history.commit('Fix what gifts broke (#12)');
  const { source } = await hubOf(history);
  const reading = await read(source, tags('v1.0.1..v1.1.0'));

  expect([numbers(reading), pushes(reading)]).toEqual([[], ['Fix what gifts broke (#12)']]);
});

test.each(windows)(
  'a commit picked with its origin leads to its pull request, in a window %s',
  async (_, window, first) => {
    const history = startedHistory();
    history.branch('release/1.x');
    history.checkout('release/1.x');
    history.mergePull(12, 'feat: gifts', { commits: ['wrap', 'bow'] });
    const [bow, wrap] = [history.tip().parents[1], history.tip().parents[1]?.parents[0]];
    history.checkout('main');
    if (wrap) history.cherryPick(wrap, { recordOrigin: true });
    const last = bow && history.cherryPick(bow, { recordOrigin: true });
    const { source, repo } = await hubOf(history);
    const reading = await read(source, window);

    expect([numbers(reading), pushes(reading)]).toEqual([[12], first]);
    expect(pull(reading, 12)).toMatchObject({ title: 'feat: gifts', commit: last && repo.sha(last) });
  },
);

test.each(windows)(
  'a batch that GitHub does not know as merged stands as named by the bot, in a window %s',
  async (_, window) => {
    const history = startedHistory();
    history.batch([
      { number: 12, title: 'Fix a' },
      { number: 13, title: 'Fix b' },
    ]);
    const { source, github } = await hubOf(history, closedUnmerged(12), closedUnmerged(13));
    updatePull(github.state, 'acme/shop', 13, { title: '[Merged by Bors] - Fix b better', labels: ['bug'] });
    const reading = await read(source, window);

    expect(numbers(reading)).toEqual([12, 13]);
    expect(pull(reading, 13)).toMatchObject({ title: 'Fix b better', labels: ['bug'] });
    expect(reading.notices.map(({ text }) => text)).toEqual([
      'acme/shop#12, acme/shop#13 stand as named by the merge bot: GitHub does not know of a merge.',
    ]);
  },
);

test('what a bot names and GitHub never heard of has the words of the merge', async () => {
  const history = startedHistory();
  history.batch([{ number: 12, title: 'Fix a' }]);
  const { source, github } = await hubOf(history);
  repositoryOf(github.state, 'acme/shop').pulls.clear();
  const reading = await read(source, tags('v1.1.0'));

  expect(pull(reading, 12)).toMatchObject({ title: 'Fix a', author: { login: 'ada' } });
  expect(pushes(reading)).toEqual([]);
});

test('what a script landed and closed counts by its trailer; what is still open does not', async () => {
  const history = startedHistory();
  history.rebase(12, ['fs: one', 'fs: two'], { trailer: true });
  history.rebase(13, ['net: three'], { trailer: true });
  const { source, github } = await hubOf(history, closedUnmerged(12), closedUnmerged(13));
  updatePull(github.state, 'acme/shop', 13, { state: 'OPEN' });
  const reading = await read(source, tags('v1.1.0'));

  expect([numbers(reading), pushes(reading)]).toEqual([[12], ['net: three']]);
  expect(pull(reading, 12).rebased).toHaveLength(2);
});

test('a squash that bors closed counts by its title', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: gifts');
  history.commit('See the talk (#13)');
  const { source, github } = await hubOf(history, closedUnmerged(12));
  updatePull(github.state, 'acme/shop', 12, { title: '[Merged by Bors] - feat: gifts' });
  const reading = await read(source, tags('v1.1.0'));

  expect([numbers(reading), pushes(reading)]).toEqual([[12], ['See the talk (#13)']]);
});

test('several pull requests merged by one push count each', async () => {
  const history = startedHistory();
  history.mergePull(12, 'feat: gifts', { commits: ['one'] });
  const merge = history.mergePull(13, 'feat: pages', { commits: ['two'] });
  const { source, github, repo } = await hubOf(history);
  updatePull(github.state, 'acme/shop', 12, { mergeCommit: repo.sha(merge) });

  expect(numbers(await read(source, tags('v1.1.0')))).toEqual([12, 13]);
});

test('a pull request merged into a branch that was renamed since counts in the window of its new name', async () => {
  const history = startedHistory({ defaultBranch: 'trunk' });
  history.squash(12, 'feat: gifts');
  const { source, github } = await hubOf(history);
  const { pulls } = repositoryOf(github.state, 'acme/shop');
  for (const each of pulls.values()) each.base = 'main';
  const reading = await read(source, always);

  expect([reading.repository.base_branch, numbers(reading)]).toEqual(['trunk', [12]]);
});

test.each(windows)(
  "a pull request of a fork with the same commit takes nobody's place, in a window %s",
  async (_, window, first) => {
    const history = startedHistory();
    history.squash(12, 'feat: gifts');
    const loose = history.commit('Fix totals');
    const { source } = await hubOf(history, inFork(12, loose), inFork(3, loose));
    const reading = await read(source, window);

    expect(numbers(reading)).toEqual([12]);
    expect(pull(reading, 12).title).toBe('feat: gifts');
    expect(pushes(reading)).toEqual([...first, 'Fix totals']);
  },
);

test('a merge that a forced push took off the branch is left out, and a notice says so', async () => {
  const history = startedHistory();
  const before = history.squash(11, 'feat: stays');
  history.squash(12, 'feat: merged by mistake');
  const { source, github, repo } = await onGitHub(history);
  repositoryOf(github.state, 'acme/shop').branches.set('main', repo.sha(before));

  for (const triggerPulls of [[], [12]]) {
    const reading = await read(source, always, { triggerPulls });
    expect(numbers(reading)).toEqual([11]);
    expect(reading.notices.map(({ code }) => code)).toEqual(['merge_not_on_branch']);
  }
});

test('a merge that GitHub cannot be asked about stays', async () => {
  const history = startedHistory();
  const before = history.squash(11, 'feat: stays');
  history.squash(12, 'feat: perhaps');
  const { source, github, repo } = await onGitHub(history);
  repositoryOf(github.state, 'acme/shop').branches.set('main', repo.sha(before));
  github.faults.inject({ match: { path: /compare/, times: 99 }, fault: serverError(500) });

  expect(numbers(await read(source, always))).toEqual([11, 12]);
});

test('a footer that the pull request template holds marks nothing as breaking', async () => {
  const history = startedHistory();
  const footer = 'BREAKING CHANGE: describe what breaks, or delete this';
  history.commit('Add a template', {
    files: { '.github/PULL_REQUEST_TEMPLATE.md': `## What\n\n${footer}\n` },
  });
  history.squash(12, 'fix: typo', { body: footer });
  history.squash(13, 'fix: totals', { body: 'BREAKING CHANGE: totals are strings' });
  const { source } = await hubOf(history);

  for (const [, window] of windows) {
    const reading = await read(source, window);
    expect([12, 13].map((number) => pull(reading, number).isBreaking)).toEqual([false, true]);
  }
});
