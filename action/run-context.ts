import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { GitHubAddress } from './sources/github/github-client.ts';

/** What GitHub's runner says of the run. */
export interface RunContext {
  address: GitHubAddress;
  /** Such as `https://github.com`. */
  serverUrl: string;
  /** The repository the workflow runs in. */
  repository: string;
  runId: string;
  attempt: string;
  /** Folder for files that live as long as the job. */
  tempFolder: string;
  workspace: string;
  /** Null when the event does not tell. */
  defaultBranch: string | null;
  /** True also when the event does not tell: a place that may be public is treated as one. */
  isPublic: boolean;
}

const environment = z.object({
  GITHUB_API_URL: z.url().default('https://api.github.com'),
  GITHUB_GRAPHQL_URL: z.url().default('https://api.github.com/graphql'),
  GITHUB_SERVER_URL: z.url().default('https://github.com'),
  GITHUB_REPOSITORY: z.string().default(''),
  GITHUB_RUN_ID: z.string().default('0'),
  GITHUB_RUN_ATTEMPT: z.string().default('1'),
  GITHUB_EVENT_PATH: z.string().optional(),
  GITHUB_WORKSPACE: z.string().default('.'),
  RUNNER_TEMP: z.string(),
});

const event = z.object({
  repository: z.object({ default_branch: z.string().optional(), private: z.boolean().optional() }).optional(),
});

async function readEvent(path: string | undefined): Promise<z.output<typeof event>> {
  if (!path) return {};
  return event.parse(JSON.parse(await readFile(path, 'utf8')));
}

/** Reads the runner's variables and the event's file. */
export async function readRunContext(variables: NodeJS.ProcessEnv): Promise<RunContext> {
  const read = environment.parse(variables);
  const { repository } = await readEvent(read.GITHUB_EVENT_PATH);
  return {
    address: { apiUrl: read.GITHUB_API_URL, graphqlUrl: read.GITHUB_GRAPHQL_URL },
    serverUrl: read.GITHUB_SERVER_URL,
    repository: read.GITHUB_REPOSITORY,
    runId: read.GITHUB_RUN_ID,
    attempt: read.GITHUB_RUN_ATTEMPT,
    tempFolder: read.RUNNER_TEMP,
    workspace: read.GITHUB_WORKSPACE,
    defaultBranch: repository?.default_branch ?? null,
    isPublic: repository?.private !== true,
  };
}
