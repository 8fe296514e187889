import { describe, expect, it } from 'vitest';
import { settingProblems } from '../../rules/setting-problems.ts';

/** `field: accepts …` of every problem. */
const problems = async (written: unknown) =>
  (await settingProblems(written)).map(({ field, accepts }) => `${field}: ${accepts}`);

const inPaths = async (path: string) => problems({ includes: { paths: [path] } });
const inTags = async (tag: string) => problems({ triggers: { release: { tags: [tag] } } });
const inTitles = async (title: string) => problems({ excludes: { titles: [title] } });

describe('a pattern over paths', () => {
  it.each([
    'packages/shop',
    './packages/shop/',
    '/**',
    '**/*.{ts,tsx}',
    'app/(shop)/page.tsx',
    '.github',
    'a b/c',
    '?.md',
  ])('%j may match', async (path) => {
    expect(await inPaths(path)).toEqual([]);
  });

  it.each([
    [' docs', 'write "docs"'],
    ['docs\\api\\**', 'write "docs/api/**"'],
    ['docs\\', 'write "docs/"'],
    ['docs//api', 'write "docs/api"'],
    ['docs/./api/', 'write "docs/api/"'],
    ['/', '** is everything'],
    ['./', '** is everything'],
    ['//', '** is everything'],
    ['../docs', 'from the top of the repository'],
    ['docs/...', 'from the top of the repository'],
    ['C:\\shop\\docs', 'from the top of the repository'],
    ['https://github.com/acme/shop/tree/main/docs', 'from the top of the repository'],
    ['packages/{shop}', '{a,b}'],
    ['packages/{a,{b,c}}', '{a,b}'],
    ['packages/[shop', '{a,b}'],
    ['@(shop|pay)/**', '{a,b}'],
    ['[z-a]', 'z-a'],
  ])('%j matches nothing, and what to write instead is said', async (path, said) => {
    expect(await inPaths(path)).toEqual([expect.stringContaining(said)]);
  });

  it('cannot be turned round by "!": the other list is named', async () => {
    expect(await inPaths('!docs/**')).toEqual([expect.stringContaining('excludes.paths')]);
    expect(await problems({ excludes: { paths: ['!src/**'] } })).toEqual([
      expect.stringContaining('includes.paths'),
    ]);
  });
});

describe('a glob over branches or tags', () => {
  it.each(['v*', 'release/**', '@acme/shop@*', 'v[0-9]+.[0-9]+', '{main,next}', 'v1.0.0+build'])(
    '%j may match',
    async (tag) => {
      expect(await inTags(tag)).toEqual([]);
    },
  );

  it.each([
    ['refs/tags/v*', 'write "v*"'],
    ['refs/heads/main', 'write "main"'],
    ['origin/main', 'write "main"'],
    [' main', 'write "main"'],
    ['release/', 'write "release/**"'],
    ['/main', 'write "main"'],
    ['!main', 'only what is listed'],
    ['^v\\d+$', 'not regular expressions'],
    ['release 1', 'white space'],
    ['v1..v2', '".."'],
  ])('%j matches nothing, and what to write instead is said', async (tag, said) => {
    expect(await inTags(tag)).toEqual([expect.stringContaining(said)]);
    expect(await problems({ triggers: { merge: { branches: [tag] } } })).toEqual([
      expect.stringMatching(/^triggers\.merge\.branches\[0\]: /),
    ]);
  });
});

describe('a regular expression over titles', () => {
  it.each([
    '^chore$',
    '(?i)^wip',
    'a$|^b',
    '\\$5',
    '[$x]',
    '\\Q$x^\\E',
    'a$x*',
    '^(build|ci)(\\(.+\\))?!?: ',
    '(?<kind>fix)',
  ])('%j may match', async (title) => {
    expect(await inTitles(title)).toEqual([]);
  });

  it.each([
    ['/^chore/i', 'write "(?i)^chore"'],
    ['/docs/', 'write "docs"'],
    ['chore(?!x)', 'neither ahead nor behind'],
    ['(?<=fix: )x', 'neither ahead nor behind'],
    ['(a)\\1', 'no references'],
    ['*chore', '.* is any text'],
    ['(', 'missing closing )'],
    ['^$x', '^ at the start'],
    [' ^chore', '^ at the start'],
    ['fix^', '^ at the start'],
  ])('%j matches nothing, and what to write instead is said', async (title, said) => {
    expect(await inTitles(title)).toEqual([expect.stringContaining(said)]);
  });
});

describe('names', () => {
  it('are matched as they stand', async () => {
    expect(await problems({ excludes: { labels: ['bug ', '*', '⚠️ breaking'] } })).toEqual([
      expect.stringContaining('excludes.labels[0]'),
      expect.stringContaining('excludes.labels[1]'),
    ]);
  });

  it('of authors have no @, and a team is none', async () => {
    expect(
      await problems({ excludes: { authors: ['@ada', '@acme/pay', 'renovate[bot]', 'Ada Lovelace'] } }),
    ).toEqual([expect.stringContaining('write "ada"'), expect.stringContaining('a team is neither')]);
  });
});

describe('a label', () => {
  it('that is excluded, by default too, reaches no section', async () => {
    const sections = [{ title: 'Shop', labels: ['shop', 'WIP'] }];

    expect(await problems({ excludes: { labels: ['wip'] }, report: { sections } })).toEqual([
      'report.sections[0].labels[1]: accepts labels that excludes.labels does not leave out',
    ]);
    expect(
      await problems({ report: { sections: [{ title: 'A', labels: ['skip-changelog'] }] } }),
    ).toHaveLength(1);
  });

  it('that is excluded marks no open pull request', async () => {
    const report = { upcoming: { labels: ['next', 'wip'] } };

    expect(await problems({ excludes: { labels: ['wip'] }, report })).toEqual([
      'report.upcoming.labels[1]: accepts labels that excludes.labels does not leave out',
    ]);
  });

  it('of a section above leads there', async () => {
    const sections = [
      { title: 'A', labels: ['a', 'a'] },
      { title: 'B', labels: ['A', 'b'] },
    ];

    expect(await problems({ report: { sections } })).toEqual([
      'report.sections[1].labels[0]: accepts labels that no section above it takes',
    ]);
  });
});

it('an empty list switches a trigger off', async () => {
  expect(await problems({ triggers: { merge: { branches: [] }, release: { tags: [] } } })).toEqual([]);
});

it('what is wrong in form hides no setting without effect', async () => {
  const written = {
    excludes: { paths: [12, '/'], titles: 'x' },
    triggers: { schedule: { cron: 5, zone: 'Berlin' } },
  };

  expect((await settingProblems(written)).map(({ field }) => field)).toEqual([
    'triggers.schedule.zone',
    'excludes.paths[0]',
    'excludes.paths[1]',
  ]);
});

it.each(['[', '{,', '/', '\\Q', ' ', '$', '(?', '!('])(
  'an entry of 100,000 times %j takes no time',
  async (piece) => {
    const entry = piece.repeat(100_000);
    const started = performance.now();
    await problems({
      excludes: { paths: [entry], titles: [entry], labels: [entry] },
      triggers: { release: { tags: [entry] } },
    });

    expect(performance.now() - started).toBeLessThan(1_000);
  },
);
