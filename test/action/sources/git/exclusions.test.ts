import { expect, test } from 'vitest';
import { decisions, pulseOverStory, startedHistory } from './read-story.ts';

const november = { date_range: '2026-11-01..2026-11-30' };

/** A story whose rules file is on main, as in a real repository. */
function withRules(...lines: string[]) {
  const history = startedHistory();
  history.commit('Add rules', { files: { '.github/zenpulse.yml': `${lines.join('\n')}\n` } });
  return history;
}

test('numbers of the request are left out', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: a');
  history.squash(13, 'feat: b');

  expect(decisions(await pulseOverStory(history, { ...november, ignored_prs: '#12' }))).toEqual([
    '12 excluded ignored_prs',
    '13 included',
  ]);
});

test('authors are left out by login, by name, and with or without [bot]', async () => {
  const history = withRules('excludes:', '  authors: [dependabot, Alan Turing]');
  history.squash(12, 'chore: bump', {
    author: 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
  });
  history.squash(13, 'feat: b', { author: 'Alan Turing <alan@example.com>' });
  history.mergePull(14, 'feat: c', { author: 'Alan Turing <alan@example.com>' });
  history.squash(15, 'feat: d');

  expect(decisions(await pulseOverStory(history, november))).toEqual([
    '12 excluded author',
    '13 excluded author',
    '14 excluded author',
    '15 included',
  ]);
});

test('the author of a noreply address is a login', async () => {
  const history = startedHistory();
  history.squash(12, 'feat: a', { author: 'Ada <12345+ada-l@users.noreply.github.com>' });
  history.squash(13, 'feat: b', { author: 'Grace <grace@users.noreply.github.com>' });
  history.squash(14, 'feat: c', { author: 'Alan Turing <alan@example.com>' });
  const { manifest } = await pulseOverStory(history, november);

  expect(manifest.pull_requests.map(({ author }) => author)).toEqual(['ada-l', 'grace', 'Alan Turing']);
});

test('titles are left out by pattern, direct pushes too', async () => {
  const history = withRules('excludes:', "  titles: ['^chore\\(deps\\)', '^Add rules$', '^Initial']");
  history.squash(12, 'chore(deps): bump');
  history.squash(13, 'chore: other');
  const result = await pulseOverStory(history, november);

  expect(decisions(result)).toEqual(['12 excluded title', '13 included']);
  expect(result.manifest.direct_pushes.map(({ decision }) => decision)).toEqual(['excluded', 'excluded']);
});

test('only what changes nothing but excluded paths is left out', async () => {
  const history = withRules('excludes:', "  paths: ['docs/**', '**/*.lock']");
  history.squash(12, 'docs only', { files: ['docs/a.md', 'sub/b.lock'] });
  history.squash(13, 'docs and code', { files: ['docs/c.md', 'src/c.ts'] });
  history.mergePull(14, 'docs by merge', { files: ['docs/d.md'], commits: ['one'] });
  history.rebase(
    15,
    [
      { subject: 'docs', files: ['docs/e.md'] },
      { subject: 'code', files: ['src/e.ts'] },
    ],
    {
      trailer: true,
    },
  );

  expect(decisions(await pulseOverStory(history, november))).toEqual([
    '12 excluded path',
    '13 included',
    '14 excluded path',
    '15 included',
  ]);
});

test('in a monorepo only what touches the included paths is told', async () => {
  const history = withRules('includes:', "  paths: ['packages/ui/**']");
  history.squash(12, 'ui', { files: ['packages/ui/a.ts'] });
  history.squash(13, 'api', { files: ['packages/api/a.ts'] });
  history.squash(14, 'both', { files: ['packages/ui/b.ts', 'packages/api/b.ts'] });
  history.mergePull(15, 'ui by merge', { files: ['packages/ui/ü b.ts'], commits: ['one'] });

  expect(decisions(await pulseOverStory(history, november))).toEqual([
    '12 included',
    '13 excluded outside_paths',
    '14 included',
    '15 included',
  ]);
});

test.each(['packages/ui', 'packages/ui/', '/packages/ui/**', './packages/ui'])(
  'a folder is included however it is written: %s',
  async (path) => {
    const history = withRules('includes:', `  paths: ['${path}']`);
    history.squash(12, 'ui', { files: ['packages/ui/src/a.ts'] });
    history.squash(13, 'api', { files: ['packages/api/a.ts'] });

    expect(decisions(await pulseOverStory(history, november))).toEqual([
      '12 included',
      '13 excluded outside_paths',
    ]);
  },
);

test('a file moved out of an included path still touches it', async () => {
  const history = withRules('includes:', "  paths: ['packages/ui/**']");
  history.commit('start', { files: { 'packages/ui/a.ts': 'same text' } });
  history.squash(12, 'move', { files: { 'packages/ui/a.ts': null, 'packages/api/a.ts': 'same text' } });

  expect(decisions(await pulseOverStory(history, november))).toEqual(['12 included']);
});

test('label rules are not applied, and the manifest says that labels were not known', async () => {
  const history = withRules('excludes:', '  labels: [skip-changelog]');
  history.squash(12, 'feat: a');
  const { manifest } = await pulseOverStory(history, november);

  expect(manifest.repositories[0]?.labels_known).toBe(false);
  expect(manifest.pull_requests[0]).toMatchObject({ labels: null, decision: 'included' });
});

test('a rule that leaves a revert out does not stop it from taking back what it reverts', async () => {
  const history = withRules('excludes:', "  titles: ['^Revert']");
  history.revert(history.squash(12, 'feat: gifts'), { number: 13 });

  expect(decisions(await pulseOverStory(history, november))).toEqual([
    '12 excluded reverted',
    '13 excluded title',
  ]);
});

test('broken rules are refused, each problem by its field', async () => {
  const history = withRules('excludes:', "  titles: ['(']", '  author: [ada]');

  await expect(pulseOverStory(history, november)).rejects.toMatchObject({
    code: 'repository_file_invalid',
    message: expect.stringContaining('acme/shop: .github/zenpulse.yml on main') as string,
  });
});
