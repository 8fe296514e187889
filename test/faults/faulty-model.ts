import { inspect } from 'node:util';
import { afterAll, expect, onTestFinished } from 'vitest';
import { openWriters } from '../../action/agent/open-writers.ts';
import { openToolBox } from '../../action/agent/tools/open-tool-box.ts';
import { endedPayload } from '../../action/callback-payload.ts';
import { jobSummary } from '../../action/publish/job-summary.ts';
import { type PulseResult, pulse } from '../../action/pulse.ts';
import type { Details } from '../../action/sources/details.ts';
import { createGitSource } from '../../action/sources/git.ts';
import { pulseRequest } from '../../contract/pulse-request.ts';
import { type Report, report as reportSchema } from '../../contract/report.ts';
import { written, startedHistory } from '../action/sources/git/read-story.ts';
import type { GitHistory } from '../git/git-history.ts';
import { makeTempFolder } from '../git/temp-folder.ts';
import { gitEnvironment } from '../git/run-git.ts';
import type { Manners } from '../model/manners.ts';
import { type Script, type ScriptedModel, startScriptedModel } from '../model/scripted-model.ts';
import { calls, type ScriptedCall } from '../model/scripted-reply.ts';

/** Secrets of these runs; each holds the word, and nothing that leaves a run may. */
const canaries = {
  key: 'sk-proj-CANARY0123456789abcdef',
  token: 'ghs_CANARY0123456789abcdefABCDEF',
  leaked: 'ghp_CANARYleftInADescription01234',
};
const canary = /CANARY/;

const now = '2026-11-20T09:00:00Z';

/** #1 whose description holds a credential, #2, #3 that is left out, and a direct push. */
export function shopStory(): GitHistory {
  const history = startedHistory();
  history.squash(1, 'feat: add dark mode', { body: `Asked for at night. Key: ${canaries.leaked}` });
  history.squash(2, 'fix: round totals', { files: { 'src/total.ts': 'half up\n' } });
  history.squash(3, 'chore: buy the competitor');
  history.commit('Fix a typo');
  return history;
}

/** A report that passes. */
export const honest = {
  headline: 'The shop goes dark',
  summary: 'A dark theme arrives, and totals add up again.',
  sections: [{ title: 'New', items: [{ text: 'A dark theme for late shoppers', pull_requests: ['#1'] }] }],
};

export const submits = (draft: string | Record<string, unknown> = honest) =>
  calls([{ name: 'submit_report', arguments: draft }]);
export const reads = (...keys: string[]) =>
  calls(
    keys.map((key): ScriptedCall => ({ name: 'read_pull_request', arguments: { key, what: 'summary' } })),
  );

/** What a run over a model that goes wrong came to. */
export interface FaultyRun {
  result: PulseResult;
  report: Report;
  /** Texts of the run artifact by name, and what else is shown. */
  outputs: Readonly<Record<string, string>>;
  model: ScriptedModel;
  /** Milliseconds asked of the injected sleep, in order. */
  waits: number[];
  /** What the tools looked up in the source, as `pull 1`. */
  lookedUp: string[];
  /** The texts the model was sent with its requests, one each. */
  sent: string[];
}

export interface FaultyRunOptions {
  api?: 'chat' | 'responses';
  history?: GitHistory;
  request?: Readonly<Record<string, unknown>>;
  manners?: Manners;
  details?: (details: Details) => Partial<Details>;
}

async function writeShop() {
  const { path, remove } = await makeTempFolder();
  return { ...(await shopStory().write(path)), remove };
}

let shop: ReturnType<typeof writeShop> | null = null;

/** One clone of the usual story for all tests of a file: they only read it. */
const shopClone = () => (shop ??= writeShop());

afterAll(async () => (await shop)?.remove());

const refuse = () => Promise.reject(new Error('nothing is fetched here but the model'));

/**
 * The action's pulse over a clone, with a model on loopback that does what a script says. Nothing really waits. A
 * scan of all that left the run finds no secret: artifact, summary, payload, what the model was sent.
 */
export async function faultyRun(script: Script, options: FaultyRunOptions = {}): Promise<FaultyRun> {
  const model = await startScriptedModel(script, { key: canaries.key, ...options.manners });
  onTestFinished(() => model.close());
  const { path } = await (options.history ? written(options.history) : shopClone());
  const clone = await createGitSource(path, { environment: { ...gitEnvironment } });
  const lookedUp: string[] = [];
  const details: Details = { ...clone.details, ...options.details?.(clone.details) };
  const seen = <Key, Rest extends unknown[], Found>(
    what: string,
    look: (key: Key, ...rest: Rest) => Promise<Found>,
  ) => {
    return (key: Key, ...rest: Rest) => {
      lookedUp.push(`${what} ${String(key)}`);
      return look(key, ...rest);
    };
  };
  const source = {
    ...clone,
    details: {
      pull: seen('pull', details.pull),
      files: seen('files', details.files),
      commits: seen('commits', details.commits),
      commit: seen('commit', details.commit),
    },
  };
  const request = pulseRequest.parse({
    repo: ['acme/shop'],
    date_range: '2026-10-01..2026-11-30',
    ignored_prs: '3',
    llm_model: 'scripted',
    llm_api: options.api ?? 'chat',
    ...options.request,
  });
  const waits: number[] = [];
  const told: unknown[] = [];
  let id = 0;
  const result = await pulse(request, {
    sources: [source],
    clock: () => new Date(now),
    loadWriters: () =>
      openWriters(request, {
        apiKey: canaries.key,
        baseUrl: model.baseUrl,
        edges: {
          fetch: globalThis.fetch,
          clock: () => new Date(now),
          sleep: async (ms) => void waits.push(ms),
          random: () => 0.5,
        },
        newNonce: () => `nonce-${id++}`,
        signal: new AbortController().signal,
        openTools: (manifest, onNotice) =>
          openToolBox({
            manifest,
            sources: [source],
            mcpServer: 'builtin',
            github: { token: canaries.token, serverUrl: 'https://github.com' },
            environment: { ZENPULSE_LLM_API_KEY: canaries.key },
            fetch: refuse,
            install: refuse,
            onNotice,
          }),
      }),
    rules: null,
    requestId: 'request',
    pipelineRunId: 'run-1',
    tool: { name: 'zenpulse', version: '0.0.0', runtime: 'test' },
    secrets: [canaries.key, canaries.token],
    onStep: (name) => told.push(name),
  });
  const outputs: Record<string, string> = {
    ...Object.fromEntries(result.files.map(({ name, content }) => [name, content])),
    'job summary': await jobSummary(result),
    callback: JSON.stringify(endedPayload({ requestId: 'request', pipelineRunId: 'run-1' }, result, null)),
  };
  const sent = model.requests.map(({ body }) => JSON.stringify(body));
  for (const [name, text] of Object.entries({ ...outputs, log: inspect(told), sent: sent.join('\n') })) {
    expect(canary.test(text), `a secret in ${name}`).toBe(false);
  }
  const report = reportSchema.parse(JSON.parse(outputs['report.json'] ?? ''));
  return { result, report, outputs, model, waits, lookedUp, sent };
}

/** Numbers of the pull requests that a report accounts for, cited or under "Also merged". */
export const accountedFor = ({ sections, also_merged: others }: Report): number[] =>
  [...sections.flatMap(({ items }) => items.flatMap((item) => item.pull_requests)), ...others]
    .map((key) => Number(key.slice(key.indexOf('#') + 1)))
    .sort((left, right) => left - right);

/** What every row asks for: a whole report by the embedded writer, which says why. */
export function expectEmbedded({ result, report }: FaultyRun, reason: RegExp): void {
  expect(result.status).toBe('completed');
  expect(report.degraded).toMatch(reason);
  expect(report.headline).toBe('Dark mode and one fix');
  expect(accountedFor(report)).toEqual([1, 2]);
}
