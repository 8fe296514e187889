import { expect, test } from 'vitest';
import { createStdioTransport } from '../../action/agent/tools/stdio-transport.ts';
import { lineReader } from '../../action/agent/tools/line-reader.ts';
import { fakeStdioServer } from '../mcp/fake-stdio-server.ts';
import { canary, openTools, toolStory } from '../mcp/story-tools.ts';

test('M4: noise on stdout is passed over, a flood on stderr blocks nothing', async () => {
  const fake = await fakeStdioServer({ noise: true, stderrBytes: 2_000_000 });
  const { notices, read } = await openTools(await toolStory(), fake.path);

  expect((await read('acme/shop#12', 'summary')).content).toBe('title: From the fake');
  expect(notices).toEqual([]);
});

test('M4: of stderr only the end is kept', async () => {
  const fake = await fakeStdioServer({ stderrBytes: 2_000_000 });
  const transport = createStdioTransport({ command: fake.path, args: [], environment: {} });
  await transport.start();
  await transport.send({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  await expect.poll(() => transport.stderr().length).toBe(2_000);
  await transport.close();
});

test('M4: an answer of ten megabytes is cut', async () => {
  const fake = await fakeStdioServer({ bytes: 10 * 1024 * 1024 });
  const { read } = await openTools(await toolStory(), fake.path);

  const { content } = await read('acme/shop#12', 'diff');
  expect(content.length).toBeLessThan(12_100);
  expect(content).toMatch(/\[truncated: 12000 of 104\d{5} characters\]$/);
});

test('M4: a line without end is given up', () => {
  const lines: string[] = [];
  const read = lineReader(10, (line) => lines.push(line));
  expect(read(Buffer.from('a\nb'))).toBe(true);
  expect(read(Buffer.from('c\n12345'))).toBe(true);
  expect(read(Buffer.from('678901'))).toBe(false);
  expect(lines).toEqual(['a', 'bc']);
});

test('M4: the server sees of the environment only what it needs', async () => {
  const fake = await fakeStdioServer();
  const environment = {
    PATH: process.env['PATH'],
    HTTPS_PROXY: 'http://proxy.example:3128',
    ACTIONS_RUNTIME_TOKEN: 'runtime',
    INPUT_LLM_API_KEY: 'key',
    GITHUB_TOKEN: 'other',
    HOME: '/home/ada',
  };
  await openTools(await toolStory(), fake.path, {
    environment,
    github: { token: canary, serverUrl: 'https://github.example' },
  });

  const [first] = await fake.starts();
  const { PATH: _, PWD: __, OLDPWD: ___, SHLVL: ____, _: _____, ...seen } = first!.env;
  expect(seen).toEqual({
    HTTPS_PROXY: 'http://proxy.example:3128',
    GITHUB_PERSONAL_ACCESS_TOKEN: canary,
    GITHUB_HOST: 'https://github.example',
  });
  expect(first!.args).toEqual(['stdio', '--read-only', '--tools', 'pull_request_read,get_commit']);
});
