import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf } from '../../../../action/sources/git/commit-dates.ts';
import { createGitSource } from '../../../../action/sources/git.ts';
import { instant } from '../../../../contract/primitives.ts';
import { pushRawCommit, writeRawObject } from '../../../git/raw-object.ts';
import { gitEnvironment } from '../../../git/run-git.ts';
import type { WrittenHistory } from '../../../git/git-history.ts';
import {
  always,
  dates,
  numbers,
  pull,
  pulseOver,
  readRepository,
  startedHistory,
  tags,
  written,
} from './read-story.ts';

/** Seconds of 2026-11-01T10:00:00Z, when #12 of the stories merged. */
const merged = '2026-11-01T10:00:00Z';

const people = (date: string, zone = '+0000') =>
  `author Ada <ada@example.com> ${date} ${zone}\ncommitter Ada <ada@example.com> ${date} ${zone}\n`;

/** #12, then #13 with these lines, then #14 an hour later. */
async function oddStory(lines: string): Promise<{ repo: WrittenHistory; odd: string }> {
  const history = startedHistory({ bare: true });
  history.squash(12, 'feat: gifts');
  const repo = await written(history);
  const odd = await pushRawCommit(repo, lines, 'feat: odd clock (#13)');
  await pushRawCommit(repo, people(String(Date.parse('2026-11-01T11:00:00Z') / 1000)), 'feat: lists (#14)');
  await repo.git('tag', 'v1.1.0', 'refs/heads/main');
  return { repo, odd };
}

const oddDates: [string, string][] = [
  ['beyond the clock of JavaScript', people('99999999999999')],
  ['beyond a year of four digits', people('253402300800')],
  ['beyond the clock of git', people('18446744073709551615')],
  ['with a sign', people('-86400')],
  ['that is empty', people('')],
  ['that is no number', people('yesterday')],
  ['without a committer line', `author Ada <ada@example.com> 1793527200 +0000\n`],
];

test.each(oddDates)(
  'a date %s is that of the commit before, and a notice names the commit',
  async (_, lines) => {
    const { repo, odd } = await oddStory(lines);
    const reading = await readRepository(repo.path, tags('v1.1.0'));

    expect(numbers(reading)).toEqual([12, 13, 14]);
    expect(pull(reading, 13).at).toBe(merged);
    expect(reading.notices).toEqual([
      {
        code: 'commit_date_unknown',
        text: `The date of ${odd.slice(0, 10)} is none that a calendar holds; that of the commit before it counts.`,
      },
    ]);
  },
);

test.each(oddDates)('a window of dates counts a date %s where the commit before lies', async (_, lines) => {
  const { repo } = await oddStory(lines);

  expect(numbers(await readRepository(repo.path, dates(merged, '2026-11-01T10:30:00Z')))).toEqual([12, 13]);
  expect(
    numbers(await readRepository(repo.path, dates('2026-11-01T10:30:00Z', '2026-12-01T00:00:00Z'))),
  ).toEqual([14]);
});

test('a commit-graph, which keeps fewer bits of a date, changes nothing', async () => {
  const { repo } = await oddStory(people('99999999999999'));
  const windows = [tags('v1.1.0'), dates(merged, '2026-11-01T10:30:00Z')];
  const before = await Promise.all(windows.map((window) => readRepository(repo.path, window)));
  await repo.git('commit-graph', 'write', '--reachable');

  expect(await Promise.all(windows.map((window) => readRepository(repo.path, window)))).toEqual(before);
});

test('an odd time zone changes no date', async () => {
  const { repo } = await oddStory(people(String(Date.parse(merged) / 1000), '+9999'));

  expect(pull(await readRepository(repo.path, always), 13).at).toBe(merged);
});

test('a range that starts or ends with such a commit has the dates before it', async () => {
  const { repo, odd } = await oddStory(people('99999999999999'));
  await repo.git('update-ref', 'refs/tags/v1.0.5', odd);

  expect((await readRepository(repo.path, tags('v1.0.0..v1.0.5'))).timeframe.end).toBe(merged);
  expect((await readRepository(repo.path, tags('v1.0.5..v1.1.0'))).timeframe.start).toBe(merged);
});

test('a history of which no date is known is told under the first day', async () => {
  const repo = await written(startedHistory({ bare: true }));
  const tree = await repo.git('rev-parse', 'main^{tree}');
  const root = await writeRawObject(repo, 'commit', `tree ${tree}\n${people('')}\nfeat: gifts (#12)\n`);
  await repo.git('update-ref', 'refs/heads/main', root);
  await repo.git('update-ref', 'refs/remotes/origin/main', root);
  const reading = await readRepository(repo.path, dates('1970-01-01T00:00:00Z', '1970-01-02T00:00:00Z'));

  expect(numbers(reading)).toEqual([12]);
});

test.each([
  ['a tagger without a date', 'tagger Ada <ada@example.com>\n'],
  ['a tagger with a date that no calendar holds', 'tagger Ada <ada@example.com> 99999999999999 +0000\n'],
  ['no tagger, as old git wrote them', ''],
])('a tag with %s is as old as its commit', async (_, tagger) => {
  const history = startedHistory({ bare: true });
  history.squash(12, 'feat: gifts');
  history.tag('v1.1.0', { annotated: true, at: '2026-11-01T12:00:00Z' });
  history.squash(13, 'feat: cards', { at: '2026-11-03T09:00:00Z' });
  const repo = await written(history);
  const commit = await repo.git('rev-parse', 'main');
  const tag = await writeRawObject(repo, 'tag', `object ${commit}\ntype commit\ntag v1.2.0\n${tagger}\nx\n`);
  await repo.git('update-ref', 'refs/tags/v1.2.0', tag);
  const reading = await readRepository(repo.path, { kind: 'tags', spec: 'newest', base: null, head: null });

  expect([reading.repository.window.head?.ref, numbers(reading)]).toEqual(['v1.2.0', [13]]);
});

test('a whole report is made over such a history, details and all', async () => {
  const { repo, odd } = await oddStory(people('99999999999999'));
  const { status } = await pulseOver([repo.path], { tag_range: 'v1.1.0' });
  const source = await createGitSource(repo.path, { environment: { ...gitEnvironment } });

  expect([status, (await source.details.commit(odd)).at]).toEqual(['completed', merged]);
});

test('a window may begin before all clocks and end with the last year', async () => {
  const { repo } = await oddStory(people('99999999999999'));
  const { status, manifest } = await pulseOver([repo.path], { date_range: '1969-01-01..9999-12-31' });

  expect([status, manifest.pull_requests.length]).toEqual(['completed', 3]);
});

test('seconds of git are an instant of the contract, or none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer().map(String), fc.bigInt().map(String), fc.string()), (seconds) => {
      const at = instantOf(seconds);
      return at === null || (instant.safeParse(at).success && Date.parse(at) === Number(seconds) * 1000);
    }),
    { examples: [['0'], ['253402300799'], ['253402300800'], ['1e3'], ['+5'], ['']] },
  );
});
