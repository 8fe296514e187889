import { PassThrough } from 'node:stream';
import { createAgentWriter } from '../../action/agent/agent-writer.ts';
import { embeddedWriter } from '../../action/agent/embedded-writer.ts';
import type { AgentLimits } from '../../action/agent/loop/budget.ts';
import { openWriters } from '../../action/agent/open-writers.ts';
import { agentPrompts } from '../../action/agent/prompt/agent-prompts.ts';
import { openToolBox } from '../../action/agent/tools/open-tool-box.ts';
import type { Writer } from '../../action/agent/writer.ts';
import { endedPayload } from '../../action/callback-payload.ts';
import { jobSummary } from '../../action/publish/job-summary.ts';
import { type PulseResult, pulse } from '../../action/pulse.ts';
import type { Manifest, Notice } from '../../contract/manifest.ts';
import { pulseRequest } from '../../contract/pulse-request.ts';
import { renderTerminal } from '../../cli/render-terminal.ts';
import { environment, runSecrets } from './canaries.ts';
import { type HostileStory, ignoredPulls } from './hostile-story.ts';
import type { ObeyingModel } from './obeying-model.ts';

/** Everything a run gave to anybody. */
export interface HostileRun {
  result: PulseResult;
  story: HostileStory;
  isPublic: boolean;
  /** Files of the run artifact and what else is shown, by name. */
  outputs: Readonly<Record<string, string>>;
  /** All that the model was shown; empty without one. */
  seen: ReadonlySet<string>;
  /** The marks of the run's data blocks. */
  fence: { open: string; close: string };
}

const limits: AgentLimits = {
  iterations: 4,
  tokens: 2_000_000,
  toolCalls: 40,
  wallMs: 30_000,
  outputTokens: 4_000,
};

const nonce = '6f1c0f7e-2b1d-4c8e-9a53-0d7c1e4b8a92';
const refuse = () => Promise.reject(new Error('nothing may be fetched'));
const noColours = new PassThrough() as unknown as NodeJS.WriteStream;

const toolsOver = (story: HostileStory) => (manifest: Manifest, onNotice: (notice: Notice) => void) =>
  openToolBox({
    manifest,
    sources: [story.source],
    mcpServer: 'builtin',
    github: { token: runSecrets.githubToken, serverUrl: 'https://github.com' },
    environment,
    fetch: refuse,
    install: refuse,
    onNotice,
  });

const agentWith = (model: ObeyingModel, story: HostileStory): Writer =>
  createAgentWriter({
    model: {
      adapter: 'chat',
      name: model.model,
      open: () => model,
      noticesOn: () => [],
      hasManifest: false,
    },
    prompts: agentPrompts(),
    limits,
    openTools: toolsOver(story),
    toolNames: ['read_pull_request', 'read_commit'],
    newNonce: () => nonce,
    signal: new AbortController().signal,
  });

/** @param model null lets the embedded model write, which reads breaking changes with the same tools */
export async function hostileRun(
  story: HostileStory,
  model: ObeyingModel | null,
  { isPublic = true }: { isPublic?: boolean } = {},
): Promise<HostileRun> {
  const request = pulseRequest.parse({
    repo: ['acme/shop'],
    date_range: '2026-11-01..2026-11-07',
    ignored_prs: ignoredPulls,
    webhook_token: runSecrets.webhookToken,
  });
  const loadWriters = async () =>
    model
      ? [agentWith(model, story), embeddedWriter]
      : openWriters(request, {
          apiKey: runSecrets.apiKey,
          baseUrl: undefined,
          edges: { fetch: refuse, clock: () => new Date(0), sleep: async () => {}, random: () => 0 },
          openTools: toolsOver(story),
          newNonce: () => nonce,
          signal: new AbortController().signal,
        });
  const result = await pulse(request, {
    sources: [story.source],
    clock: () => new Date('2026-11-08T00:00:00Z'),
    loadWriters,
    rules: null,
    requestId: 'request',
    pipelineRunId: 'run-1',
    tool: { name: 'zenpulse', version: '0.0.0', runtime: 'test' },
    isPublic,
    secrets: Object.values(runSecrets),
  });
  const payload = endedPayload({ requestId: 'request', pipelineRunId: 'run-1' }, result, null);
  return {
    result,
    story,
    isPublic,
    outputs: {
      ...Object.fromEntries(result.files.map(({ name, content }) => [name, content])),
      'job summary': await jobSummary(result),
      terminal: result.results.outline ? renderTerminal(result.results.outline, noColours) : '',
      callback: `${JSON.stringify(payload, null, 2)}\n`,
    },
    seen: model?.seen ?? new Set(),
    fence: { open: `<data ${nonce}>`, close: `</data ${nonce}>` },
  };
}
