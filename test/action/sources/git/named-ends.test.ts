import { expect, test } from 'vitest';
import { numbers, readRepository, startedHistory, tags, written } from './read-story.ts';

async function shop() {
  const history = startedHistory();
  history.squash(12, 'feat: gifts');
  history.tag('v1.1.0');
  history.squash(13, 'feat: cards');
  return written(history);
}

test('a tag of a folder is an error that says what it names', async () => {
  const repo = await shop();
  await repo.git('tag', 'v1.2.0', 'main^{tree}');

  await expect(readRepository(repo.path, tags('v1.2.0'))).rejects.toMatchObject({
    code: 'tag_without_commit',
    exitCode: 2,
    message: expect.stringContaining('names a tree, not a commit') as string,
  });
});

test('a tag of a file, annotated and as the start of a range, is an error that says what it names', async () => {
  const repo = await shop();
  const [, , blob = ''] = (await repo.git('ls-tree', '-r', 'main')).split(/\s/);
  await repo.git('tag', '--annotate', '--message=x', 'v0.9.0', blob);

  await expect(readRepository(repo.path, tags('v0.9.0..v1.1.0'))).rejects.toMatchObject({
    code: 'tag_without_commit',
    data: { tag: 'v0.9.0', kind: 'blob' },
  });
});

test('a tag and a branch of one name are told apart', async () => {
  const repo = await shop();
  await repo.git('branch', 'v1.1.0', 'main');
  const range = await readRepository(repo.path, tags('v1.0.0..v1.1.0'));
  const branch = await readRepository(repo.path, tags('v1.0.0'), { baseBranch: 'v1.1.0' });

  expect([numbers(range), branch.repository.base_branch]).toEqual([[12], 'v1.1.0']);
});

test.each(['-n', '--all', 'HEAD', '@', 'vé', "v'1", 'v$(id)', 'refs/tags/v1', 'v1"', 'a@b'])(
  'a tag may be called %s',
  async (name) => {
    const repo = await shop();
    await repo.git('update-ref', `refs/tags/${name}`, await repo.git('rev-parse', 'v1.1.0'));
    const window = { kind: 'tags', spec: name, base: 'v1.0.0', head: name } as const;

    expect(numbers(await readRepository(repo.path, window))).toEqual([12]);
  },
);
