import { InMemoryTransport } from '@modelcontextprotocol/client';
import { type CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Source } from '../../sources/source.ts';
import { connectServer } from './connect-server.ts';
import { commitJson, commitsJson, diffText, filesJson, missingNote, pullJson } from './github-shapes.ts';
import { serverLimits, type ServerLimits, type ToolServer } from './tool-server.ts';

const repositoryArguments = {
  owner: z.string().describe('Repository owner'),
  repo: z.string().describe('Repository name'),
};
const pageArguments = {
  perPage: z.int().min(1).max(100).optional().describe('Results for pagination (max 100)'),
};
const pullArguments = z.object({
  method: z.enum(['get', 'get_files', 'get_commits', 'get_diff']).describe('What to read'),
  ...repositoryArguments,
  pullNumber: z.int().positive().describe('Pull request number'),
  ...pageArguments,
});
const commitArguments = z.object({
  ...repositoryArguments,
  sha: z.string().describe('Commit SHA'),
  detail: z.enum(['none', 'stats', 'full_patch']).default('stats').describe('How much to tell of its files'),
  ...pageArguments,
});

const answer = (...texts: (string | null)[]): CallToolResult => ({
  content: texts.flatMap((text) => (text === null ? [] : { type: 'text' as const, text })),
});

async function readPull(
  { details }: Source,
  { method, pullNumber }: z.output<typeof pullArguments>,
  signal: AbortSignal,
) {
  if (method === 'get') return answer(JSON.stringify(pullJson(await details.pull(pullNumber, signal))));
  if (method === 'get_commits') {
    const commits = await details.commits(pullNumber, signal);
    return answer(JSON.stringify(commitsJson(commits.items)), missingNote(commits, 'commits'));
  }
  const files = await details.files(pullNumber, method === 'get_diff', signal);
  const told = method === 'get_diff' ? diffText(files.items) : JSON.stringify(filesJson(files.items));
  return answer(told, missingNote(files, 'files'));
}

/** What failed, as a tool's answer: the caller may go on without it. */
async function told(run: () => Promise<CallToolResult>): Promise<CallToolResult> {
  try {
    return await run();
  } catch (error) {
    return { ...answer(error instanceof Error ? error.message : String(error)), isError: true };
  }
}

function createServer(sources: readonly Source[]): McpServer {
  const sourceOf = ({ owner, repo }: { owner: string; repo: string }): Source => {
    const source = sources.find(({ key }) => key.toLowerCase() === `${owner}/${repo}`.toLowerCase());
    if (!source) throw new Error(`${owner}/${repo} is not a repository of this run.`);
    return source;
  };
  const server = new McpServer({ name: 'zenpulse-builtin', version: '1' });
  server.registerTool(
    'pull_request_read',
    { description: 'Read one pull request.', inputSchema: pullArguments },
    (input, { mcpReq }) => told(async () => readPull(sourceOf(input), input, mcpReq.signal)),
  );
  server.registerTool(
    'get_commit',
    { description: 'Read one commit.', inputSchema: commitArguments },
    (input, { mcpReq }) =>
      told(async () => {
        const commit = await sourceOf(input).details.commit(input.sha, mcpReq.signal);
        const note = input.detail === 'none' ? null : missingNote(commit.files, 'files');
        return answer(JSON.stringify(commitJson(commit, input.detail)), note);
      }),
  );
  return server;
}

/**
 * A small MCP server in this process, over what the run reads from anyway: the names and arguments are those of
 * GitHub's own server, as far as they are used here.
 */
export async function startBuiltinServer(
  sources: readonly Source[],
  limits: ServerLimits = serverLimits,
): Promise<ToolServer> {
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await createServer(sources).connect(theirs);
  return connectServer('builtin', ours, limits);
}
