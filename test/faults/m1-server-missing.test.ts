import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { fakeStdioServer, fakeTools, isAlive } from '../mcp/fake-stdio-server.ts';
import { canary, openTools, type OpenedTools, toolStory } from '../mcp/story-tools.ts';

/** Tells that the built-in server reads, and why. */
async function expectFallback({ box, notices, read }: OpenedTools, why: RegExp) {
  expect(notices).toEqual([{ code: 'tool_server_replaced', text: expect.stringMatching(why) }]);
  expect(JSON.stringify(notices)).not.toContain(canary);
  expect(box.server).toBe('builtin');
  expect((await read('acme/shop#12', 'summary')).content).toMatch(/^title: feat: gifts\n/);
}

test('M1: a binary that is not there', async () => {
  const tools = await openTools(await toolStory(), '/nowhere/github-mcp-server');
  await expectFallback(tools, /ENOENT.*the built-in one took over\.$/);
});

test('M1: a server that cannot be installed', async () => {
  const tools = await openTools(await toolStory(), 'github');
  await expectFallback(tools, /github 1\.12\.1 could not be used \(nothing is installed/);
});

test('M1: a server that ends at once is quoted, without its token', async () => {
  const fake = await fakeStdioServer({ start: 'exit' });
  const tools = await openTools(await toolStory(), fake.path);
  await expectFallback(tools, /it said: no such tool; my token is \*\*\*/);
});

test('M1: a server that says nothing is given up within its time, with all its processes', async () => {
  const fake = await fakeStdioServer({
    start: 'hang',
    hasChild: true,
    ignoresSignals: true,
    outlivesInput: true,
  });
  const started = performance.now();
  const tools = await openTools(await toolStory(), fake.path, {
    serverLimits: { startMs: 1_000, callMs: 1_000 },
  });
  expect(performance.now() - started).toBeLessThan(6_000);
  await expectFallback(tools, /took more than 1000 ms|timed out/i);
  const [first] = await fake.starts();
  expect([first?.pid, first?.child].map((pid) => isAlive(pid ?? 0))).toEqual([false, false]);
});

test('M1: by default a server has ten seconds to start', async () => {
  const { serverLimits } = await import('../../action/agent/tools/tool-server.ts');
  expect(serverLimits.startMs).toBe(10_000);
});

test('M1: a server that lacks a tool, an argument or a method is ended and not called', async () => {
  const [pull, commit] = fakeTools();
  const story = await toolStory();
  for (const [tools, why] of [
    [[pull!], /it has no tool get_commit/],
    [[{ ...pull!, inputSchema: { type: 'object', properties: {} } }, commit!], /takes no method/],
    [[{ ...pull!, inputSchema: 'none' }, commit!], /no readable schema|could not be used/],
  ] as const) {
    const fake = await fakeStdioServer({ tools: [...tools] });
    await expectFallback(await openTools(story, fake.path), why);
    expect(await fake.calls()).toEqual([]);
    expect((await fake.starts()).map(({ pid }) => isAlive(pid))).toEqual([false]);
  }
});

test('M1: an address where nobody listens, and one that is no MCP server', async () => {
  const server = createServer((_, response) => response.end('<html>Welcome</html>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    await new Promise((resolve) => server.close(resolve));
  });
  const story = await toolStory();
  const { port } = server.address() as AddressInfo;
  const query = '?key=ghs_CANARY0123456789';
  await expectFallback(
    await openTools(story, `http://127.0.0.1:${port}/mcp${query}`),
    /127\.0\.0\.1.*\/mcp /,
  );
  await expectFallback(await openTools(story, `http://127.0.0.1:9/${query}`), /could not be used/);
});

test('M1: an address that is none', async () => {
  await expectFallback(await openTools(await toolStory(), 'https://'), /https:\/\/ could not be used/);
});
