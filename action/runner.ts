import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import * as core from '@actions/core';
import type { ActionOutputs } from '../contract/action-outputs.ts';
import type { CallbackPayload } from '../contract/callback-payload.ts';
import { repositoryKey } from '../contract/primitives.ts';
import { toZenPulseError, ZenPulseError } from '../contract/zenpulse-error.ts';
import packageFile from '../package.json' with { type: 'json' };
import type { Resolve } from '../delivery/guard/reachable-addresses.ts';
import { type ArtifactLocation, endedPayload, failedPayload } from './callback-payload.ts';
import { type DeliveryInputs, hasTarget } from './deliver/delivery-inputs.ts';
import { createRedactor } from './lineage/redact.ts';
import type { RunFile } from './lineage/run-files.ts';
import { handOver } from './publish/hand-over.ts';
import { jobSummary } from './publish/job-summary.ts';
import { shortenMarkdown } from './publish/shorten-markdown.ts';
import { type UploadedArtifact, uploadArtifact, writeFiles } from './publish/upload-artifact.ts';
import { type PulseResult, pulse } from './pulse.ts';
import { type Inputs, readInputs, requestIdIn, secretsIn } from './read-inputs.ts';
import { artifactUrl, pipelineRunIdOf, type RunContext, readRunContext } from './run-context.ts';
import { createGitHubSource } from './sources/github.ts';
import type { GitHubClientEdges } from './sources/github/github-client.ts';
import type { GitHubFetch } from './sources/github/github-fetch.ts';
import type { Source } from './sources/source.ts';
import type { Writer } from './agent/writer.ts';
import type { RulesText } from '../rules/read-repository-file.ts';

/** Everything the action touches of the runner. */
export interface RunnerEdges extends Omit<GitHubClientEdges, 'fetch' | 'token'> {
  /** Asks GitHub. */
  gitHubFetch: GitHubFetch;
  /** Asks all others: models, tool servers, whoever proves what this run is. */
  fetch: typeof globalThis.fetch;
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
  /** Every address of a host that something is delivered to. */
  resolve: Resolve;
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
  payload: '',
  callback_state: '',
  slack_state: '',
  dead_letter_url: '',
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
    return createGitHubSource(key, context.address, {
      ...edges,
      fetch: edges.gitHubFetch,
      token: async () => token,
    });
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

const locationOf = (context: RunContext, kept: UploadedArtifact | null): ArtifactLocation =>
  kept && { uri: artifactUrl(context, kept), digest: kept.digest };

const artifactOutputs = (context: RunContext, kept: UploadedArtifact | null) => ({
  artifact_id: kept?.id ?? '',
  artifact_url: kept ? artifactUrl(context, kept) : '',
  artifact_digest: kept?.digest ?? '',
});

/** Hands the payload to the jobs that follow. */
function setPayload(payload: CallbackPayload): void {
  const { json, notice } = handOver(payload);
  if (notice !== null) core.warning(notice);
  setOutputs({ payload: json });
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

async function report(
  run: Run,
  inputs: Inputs,
  onPartial: (files: RunFile[]) => void,
): Promise<CallbackPayload> {
  const { context, edges } = run;
  const request = withKnownBranch(inputs.request, context);
  const identity = {
    pipelineRunId: pipelineRunIdOf(context),
    requestId: request.request_id ?? pipelineRunIdOf(context),
  };
  const sources = openSources({ ...inputs, request }, context, edges);
  const result = await pulse(request, {
    sources,
    clock: edges.clock,
    loadWriters: () => loadWriters(request, inputs, sources, run),
    rules: await readRules(inputs.action.config_file, context.workspace),
    ...identity,
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
  const payload = endedPayload(identity, result, locationOf(context, kept));
  setOutputs({
    status: result.status,
    has_changes: String(result.status === 'completed'),
    summary_message: shortenMarkdown(
      result.results.summary_message ?? '',
      maxOutputBytes,
      'the run artifact',
    ),
    report_path: kept?.paths.get('report.md') ?? '',
    ...artifactOutputs(context, kept),
    metrics: JSON.stringify(result.results.metrics),
  });
  setPayload(payload);
  return payload;
}

/** Keeps what exists of a run that failed: an error with a manifest can be looked into. */
async function keepPartial(
  run: Run,
  error: ZenPulseError,
  partial: readonly RunFile[],
): Promise<UploadedArtifact | null> {
  if (partial.length === 0 || error.code === 'artifact_failed') return null;
  try {
    const kept = await keep(run, partial);
    setOutputs(artifactOutputs(run.context, kept));
    return kept;
  } catch (second) {
    core.warning(toZenPulseError(second).message);
    return null;
  }
}

const setFailed = ({ message, nextStep }: ZenPulseError) => core.setFailed(`${message}\nNext: ${nextStep}`);

/** Tells a failure and keeps what exists. @returns what the caller is told */
async function fail(run: Run, error: ZenPulseError, partial: readonly RunFile[]): Promise<CallbackPayload> {
  setFailed(error);
  const { context, edges } = run;
  const pipelineRunId = pipelineRunIdOf(context);
  const identity = { requestId: requestIdIn(edges.variables) ?? pipelineRunId, pipelineRunId };
  const kept = await keepPartial(run, error, partial);
  // The log masks secrets, a callback and Slack do not.
  const redact = createRedactor(secretsIn(edges.variables));
  const payload = failedPayload(identity, error, locationOf(context, kept), redact);
  setPayload(payload);
  return payload;
}

/** Where nobody else delivers, this step does. Whatever comes of that, the outputs above stay. */
async function deliver(run: Run, { request, action }: Inputs, payload: CallbackPayload): Promise<void> {
  const { context, edges } = run;
  const { callback_url, webhook_token = context.dispatched.webhookToken ?? undefined } = request;
  const inputs: DeliveryInputs = { ...action, callback_url, webhook_token };
  if (!hasTarget(inputs)) return;
  const { deliverRun } = await import('./deliver/deliver-run.ts');
  await deliverRun({ payload, inputs, context }, edges);
}

/** Reads the inputs, reports, and tells what came of it, also where they cannot be read. */
async function reportAndDeliver(context: RunContext, edges: RunnerEdges): Promise<void> {
  let partial: readonly RunFile[] = [];
  const current: Run = { id: edges.newId(), context, edges, retentionDays: undefined };
  let inputs: Inputs;
  try {
    inputs = readInputs(edges.variables);
  } catch (thrown) {
    await fail(current, toZenPulseError(thrown), partial);
    return;
  }
  current.retentionDays = inputs.action.retention_days;
  const payload = await report(current, inputs, (files) => {
    partial = files;
  }).catch((thrown: unknown) => fail(current, toZenPulseError(thrown), partial));
  await deliver(current, inputs, payload);
}

/** One run of the action: masks, reads inputs, reports, and turns a failure into a failed step that says what to do. */
export async function run(edges: RunnerEdges): Promise<void> {
  for (const secret of secretsIn(edges.variables)) core.setSecret(secret);
  setOutputs(noOutputs);
  try {
    const context = await readRunContext(edges.variables);
    if (context.dispatched.webhookToken !== null) core.setSecret(context.dispatched.webhookToken);
    setOutputs({ pipeline_run_id: pipelineRunIdOf(context) });
    await reportAndDeliver(context, edges);
  } catch (thrown) {
    setFailed(toZenPulseError(thrown));
  }
}
