import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as core from '@actions/core';
import type { CallbackPayload } from '../contract/callback-payload.ts';
import { ZenPulseError } from '../contract/zenpulse-error.ts';
import packageFile from '../package.json' with { type: 'json' };
import type { RulesText } from '../rules/read-repository-file.ts';
import { endedPayload } from './callback-payload.ts';
import type { RunFile } from './lineage/run-files.ts';
import { loadAgent } from './load-agent.ts';
import { openGitHubSources } from './open-github-sources.ts';
import { announce } from './publish/announce.ts';
import { jobSummary } from './publish/job-summary.ts';
import { keepFiles } from './publish/keep-files.ts';
import { resultOutputs, setOutputs, setPayload } from './publish/outputs.ts';
import { pulse } from './pulse.ts';
import { type Inputs, secretsIn } from './read-inputs.ts';
import { artifactLocation, pipelineRunIdOf, type RunContext } from './run-context.ts';
import type { Run } from './runner-edges.ts';

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

/**
 * Reports, and publishes the report: log, summary, artifact, outputs.
 * @param onPartial told what exists when a run fails after its manifest was made
 * @returns what the caller is told
 */
export async function reportRun(
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
  const sources = openGitHubSources({ ...inputs, request }, context, edges);
  const result = await pulse(request, {
    sources,
    clock: edges.clock,
    loadWriters: () => loadAgent(request, inputs, sources, run),
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
    result.status === 'completed'
      ? await core.group('Run artifact', () => keepFiles(run, result.files))
      : null;
  const payload = endedPayload(identity, result, artifactLocation(context, kept));
  setOutputs(resultOutputs(result, context, kept));
  setPayload(payload);
  return payload;
}
