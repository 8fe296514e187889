import { expect, test } from 'vitest';
import { startOfficialServer } from '../../action/agent/tools/official-server.ts';
import { pinnedServer } from '../../action/agent/tools/pinned-server.ts';
import { shapeProblem, toolDigest } from '../../action/agent/tools/server-shape.ts';
import { canary, openTools, toolStory } from '../mcp/story-tools.ts';
import { toolContract } from '../mcp/tool-contract.ts';
import { officialBinary } from './official-binary.ts';

const official = await officialBinary();
const isHere = 'path' in official;
if (!isHere) console.log(`SKIPPED the official MCP server: ${official.skipped}.`);
const limits = { startMs: 10_000, callMs: 20_000 };

test.runIf(isHere).each(Object.entries(toolContract))('%s', async (_, holds) => {
  const story = await toolStory();
  const tools = await openTools(story, 'github', {
    install: async () => (official as { path: string }).path,
    serverLimits: limits,
  });
  expect(tools.notices).toEqual([]);
  expect(tools.box.server).toBe(`github ${pinnedServer.version}`);
  await holds(tools, story, { hasPatches: false });
  expect(tools.notices).toEqual([]);
});

test.runIf(isHere)('it has the tools that are called, described as pinned', async ({ skip }) => {
  const story = await toolStory();
  const server = await startOfficialServer(
    {
      name: 'github',
      binary: (official as { path: string }).path,
      token: canary,
      serverUrl: story.hub.github.url,
      environment: process.env,
    },
    limits,
  );
  const digests = Object.fromEntries(server.tools.map((tool) => [tool.name, toolDigest(tool)]));
  await server.close();

  expect(shapeProblem(server, null)).toBeNull();
  expect(Object.keys(digests).sort()).toEqual(['get_commit', 'pull_request_read']);
  if (pinnedServer.toolDigests === null) {
    return skip(`no digests are pinned yet; they are ${JSON.stringify(digests)}`);
  }
  expect(digests).toEqual(pinnedServer.toolDigests);
});
