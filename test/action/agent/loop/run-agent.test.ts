import { expect, test } from 'vitest';
import { createAgentWriter } from '../../../../action/agent/agent-writer.ts';
import { embeddedWriter } from '../../../../action/agent/embedded-writer.ts';
import type { AgentLimits } from '../../../../action/agent/loop/budget.ts';
import { agentPrompts } from '../../../../action/agent/prompt/agent-prompts.ts';
import { createTrace } from '../../../../action/lineage/trace.ts';
import { writeVerified } from '../../../../action/report/write-verified.ts';
import { manifestOf } from '../../../support/manifest-of.ts';
import {
  countingTools,
  reads,
  type ScriptedPort,
  scriptedPort,
  submits,
  type Turn,
  toolCall,
} from './scripted-port.ts';

const manifest = manifestOf([
  { title: 'feat: add dark mode' },
  { title: 'fix: round totals' },
  { title: 'chore: rotate the key', excluded: { code: 'ignored_prs', detail: 'named in ignored_prs' } },
]);

const honest = {
  headline: 'Dark mode arrives',
  summary: 'The shop now follows the night.',
  sections: [{ title: 'Features', items: [{ text: 'A dark theme for the shop', pull_requests: ['#1'] }] }],
};
const invented = {
  ...honest,
  sections: [{ title: 'Features', items: [{ text: null, pull_requests: ['#99'] }] }],
};

const limits: AgentLimits = {
  iterations: 3,
  tokens: 100_000,
  toolCalls: 6,
  wallMs: 60_000,
  outputTokens: 1_000,
};

async function run(port: ScriptedPort, bounds: Partial<AgentLimits> = {}) {
  const tools = countingTools();
  const trace = createTrace(() => new Date(0));
  const agent = createAgentWriter({
    model: { adapter: 'chat', name: 'scripted', open: () => port, noticesOn: () => [], hasManifest: false },
    prompts: agentPrompts(),
    limits: { ...limits, ...bounds },
    openTools: async () => tools,
    toolNames: ['read_pull_request'],
    newNonce: () => 'nonce-1',
    signal: new AbortController().signal,
  });
  const wishes = { tone: 'neutral', customPrompt: null, sections: [] };
  const verified = await writeVerified(manifest, wishes, [agent, embeddedWriter], trace);
  return {
    ...verified,
    tools,
    trace: trace
      .toJsonLines()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

const runTurns = (turns: readonly Turn[], bounds: Partial<AgentLimits> = {}) =>
  run(scriptedPort(turns), bounds);

test('a model that hands in an honest report is done in one turn', async () => {
  const port = scriptedPort([submits(honest)]);
  const { report, writer, usage } = await run(port);
  expect(port.requests).toHaveLength(1);
  expect(report).toMatchObject({
    headline: 'Dark mode arrives',
    degraded: null,
    also_merged: ['acme/shop#2'],
  });
  expect(report.sections[0]?.items[0]?.pull_requests).toEqual(['acme/shop#1']);
  expect({ adapter: writer.adapter, usage }).toEqual({
    adapter: 'chat',
    usage: { modelCalls: 1, toolCalls: 0, inputTokens: 100, outputTokens: 50 },
  });
});

test('the model sees every included pull request and nothing of an excluded one', async () => {
  const port = scriptedPort([submits(honest)]);
  await run(port);
  const sent = JSON.stringify(port.requests[0]?.messages);
  expect(sent).toContain('#1\\tfeature\\tada\\tfeat: add dark mode');
  expect(sent).toContain('<data nonce-1>');
  expect(sent).not.toContain('rotate');
  expect(sent).not.toContain('#3');
});

test('it reads with tools, then hands in', async () => {
  const { tools, report, trace } = await runTurns([reads('#1', '#2'), submits(honest)]);
  expect(tools.calls).toBe(2);
  expect(report.degraded).toBeNull();
  expect(trace.map(({ type }) => type)).toEqual([
    'clock',
    'model',
    'tool',
    'tool',
    'model',
    'clock',
    'draft',
    'clock',
    'clock',
    'verify',
  ]);
});

test('one repair turn gets the findings of verify', async () => {
  const port = scriptedPort([submits(invented), submits(honest)]);
  const { report } = await run(port);
  expect(JSON.stringify(port.requests[1]?.messages.at(-1))).toContain('which is not in the manifest');
  expect(report).toMatchObject({ headline: 'Dark mode arrives', degraded: null });
});

test('prose is asked for once more as JSON, without tools', async () => {
  const port = scriptedPort([{ content: 'Here is your report!' }, { content: JSON.stringify(honest) }]);
  const { report } = await run(port);
  expect(port.requests[1]).toMatchObject({ tools: [], answer: { name: 'submit_report' } });
  expect(report.headline).toBe('Dark mode arrives');
});

test('parallel calls beyond the cap are answered, not made', async () => {
  const many = {
    finish: 'tool_calls' as const,
    toolCalls: Array.from({ length: 50 }, () => toolCall('read_pull_request', { key: '#1' })),
  };
  const { tools } = await runTurns([many, submits(honest)], { toolCalls: 4 });
  expect(tools.calls).toBe(4);
});

test('a stalled model ends with the clock', async () => {
  const { report } = await runTurns(['stall'], { wallMs: 30 });
  expect(report.degraded).toContain('the time is up');
});
