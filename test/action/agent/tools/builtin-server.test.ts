import { describe, expect, test } from 'vitest';
import { cloneSource, openTools, toolStory } from '../../../mcp/story-tools.ts';
import { toolContract } from '../../../mcp/tool-contract.ts';
import { fileStoryWith } from '../../../mcp/file-story.ts';

describe('over GitHub', () => {
  test.each(Object.entries(toolContract))('%s', async (_, holds) => {
    const story = await toolStory();
    const tools = await openTools(story, 'builtin');
    expect(tools.box.server).toBe('builtin');
    await holds(tools, story, { hasPatches: false });
    expect(tools.notices).toEqual([]);
  });
});

describe('over a clone', () => {
  test.each(Object.entries(toolContract))('%s', async (_, holds) => {
    const story = await toolStory();
    const tools = await openTools(story, 'builtin', { sources: [await cloneSource(story)], github: null });
    await holds(tools, story, { hasPatches: true });
    expect(tools.notices).toEqual([]);
  });
});

test('a clone asked through another server is read by the built-in one, and a notice says so', async () => {
  const story = await toolStory();
  const tools = await openTools(story, 'github', { sources: [await cloneSource(story)] });

  expect((await tools.read('acme/shop#12', 'files')).isError).toBe(false);
  expect(tools.notices).toEqual([
    {
      code: 'tool_server_replaced',
      text: 'The MCP server github 1.12.1 could not be used (it cannot read a clone); the built-in one took over.',
    },
  ]);
});

test('more files than are listed are counted', async () => {
  const { source, number } = await fileStoryWith(130);

  const listed = await source.details.files(number, true);
  expect(listed.items).toHaveLength(100);
  expect(listed.total).toBe(130);
});

test('each file of a clone gets its own patch, whatever its text looks like', async () => {
  const { source, number } = await fileStoryWith(0, {
    'a.txt': 'diff --git a/x b/x\n@@ -1 +1 @@\n',
    'empty.txt': '',
    'b "quoted".txt': 'b\n',
    'ü.txt': 'u\n',
  });

  const { items } = await source.details.files(number, true);
  expect(items.map(({ path, patch }) => [path, patch])).toEqual([
    ['a.txt', '@@ -0,0 +1,2 @@\n+diff --git a/x b/x\n+@@ -1 +1 @@'],
    ['b "quoted".txt', '@@ -0,0 +1 @@\n+b'],
    ['empty.txt', ''],
    ['ü.txt', '@@ -0,0 +1 @@\n+u'],
  ]);
});

test('a patch beyond every use is cut between files, and those left out have none', async () => {
  const long = 'z'.repeat(300_000);
  const { source, number } = await fileStoryWith(0, { 'a.txt': long, 'b.txt': long, 'c.txt': 'c\n' });

  const { items } = await source.details.files(number, true);
  expect(items.map(({ path, patch }) => [path, patch === null])).toEqual([
    ['a.txt', false],
    ['b.txt', true],
    ['c.txt', true],
  ]);
});
