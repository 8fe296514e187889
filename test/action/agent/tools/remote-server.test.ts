import { expect, test } from 'vitest';
import { cappedStream } from '../../../../action/agent/tools/capped-stream.ts';
import { fakeHttpServer } from '../../../mcp/fake-http-server.ts';
import { canary, openTools, toolStory } from '../../../mcp/story-tools.ts';

test('a server at an address is asked, and sees no token', async () => {
  const remote = await fakeHttpServer('{"title":"From afar"}');
  const { box, notices, read } = await openTools(await toolStory(), `${remote.url}?key=own`);

  expect((await read('acme/shop#12', 'summary')).content).toBe('title: From afar');
  expect(box.server).toBe(remote.url);
  expect(notices).toEqual([]);
  expect(remote.calls).toHaveLength(1);
  expect(JSON.stringify(remote.headers)).not.toContain(canary);
});

test('a redirect is not followed', async () => {
  const other = await fakeHttpServer('{"title":"From elsewhere"}');
  const remote = await fakeHttpServer('', other.url);
  const { box, notices } = await openTools(await toolStory(), remote.url);

  expect(box.server).toBe('builtin');
  expect(notices).toMatchObject([{ code: 'tool_server_replaced' }]);
  expect(other.headers).toEqual([]);
});

test('an answer beyond the bound is a failure while it arrives', async () => {
  const fetch = cappedStream(async () => new Response('x'.repeat(1_000)), 999);
  await expect(fetch('http://127.0.0.1').then((response) => response.text())).rejects.toThrow(
    'an answer of more than 999 bytes',
  );
});
