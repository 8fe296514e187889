import { expect, test } from 'vitest';
import { fakeStdioServer, isAlive } from '../mcp/fake-stdio-server.ts';
import { openTools, toolStory } from '../mcp/story-tools.ts';

test('M2: after a crash in a call the server is started once more, and the call is made again', async () => {
  const fake = await fakeStdioServer({ call: 'crash-once' });
  const { box, notices, read } = await openTools(await toolStory(), fake.path);

  expect(await read('acme/shop#12', 'summary')).toEqual({ content: 'title: From the fake', isError: false });
  expect(await fake.starts()).toHaveLength(2);
  expect(box.server).toBe(fake.path);
  expect(notices).toEqual([]);
});

test('M2: after the second crash the built-in server answers, and a notice says so', async () => {
  const fake = await fakeStdioServer({ call: 'crash' });
  const { box, notices, read } = await openTools(await toolStory(), fake.path);

  expect((await read('acme/shop#12', 'summary')).content).toMatch(/^title: feat: gifts\n/);
  expect(box.server).toBe('builtin');
  expect(notices).toMatchObject([{ code: 'tool_server_replaced' }]);
  expect((await read('acme/shop#13', 'summary')).content).toMatch(/^title: fix: totals\n/);
  expect(await fake.starts()).toHaveLength(2);
});

test('M2: calls that lose the server together share its restart', async () => {
  const fake = await fakeStdioServer({ call: 'crash' });
  const { notices, read } = await openTools(await toolStory(), fake.path);

  const answers = await Promise.all(
    ['summary', 'files', 'commits', 'diff'].map((what) => read('acme/shop#12', what)),
  );
  expect(answers.map(({ isError }) => isError)).toEqual([false, false, false, false]);
  expect(await fake.starts()).toHaveLength(2);
  expect(notices).toHaveLength(1);
});

test('M2: a crash while a child of the server holds its pipes is seen at once', async () => {
  const fake = await fakeStdioServer({ call: 'crash', hasChild: true });
  const { read } = await openTools(await toolStory(), fake.path, {
    serverLimits: { startMs: 10_000, callMs: 20_000 },
  });

  const started = performance.now();
  expect((await read('acme/shop#12', 'summary')).isError).toBe(false);
  expect(performance.now() - started).toBeLessThan(15_000);
  const children = (await fake.starts()).map(({ child }) => child);
  await expect.poll(() => children.map((pid) => isAlive(pid ?? 0))).toEqual([false, false]);
});
