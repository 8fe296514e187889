import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ArtifactLocation } from './callback-payload.ts';
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
  /** What the dispatch brought that matters to delivery; both null for every other event. */
  dispatched: { callbackUrl: string | null; webhookToken: string | null };
}

const environment = z.object({
  GITHUB_API_URL: z.url().default('https://api.github.com'),
  GITHUB_GRAPHQL_URL: z.url().default('https://api.github.com/graphql'),
  GITHUB_SERVER_URL: z.url().default('https://github.com'),
  GITHUB_REPOSITORY: z.string().default(''),
  GITHUB_RUN_ID: z.string().default('0'),
  GITHUB_RUN_ATTEMPT: z.string().default('1'),
  GITHUB_EVENT_NAME: z.string().default(''),
  GITHUB_EVENT_PATH: z.string().optional(),
  GITHUB_WORKSPACE: z.string().default('.'),
  RUNNER_TEMP: z.string(),
});

const event = z.object({
  repository: z.object({ default_branch: z.string().optional(), private: z.boolean().optional() }).optional(),
  inputs: z.record(z.string(), z.unknown()).nullish(),
});

async function readEvent(path: string | undefined): Promise<z.output<typeof event>> {
  if (!path) return {};
  return event.parse(JSON.parse(await readFile(path, 'utf8')));
}

/** An input of a dispatch, as text; an empty one is none. */
const inputOf = (inputs: Readonly<Record<string, unknown>>, name: string): string | null => {
  const value = inputs[name];
  return typeof value === 'string' ? value.trim() || null : null;
};

/** Reads the runner's variables and the event's file. */
export async function readRunContext(variables: NodeJS.ProcessEnv): Promise<RunContext> {
  const read = environment.parse(variables);
  const { repository, inputs } = await readEvent(read.GITHUB_EVENT_PATH);
  const dispatchInputs = (read.GITHUB_EVENT_NAME === 'workflow_dispatch' && inputs) || {};
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
    dispatched: {
      callbackUrl: inputOf(dispatchInputs, 'callback_url'),
      webhookToken: inputOf(dispatchInputs, 'webhook_token'),
    },
  };
}

export const pipelineRunIdOf = ({ runId, attempt }: RunContext): string => `${runId}-${attempt}`;

/** Web address of the run; reading it may need a login. */
export const runUrl = ({ serverUrl, repository, runId }: RunContext): string =>
  `${serverUrl}/${repository}/actions/runs/${runId}`;

/** Web address of an artifact of the run. */
export const artifactUrl = (context: RunContext, { id }: { id: string }): string =>
  `${runUrl(context)}/artifacts/${id}`;

/** Where what was kept of the run lies; null when nothing was. */
export const artifactLocation = (
  context: RunContext,
  kept: { id: string; digest: string } | null,
): ArtifactLocation => kept && { uri: artifactUrl(context, kept), digest: kept.digest };
