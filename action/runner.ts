import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as core from '@actions/core';
import type { ActionOutputs } from '../contract/action-inputs.ts';
import { repositoryKey } from '../contract/primitives.ts';
import { toZenPulseError, ZenPulseError } from '../contract/zenpulse-error.ts';
import packageFile from '../package.json' with { type: 'json' };
import type { RunFile } from './lineage/run-files.ts';
import { jobSummary } from './publish/job-summary.ts';
import { shortenMarkdown } from './publish/shorten-markdown.ts';
import { type UploadedArtifact, uploadArtifact, writeFiles } from './publish/upload-artifact.ts';
import { type PulseResult, pulse } from './pulse.ts';
import { type Inputs, readInputs, secretsIn } from './read-inputs.ts';
import { type RunContext, readRunContext } from './run-context.ts';
import { createGitHubSource } from './sources/github.ts';
import type { GitHubClientEdges } from './sources/github/github-client.ts';
import type { Source } from './sources/source.ts';
import { requireSupported, requireSupportedInputs } from './supported.ts';
import type { Writer } from './agent/writer.ts';
import type { RulesText } from './window/read-repository-file.ts';

/** Everything the action touches of the runner. */
export interface RunnerEdges extends Omit<GitHubClientEdges, 'token'> {
  /** Rejects as soon as the signal is aborted. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  variables: NodeJS.ProcessEnv;
  newId: () => string;
  /** Such as `node v24.21.0`. */
  runtime: string;
  /** Of Node.js: `linux`, `x64`. */
  platform: string;
  arch: string;
  /** Aborted when the job is stopped. */
  signal: AbortSignal;
}

/** Outputs of a job together may be 1 MB; the report is in the artifact whole. */
const maxOutputBytes = 900_000;

const noOutputs: ActionOutputs = {
  status: 'failed',
  has_changes: 'false',
  summary_message: '',
  report_path: '',
  artifact_id: '',
  artifact_url: '',
  artifact_digest: '',
  pipeline_run_id: '',
  metrics: '',
};

const setOutputs = (outputs: Partial<ActionOutputs>) => {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
};

function openSources({ request, action }: Inputs, context: RunContext, edges: RunnerEdges): Source[] {
  const { github_token: token } = action;
  if (token === undefined)
    throw new ZenPulseError('github_token_missing', { repository: request.repo.join(', ') });
  return request.repo.map((key) => {
    if (!repositoryKey.safeParse(key).success) {
      const problem = {
        field: 'repo',
        got: JSON.stringify(key),
        accepts: 'accepts owner/name in a workflow',
      };
      throw new ZenPulseError('request_invalid', { problems: [problem] });
    }
    return createGitHubSource(key, context.address, { ...edges, token: async () => token });
  });
}

async function readRules(path: string | undefined, workspace: string): Promise<RulesText | null> {
  if (path === undefined) return null;
  try {
    return { text: await readFile(resolve(workspace, path), 'utf8'), source: path };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new ZenPulseError('file_unreadable', { path, cause }, { cause: error });
  }
}

/** The workflow's own repository needs no request to tell its default branch: the event does. */
function withKnownBranch(
  request: Inputs['request'],
  { repository, defaultBranch }: RunContext,
): Inputs['request'] {
  const isOwn = request.repo.length === 1 && request.repo[0] === repository;
  return request.base_branch === undefined && isOwn && defaultBranch !== null
    ? { ...request, base_branch: defaultBranch }
    : request;
}

interface Kept extends UploadedArtifact {
  paths: Map<string, string>;
}

/** A run in progress: what a failure needs to know of it. */
interface Run {
  id: string;
  context: RunContext;
  edges: RunnerEdges;
  retentionDays: number | undefined;
}

async function keep({ id, context, retentionDays }: Run, files: readonly RunFile[]): Promise<Kept> {
  const folder = join(context.tempFolder, `zenpulse-${id}`);
  const paths = await writeFiles(folder, files);
  const name = `zenpulse-report-${context.attempt}-${id}`;
  return { paths, ...(await uploadArtifact(name, folder, [...paths.values()], retentionDays)) };
}

const artifactUrl = ({ serverUrl, repository, runId }: RunContext, { id }: UploadedArtifact) =>
  `${serverUrl}/${repository}/actions/runs/${runId}/artifacts/${id}`;

/** Counts, and reasons by number, in a group of the log; no text of a pull request goes there. */
function announce({ manifest, results }: PulseResult): void {
  const {
    preflight_merged_pr_count: merged,
    included_pr_count: included,
    direct_push_count: pushes,
  } = results.metrics;
  core.startGroup(`Merged pull requests: ${merged}; included: ${included}; commits without one: ${pushes}`);
  for (const { key, reason } of manifest.pull_requests)
    if (reason) core.info(`${key} left out: ${reason.code}`);
  core.endGroup();
  for (const { text } of manifest.notices) core.warning(text);
  if (results.degraded !== null) core.warning(`The report is plainer than asked for: ${results.degraded}.`);
}

/** The agent with its tools where a model was asked for; nothing of it is loaded otherwise. */
async function loadWriters(
  request: Inputs['request'],
  { action }: Inputs,
  sources: readonly Source[],
  { context, edges }: Run,
): Promise<readonly Writer[]> {
  const { openWriters } = await import('./agent/open-writers.ts');
  return openWriters(request, {
    apiKey: action.llm_api_key,
    baseUrl: action.llm_base_url,
    edges,
    newNonce: edges.newId,
    signal: edges.signal,
    openTools: async (manifest, onNotice) => {
      const { openToolBox } = await import('./agent/tools/open-tool-box.ts');
      return openToolBox({
        manifest,
        sources,
        mcpServer: action.mcp_server ?? (request.llm_model === 'embedded' ? 'builtin' : 'github'),
        github:
          action.github_token === undefined
            ? null
            : { token: action.github_token, serverUrl: context.serverUrl },
        environment: edges.variables,
        fetch: edges.fetch,
        install: () => installPinnedServer(context.tempFolder, edges),
        onNotice,
      });
    },
  });
}

async function installPinnedServer(tempFolder: string, { platform, arch }: RunnerEdges): Promise<string> {
  const [{ installServer }, cache] = await Promise.all([
    import('./agent/tools/install-server.ts'),
    import('@actions/tool-cache'),
  ]);
  return installServer({ cache, tempFolder, platform, arch });
}

async function report(run: Run, inputs: Inputs, onPartial: (files: RunFile[]) => void): Promise<void> {
  const { context, edges } = run;
  const request = withKnownBranch(inputs.request, context);
  requireSupported(request);
  requireSupportedInputs(inputs.action);
  const pipelineRunId = `${context.runId}-${context.attempt}`;
  const sources = openSources({ ...inputs, request }, context, edges);
  const result = await pulse(request, {
    sources,
    clock: edges.clock,
    loadWriters: () => loadWriters(request, inputs, sources, run),
    rules: await readRules(inputs.action.config_file, context.workspace),
    requestId: request.request_id ?? pipelineRunId,
    pipelineRunId,
    tool: { name: 'zenpulse', version: packageFile.version, runtime: edges.runtime },
    secrets: secretsIn(edges.variables),
    isPublic: context.isPublic,
    allowsPrivateSources: !context.isPublic || inputs.action.allow_private_sources,
    onPartial,
    onStep: (name) => core.info(`Step: ${name}`),
  });
  announce(result);
  await core.summary.addRaw(await jobSummary(result)).write();
  const kept =
    result.status === 'completed' ? await core.group('Run artifact', () => keep(run, result.files)) : null;
  setOutputs({
    status: result.status,
    has_changes: String(result.status === 'completed'),
    summary_message: shortenMarkdown(
      result.results.summary_message ?? '',
      maxOutputBytes,
      'the run artifact',
    ),
    report_path: kept?.paths.get('report.md') ?? '',
    artifact_id: kept?.id ?? '',
    artifact_url: kept ? artifactUrl(context, kept) : '',
    artifact_digest: kept?.digest ?? '',
    metrics: JSON.stringify(result.results.metrics),
  });
}

/** Tells a failure and keeps what exists: an error with a manifest can be looked into. */
async function fail(run: Run | null, thrown: unknown, partial: readonly RunFile[]): Promise<void> {
  const error = toZenPulseError(thrown);
  core.setFailed(`${error.message}\nNext: ${error.nextStep}`);
  if (!run || partial.length === 0 || error.code === 'artifact_failed') return;
  try {
    const kept = await keep(run, partial);
    setOutputs({
      artifact_id: kept.id,
      artifact_url: artifactUrl(run.context, kept),
      artifact_digest: kept.digest,
    });
  } catch (second) {
    core.warning(toZenPulseError(second).message);
  }
}

/** One run of the action: masks, reads inputs, reports, and turns a failure into a failed step that says what to do. */
export async function run(edges: RunnerEdges): Promise<void> {
  for (const secret of secretsIn(edges.variables)) core.setSecret(secret);
  setOutputs(noOutputs);
  let partial: readonly RunFile[] = [];
  let current: Run | null = null;
  try {
    const context = await readRunContext(edges.variables);
    setOutputs({ pipeline_run_id: `${context.runId}-${context.attempt}` });
    const inputs = readInputs(edges.variables);
    current = { id: edges.newId(), context, edges, retentionDays: inputs.action.retention_days };
    await report(current, inputs, (files) => {
      partial = files;
    });
  } catch (thrown) {
    await fail(current, thrown, partial);
  }
}
