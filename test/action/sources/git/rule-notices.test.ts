import { expect, test } from 'vitest';
import { pulse, type PulseResult } from '../../../../action/pulse.ts';
import { createGitSource } from '../../../../action/sources/git.ts';
import { pulseRequest } from '../../../../contract/pulse-request.ts';
import { gitEnvironment } from '../../../git/run-git.ts';
import { pulseOver, pulseOverStory, startedHistory, written } from './read-story.ts';

const november = { date_range: '2026-11-01..2026-11-30' };
const path = '.github/zenpulse.yml';

/** One pull request under rules that are on main. */
function underRules(text: string, files: Record<string, string> = { [path]: text }) {
  const history = startedHistory();
  history.commit('Add rules', { files });
  history.squash(12, 'feat: gifts', { files: ['packages/shop/a.ts'] });
  return history;
}

const notices = ({ manifest }: PulseResult) => manifest.notices.map(({ text }) => text);

test('rules that matched nothing are one notice, for operators', async () => {
  const rules =
    'excludes: { authors: [renovate], titles: [gifts, "^Chore"] }\nincludes: { paths: [packages/shoop] }\n';
  const { manifest } = await pulseOverStory(underRules(rules), november);

  expect(manifest.notices).toEqual([
    {
      code: 'rules_unmatched',
      text: 'acme/shop: nothing in this window matched excludes.authors "renovate", excludes.titles "^Chore", includes.paths "packages/shoop".',
      audience: 'operators',
    },
  ]);
});

test('more rules than can be read at once are counted', async () => {
  const names = Array.from({ length: 23 }, (_, at) => `bot-${at}`);
  const [notice] = notices(
    await pulseOverStory(underRules(`excludes: { authors: [${names.join(', ')}] }\n`), november),
  );

  expect(notice).toContain('excludes.authors "bot-19" and 3 more.');
});

test('where nothing was looked at no rule is told', async () => {
  const result = await pulseOverStory(underRules('excludes: { authors: [renovate] }\n'), {
    date_range: '2020-01-01..2020-01-02',
  });

  expect([result.status, notices(result)]).toEqual(['no_changes', []]);
});

test('rules by label are told not to apply in a clone, the default ones are not', async () => {
  const sections = 'report: { sections: [{ title: Shop, labels: [shop] }] }\n';
  const own = await pulseOverStory(underRules(`excludes: { labels: [wip] }\n${sections}`), november);
  const alone = await pulseOverStory(underRules(sections), november);
  const defaults = await pulseOverStory(underRules('excludes: { labels: [skip-changelog] }\n'), november);

  expect(notices(own)).toEqual([
    'acme/shop: git knows no labels, so excludes.labels and report.sections were not applied.',
  ]);
  expect(notices(alone)).toEqual(['acme/shop: git knows no labels, so report.sections was not applied.']);
  expect(notices(defaults)).toEqual([]);
});

test('an ignored number outside the window is told', async () => {
  const result = await pulseOverStory(underRules(''), { ...november, ignored_prs: '99,12,98,99' });

  expect(notices(result)).toEqual(['acme/shop: ignored_prs names #99, #98, not in this window.']);
});

test('a rules file that is not read is told, with the name it should have', async () => {
  const result = await pulseOverStory(
    underRules('', { '.github/zenpulse.yaml': 'x: 1\n', 'ZenPulse.yml': 'x: 1\n', 'docs/zenpulse.yml': '' }),
    november,
  );

  expect(result.manifest.notices).toEqual([
    {
      code: 'rules_not_read',
      text: `acme/shop: .github/zenpulse.yaml is not read; rename it to ${path}.`,
      audience: 'operators',
    },
    {
      code: 'rules_not_read',
      text: `acme/shop: ZenPulse.yml is not read; rename it to ${path}.`,
      audience: 'operators',
    },
  ]);
});

test('a rules file beside the one that is read is told', async () => {
  const result = await pulseOverStory(underRules('', { [path]: '', 'zenpulse.yml': 'x: 1\n' }), november);

  expect(notices(result)).toEqual([
    `acme/shop: zenpulse.yml is not read beside ${path}; delete it, or move its rules there.`,
  ]);
});

test('with other rules given for the run, files of the repository are nobody’s concern', async () => {
  const { path: clone } = await written(underRules('', { 'zenpulse.yml': 'x: 1\n' }));
  const source = await createGitSource(clone, { environment: gitEnvironment });
  const { manifest } = await pulse(pulseRequest.parse({ repo: [clone], ...november, dry_run: true }), {
    sources: [source],
    clock: () => new Date('2026-12-01T00:00:00Z'),
    loadWriters: async () => [],
    rules: { text: 'excludes: { authors: [ada] }\n', source: 'zenpulse.yml' },
    requestId: 'request-1',
    pipelineRunId: 'run-1',
    tool: { name: 'zenpulse', version: '0.0.0', runtime: 'test' },
  });

  expect(manifest.notices.map(({ code }) => code)).not.toContain('rules_not_read');
});

test('what operators are told is in the manifest and in no report', async () => {
  const result = await pulseOverStory(underRules('excludes: { authors: [renovate] }\n'), november);
  const text = (name: string) => result.files.find((file) => file.name === name)?.content;

  expect(text('manifest.json')).toContain('renovate');
  expect(text('report.json')).not.toContain('renovate');
  expect(text('report.md')).not.toContain('renovate');
  expect(JSON.stringify(result.results.outline)).not.toContain('renovate');
});

test('the same facts give the same notices, byte by byte', async () => {
  const { path: clone } = await written(underRules('excludes: { authors: [b, a], titles: [z] }\n'));
  const manifestOf = async () =>
    (await pulseOver([clone], { ...november, ignored_prs: '98,99' })).files.find(
      ({ name }) => name === 'manifest.json',
    );

  expect(await manifestOf()).toEqual(await manifestOf());
});
