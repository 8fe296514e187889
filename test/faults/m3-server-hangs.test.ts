import { expect, test } from 'vitest';
import { fakeStdioServer, isAlive } from '../mcp/fake-stdio-server.ts';
import { openTools, toolStory } from '../mcp/story-tools.ts';

const stubborn = { hasChild: true, ignoresSignals: true, outlivesInput: true } as const;

test('M3: a call that hangs ends in its time, and no process of the server is left', async () => {
  const fake = await fakeStdioServer({ call: 'hang', ...stubborn });
  const { notices, read } = await openTools(await toolStory(), fake.path, {
    serverLimits: { startMs: 5_000, callMs: 500 },
  });

  const started = performance.now();
  expect((await read('acme/shop#12', 'summary')).content).toMatch(/^title: feat: gifts\n/);
  expect(performance.now() - started).toBeLessThan(8_000);
  expect(notices).toMatchObject([{ code: 'tool_server_replaced' }]);
  const starts = await fake.starts();
  expect(starts).toHaveLength(2);
  expect(starts.flatMap(({ pid, child }) => [isAlive(pid), isAlive(child ?? 0)])).toEqual(
    Array(4).fill(false),
  );
});

test('M3: closing ends a server that does not want to end', async () => {
  const fake = await fakeStdioServer(stubborn);
  const { box, read } = await openTools(await toolStory(), fake.path);
  await read('acme/shop#12', 'summary');
  await box.close();

  const [first] = await fake.starts();
  expect([first?.pid, first?.child].map((pid) => isAlive(pid ?? 0))).toEqual([false, false]);
});

test('M3: closing while a call hangs ends both', async () => {
  const fake = await fakeStdioServer({ call: 'hang', ...stubborn });
  const { box, read } = await openTools(await toolStory(), fake.path);
  const answer = read('acme/shop#12', 'summary');
  await expect.poll(() => fake.calls()).toHaveLength(1);
  await box.close();

  expect((await answer).isError).toBe(true);
  expect((await fake.starts()).map(({ pid }) => isAlive(pid))).toEqual([false]);
});
