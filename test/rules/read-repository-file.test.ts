import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRepositoryFile, readRepositoryFile } from '../../rules/read-repository-file.ts';

const read = (text: string, source = 'test') => readRepositoryFile([{ text, source }]);

/** Problems as `field: got`. */
async function problems(text: string): Promise<string[]> {
  const checked = await checkRepositoryFile(text);
  return 'problems' in checked ? checked.problems.map(({ field, got }) => `${field}: ${got}`) : [];
}

test('an empty file, or one of comments, is the default for everything', async () => {
  for (const text of ['', '# nothing yet\n', '---\n', '{}']) {
    expect(await read(text)).toMatchObject({
      excludes: { labels: ['zenpulse:ignore', 'skip-changelog'], authors: [], paths: [], titles: [] },
      includes: { paths: [] },
      delivery: { post: 'review' },
    });
  }
});

test('anchors and aliases may save repeating a list', async () => {
  const text = 'excludes:\n  authors: &bots [a, b]\n  labels: *bots\n';

  expect((await read(text)).excludes).toMatchObject({
    authors: ['a', 'b'],
    labels: ['a', 'b'],
  });
});

test('all problems are named at once, each by its field', async () => {
  const text = [
    'excludes:',
    '  author: [ada]',
    "  titles: ['(', 'fine', '(?=x)']",
    'triggers: { merge: { quiet_period: soon, minimum_merges: 0 } }',
    'colour: red',
  ].join('\n');

  expect(new Set(await problems(text))).toEqual(
    new Set([
      'colour: an unknown field',
      'excludes.author: an unknown field',
      'excludes.titles[0]: "("',
      'excludes.titles[2]: "(?=x)"',
      'triggers.merge.minimum_merges: 0',
      'triggers.merge.quiet_period: "soon"',
    ]),
  );
});

test("a repository's rules replace an organisation's field by field", async () => {
  const rules = await readRepositoryFile([
    {
      source: 'organisation',
      text: 'excludes: { authors: [ada], titles: [wip] }\nreport: { tone: friendly }',
    },
    { source: 'repository', text: 'excludes: { authors: [] }' },
  ]);

  expect(rules).toMatchObject({ excludes: { authors: [], titles: ['wip'] }, report: { tone: 'friendly' } });
});

test.each([
  ['excludes: [', 'line 1, column 12: text that is not YAML'],
  ['a: 1\na: 2', 'line 2, column 1: text that is not YAML'],
  ['---\n---\n', 'line 2, column 1: text that is not YAML'],
  ['hello', '(the whole): "hello"'],
  ['excludes: *nowhere', '(the whole): YAML aliases that cannot be resolved'],
  ['#'.repeat(100_001), '(the whole): 100001 characters'],
])('%.30j is a problem of its own', async (text, problem) => {
  expect(await problems(text)).toEqual([problem]);
});

test('aliases that stand for gigabytes are refused before they do', async () => {
  const levels = Array.from({ length: 12 }, (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(9)}]`);

  expect(await problems(['l0: &l0 [x]', ...levels].join('\n'))).toEqual([
    '(the whole): YAML aliases that cannot be resolved',
  ]);
});

test('the error names the file', async () => {
  await expect(read('colour: red', 'acme/shop: .github/zenpulse.yml on main')).rejects.toThrow(
    'The rules in acme/shop: .github/zenpulse.yml on main cannot be used',
  );
});

test('any text is rules or problems, never a crash', async () => {
  const yamlish = fc.stringMatching(/^[a-z:{}[\]&*!#|>'"\-,? \n%@`]{0,60}$/);
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), yamlish), async (text) => {
      const checked = await checkRepositoryFile(text);
      return 'file' in checked || checked.problems.length > 0;
    }),
    { numRuns: 1000 },
  );
});
